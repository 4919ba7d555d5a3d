import { setTimeout as pass } from 'node:timers/promises';
import type { Answer } from '../rest/route.ts';
import type { LimitScope } from './fault.ts';
import type { MetFault } from './request-faults.ts';

/** How a connection is lost in place of an answer. */
type Cut = 'reset' | 'closed';

/** Carries a request out as far as its fault lets it. */
export async function playFault(
  fault: MetFault | undefined,
  carryOut: () => Promise<Answer>,
): Promise<Answer | Cut> {
  switch (fault?.kind) {
    case undefined:
      return carryOut();
    case 'error':
      return errorAnswer(fault.status);
    case 'limit':
      return limitAnswer(fault.scope, fault.left);
    case 'slow': {
      if (fault.before === 'work') await wait(fault.ms);
      const answer = await carryOut();
      if (fault.before === 'answer') await wait(fault.ms);
      return answer;
    }
    case 'cut':
      if (fault.before === 'answer') await carryOut();
      return fault.how;
    default:
      return fault satisfies never;
  }
}

/** Keeps no process alive. */
const wait = (ms: number): Promise<void> => pass(ms, undefined, { ref: false });

/** `docs/topics/opcodes-and-status-codes#http-http-response-codes` */
const NAMES: Readonly<Record<number, string>> = {
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

const errorAnswer = (status: number): Answer => ({
  status,
  body: { message: `${status}: ${NAMES[status] ?? ''}`, code: 0 },
});

/** `docs/topics/rate-limits#exceeding-a-rate-limit` */
function limitAnswer(scope: LimitScope, left: number): Answer {
  const seconds = Math.max(0, left);
  const isGlobal = scope === 'global';
  return {
    status: 429,
    body: {
      message:
        scope === 'shared' ? 'The resource is being rate limited.' : 'You are being rate limited.',
      retry_after: seconds,
      global: isGlobal,
    },
    headers: {
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': scope,
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : bucketHeaders(seconds)),
    },
  };
}

/** `docs/topics/rate-limits#header-format`; the limit itself is not documented, and anything here. */
const bucketHeaders = (seconds: number): Readonly<Record<string, string>> => ({
  'x-ratelimit-limit': '5',
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': (Date.now() / 1000 + seconds).toFixed(3),
  'x-ratelimit-reset-after': seconds.toFixed(3),
  'x-ratelimit-bucket': 'sandbox',
});

import { setTimeout as pass } from 'node:timers/promises';
import type { Answer } from '../rest/route.ts';
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
      return limitAnswer(fault);
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

type Limit = Extract<MetFault, { readonly kind: 'limit' }>;

/** `docs/topics/rate-limits#exceeding-a-rate-limit` */
function limitAnswer(limit: Limit): Answer {
  const { scope, left } = limit;
  const isGlobal = scope === 'global';
  const what = scope === 'shared' ? 'The resource is' : 'You are';
  return {
    status: 429,
    body: { message: `${what} being rate limited.`, retry_after: left / 1000, global: isGlobal },
    headers: {
      'retry-after': String(Math.ceil(left / 1000)),
      'x-ratelimit-scope': scope,
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : bucketHeaders(limit)),
    },
  };
}

/** `docs/topics/rate-limits#header-format`; how many requests it lets through is anything here. */
const bucketHeaders = ({ left, until }: Limit): Readonly<Record<string, string>> => ({
  'x-ratelimit-limit': '5',
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': (until / 1000).toFixed(3),
  'x-ratelimit-reset-after': (left / 1000).toFixed(3),
  'x-ratelimit-bucket': 'sandbox',
});

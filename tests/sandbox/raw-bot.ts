import { once } from 'node:events';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Sandbox } from '../../src/sandbox/index.ts';

// A bot without a library: it says exactly what a test wants said.

const eventSchema = z.object({
  op: z.number(),
  t: z.string().nullable(),
  d: z.unknown(),
});
const interactionSchema = z.object({ id: z.string(), token: z.string(), type: z.number() });
const errorSchema = z.object({
  code: z.number(),
  message: z.string(),
  errors: z.unknown().optional(),
});

type GatewayEvent = z.output<typeof eventSchema>;

export interface RawGateway {
  readonly send: (payload: unknown) => void;
  readonly sendText: (text: string) => void;
  /** The next event that passes, those that came before the call included. */
  readonly next: (passes: (event: GatewayEvent) => boolean) => Promise<GatewayEvent>;
  /** What came and was not taken. */
  readonly waiting: () => readonly GatewayEvent[];
  /** The code with which the sandbox closes. */
  readonly closed: Promise<number>;
  readonly close: () => void;
}

/** Connects to the sandbox's gateway, saying nothing yet. */
export async function connect(sandbox: Sandbox, query = 'v=10&encoding=json'): Promise<RawGateway> {
  const url = sandbox.apiUrl.replace('http', 'ws').replace('/api', `/?${query}`);
  const socket = new WebSocket(url);
  const events: GatewayEvent[] = [];
  const waiters = new Set<() => void>();
  socket.on('message', (raw: Buffer) => {
    events.push(eventSchema.parse(JSON.parse(raw.toString('utf8'))));
    for (const look of waiters) look();
  });
  const closed = once(socket, 'close').then(([code]) => Number(code));
  await once(socket, 'open');
  return {
    closed,
    waiting: () => events.filter(({ op }) => op === 0 || op === 11),
    close: () => socket.terminate(),
    sendText: (text) => socket.send(text),
    send: (payload) => socket.send(JSON.stringify(payload)),
    next: (passes) =>
      new Promise((resolve) => {
        const look = (): void => {
          const index = events.findIndex(passes);
          if (index < 0) return;
          waiters.delete(look);
          const [event] = events.splice(index, 1);
          if (event !== undefined) resolve(event);
        };
        waiters.add(look);
        look();
      }),
  };
}

export const identify = (token: string, intents = 1, more: object = {}): object => ({
  op: 2,
  d: { token, intents, properties: { os: 'linux', browser: 'test', device: 'test' }, ...more },
});

/** Connects and identifies; resolves after READY. */
export async function connectReady(sandbox: Sandbox, intents = 1): Promise<RawGateway> {
  const gateway = await connect(sandbox);
  gateway.send(identify(sandbox.token, intents));
  await gateway.next(({ t }) => t === 'READY');
  return gateway;
}

/** The next interaction that the sandbox sends. */
export async function nextInteraction(gateway: RawGateway) {
  const { d } = await gateway.next(({ t }) => t === 'INTERACTION_CREATE');
  return interactionSchema.parse(d);
}

export interface RestAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: unknown;
}

/** Sends one request as the bot, with its token. */
export async function ask(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<RestAnswer> {
  const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${sandbox.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** An error's code, and the codes of its tree by place: `data.content: BASE_TYPE_MAX_LENGTH`. */
export function readError({ status, body }: RestAnswer) {
  const { code, errors } = errorSchema.parse(body);
  return { status, code, places: [...placesOf(errors, [])] };
}

function* placesOf(tree: unknown, path: readonly string[]): Generator<string> {
  if (typeof tree !== 'object' || tree === null) return;
  for (const [key, inner] of Object.entries(tree)) {
    if (key !== '_errors') yield* placesOf(inner, [...path, key]);
    else if (Array.isArray(inner)) {
      for (const each of inner) yield `${path.join('.')}: ${String(each.code)}`;
    }
  }
}

import { setTimeout as pass } from 'node:timers/promises';
import { type Client, DefaultRestOptions, type RESTOptions, RESTJSONErrorCodes } from 'discord.js';

// Discord has bad days: it answers with 503 for a while, or a connection is lost before the answer to a
// request that was carried out. discord.js asks again at once and three times, whatever the request, so
// that a message may come twice and an outage of a second is too long. This asks again for longer, and
// only where that does no harm.

type MakeRequest = RESTOptions['makeRequest'];
type Init = Parameters<MakeRequest>[1];
type ResponseLike = Awaited<ReturnType<MakeRequest>>;

/** What sending a request twice comes to. */
type Repetition =
  /** The same as sending it once. */
  | 'harmless'
  /** Of the first answer to an interaction, Discord takes one and refuses any other. */
  | 'refused'
  /** A second message. */
  | 'doubled';

/** How long an answer is waited for before the connection counts as lost, in milliseconds. */
const ONE_TRY: Readonly<Record<Repetition, number>> = {
  harmless: 15_000,
  doubled: 15_000,
  // Discord takes no first answer after three seconds.
  refused: 3_000,
};

/** How long a request is tried in all, in milliseconds. */
const ALL_TRIES = 60_000;
/** Before the bot is there: whoever starts it is told soon if Discord is out of reach. */
const ALL_TRIES_TO_START = 2_000;
/** A first answer: by then it was taken, or it is too late for one. */
const ALL_TRIES_TO_ANSWER = 10_000;

/** Pauses between tries, in milliseconds: twice as long each time. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

export interface Patience {
  /** How long one answer is waited for, in milliseconds; 15 s, or 3 s where Discord waits no longer. */
  readonly oneTry?: number | undefined;
  /** How long a request is tried in all, in milliseconds; a minute. */
  readonly allTries?: number | undefined;
}

/** How the client is to send its requests. */
export const patientRest = (
  client: () => Client,
  { oneTry, allTries }: Patience = {},
): Pick<RESTOptions, 'makeRequest' | 'retries' | 'timeout'> => ({
  retries: 0,
  timeout: ALL_TRIES,
  makeRequest: (url, init) =>
    sendPatiently(url, init, {
      isStarted: client().isReady(),
      applicationId: () => client().application?.id,
      oneTry,
      allTries,
    }),
});

interface Sending extends Patience {
  readonly isStarted: boolean;
  readonly applicationId: () => string | undefined;
}

async function sendPatiently(url: string, init: Init, sending: Sending): Promise<ResponseLike> {
  const repetition = repetitionOf(url, init);
  const end = performance.now() + timeToTry(repetition, sending);
  let pause = FIRST_PAUSE;
  for (let isFirst = true; ; isFirst = false) {
    const outcome = await tryOnce(
      url,
      init,
      Math.min(ONE_TRY[repetition], sending.oneTry ?? Infinity),
    );
    const isLast = performance.now() + pause > end || init.signal?.aborted === true;
    if (isLast || !mayRepeat(outcome, repetition)) {
      if (outcome.kind === 'lost') throw outcome.error;
      return isFirst ? outcome.response : afterRepetition(url, init, outcome.response, sending);
    }
    // Requests that failed together are not sent again together.
    await pass(pause * (0.5 + Math.random() / 2));
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  }
}

function timeToTry(repetition: Repetition, { isStarted, allTries }: Sending): number {
  if (!isStarted) return ALL_TRIES_TO_START;
  return repetition === 'refused' ? ALL_TRIES_TO_ANSWER : (allTries ?? ALL_TRIES);
}

type Outcome =
  | { readonly kind: 'answered'; readonly response: ResponseLike }
  | { readonly kind: 'lost'; readonly error: unknown };

async function tryOnce(url: string, init: Init, patience: number): Promise<Outcome> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, patience);
  init.signal?.addEventListener('abort', abort);
  const { signal } = controller;
  try {
    return {
      kind: 'answered',
      response: await DefaultRestOptions.makeRequest(url, { ...init, signal }),
    };
  } catch (error) {
    return { kind: 'lost', error };
  } finally {
    clearTimeout(timer);
    init.signal?.removeEventListener('abort', abort);
  }
}

/** Whether it is to be sent again. */
function mayRepeat(outcome: Outcome, repetition: Repetition): boolean {
  if (outcome.kind === 'lost') return repetition !== 'doubled' || wasNeverSent(outcome.error);
  const { status } = outcome.response;
  // That the service is unavailable says that nothing was done; other errors leave it open.
  return status >= 500 && (repetition !== 'doubled' || status === 503);
}

/** What the network says where no connection came about. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const wasNeverSent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && NEVER_SENT.has(String(error.code));

const CALLBACK = /\/interactions\/(?<id>\d+)\/(?<token>[^/?]+)\/callback(?:\?|$)/u;
const THREADS = /\/channels\/\d+\/messages\/\d+\/threads$/u;

function repetitionOf(url: string, { method, body }: Init): Repetition {
  if (CALLBACK.test(url)) return 'refused';
  // A message has at most one thread. A message with a nonce of its own is posted once.
  const isOnce = THREADS.test(url) || (typeof body === 'string' && hasNonce(body));
  return method === 'POST' && !isOnce ? 'doubled' : 'harmless';
}

function hasNonce(body: string): boolean {
  const sent: unknown = JSON.parse(body);
  return (
    typeof sent === 'object' &&
    sent !== null &&
    'enforce_nonce' in sent &&
    sent.enforce_nonce === true
  );
}

/** What the answer to a repetition says of the request: whether an earlier try was carried out. */
async function afterRepetition(
  url: string,
  init: Init,
  response: ResponseLike,
  sending: Sending,
): Promise<ResponseLike> {
  if (init.method === 'DELETE' && response.status === 404)
    return new Response(null, { status: 204 });
  if (response.status !== 400) return response;
  const text = await response.text();
  const callback = CALLBACK.exec(url)?.groups;
  if (
    callback === undefined ||
    codeIn(text) !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  )
    return new Response(text, { status: 400, headers: { 'content-type': 'application/json' } });
  const { id = '', token = '' } = callback;
  const base = url.slice(0, url.indexOf('/interactions/'));
  const original = `${base}/webhooks/${sending.applicationId() ?? ''}/${token}/messages/@original`;
  return answered(
    id,
    url.includes('with_response=true') ? await messageAt(original, init) : undefined,
  );
}

const codeIn = (text: string): unknown => {
  const body: unknown = JSON.parse(text);
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
};

/** What Discord would have said of an answer that it took. */
const answered = (id: string, message: unknown): ResponseLike =>
  Response.json({
    interaction: { id, type: 0 },
    ...(message === undefined ? {} : { resource: { type: 4, message } }),
  });

/** The message that the answer became; none where that cannot be told. */
async function messageAt(url: string, { body: _body, ...init }: Init): Promise<unknown> {
  const outcome = await tryOnce(url, { ...init, method: 'GET' }, ONE_TRY.refused);
  return outcome.kind === 'answered' && outcome.response.ok ? outcome.response.json() : undefined;
}

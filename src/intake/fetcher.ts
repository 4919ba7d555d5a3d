import { type Dispatcher, request } from 'undici';
import { explainFailure } from './fetch-failure.ts';
import { IntakeError } from './intake-error.ts';
import { type LinkRules, readLink, redirectTarget } from './link.ts';
import { createPinnedAgent, type PinnedAgentOptions } from './pinned-agent.ts';
import { ACCEPTED_ENCODINGS, readBody } from './read-body.ts';
import { BOT_NAME, createRobots, MOST_ROBOTS, type RobotsAnswer } from './robots.ts';

const USER_AGENT = `${BOT_NAME}/1.0 (a Discord bot that quotes the news; it reads a page when a moderator asks for it)`;

/** Milliseconds. */
interface TimeLimits {
  readonly connect: number;
  /** Until the headers are there, and between two pieces of the body. */
  readonly headers: number;
  /** From the first look-up to the last byte, redirects and robots.txt among it. */
  readonly whole: number;
}

const TIME_LIMITS: TimeLimits = { connect: 5000, headers: 10_000, whole: 15_000 };
const MOST_REDIRECTS = 5;

/** All of it may be left out; what loosens a rule is for tests and the sandbox, not for settings. */
export interface FetcherOptions
  extends LinkRules, Pick<PinnedAgentOptions, 'resolve' | 'isAllowed'> {
  readonly times?: Partial<TimeLimits>;
  /** How often a redirect is followed; 5, if it is left out. */
  readonly mostRedirects?: number;
  readonly userAgent?: string;
}

interface Wanted {
  /** The `Accept` header: `text/html, text/plain;q=0.5`. */
  readonly accept: string;
  /** Of the body, before and after decompression. */
  readonly mostBytes: number;
  /** What an earlier answer said of itself; the answer may then be "unchanged", status 304. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Whether robots.txt is kept to: for pages, not for files that a member uploaded. */
  readonly keepsRobots?: boolean;
  /** Whether an answer that brings nothing to read is given, without its body, instead of thrown. */
  readonly takesFailures?: boolean;
  readonly signal?: AbortSignal;
}

export interface Fetched {
  /**
   * 200; 304, "not modified", only where `etag` or `lastModified` was given; of a failure, if those
   * are taken, its own.
   */
  readonly status: number;
  /** Where the redirects ended. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** As declared, in small letters and without parameters: `text/html`. Not to be trusted. */
  readonly type?: string;
  /** As declared: `windows-1252`. */
  readonly charset?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly retryAfter?: string;
  readonly cacheControl?: string;
}

export interface Fetcher {
  /**
   * Fetches what a link leads to, over http or https and from public addresses alone.
   * @throws IntakeError if there is nothing there to be read, or nothing that may be; the signal's
   * reason if that was given and aborts.
   */
  fetch(link: string, wanted: Wanted): Promise<Fetched>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** One fetch, while it lasts. */
interface Errand {
  readonly wanted: Wanted;
  readonly signal: AbortSignal;
}

/** A fetcher without cookies, referrer and memory, but for robots.txt, which it keeps an hour. */
export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const times = { ...TIME_LIMITS, ...options.times };
  const { mostRedirects = MOST_REDIRECTS, userAgent = USER_AGENT } = options;
  const agent = createPinnedAgent({
    ...options,
    connectTimeout: times.connect,
    headersTimeout: times.headers,
  });
  const robots = createRobots();

  /** Sends one request; the answer's body is still to be read. */
  const send = async (url: URL, headers: Record<string, string>, signal: AbortSignal) => {
    const answer = await request(url, {
      dispatcher: agent,
      signal,
      headers: { 'user-agent': userAgent, 'accept-encoding': ACCEPTED_ENCODINGS, ...headers },
    });
    // A body that nobody reads to its end says so; that is no fault.
    answer.body.on('error', () => undefined);
    return answer;
  };

  const follow = async (
    start: URL,
    headers: Record<string, string>,
    signal: AbortSignal,
    beforeEach: (url: URL) => Promise<void>,
  ) => {
    let url = start;
    for (let count = 0; ; count += 1) {
      await beforeEach(url);
      const answer = await send(url, headers, signal);
      if (!isRedirect(answer.statusCode)) return { url, answer };
      answer.body.destroy();
      if (count >= mostRedirects)
        throw new IntakeError('intake.link-redirects', { most: mostRedirects });
      url = redirectTarget(url, headerOf(answer, 'location'), options);
    }
  };

  const askRobots = async (robotsUrl: URL, signal: AbortSignal): Promise<RobotsAnswer> => {
    const accept = { accept: 'text/plain' };
    const { url, answer } = await follow(robotsUrl, accept, signal, async () => undefined);
    if (answer.statusCode >= 300) {
      answer.body.destroy();
      return { status: answer.statusCode, text: '' };
    }
    const bytes = await bodyOf(answer, url, MOST_ROBOTS, signal);
    return { status: answer.statusCode, text: new TextDecoder().decode(bytes) };
  };

  const run = async (start: URL, { wanted, signal }: Errand): Promise<Fetched> => {
    const { url, answer } = await follow(start, headersOf(wanted), signal, async (next) => {
      if (wanted.keepsRobots === true) await robots(next, (file) => askRobots(file, signal));
    });
    const about = aboutOf(answer, url);
    const { statusCode } = answer;
    if (statusCode !== 304 && !isWell(statusCode)) {
      answer.body.destroy();
      if (wanted.takesFailures !== true) throw statusFault(statusCode, url.hostname);
      return { ...about, status: statusCode, bytes: new Uint8Array() };
    }
    const bytes = await bodyOf(answer, url, wanted.mostBytes, signal);
    return { ...about, status: statusCode === 304 ? 304 : 200, bytes };
  };

  return {
    fetch: async (link, wanted) => {
      const start = readLink(link, options);
      const { signal, aborted, end } = setDeadline(times.whole, wanted.signal);
      try {
        return await Promise.race([run(start, { wanted, signal }), aborted]);
      } catch (error) {
        wanted.signal?.throwIfAborted();
        throw explainFailure(error, start.hostname);
      } finally {
        end();
      }
    },
    close: () => agent.destroy(),
  };
}

/** How long one fetch may last. */
interface Deadline {
  readonly signal: AbortSignal;
  /** Rejects when the signal aborts; undici itself does not while it waits for a connection. */
  readonly aborted: Promise<never>;
  readonly end: () => void;
}

// Not `AbortSignal.any` and `.timeout`: Node keeps for good what listens to those until they abort.
function setDeadline(milliseconds: number, given: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const late = (): void => controller.abort(new DOMException('It took too long.', 'TimeoutError'));
  const pass = (): void => controller.abort(given?.reason);
  const timer = setTimeout(late, milliseconds).unref();
  const aborted = new Promise<never>((_, reject) => {
    const stop = (): void => {
      const reason: unknown = signal.reason;
      reject(reason instanceof Error ? reason : new Error(String(reason)));
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  // Whoever waits for it learns of it; it may end before anybody does.
  aborted.catch(() => undefined);
  if (given?.aborted === true) pass();
  else given?.addEventListener('abort', pass, { once: true });
  const end = (): void => {
    clearTimeout(timer);
    given?.removeEventListener('abort', pass);
  };
  return { signal, aborted, end };
}

type Answer = Dispatcher.ResponseData;

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** A header that is sent once; of several, the first. */
function headerOf({ headers }: Answer, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

function headersOf({ accept, etag, lastModified }: Wanted): Record<string, string> {
  return {
    accept,
    'accept-language': 'en, *;q=0.5',
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}

function aboutOf(answer: Answer, url: URL): Omit<Fetched, 'status' | 'bytes'> {
  const declared = headerOf(answer, 'content-type') ?? '';
  const type = declared.split(';')[0]?.trim().toLowerCase();
  const charset = /;\s*charset\s*=\s*"?([\w.:-]+)/iu.exec(declared)?.[1];
  const etag = headerOf(answer, 'etag');
  const lastModified = headerOf(answer, 'last-modified');
  const retryAfter = headerOf(answer, 'retry-after');
  const cacheControl = headerOf(answer, 'cache-control');
  return {
    url: url.href,
    ...(type !== undefined && type !== '' && { type }),
    ...(charset !== undefined && { charset }),
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(cacheControl !== undefined && { cacheControl }),
  };
}

const isWell = (status: number): boolean => status >= 200 && status < 300;

/** What a status means that does not bring a page. */
function statusFault(status: number, host: string): IntakeError {
  if (status === 404 || status === 410)
    return new IntakeError('intake.link-missing', { host, status });
  if (status === 408 || status === 429 || status >= 500)
    return new IntakeError('intake.link-failing', { host, status });
  if (status >= 400) return new IntakeError('intake.link-refused', { host, status });
  return new IntakeError('intake.link-broken', { host });
}

function bodyOf(
  answer: Answer,
  url: URL,
  mostBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const encoding = headerOf(answer, 'content-encoding');
  return readBody(answer.body, { mostBytes, encoding, host: url.hostname, signal });
}

import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isPublicAddress, literalOf } from './address.ts';
import { IntakeError } from './intake-error.ts';

/** Gives every address of a host's name. */
type Resolver = (host: string) => Promise<readonly string[]>;

export interface PinnedAgentOptions {
  /** The system's resolver, if it is left out. */
  readonly resolve?: Resolver;
  /** Whether an address may be connected to; for tests and the sandbox. */
  readonly isAllowed?: (address: string) => boolean;
  /** Milliseconds. */
  readonly connectTimeout: number;
  readonly headersTimeout: number;
}

/** Bytes of an answer's headers; Node's own limit. */
const MOST_HEADERS = 16_384;

/**
 * An agent that looks names up itself, checks every address that it is told, and connects to those
 * very addresses, so that a name cannot lead elsewhere between the check and the connection (DNS
 * rebinding). A connection is used once.
 */
export function createPinnedAgent(options: PinnedAgentOptions): Agent {
  return new Agent({
    connect: (target, callback) => {
      void connect(target, callback, options);
    },
    headersTimeout: options.headersTimeout,
    bodyTimeout: options.headersTimeout,
    maxHeaderSize: MOST_HEADERS,
    pipelining: 0,
  });
}

/** Never rejects: what goes wrong is the callback's. */
async function connect(
  target: buildConnector.Options,
  callback: buildConnector.Callback,
  options: PinnedAgentOptions,
): Promise<void> {
  try {
    const addresses = await checkedAddresses(target.hostname, options);
    const pinned = { lookup: pinLookup(addresses), autoSelectFamily: true };
    const connector = buildConnector({ timeout: options.connectTimeout, ...pinned });
    connector(target, callback);
  } catch (error) {
    callback(error instanceof Error ? error : new Error(String(error)), null);
  }
}

const resolveBySystem: Resolver = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/** Every address of the host, all of them public: one private among them refuses the host. */
async function checkedAddresses(
  host: string,
  { resolve = resolveBySystem, isAllowed = isPublicAddress, connectTimeout }: PinnedAgentOptions,
): Promise<readonly string[]> {
  const literal = literalOf(host);
  const addresses = literal === undefined ? await inTime(resolve(host), connectTimeout) : [literal];
  if (addresses.length === 0) throw new IntakeError('intake.link-unknown', { host });
  if (addresses.every((address) => isIP(address) !== 0 && isAllowed(address))) return addresses;
  throw new IntakeError('intake.link-private', { host });
}

/** A look-up cannot be stopped, but nobody waits for it any longer. */
async function inTime<T>(pending: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new DOMException('The look-up took too long.', 'TimeoutError');
    timer = setTimeout(reject, milliseconds, error);
  });
  return Promise.race([pending, late]).finally(() => {
    clearTimeout(timer);
  });
}

/** Answers Node's question for the addresses of a name with those that were checked. */
function pinLookup(addresses: readonly string[]): LookupFunction {
  const entries = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, { all }, callback) => {
    const [first] = entries;
    if (all === true) callback(null, entries);
    else callback(null, first?.address ?? '', first?.family);
  };
}

import { type Client, Events } from 'discord.js';
import { traceOf } from '../command/trace.ts';
import type { Keeping } from '../keeping/keeping.ts';
import { BASE_SHELF } from '../article/article.ts';

// A server that takes the bot out is erased, but not at once: who took it out by mistake may take it in
// again. That Discord cannot reach a server for a while is no departure; the client keeps such a server.

const DAY = 24 * 3_600_000;

/** How long what a server keeps outlives its departure, in milliseconds. */
const GRACE = 30 * DAY;

export interface DepartureOptions {
  readonly keeping: Pick<Keeping, 'servers' | 'store' | 'erasure'>;
  readonly report: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Whether a server, if the bot is in it, is known here: it may be in another process's. */
  readonly isOurs: (guildId: string) => boolean;
}

export interface Departures {
  /** Notes who left while nobody looked, erases what is due, and does so once a day from then on. */
  begin(): Promise<void>;
  /** Looks no more, and resolves when what was begun has ended. */
  stop(): Promise<void>;
}

/** Follows in which servers the bot is. */
export function followDepartures(client: Client, options: DepartureOptions): Departures {
  const { servers } = options.keeping;
  let last: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const inTurn = (job: () => Promise<void>): Promise<void> => {
    last = last.then(job).catch((error: unknown) => {
      options.report(`following who left failed: ${traceOf(error)}`);
    });
    return last;
  };
  const now = (): string => new Date(options.clock()).toISOString();
  client.on(Events.GuildDelete, ({ id }) => void inTurn(() => servers.noteLeft(id, now())));
  client.on(Events.GuildCreate, ({ id }) => void inTurn(() => servers.noteLeft(id, undefined)));
  const look = (): Promise<void> =>
    inTurn(async () => {
      await compare(client, options, now());
      await eraseOld(client, options);
    });
  return {
    begin: () => {
      timer = setInterval(() => void look(), DAY).unref();
      return look();
    },
    stop: () => {
      clearInterval(timer);
      client.removeAllListeners(Events.GuildDelete);
      client.removeAllListeners(Events.GuildCreate);
      return last;
    },
  };
}

/** Notes servers of which something is kept and in which the bot is not, and that it is in others. */
async function compare(
  { guilds }: Client,
  { keeping: { servers, store }, isOurs }: DepartureOptions,
  now: string,
): Promise<void> {
  const left = new Map(servers.left().map(({ guildId, at }) => [guildId, at]));
  const shelves = (await store.shelves()).filter((name) => name !== BASE_SHELF);
  for (const guildId of new Set([...servers.known(), ...shelves])) {
    if (!isOurs(guildId)) continue;
    const at = guilds.cache.has(guildId) ? undefined : (left.get(guildId) ?? now);
    await servers.noteLeft(guildId, at);
  }
}

async function eraseOld(
  { guilds }: Client,
  { keeping: { servers, erasure }, clock, isOurs }: DepartureOptions,
): Promise<void> {
  for (const { guildId, at } of servers.left())
    if (isOurs(guildId) && Date.parse(at) < clock() - GRACE && !guilds.cache.has(guildId))
      await erasure.server(guildId);
}

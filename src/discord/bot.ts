import { Client, Events, GatewayIntentBits, type Interaction, Status } from 'discord.js';
import { cardActions } from '../command/card-actions.ts';
import type { Message } from '../command/reply.ts';
import { traceOf } from '../command/trace.ts';
import { isAllowedIn, leaveOthers, refuseElsewhere } from './allowed-servers.ts';
import { type Asked, askedBy, askedInMessage, seeThrough } from './answered.ts';
import { answerAutocomplete } from './autocomplete.ts';
import { BOUNDED_CACHE } from './bounded-cache.ts';
import { createCooldown } from './cooldown.ts';
import { type DepartureOptions, type Departures, followDepartures } from './departures.ts';
import type { Desk } from './desk.ts';
import { createFirstTime } from './first-time.ts';
import { tellGuild } from './log-channel.ts';
import { answerMessageCommand } from './message-command.ts';
import { answerForm } from './form.ts';
import { invitationLink } from './invitation.ts';
import { type LoginError, endedBy, loginErrorFor } from './login-error.ts';
import { MISSED, createMender } from './mending.ts';
import { answerMention } from './mention.ts';
import { type Patience, patientRest } from './patient-request.ts';
import { answerPress } from './press.ts';
import { registerCommands } from './registration.ts';
import { soon } from './response.ts';
import { watchForRivals } from './rivals.ts';
import { answerCommand } from './slash-command.ts';
import {
  type ShardRange,
  type WantedShards,
  isServed,
  restFor,
  settleShards,
  shardsIn,
} from './sharding.ts';
import { createVouching } from './vouching.ts';

/** What comes from outside; the rest of a desk is made here. */
type Given = Pick<Desk, 'commands' | 'messageCommands' | 'corpus' | 'servers' | 'report'> &
  Partial<Pick<Desk, 'keeping' | 'answered'>>;

export interface BotOptions extends Given {
  readonly token: string;
  /** Where Discord's REST interface is, without its version; Discord's own when left out. */
  readonly apiUrl?: string | undefined;
  /** The one server to register commands in; everywhere without it. */
  readonly guildId?: string | undefined;
  /** This process's shards; as many as Discord recommends when left out. */
  readonly shards?: WantedShards | undefined;
  /** The servers that it stays and answers in; all when left out. */
  readonly allowedGuildIds?: readonly string[] | undefined;
  /** Whether it answers when it is mentioned, which takes the Guild Messages intent. */
  readonly hasMentions?: boolean;
  /**
   * Calls the listener with a shelf's name whenever that has changed, or without if any may have, until
   * the function that it gives is called.
   */
  readonly watchCorpus?: (listener: (shelf?: string) => void) => () => void;
  /**
   * Whether what servers keep is erased 30 days after they took the bot out, and by which clock. Only
   * where the servers are those that Discord has.
   */
  readonly departures?: Partial<Pick<DepartureOptions, 'clock'>> | undefined;
  /** How long Discord is waited for. */
  readonly requestPatience?: Patience;
  /** Takes what an operator may want to know, to be logged. */
  readonly warn?: (line: string) => void;
  /** Called when Discord ends the session for good. */
  readonly onLost?: (reason: LoginError) => void;
  /** How long answers under way are waited for when it leaves, in milliseconds. */
  readonly patience?: number;
}

/** One of the connections to Discord's gateway. */
interface Shard {
  readonly id: number;
  readonly isReady: boolean;
  /** How long a heartbeat last took to be answered, in milliseconds; negative before the first. */
  readonly ping: number;
}

export interface Bot {
  /** Where to invite it from. */
  readonly invitation: string;
  /** How many scopes of commands had to be changed; 0 when Discord had them already. */
  readonly changedScopes: number;
  /** Whether it is in a server still. */
  isIn(guildId: string): boolean;
  /** Tells those who look after a server something, where it has a channel for that. */
  tell(guildId: string, notice: Message): Promise<void>;
  readonly shards: () => readonly Shard[];
  /**
   * Takes no more interactions; resolves when those it has are answered, or its patience is at its
   * end.
   */
  drain(): Promise<void>;
  /** Takes no more interactions, answers those it has, and leaves. */
  close(): Promise<void>;
}

const PATIENCE = 5000;

/**
 * Connects, registers the commands, and answers interactions until closed.
 * @throws LoginError if Discord refuses the token, the server or the shards; UserError if it is out of
 * reach, or lets the bot begin too few sessions more.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const shards = await settle(options);
  const client = createClient(options, shards);
  const allowed = options.allowedGuildIds && new Set(options.allowedGuildIds);
  const { desk, mended } = deskOf(client, options, shards);
  const inFlight = answerAll(client, desk, (guildId) => isAllowedIn(allowed, guildId));
  const departures = departuresOf(client, options, shards);
  const changedScopes = await open(client, options, shards);
  await departures?.begin();
  leaveOthers(client, desk, { allowed, warn: options.warn ?? (() => undefined) });
  const unwatch = options.watchCorpus?.(desk.mend);
  // What could not be mended while the connection was lost.
  for (const back of [Events.ShardReady, Events.ShardResume] as const)
    client.on(back, () => desk.mend(MISSED));
  desk.mend();
  const drain = async (): Promise<void> => {
    client.removeAllListeners(Events.InteractionCreate);
    client.removeAllListeners(Events.MessageCreate);
    const { patience = PATIENCE } = options;
    if ((await soon(Promise.allSettled(inFlight), patience)) !== undefined) return;
    options.report(`Answers that took too long were left when the bot stopped: ${inFlight.size}.`);
  };
  let draining: Promise<void> | undefined;
  return {
    invitation: invitationLink(client.application?.id ?? ''),
    changedScopes,
    isIn: (guildId) => client.guilds.cache.has(guildId),
    tell: (guildId, notice) => tellGuild(desk, client, guildId, notice),
    shards: () =>
      client.ws.shards.map(({ id, status, ping }) => ({
        id,
        isReady: status === Status.Ready,
        ping,
      })),
    drain: () => (draining ??= drain()),
    close: async () => {
      unwatch?.();
      await (draining ??= drain());
      await departures?.stop();
      await client.destroy();
      await mended();
    },
  };
}

const settle = ({ token, apiUrl, shards = 'auto', guildId }: BotOptions): Promise<ShardRange> =>
  settleShards(restFor(token, apiUrl), shards).catch((error: unknown) => {
    throw loginErrorFor(error, guildId) ?? error;
  });

function departuresOf(
  client: Client,
  { keeping, departures, report }: BotOptions,
  shards: ShardRange,
): Departures | undefined {
  if (keeping === undefined || departures === undefined) return undefined;
  const clock = departures.clock ?? Date.now;
  const isOurs = (guildId: string): boolean => isServed(shards, guildId);
  return followDepartures(client, { keeping, report, clock, isOurs });
}

/** A desk, and what resolves when no card is being corrected any more. */
function deskOf(
  client: Client,
  { commands, messageCommands, corpus, servers, keeping, report, answered }: BotOptions,
  shards: ShardRange,
): { readonly desk: Desk; readonly mended: () => Promise<void> } {
  const given = { commands, messageCommands, corpus, servers, keeping, report, answered };
  const mender = createMender(given, client, (guildId) => isServed(shards, guildId));
  let mending = Promise.resolve();
  const desk: Desk = {
    ...given,
    actions: Object.assign({}, cardActions, ...commands.map(({ actions }) => actions)),
    cooldown: createCooldown(),
    vouching: createVouching(),
    rivals: watchForRivals(report),
    note: () => undefined,
    mend: (shelf) => {
      // A bot that is leaving looks again when it is back.
      if (!client.isReady()) return;
      mending = mender(shelf).catch((error: unknown) =>
        report(`correcting cards failed: ${traceOf(error)}`),
      );
    },
  };
  return { desk, mended: () => mending };
}

async function open(client: Client, options: BotOptions, shards: ShardRange): Promise<number> {
  try {
    await connect(client, options.token);
    // What is registered holds for all shards, so the process that has the first does it.
    return shards.first === 0 ? await register(client, options) : 0;
  } catch (error) {
    await client.destroy();
    throw loginErrorFor(error, options.guildId) ?? error;
  }
}

/** Resolves when the servers are known; rejects when Discord ends the session before. */
async function connect(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    client.once(Events.ShardDisconnect, ({ code }) => reject(endedBy(code)));
  });
  await Promise.all([client.login(token), ready]);
}

function createClient(options: BotOptions, shards: ShardRange): Client {
  const { apiUrl, hasMentions = true, requestPatience, report, onLost } = options;
  const client: Client = new Client({
    ...BOUNDED_CACHE,
    shards: shardsIn(shards),
    shardCount: shards.count,
    intents: [GatewayIntentBits.Guilds, ...(hasMentions ? [GatewayIntentBits.GuildMessages] : [])],
    allowedMentions: { parse: [] },
    // Cards and forms are as Discord names things already.
    jsonTransformer: (json) => json,
    rest: {
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
      ...patientRest(() => client, requestPatience),
      // One of each interaction that was answered late.
      handlerSweepInterval: HANDLER_LIFE,
    },
  });
  client.on(Events.Error, (error) => report(`Discord: ${traceOf(error)}`));
  client.on(Events.ShardError, (error) => report(`connection: ${traceOf(error)}`));
  client.on(Events.ShardDisconnect, ({ code }) => onLost?.(endedBy(code)));
  return client;
}

/** After how long what the client remembers of a route's limits is looked at, in milliseconds. */
const HANDLER_LIFE = 60_000;

/** Gives the interactions and mentions being answered, a set that changes. */
function answerAll(
  client: Client,
  desk: Desk,
  isAllowed: (guildId: string | null) => boolean,
): ReadonlySet<Promise<void>> {
  const inFlight = new Set<Promise<void>>();
  const isFirst = createFirstTime();
  const follow = (asked: Asked, work: (desk: Desk) => Promise<void>): void => {
    const seen = seeThrough(desk, asked, work).finally(() => inFlight.delete(seen));
    inFlight.add(seen);
  };
  client.on(Events.InteractionCreate, (interaction) => {
    if (!isFirst(interaction.id)) return;
    follow(askedBy(desk, interaction), (own) =>
      isAllowed(interaction.guildId) ? answer(own, interaction) : refuseElsewhere(interaction),
    );
  });
  client.on(Events.MessageCreate, (message) => {
    if (isFirst(message.id) && isAllowed(message.guildId))
      follow(askedInMessage(message), (own) => answerMention(own, message));
  });
  return inFlight;
}

async function answer(desk: Desk, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return answerAutocomplete(desk, interaction);
  if (interaction.isMessageComponent()) return answerPress(desk, interaction);
  if (interaction.isModalSubmit()) return answerForm(desk, interaction);
  if (interaction.isMessageContextMenuCommand()) return answerMessageCommand(desk, interaction);
  if (interaction.isChatInputCommand()) await answerCommand(desk, interaction);
}

function register(client: Client, options: BotOptions): Promise<number> {
  const { commands, messageCommands, guildId } = options;
  const applicationId = client.application?.id ?? '';
  return registerCommands(
    client.rest,
    { commands, messageCommands },
    { applicationId, guildId, guilds: () => allGuilds(client) },
  );
}

/** The servers of all shards, whichever process has them. */
async function allGuilds({ guilds }: Client): Promise<readonly string[]> {
  const ids: string[] = [];
  for (;;) {
    const page = await guilds.fetch({ limit: PAGE, after: ids.at(-1) ?? '0' });
    ids.push(...page.keys());
    if (page.size < PAGE) return ids;
  }
}

/** Discord lists no more at once. */
const PAGE = 200;

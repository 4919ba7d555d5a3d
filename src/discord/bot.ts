import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  Client,
  type CommandInteractionOption,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  type Interaction,
  Status,
} from 'discord.js';
import { UserError } from '../article/user-error.ts';
import { answerQuestion, formFor } from '../command/answering.ts';
import { cardActions } from '../command/card-actions.ts';
import type { Command, Context } from '../command/command.ts';
import type { Message, Question } from '../command/reply.ts';
import { traceOf } from '../command/trace.ts';
import { type Asked, askedBy, askedInMessage, seeThrough } from './answered.ts';
import { answerAutocomplete } from './autocomplete.ts';
import { createCooldown } from './cooldown.ts';
import { type DepartureOptions, type Departures, followDepartures } from './departures.ts';
import { type Desk, commandTyped, contextOf, fileOf } from './desk.ts';
import { tellGuild } from './log-channel.ts';
import { answerMessageCommand } from './message-command.ts';
import { answerForm, modalOf } from './form.ts';
import { memberLanguage } from './language.ts';
import { tellServer } from './log-channel.ts';
import { invitationLink } from './invitation.ts';
import { PRIVATE_OPTION, groupAccess } from './definition.ts';
import { createMender } from './mending.ts';
import { answerMention } from './mention.ts';
import { answerPress } from './press.ts';
import { registerCommands } from './registration.ts';
import { respond, soon } from './response.ts';
import { watchForRivals } from './rivals.ts';
import { createVouching } from './vouching.ts';

/** Discord does not let the bot in with the settings it has. */
export class LoginError extends UserError {
  override name = 'LoginError';
}

/** What comes from outside; the rest of a desk is made here. */
type Given = Pick<Desk, 'commands' | 'messageCommands' | 'corpus' | 'servers' | 'report'> &
  Partial<Pick<Desk, 'keeping' | 'answered'>>;

export interface BotOptions extends Given {
  readonly token: string;
  /** Where Discord's REST interface is, without its version; Discord's own when left out. */
  readonly apiUrl?: string | undefined;
  /** The one server to register commands in; everywhere without it. */
  readonly guildId?: string | undefined;
  /** Whether it answers when it is mentioned, which takes the Guild Messages intent. */
  readonly hasMentions?: boolean;
  /** Calls the listener whenever the corpus has changed, until the function that it gives is called. */
  readonly watchCorpus?: (listener: () => void) => () => void;
  /**
   * Whether what servers keep is erased 30 days after they took the bot out, and by which clock. Only
   * where the servers are those that Discord has.
   */
  readonly departures?: Partial<Pick<DepartureOptions, 'clock'>> | undefined;
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
 * @throws LoginError if Discord refuses the token or the server; UserError if it is out of reach.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const client = createClient(options);
  const { desk, mended } = deskOf(client, options);
  const inFlight = answerAll(client, desk);
  const departures = departuresOf(client, options);
  const changedScopes = await open(client, options);
  await departures?.begin();
  const unwatch = options.watchCorpus?.(desk.mend);
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

function departuresOf(
  client: Client,
  { keeping, departures, report }: BotOptions,
): Departures | undefined {
  if (keeping === undefined || departures === undefined) return undefined;
  return followDepartures(client, { keeping, report, clock: departures.clock ?? Date.now });
}

/** A desk, and what resolves when no card is being corrected any more. */
function deskOf(
  client: Client,
  { commands, messageCommands, corpus, servers, keeping, report, answered }: BotOptions,
): { readonly desk: Desk; readonly mended: () => Promise<void> } {
  const given = { commands, messageCommands, corpus, servers, keeping, report, answered };
  const mender = createMender(given, client);
  let mending = Promise.resolve();
  const desk: Desk = {
    ...given,
    actions: Object.assign({}, cardActions, ...commands.map(({ actions }) => actions)),
    cooldown: createCooldown(),
    vouching: createVouching(),
    rivals: watchForRivals(report),
    note: () => undefined,
    mend: () => {
      // A bot that is leaving looks again when it is back.
      if (!client.isReady()) return;
      mending = mender().catch((error: unknown) =>
        report(`correcting cards failed: ${traceOf(error)}`),
      );
    },
  };
  return { desk, mended: () => mending };
}

async function open(client: Client, options: BotOptions): Promise<number> {
  try {
    await connect(client, options.token);
    return await register(client, options);
  } catch (error) {
    await client.destroy();
    throw loginErrorFor(error, options) ?? unreachable(error) ?? error;
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

const endedBy = (code: number): LoginError =>
  new LoginError(`Discord ended the session for good (close code ${code}).`);

function createClient({ apiUrl, hasMentions = true, report, onLost }: BotOptions): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, ...(hasMentions ? [GatewayIntentBits.GuildMessages] : [])],
    allowedMentions: { parse: [] },
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }),
  });
  client.on(Events.Error, (error) => report(`Discord: ${traceOf(error)}`));
  client.on(Events.ShardError, (error) => report(`connection: ${traceOf(error)}`));
  client.on(Events.ShardDisconnect, ({ code }) => onLost?.(endedBy(code)));
  return client;
}

/** Gives the interactions and mentions being answered, a set that changes. */
function answerAll(client: Client, desk: Desk): ReadonlySet<Promise<void>> {
  const inFlight = new Set<Promise<void>>();
  const follow = (asked: Asked, work: (desk: Desk) => Promise<void>): void => {
    const seen = seeThrough(desk, asked, work).finally(() => inFlight.delete(seen));
    inFlight.add(seen);
  };
  client.on(Events.InteractionCreate, (interaction) =>
    follow(askedBy(desk, interaction), (own) => answer(own, interaction)),
  );
  client.on(Events.MessageCreate, (message) =>
    follow(askedInMessage(message), (own) => answerMention(own, message)),
  );
  return inFlight;
}

async function answer(desk: Desk, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return answerAutocomplete(desk, interaction);
  if (interaction.isMessageComponent()) return answerPress(desk, interaction);
  if (interaction.isModalSubmit()) return answerForm(desk, interaction);
  if (interaction.isMessageContextMenuCommand()) return answerMessageCommand(desk, interaction);
  if (interaction.isChatInputCommand()) await answerCommand(desk, interaction);
}

async function answerCommand(desk: Desk, interaction: ChatInputCommandInteraction): Promise<void> {
  const question = questionOf(interaction);
  const group = desk.commands.filter(({ name }) => name.split(' ')[0] === interaction.commandName);
  desk.vouching.note(interaction, groupAccess(group));
  const notices: Message[] = [];
  let progress: Message | undefined;
  const context = contextOf(desk, interaction).then((seen) => ({
    ...seen,
    files: filesOf(interaction),
    tell: (told: Message) => void (progress = told),
    announce: (notice: Message) => void notices.push(notice),
  }));
  // All others defer where the server's shelf is yet to be loaded; a form must be the first answer.
  if (group.some(({ name, form }) => name === question.command && form !== undefined)) {
    const form = formFor(question, await context);
    if (form !== undefined)
      return void (await interaction.showModal(modalOf(form, memberLanguage(interaction))));
  }
  const reply = context.then((seen) => answerQuestion(question, seen));
  const isPrivate = interaction.options.getBoolean(PRIVATE_OPTION) ?? isForOne(group);
  const response = { question, reply, page: 1, isPrivate, progress: () => progress };
  await respond(desk, interaction, response);
  for (const notice of notices) await tellServer(desk, interaction, notice);
  if (notices.length > 0) desk.mend();
}

/** What is done with articles is for whoever does it, also while the answer is on its way. */
const isForOne = (group: readonly Command[]): boolean =>
  groupAccess(group) !== 'everyone' || group.some(({ files }) => files !== undefined);

/** Whether an answer is private is no part of the question. */
const questionOf = (interaction: ChatInputCommandInteraction): Question => ({
  command: commandTyped(interaction),
  options: Object.fromEntries(
    optionsTyped(interaction).flatMap(({ name, value, attachment }): [string, string][] =>
      name === PRIVATE_OPTION || attachment ? [] : [[name, String(value)]],
    ),
  ),
});

const filesOf = (interaction: ChatInputCommandInteraction): Context['files'] =>
  Object.fromEntries(
    optionsTyped(interaction).flatMap(({ name, attachment }) =>
      attachment ? [[name, fileOf(attachment)]] : [],
    ),
  );

/** Of a subcommand, its own options. */
function optionsTyped({
  options,
}: ChatInputCommandInteraction): readonly CommandInteractionOption[] {
  const [first] = options.data;
  return first?.type === ApplicationCommandOptionType.Subcommand
    ? (first.options ?? [])
    : options.data;
}

function register(client: Client, options: BotOptions): Promise<number> {
  const { commands, messageCommands, guildId } = options;
  const applicationId = client.application?.id ?? '';
  const guilds = [...client.guilds.cache.keys()];
  return registerCommands(
    client.rest,
    { commands, messageCommands },
    { applicationId, guildId, guilds },
  );
}

/** What an operator can put right; undefined for all else. */
function loginErrorFor(error: unknown, { guildId }: BotOptions): LoginError | undefined {
  const isToken =
    error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
  if (isToken || isStatus(error, 401))
    return new LoginError('DISCORD_TOKEN: Discord does not know this token.');
  if (guildId !== undefined && (isStatus(error, 403) || isStatus(error, 404)))
    return new LoginError(`DISCORD_GUILD_ID: the bot is not in a server with the id ${guildId}.`);
  return undefined;
}

/** What the network says when it does not get through. */
const OUT_OF_REACH =
  /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|UND_ERR_\w+)$/u;

const unreachable = (error: unknown): UserError | undefined =>
  error instanceof Error && 'code' in error && OUT_OF_REACH.test(String(error.code))
    ? new UserError(`Discord is out of reach (${String(error.code)}); is there a network?`)
    : undefined;

const isStatus = (error: unknown, status: number): boolean =>
  error instanceof DiscordAPIError && error.status === status;

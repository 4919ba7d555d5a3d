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
} from 'discord.js';
import { UserError } from '../article/user-error.ts';
import { answerQuestion, formFor } from '../command/answering.ts';
import { cardActions } from '../command/card-actions.ts';
import type { Command, Context } from '../command/command.ts';
import type { Message, Question } from '../command/reply.ts';
import { traceOf } from '../command/trace.ts';
import { isOutOfReach, reachOf } from './api-error.ts';
import { answerAutocomplete } from './autocomplete.ts';
import { BOUNDED_CACHE } from './bounded-cache.ts';
import { createCooldown } from './cooldown.ts';
import { type DepartureOptions, type Departures, followDepartures } from './departures.ts';
import { type Desk, commandTyped, contextOf, fileOf } from './desk.ts';
import { createFirstTime } from './first-time.ts';
import { tellGuild } from './log-channel.ts';
import { answerMessageCommand } from './message-command.ts';
import { answerForm, modalOf } from './form.ts';
import { memberLanguage } from './language.ts';
import { tellServer } from './log-channel.ts';
import { invitationLink } from './invitation.ts';
import { PRIVATE_OPTION, groupAccess } from './definition.ts';
import { createMender } from './mending.ts';
import { answerMention } from './mention.ts';
import { type Patience, patientRest } from './patient-request.ts';
import { answerPress } from './press.ts';
import { registerCommands } from './registration.ts';
import { respond } from './response.ts';
import { createVouching } from './vouching.ts';

/** Discord does not let the bot in with the settings it has. */
export class LoginError extends UserError {
  override name = 'LoginError';
}

/** What comes from outside; the rest of a desk is made here. */
type Given = Pick<Desk, 'commands' | 'messageCommands' | 'corpus' | 'servers' | 'report'> &
  Partial<Pick<Desk, 'keeping'>>;

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
  /** How long Discord is waited for. */
  readonly patience?: Patience;
  /** Called when Discord ends the session for good. */
  readonly onLost?: (reason: LoginError) => void;
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
  /** Takes no more interactions, answers those it has, and leaves. */
  close(): Promise<void>;
}

/**
 * Connects, registers the commands, and answers interactions until closed.
 * @throws LoginError if Discord refuses the token or the server; UserError if it is out of reach.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const client = createClient(options);
  const desk = deskOf(client, options);
  const inFlight = answerAll(client, desk);
  const departures = departuresOf(client, options);
  const changedScopes = await open(client, options);
  await departures?.begin();
  const unwatch = options.watchCorpus?.(desk.mend);
  // What could not be mended while the connection was lost.
  for (const back of [Events.ShardReady, Events.ShardResume] as const) client.on(back, desk.mend);
  desk.mend();
  return {
    invitation: invitationLink(client.application?.id ?? ''),
    changedScopes,
    isIn: (guildId) => client.guilds.cache.has(guildId),
    tell: (guildId, notice) => tellGuild(desk, client, guildId, notice),
    close: async () => {
      unwatch?.();
      client.removeAllListeners(Events.InteractionCreate);
      client.removeAllListeners(Events.MessageCreate);
      await Promise.allSettled(inFlight);
      await departures?.stop();
      await client.destroy();
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

function deskOf(
  client: Client,
  { commands, messageCommands, corpus, servers, keeping, report }: BotOptions,
): Desk {
  const given = { commands, messageCommands, corpus, servers, keeping, report };
  const mender = createMender(given, client);
  return {
    ...given,
    actions: Object.assign({}, cardActions, ...commands.map(({ actions }) => actions)),
    cooldown: createCooldown(),
    vouching: createVouching(),
    mend: () => {
      // A bot that is leaving looks again when it is back.
      if (!client.isReady()) return;
      mender().catch((error: unknown) => report(`correcting cards failed: ${traceOf(error)}`));
    },
  };
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

function createClient(options: BotOptions): Client {
  const { apiUrl, hasMentions = true, patience, report, onLost } = options;
  const client: Client = new Client({
    ...BOUNDED_CACHE,
    intents: [GatewayIntentBits.Guilds, ...(hasMentions ? [GatewayIntentBits.GuildMessages] : [])],
    allowedMentions: { parse: [] },
    rest: {
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
      ...patientRest(() => client, patience),
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
function answerAll(client: Client, desk: Desk): ReadonlySet<Promise<void>> {
  const inFlight = new Set<Promise<void>>();
  const isFirst = createFirstTime();
  const follow = (what: string, work: Promise<void>): void => {
    const answered = work
      .catch((error: unknown) => desk.report(`${what} failed: ${traceOf(error)}`))
      .finally(() => inFlight.delete(answered));
    inFlight.add(answered);
  };
  client.on(Events.InteractionCreate, (interaction) => {
    if (isFirst(interaction.id)) follow('an interaction', answer(desk, interaction));
  });
  client.on(Events.MessageCreate, (message) => {
    if (isFirst(message.id)) follow('a mention', answerMention(desk, message));
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
  try {
    await respond(desk, interaction, response);
  } finally {
    // What was done is told where the member's own answer did not get through, too.
    for (const notice of notices) await tellServer(desk, interaction, notice);
    if (notices.length > 0) desk.mend();
  }
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

const unreachable = (error: unknown): UserError | undefined =>
  isOutOfReach(error)
    ? new UserError(`Discord is out of reach (${reachOf(error)}); is there a network?`)
    : undefined;

const isStatus = (error: unknown, status: number): boolean =>
  error instanceof DiscordAPIError && error.status === status;

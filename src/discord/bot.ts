import {
  type ChatInputCommandInteraction,
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  type Interaction,
} from 'discord.js';
import { UserError } from '../article/user-error.ts';
import type { Question } from '../command/reply.ts';
import { traceOf } from '../command/trace.ts';
import { answerAutocomplete } from './autocomplete.ts';
import { type Desk, askFor } from './desk.ts';
import { invitationLink } from './invitation.ts';
import { answerPress } from './press.ts';
import { registerCommands } from './registration.ts';
import { respond } from './response.ts';

/** Discord does not let the bot in with the settings it has. */
export class LoginError extends UserError {
  override name = 'LoginError';
}

export interface BotOptions extends Desk {
  readonly token: string;
  /** Where Discord's REST interface is, without its version; Discord's own when left out. */
  readonly apiUrl?: string | undefined;
  /** The one server to register commands in; everywhere without it. */
  readonly guildId?: string | undefined;
  /** Called when Discord ends the session for good. */
  readonly onLost?: (reason: LoginError) => void;
}

export interface Bot {
  /** Where to invite it from. */
  readonly invitation: string;
  /** How many scopes of commands had to be changed; 0 when Discord had them already. */
  readonly changedScopes: number;
  /** Takes no more interactions, answers those it has, and leaves. */
  close(): Promise<void>;
}

/**
 * Connects, registers the commands, and answers interactions until closed.
 * @throws LoginError if Discord refuses the token or the server; UserError if it is out of reach.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const client = createClient(options);
  const inFlight = answerInteractions(client, options);
  const changedScopes = await open(client, options);
  return {
    invitation: invitationLink(client.application?.id ?? ''),
    changedScopes,
    close: async () => {
      client.removeAllListeners(Events.InteractionCreate);
      await Promise.allSettled(inFlight);
      await client.destroy();
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

function createClient({ apiUrl, report, onLost }: BotOptions): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }),
  });
  client.on(Events.Error, (error) => report(`Discord: ${traceOf(error)}`));
  client.on(Events.ShardError, (error) => report(`connection: ${traceOf(error)}`));
  client.on(Events.ShardDisconnect, ({ code }) => onLost?.(endedBy(code)));
  return client;
}

/** Gives the interactions being answered, a set that changes. */
function answerInteractions(client: Client, desk: Desk): ReadonlySet<Promise<void>> {
  const inFlight = new Set<Promise<void>>();
  client.on(Events.InteractionCreate, (interaction) => {
    const answered = answer(desk, interaction)
      .catch((error: unknown) => desk.report(`an interaction failed: ${traceOf(error)}`))
      .finally(() => inFlight.delete(answered));
    inFlight.add(answered);
  });
  return inFlight;
}

async function answer(desk: Desk, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return answerAutocomplete(desk, interaction);
  if (interaction.isButton() || interaction.isStringSelectMenu())
    return answerPress(desk, interaction);
  if (!interaction.isChatInputCommand()) return;
  const question = questionOf(interaction);
  const reply = askFor(desk, question, interaction);
  await respond(interaction, { question, reply, page: 1, isPrivate: false });
}

const questionOf = ({ commandName, options }: ChatInputCommandInteraction): Question => ({
  command: commandName,
  options: Object.fromEntries(
    options.data.map(({ name, value }): [string, string] => [name, String(value)]),
  ),
});

function register(client: Client, { commands, guildId }: BotOptions): Promise<number> {
  const applicationId = client.application?.id ?? '';
  const guilds = [...client.guilds.cache.keys()];
  return registerCommands(client.rest, commands, { applicationId, guildId, guilds });
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

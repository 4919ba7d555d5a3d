import { EventEmitter, once } from 'node:events';
import { BASE_SHELF } from './article/article.ts';
import { UserError } from './article/user-error.ts';
import type { Command, MessageCommand } from './command/command.ts';
import { traceOf } from './command/trace.ts';
import { type Settings, SettingsError, readEnvironment, readSettings } from './config.ts';
import { type Bot, startBot } from './discord/bot.ts';
import { LoginError } from './discord/login-error.ts';
import { type Log, createLog } from './script/log.ts';
import { describePlace } from './script/place.ts';
import { requestHandlers } from './script/request-handlers.ts';
import type { Terminal } from './script/subcommand.ts';
import { newsMessage } from './command/feeds/feed-news.ts';
import { createFeedPoller } from './keeping/feed-poller.ts';
import type { Keeping } from './keeping/keeping.ts';
import { openKeeping } from './keeping/open.ts';
import { amendmentsOf } from './keeping/correction.ts';
import { type Corpora, followCorpora } from './search/corpora.ts';
import { type Sandbox, startSandbox } from './sandbox/index.ts';
import { startPrompt } from './sandbox/prompt.ts';
import type { ArticleStore } from './store/article-store.ts';
import { openErasure } from './store/erasing/erasure.ts';
import { openServerStore } from './store/folder-server-store.ts';
import type { ServerStore } from './store/server-store.ts';
import { openFolderStore } from './store/folder-store.ts';
import { watchRequests } from './store/requests.ts';

export interface AppOptions {
  readonly commands: readonly Command[];
  readonly messageCommands: readonly MessageCommand[];
  /** Discord or nothing; else the sandbox takes its place where there is no token. */
  readonly isDiscordOnly: boolean;
  readonly terminal: Terminal;
}

/** Closes what was opened, the last one first. */
type Closers = (() => void | Promise<void>)[];

/**
 * Starts the bot and everything that it needs, and serves until told to stop; gives the exit code.
 * @throws SettingsError if an operator has to put something right first.
 */
export async function runApp(options: AppOptions): Promise<number> {
  const settings = readSettings(readEnvironment(process.cwd(), options.terminal.env));
  if (options.isDiscordOnly && settings.DISCORD_TOKEN === undefined)
    throw new SettingsError('DISCORD_TOKEN is not set; "start --discord" needs the bot\'s token.');
  const closers: Closers = [];
  try {
    await serve(settings, options, closers);
    return 0;
  } catch (error) {
    throw error instanceof LoginError ? new SettingsError(error.message) : error;
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

async function serve(settings: Settings, options: AppOptions, closers: Closers): Promise<void> {
  const log = createLog(settings.LOG_LEVEL, options.terminal.stderr);
  const stop = awaitStop();
  const store = await openStore(settings, log, closers);
  const servers = await openServerStore(settings.DATA_DIR).catch(explain);
  const erasure = openErasure({
    articles: store,
    servers,
    dataDir: settings.DATA_DIR,
    baseGuildId: settings.BASE_GUILD_ID,
  });
  await erasure.finish().catch(explain);
  const handlers = requestHandlers({ articles: store, servers, erasure }, settings.DATA_DIR);
  const tellOf = (error: unknown): void => log.error(`A request failed: ${traceOf(error)}`);
  closers.push(await watchRequests(settings.DATA_DIR, handlers, tellOf).catch(explain));
  const corpora = await openCorpora(store, servers, settings, log, closers);
  const place = await findPlace(settings, log, closers);
  const { keeping, close } = openKeeping({
    store,
    servers,
    corpora,
    erasure,
    baseGuildId: settings.BASE_GUILD_ID,
    quotas: {
      articles: settings.QUOTA_ARTICLES,
      megabytes: settings.QUOTA_MEGABYTES,
      feeds: settings.QUOTA_FEEDS,
    },
    attachmentOrigin: place.sandbox && new URL(place.sandbox.apiUrl).origin,
  });
  closers.push(close);
  const bot = await startBot({
    ...place,
    commands: options.commands,
    messageCommands: options.messageCommands,
    corpus: (guildId) => corpora.of(guildId),
    watchCorpus: (listener) => corpora.subscribe(listener),
    servers,
    keeping,
    hasMentions: settings.MENTIONS === 'on',
    report: log.error,
    warn: log.warn,
    onLost: stop.fail,
  });
  closers.push(() => bot.close());
  followFeeds(keeping, bot, log, closers);
  announce(bot, place, options.terminal, log);
  if (place.sandbox !== undefined) talk(place.sandbox, options.terminal, stop, closers);
  await stop.stopped;
}

/** The articles and their history, in folders. */
async function openStore(settings: Settings, log: Log, closers: Closers): Promise<ArticleStore> {
  const { CORPUS_DIR: corpusDir, DATA_DIR: dataDir } = settings;
  const store = await openFolderStore({ corpusDir, dataDir }).catch(explain);
  closers.push(() => store.close());
  closers.push(await warnOfProblems(store, log));
  const { articles } = await store.load(BASE_SHELF);
  log.info(`${articles.length} ${articles.length === 1 ? 'article' : 'articles'} in ${corpusDir}.`);
  return store;
}

/** What servers see of the articles, kept up to date with the store. */
async function openCorpora(
  store: ArticleStore,
  servers: ServerStore,
  { SHELF_MEMORY_MB: megabytes }: Settings,
  log: Log,
  closers: Closers,
): Promise<Corpora> {
  const corpora = await followCorpora({
    store,
    amendments: amendmentsOf(servers),
    mostBytes: megabytes * 1_000_000,
    report: (error) => log.error(`The articles could not be read again: ${traceOf(error)}`),
  });
  closers.push(() => corpora.close());
  return corpora;
}

/** Looks at the feeds that servers follow, and tells the servers. */
function followFeeds(keeping: Keeping, bot: Bot, log: Log, closers: Closers): void {
  const poller = createFeedPoller({
    keeping,
    tell: (guildId, news) => bot.tell(guildId, newsMessage(news)),
    isIn: (guildId) => bot.isIn(guildId),
    report: (error) => log.error(`Following a feed failed: ${traceOf(error)}`),
  });
  closers.push(() => poller.stop());
  poller.start();
}

/** What an operator can put right ends the start with its own words. */
function explain(error: unknown): never {
  throw error instanceof UserError ? new SettingsError(error.message) : error;
}

/** Warns of each file that cannot be read, once, now and whenever the folder changes. */
async function warnOfProblems(store: ArticleStore, log: Log): Promise<() => void> {
  let warned: ReadonlySet<string> = new Set();
  const look = async (): Promise<void> => {
    const { problems } = await store.load(BASE_SHELF);
    const lines = problems.map((problem) => `${describePlace(problem)} ${problem.message}`);
    for (const line of lines.filter((each) => !warned.has(each))) log.warn(line);
    warned = new Set(lines);
  };
  await look();
  return store.subscribe(BASE_SHELF, () => {
    look().catch((error: unknown) =>
      log.error(`The articles could not be checked: ${traceOf(error)}`),
    );
  });
}

/** Discord, or the sandbox that takes its place. */
interface Place {
  readonly token: string;
  readonly guildId?: string | undefined;
  readonly shards?: Settings['SHARDS'];
  readonly allowedGuildIds?: Settings['ALLOWED_GUILD_IDS'];
  /** The sandbox's bot is in no server of Discord's, and has left none. */
  readonly departures?: object;
  readonly apiUrl?: string;
  readonly sandbox?: Sandbox;
}

async function findPlace(settings: Settings, log: Log, closers: Closers): Promise<Place> {
  const { DISCORD_TOKEN: token, DISCORD_GUILD_ID: guildId, SANDBOX_PORT: port } = settings;
  const { SHARDS: shards, ALLOWED_GUILD_IDS: allowedGuildIds } = settings;
  if (token !== undefined) {
    if (allowedGuildIds === undefined) log.warn(ALL_ALLOWED);
    return { token, guildId, shards, allowedGuildIds, departures: {} };
  }
  const sandbox = await startSandbox({ port }).catch((error: unknown) => {
    throw portError(error, port) ?? error;
  });
  closers.push(() => sandbox.close());
  return { token: sandbox.token, apiUrl: sandbox.apiUrl, sandbox };
}

const ALL_ALLOWED =
  'ALLOWED_GUILD_IDS is empty: any server may take the bot in, and anybody may ask it in private.';

const portError = (error: unknown, port: number): SettingsError | undefined =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    ? new SettingsError(`SANDBOX_PORT: something else uses port ${port}; set another, or 0.`)
    : undefined;

function announce(bot: Bot, { sandbox }: Place, { stdout }: Terminal, log: Log): void {
  if (sandbox === undefined) {
    log.info(
      bot.changedScopes === 0
        ? 'The commands are registered already.'
        : 'The commands are registered.',
    );
    log.info(`Connected. To add the bot to a server: ${bot.invitation}`);
    return;
  }
  stdout.write(
    `No DISCORD_TOKEN is set, so the bot runs in a sandbox on this machine, not on Discord.\n` +
      `Open ${sandbox.pageUrl} in a browser, or type here; stop it with Ctrl+C.\n`,
  );
}

/** Lets a person at a terminal ask the bot, until they leave. */
function talk(sandbox: Sandbox, { stdin, stdout }: Terminal, stop: Stop, closers: Closers): void {
  if (stdin.isTTY !== true || stdout.isTTY !== true) return;
  const prompt = startPrompt(sandbox, { input: stdin, output: stdout });
  closers.push(() => prompt.close());
  prompt.closed.then(stop.request, stop.fail);
}

interface Stop {
  /** Resolves when told to stop; rejects when Discord ended the session. */
  readonly stopped: Promise<unknown>;
  readonly request: () => void;
  readonly fail: (reason: unknown) => void;
}

/** A first signal asks to stop; Node ends the process at a second. */
function awaitStop(): Stop {
  const events = new EventEmitter();
  const stopped = once(events, 'stop');
  // Whoever waits for it learns of a failure; until then it is no unhandled one.
  stopped.catch(() => undefined);
  const request = (): void => void events.emit('stop');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, request);
  return { stopped, request, fail: (reason) => void events.emit('error', reason) };
}

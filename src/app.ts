import packageJson from '../package.json' with { type: 'json' };
import { BASE_SHELF } from './article/article.ts';
import { UserError } from './article/user-error.ts';
import type { Command, MessageCommand } from './command/command.ts';
import { traceOf } from './command/trace.ts';
import { type Settings, SettingsError, readEnvironment, readSettings } from './config.ts';
import { type Bot, startBot } from './discord/bot.ts';
import { LoginError } from './discord/login-error.ts';
import { type Log, createLog } from './monitoring/log.ts';
import { type Monitoring, openMonitoring } from './monitoring/monitoring.ts';
import { describePlace } from './script/place.ts';
import { requestHandlers } from './script/request-handlers.ts';
import { type Stop, awaitStop } from './script/stop.ts';
import { type Stores, openStores, tellContents } from './script/stores.ts';
import { EXIT_SOFTWARE, type Terminal } from './script/subcommand.ts';
import { newsMessage } from './command/feeds/feed-news.ts';
import { createFeedPoller } from './keeping/feed-poller.ts';
import type { Keeping } from './keeping/keeping.ts';
import { openKeeping } from './keeping/open.ts';
import { amendmentsOf } from './keeping/correction.ts';
import { type Corpora, followCorpora } from './search/corpora.ts';
import { attributionChanges } from './search/attribution-change.ts';
import type { Reread } from './search/corpus-holder.ts';
import { snapshotsIn } from './search/snapshot.ts';
import { type Sandbox, startSandbox } from './sandbox/index.ts';
import { startPrompt } from './sandbox/prompt.ts';
import type { ArticleStore } from './store/article-store.ts';
import type { ServerStore } from './store/server-store.ts';
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
 * @throws UserError if somebody has to put something right first, a SettingsError if an operator has.
 */
export async function runApp(options: AppOptions): Promise<number> {
  const settings = readSettings(readEnvironment(process.cwd(), options.terminal.env));
  if (options.isDiscordOnly && settings.DISCORD_TOKEN === undefined)
    throw new SettingsError('DISCORD_TOKEN is not set; "start --discord" needs the bot\'s token.');
  const log = createLog(settings.LOG_LEVEL, options.terminal.stderr, secretsIn(settings));
  const stop = awaitStop();
  const closers: Closers = [stop.release, failLoudly(log)];
  let isUp = false;
  try {
    const up = serve(settings, options, { log, stop, closers });
    await Promise.race([up.then(() => (isUp = true)), stop.stopped]);
    await stop.stopped;
  } catch (error) {
    if (error instanceof LoginError) throw new SettingsError(error.message);
    if (error instanceof UserError) throw error;
    tellOfFailure(log, error);
    return EXIT_SOFTWARE;
  } finally {
    for (const close of closers.toReversed()) await close();
    await log.flush();
  }
  // What was still being opened need not be waited for; nobody was answered yet.
  if (!isUp) process.exit(0);
  return 0;
}

const tellOfFailure = (log: Log, error: unknown): void =>
  log.error(`Verbatim failed, which is a mistake in it: ${traceOf(error)}`);

/** Ends the process where nobody caught an error, whose message may repeat what a member typed. */
function failLoudly(log: Log): () => void {
  const fail = (error: unknown): void => {
    tellOfFailure(log, error);
    process.exitCode = EXIT_SOFTWARE;
    setImmediate(() => process.exit());
  };
  process.on('uncaughtException', fail);
  return () => void process.off('uncaughtException', fail);
}

/** What everything is opened with. */
interface Running {
  readonly log: Log;
  readonly stop: Stop;
  readonly closers: Closers;
}

/** Resolves when everything runs. */
async function serve(
  settings: Settings,
  options: AppOptions,
  { log, stop, closers }: Running,
): Promise<void> {
  const monitoring = await openMonitoring(settings, log, packageJson.version);
  closers.push(monitoring.close);
  monitoring.watch({ isStopping: stop.isStopping });
  const stores = await openKept(settings, log, closers);
  const { articles: store, servers, erasure } = stores;
  monitoring.watch({ head: () => store.head(BASE_SHELF) });
  const corpora = await openCorpora(stores, settings, { log, closers, monitoring });
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
  if (stop.isStopping()) return;
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
    answered: monitoring.answered,
    warn: log.warn,
    onLost: stop.fail,
  });
  closers.push(() => bot.close());
  monitoring.watch({ shards: bot.shards });
  followFeeds(keeping, bot, log, closers);
  // The first thing to do: feeds that are being looked at may take a while to end.
  closers.push(() => bot.drain());
  announce(bot, place, options.terminal, log);
  if (place.sandbox !== undefined) talk(place.sandbox, options.terminal, stop, closers);
}

const secretsIn = ({ DISCORD_TOKEN, DATABASE_URL }: Settings): readonly string[] =>
  [DISCORD_TOKEN ?? [], DATABASE_URL ?? []].flat();

/** All that is kept, in folders or in a database, with what was cut short ended. */
async function openKept(settings: Settings, log: Log, closers: Closers): Promise<Stores> {
  const stores = await openStores(settings, log).catch(explain);
  closers.push(() => stores.close());
  closers.push(await warnOfProblems(stores.articles, log));
  await tellContents(stores, settings, log);
  await stores.erasure.finish().catch(explain);
  // Only what is in folders is for one process, which others ask to do something with it.
  if (settings.DATABASE_URL !== undefined) return stores;
  const tellOf = (error: unknown): void => log.error(`A request failed: ${traceOf(error)}`);
  const handlers = requestHandlers(stores, settings.DATA_DIR);
  closers.push(await watchRequests(settings.DATA_DIR, handlers, tellOf).catch(explain));
  return stores;
}

/** What servers see of the articles, kept up to date with the store. */
async function openCorpora(
  { articles: store, servers, openIndex }: Stores,
  { DATA_DIR: dataDir, SHELF_MEMORY_MB: megabytes }: Settings,
  { log, closers, monitoring }: Omit<Running, 'stop'> & { readonly monitoring: Monitoring },
): Promise<Corpora> {
  const openSnapshot = await snapshotsIn(dataDir, {
    report: (error) => log.warn(`What was read is not kept for the next start: ${traceOf(error)}`),
  });
  const corpora = await followCorpora({
    store,
    amendments: amendmentsOf(servers),
    openIndex,
    openSnapshot,
    onProgress(unread, all) {
      const articles = all - unread;
      monitoring.watch({ corpora: () => ({ ...NOT_READ, articles, unread }) });
      if (unread > 0) log.info(`${articles} of ${all} articles are read.`);
    },
    onReread: (reread) => tellChanges(reread, servers, log),
    mostBytes: megabytes * 1_000_000,
    report: (error) => log.error(`The articles could not be read again: ${traceOf(error)}`),
  });
  closers.push(() => corpora.close());
  monitoring.watch({
    corpora: () => {
      const { behindSince, ...progress } = corpora.progress();
      const behind = behindSince === undefined ? 0 : Math.max(0, Date.now() - behindSince);
      const { articles } = corpora.base.scope;
      return { ...progress, isRead: true, articles, bytes: corpora.bytes(), behind };
    },
  });
  return corpora;
}

/** Says what cards show otherwise than they did, since newer code reads otherwise. */
function tellChanges(reread: readonly Reread[], servers: ServerStore, log: Log): void {
  const shown = new Set(servers.cards().flatMap(({ articles }) => Object.keys(articles)));
  for (const { was, is } of reread)
    if (shown.has(is.article.id))
      for (const change of attributionChanges(was, is))
        log.info(`This version reads otherwise what cards show: ${change}`);
}

/** Before the base shelf was read for the first time. */
const NOT_READ = { isRead: false, revision: 0, shelves: 0, bytes: 0, behind: 0 };

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

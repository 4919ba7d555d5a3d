import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { commands, messageCommands } from '../commands/index.ts';
import { startBot } from '../src/discord/bot.ts';
import { amendmentsOf } from '../src/keeping/correction.ts';
import { openKeeping } from '../src/keeping/open.ts';
import { openFolder } from '../src/script/folder-corpus.ts';
import { followCorpora } from '../src/search/corpora.ts';
import { openErasure } from '../src/store/erasing/erasure.ts';
import { openServerStore } from '../src/store/folder-server-store.ts';
import { openFolderStore } from '../src/store/folder-store.ts';
import { DEFAULT_SETTINGS } from '../src/store/server-store.ts';
import { round } from './figures.ts';
import { generateArticles } from './generated-articles.ts';
import type { FromCrowd, Stock, Tally, ToCrowd } from './soak/message.ts';
import { type Sample, isFlat, slopeOf, takeSample } from './soak/sample.ts';

// `npm run soak -- --interactions 100000`: whether the bot keeps its size, and answers everything once,
// over many interactions and bad days. Its figures are JSON on standard output.

const SEED = 20_250_218;
const ARTICLES = 1_000;
/** Of fewer interactions, the size says nothing. */
const LEAST_TOLD = 20_000;

const { values } = parseArgs({
  options: {
    interactions: { type: 'string', default: '100000' },
    articles: { type: 'string', default: String(ARTICLES) },
    every: { type: 'string', default: '1000' },
  },
});
const wanted = Number(values.interactions);
const every = Number(values.every);
const tell = (line: string): void => console.error(line);

type Open = Extract<FromCrowd, { readonly kind: 'open' }>;

/** The sandbox and its members. */
function startCrowd(): ChildProcess {
  const name = `./soak/crowd${extname(import.meta.url)}`;
  return fork(fileURLToPath(new URL(name, import.meta.url)), {
    execArgv: process.execArgv.filter((flag) => flag !== '--expose-gc'),
  });
}

const say = (crowd: ChildProcess, message: ToCrowd): void => void crowd.send(message);

/** The next message of a kind. */
function hear<Kind extends FromCrowd['kind']>(
  crowd: ChildProcess,
  kind: Kind,
): Promise<Extract<FromCrowd, { readonly kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      crowd.off('message', look).off('exit', lost);
    };
    const look = (message: FromCrowd): void => {
      if (!isKind(message, kind)) return;
      leave();
      resolve(message);
    };
    const lost = (): void => {
      leave();
      reject(new Error('the sandbox has ended'));
    };
    crowd.on('message', look).on('exit', lost);
  });
}

const isKind = <Kind extends FromCrowd['kind']>(
  message: FromCrowd,
  kind: Kind,
): message is Extract<FromCrowd, { readonly kind: Kind }> => message.kind === kind;

/** Articles on disk, and what there is to ask about them. */
async function writeArticles(folder: string): Promise<Stock> {
  await mkdir(folder);
  const originals = await openFolder('corpus', tell);
  const generated = generateArticles(
    originals.readings.map(({ article }) => article),
    Number(values.articles),
    SEED,
  );
  for (const { id, source } of generated) await writeFile(join(folder, `${id}.md`), source);
  return {
    names: generated.slice(0, 100).flatMap(({ names }) => names.slice(0, 5)),
    articles: generated.slice(0, 200).map(({ id }) => id),
    words: [
      'peace',
      'troops',
      'talks',
      'sanctions',
      'meeting',
      'Riyadh',
      'Kyiv',
      'NATO',
      'the war',
    ],
  };
}

const reports: string[] = [];
const MOST_REPORTS = 20;
const report = (line: string): void => void (reports.length < MOST_REPORTS && reports.push(line));

/** The bot as it runs for an operator, over folders. */
async function openBot(folder: string, { apiUrl, token, guildId }: Open) {
  const dataDir = join(folder, 'data');
  const store = await openFolderStore({ corpusDir: join(folder, 'corpus'), dataDir });
  const servers = await openServerStore(dataDir);
  await servers.saveSettings(guildId, { ...DEFAULT_SETTINGS, cooldown: 0 });
  const corpora = await followCorpora({
    store,
    amendments: amendmentsOf(servers),
    report: (error) => report(String(error)),
  });
  const { keeping, close } = openKeeping({
    store,
    servers,
    corpora,
    erasure: openErasure({ articles: store, servers, dataDir, baseGuildId: undefined }),
    baseGuildId: undefined,
    quotas: { articles: 1_000, megabytes: 50, feeds: 3 },
    attachmentOrigin: new URL(apiUrl).origin,
  });
  const bot = await startBot({
    token,
    apiUrl,
    commands,
    messageCommands,
    corpus: (id) => corpora.of(id),
    watchCorpus: (listener) => corpora.subscribe(listener),
    servers,
    keeping,
    report,
  });
  return async (): Promise<void> => {
    await bot.close();
    await close();
    corpora.close();
    await store.close();
  };
}

const add = (sum: Tally, more: Tally): Tally => ({
  done: sum.done + more.done,
  unanswered: sum.unanswered + more.unanswered,
  twice: sum.twice + more.twice,
  faults: sum.faults + more.faults,
  wrong: [...sum.wrong, ...more.wrong].slice(0, MOST_REPORTS),
});

const NOTHING: Tally = { done: 0, unanswered: 0, twice: 0, faults: 0, wrong: [] };

async function soak(crowd: ChildProcess, stock: Stock): Promise<[Tally, readonly Sample[]]> {
  say(crowd, { kind: 'begin', stock, seed: SEED });
  await hear(crowd, 'begun');
  const samples: Sample[] = [await takeSample(0)];
  let tally = NOTHING;
  while (tally.done < wanted) {
    say(crowd, { kind: 'go', count: Math.min(every, wanted - tally.done) });
    const more = (await hear(crowd, 'done')).tally;
    for (const line of more.wrong) tell(line);
    tally = add(tally, more);
    const sample = await takeSample(tally.done);
    samples.push(sample);
    tell(`${tally.done}: ${JSON.stringify(sample)} ${tally.unanswered} ${tally.twice}`);
  }
  return [tally, samples];
}

let warnings = 0;
// Node warns of listeners that pile up.
process.on(
  'warning',
  ({ name }) => void (warnings += name === 'MaxListenersExceededWarning' ? 1 : 0),
);

const folder = await mkdtemp(join(tmpdir(), 'verbatim-soak-'));
const crowd = startCrowd();
try {
  const open = await hear(crowd, 'open');
  const stock = await writeArticles(join(folder, 'corpus'));
  const close = await openBot(folder, open);
  const [tally, samples] = await soak(crowd, stock);
  await close();
  const isGood =
    (isFlat(samples) || wanted < LEAST_TOLD) &&
    tally.unanswered === 0 &&
    tally.twice === 0 &&
    warnings === 0;
  console.log(
    JSON.stringify(
      {
        node: process.version,
        processor: cpus()[0]?.model,
        articles: Number(values.articles),
        ...tally,
        heap_slope_kb_per_1000: round(slopeOf(samples, 'heap_mb') * 1e6),
        rss_slope_kb_per_1000: round(slopeOf(samples, 'rss_mb') * 1e6),
        is_flat: isFlat(samples),
        listener_warnings: warnings,
        first: samples.at(0),
        warm: samples[Math.floor(samples.length / 4)],
        last: samples.at(-1),
        reports,
      },
      null,
      1,
    ),
  );
  process.exitCode = isGood ? 0 : 1;
} finally {
  if (crowd.connected) say(crowd, { kind: 'end' });
  await rm(folder, { recursive: true });
}

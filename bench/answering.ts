import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  Client,
  ComponentType,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
} from 'discord.js';
import { commands, messageCommands } from '../commands/index.ts';
import { startBot } from '../src/discord/bot.ts';
import { registerCommands } from '../src/discord/registration.ts';
import type { Corpus } from '../src/search/corpus.ts';
import { openServerStore } from '../src/store/folder-server-store.ts';
import type { Asked, Load, Said } from './answering-load.ts';
import { round } from './figures.ts';
import { type KnownQuestion, optionsFor } from './questions.ts';
import { createRandom } from './random.ts';

// Answering through discord.js, with a bare bot beside it that replies with a constant. Both are asked
// the same by the same members, in a sandbox of their own in another process.

interface Answering {
  readonly verbatim: BotFigures;
  /** A bot on discord.js that knows nothing and says always the same. */
  readonly bare: BotFigures;
  /** Of the bare bot's throughput, and of its 99th percentile. */
  readonly throughput_share: number;
  readonly p99_ratio: number;
}

export interface BotFigures extends Load {
  /** Processor time of the bot's process for each interaction of the closed loop, in milliseconds. */
  readonly cpu_ms: number;
}

export async function measureAnswering(
  corpus: Corpus,
  asked: readonly KnownQuestion[],
  seed: number,
): Promise<Answering> {
  const mix = mixOf(corpus, asked, seed);
  const bare = await measureBot(mix, startBare);
  const verbatim = await measureBot(mix, (place) => startVerbatim(place, corpus));
  return {
    verbatim,
    bare,
    throughput_share: round(verbatim.throughput_per_s / bare.throughput_per_s),
    p99_ratio: round(verbatim.at_200_per_s.p99_ms / bare.at_200_per_s.p99_ms),
  };
}

/** The commands that members ask most, one after another, and what they type before it is sent. */
function mixOf(corpus: Corpus, asked: readonly KnownQuestion[], seed: number): readonly Asked[] {
  const { length } = asked;
  const options = (command: string): readonly Asked[] =>
    optionsFor(command, corpus, length, seed).map((values) => ({
      command,
      options: Object.fromEntries(
        Object.entries(values).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value.slice(0, LONGEST)]],
        ),
      ),
    }));
  const questions = asked.map(({ question }) => ({ command: 'ask', options: { question } }));
  const named = ['quote', 'who-is', 'who-attended', 'stance', 'timeline', 'search'].map(options);
  const random = createRandom(seed);
  const typing = options('who-is').map(({ options: { who = '' } }) => ({
    command: 'who-is',
    options: { who: who.slice(0, 1 + random.below(4)) },
    completing: 'who',
  }));
  const columns = [questions, ...named, typing].filter((column) => column.length > 0);
  return Array.from({ length }, (_, at) => columns.flatMap((column) => column[at] ?? [])).flat();
}

/** What the sandbox's option takes. */
const LONGEST = 300;

interface Place {
  readonly token: string;
  readonly apiUrl: string;
}

interface Started {
  readonly close: () => Promise<void>;
}

async function measureBot(
  mix: readonly Asked[],
  start: (place: Place) => Promise<Started>,
): Promise<BotFigures> {
  const child = fork(fileURLToPath(new URL('answering-load.js', import.meta.url)));
  try {
    const place = await heard(child, 'open');
    const bot = await start(place);
    child.send({ kind: 'ask', questions: mix });
    await heard(child, 'asking');
    const [before, began] = [process.cpuUsage(), performance.now()];
    await heard(child, 'asking');
    const { user, system } = process.cpuUsage(before);
    const seconds = (performance.now() - began) / 1000;
    const { load } = await heard(child, 'done');
    await bot.close();
    const count = load.throughput_per_s * seconds;
    return { ...load, cpu_ms: round((user + system) / 1000 / count) };
  } finally {
    child.disconnect();
  }
}

/** The next thing of a kind that the other process says. */
const heard = <Kind extends Said['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<Said, { kind: Kind }>> =>
  new Promise((resolve, reject) => {
    const listen = (said: Said): void => {
      if (!isOf(said, kind)) return;
      child.off('message', listen);
      resolve(said);
    };
    child.on('message', listen);
    child.once('exit', () => reject(new Error('the sandbox ended')));
  });

const isOf = <Kind extends Said['kind']>(
  said: Said,
  kind: Kind,
): said is Extract<Said, { kind: Kind }> => said.kind === kind;

async function startVerbatim(place: Place, corpus: Corpus): Promise<Started> {
  const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-bench-data-'));
  const servers = await openServerStore(dataDir);
  const bot = await startBot({
    ...place,
    commands,
    messageCommands,
    corpus: () => corpus,
    servers,
    // What comes too late is refused, and the asking side counts it as failed.
    report: () => undefined,
  });
  return {
    close: async () => {
      await bot.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

async function startBare({ token, apiUrl }: Place): Promise<Started> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { api: apiUrl },
  });
  // What is refused, having come too late, the asking side counts as failed.
  client.on(Events.InteractionCreate, (interaction) => {
    replyAlike(interaction).catch(() => undefined);
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await Promise.all([client.login(token), ready]);
  const applicationId = client.application?.id ?? '';
  const guilds = (): Promise<readonly string[]> => Promise.resolve([...client.guilds.cache.keys()]);
  await registerCommands(client.rest, { commands, messageCommands }, { applicationId, guilds });
  return { close: () => client.destroy() };
}

async function replyAlike(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: 'Ann', value: 'Ann' }]);
  else if (interaction.isChatInputCommand())
    await interaction.reply({
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: ComponentType.TextDisplay, content: 'The corpus does not say.' }],
    });
}

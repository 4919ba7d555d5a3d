import { afterEach, beforeEach, expect, it } from 'vitest';
import { BASE_SHELF } from '../../src/article/article.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { digestsOf } from '../../src/discord/shown-cards.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { memoryServerStore } from '../../src/store/folder-server-store.ts';
import { articleOf } from '../search/articles.ts';
import { corpusOf } from '../conversations/conversation.ts';

// Which servers' articles are asked for to correct cards: to ask loads them all.

let sandbox: Sandbox;
let bot: Bot;
let base: Corpus;
/** The servers that were looked at since the last change; undefined for the base shelf. */
let asked: (string | undefined)[];
let changed: (shelf?: string) => void;

const ids = () => sandbox.guilds.map(({ guildId }) => guildId);

beforeEach(async () => {
  sandbox = await startSandbox({ guilds: 2 });
  base = await corpusOf({ lake: 'The lake is calm.', lock: 'The lock is safe.' });
  const servers = memoryServerStore();
  asked = [];
  changed = () => undefined;
  for (const [number, article] of ['lake', 'lock'].entries()) {
    const guild = sandbox.guilds[number];
    const said = await guild?.as('member').say('where a card was');
    await servers.keepCard({
      guildId: guild?.guildId ?? '',
      ownerId: '1',
      channelId: said?.message.channel_id ?? '',
      messageId: said?.id ?? '',
      at: new Date().toISOString(),
      articles: digestsOf([base.reading(article)?.article ?? articleOf('x', '')], base),
    });
  }
  bot = await startBot({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    commands: [],
    messageCommands: [],
    servers,
    corpus: (guildId) => {
      asked.push(guildId);
      return base;
    },
    watchCorpus: (listener) => {
      changed = listener;
      return () => undefined;
    },
    // Where a card was there is none of the bot's, so that it cannot be corrected.
    report: () => undefined,
  });
});

afterEach(async () => {
  await bot.close();
  await sandbox.close();
});

const askedServers = () => [...new Set(asked.filter((id) => id !== undefined))].toSorted();

/** Who is looked at after something changed. */
async function askedAfter(change: () => void): Promise<readonly string[]> {
  await expect.poll(askedServers).toEqual(ids());
  asked = [];
  change();
  // Looks come one after another, so the first is done when the next has come to all.
  changed();
  const whole = () => asked.lastIndexOf(undefined);
  await expect.poll(() => new Set(asked.slice(whole() + 1))).toEqual(new Set(ids()));
  return [...new Set(asked.slice(0, whole()).filter((id) => id !== undefined))];
}

it('all at the start, for what changed while the bot was away', () =>
  expect.poll(askedServers).toEqual(ids()));

it('one after a change of its own shelf', async () => {
  const [, second = ''] = ids();
  expect(await askedAfter(() => changed(second))).toEqual([second]);
});

it('after a change of the base shelf those that were shown what changed', async () => {
  const [first] = ids();
  const changing = async (articles: Readonly<Record<string, string>>) => {
    const next = await corpusOf(articles);
    const kept = {
      ...next,
      reading: (id: string) => (id === 'lock' ? before.reading(id) : next.reading(id)),
    };
    return askedAfter(() => {
      base = kept;
      changed(BASE_SHELF);
    });
  };
  const before = base;
  expect(await changing({ lake: 'The lake is rough.', lock: 'The lock is safe.' })).toEqual([
    first,
  ]);
});

it('none after a change of the base shelf that no card shows', async () => {
  expect(await askedAfter(() => changed(BASE_SHELF))).toEqual([]);
});

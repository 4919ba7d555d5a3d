import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import {
  type Conversation,
  openDemonstration,
  readCard,
  startConversation,
} from './conversation.ts';

// What a member is offered: values while typing, and examples for a command without options.

let corpus: Corpus;
let conversation: Conversation;

beforeAll(async () => {
  corpus = await openDemonstration();
  conversation = await startConversation(() => corpus);
});

afterAll(() => conversation.close());

async function offered(command: string, option: string, typed: string): Promise<string[]> {
  const choices = await conversation.member.complete(command, { [option]: typed }, option);
  return choices.map(({ value }) => String(value));
}

/** What members ask; those who keep the articles are offered what only their server has. */
const asking = commands.filter(({ access, files }) => access === undefined && files === undefined);

const completed = asking.flatMap(({ name, options }) =>
  Object.entries(options)
    .filter(([, { complete }]) => complete !== undefined)
    .map(([option]) => ({ command: name, option })),
);

const isFound = (text: string): boolean => !text.includes('### The corpus does not say.');

describe('while typing, a member is offered', () => {
  test.each([
    ['who-attended', 'event', 'riyadh', 'talks in Riyadh'],
    ['who-attended', 'article', 'kyiv', 'kyiv-answer'],
    ['quote', 'who', 'Rub', 'Marco Rubio'],
    ['quote', 'who', 'zelenskyy', 'Volodymyr Zelenski'],
    ['quote', 'article', 'Europe', 'europe-answer'],
    ['stance', 'who', 'heg', 'Pete Hegseth'],
    ['stance', 'on', 'nato', 'NATO membership for Kyiv'],
    ['stance', 'on', 'eu mem', 'EU membership for Ukraine'],
  ])('/%s %s: %s → %s', async (command, option, typed, expected) => {
    expect(await offered(command, option, typed)).toContain(expected);
  });

  test.each(completed)('nothing for /$command $option: xkcd', async ({ command, option }) => {
    expect(await offered(command, option, 'xkcd')).toEqual([]);
  });

  test.each(completed)(
    'at most 25 different values for /$command $option, which the articles have',
    async ({ command, option }) => {
      const values = await offered(command, option, '');
      expect(values.length).toBeGreaterThan(0);
      expect(values.length).toBeLessThanOrEqual(25);
      expect(new Set(values.map((value) => value.toLowerCase())).size).toBe(values.length);
      const known = corpus.readings
        .map(({ article: { id, body, publisher, tags } }) =>
          [id, body, publisher, ...tags].join('\n'),
        )
        .join('\n');
      for (const value of values) expect(known).toContain(value);
    },
  );

  test.each(completed.filter(({ option }) => option !== 'article'))(
    'values for /$command $option that are answered when sent back',
    async ({ command, option }) => {
      for (const value of await offered(command, option, '')) {
        const card = await conversation.member.command(command, { [option]: value });
        expect([value, isFound(card.text), card.isEphemeral]).toEqual([value, true, false]);
      }
    },
  );

  test('articles that all answers come from when sent back', async () => {
    for (const article of await offered('quote', 'article', '')) {
      const { text } = await conversation.member.command('quote', { article });
      const cited = text.match(/^-# \[\d+\] .*$/gmu) ?? [];
      for (const line of cited) expect(line).toContain(` · ${article} ¶`);
    }
  });

  test('at most 25 values where the articles have more', async () => {
    expect((await offered('stance', 'on', 'a')).length).toBeLessThanOrEqual(25);
  });
});

describe('a command without options', () => {
  test.each(asking.filter(({ answersBare }) => !answersBare).map(({ name }) => name))(
    '/%s shows the asker three examples, each of which is answered when tapped',
    async (command) => {
      const guide = await conversation.member.command(command);
      expect(guide.isEphemeral).toBe(true);
      expect(readCard(guide)).toContain('### Try one of these:');
      expect(guide.buttons).toHaveLength(3);
      for (const { label } of guide.buttons) {
        const card = await conversation.member.press(guide, label);
        expect([label, card.isEphemeral, isFound(card.text)]).toEqual([label, false, true]);
      }
    },
  );

  test('answers where it need not be told more', async () => {
    const card = await conversation.member.command('articles');
    expect(card.isEphemeral).toBe(false);
    expect(readCard(card)).toContain('The corpus holds 7 articles');
  });

  test('gets the same for blanks alone', async () => {
    const guide = await conversation.member.command('ask', { question: '   ' });
    expect(readCard(guide)).toContain('### Try one of these:');
  });
});

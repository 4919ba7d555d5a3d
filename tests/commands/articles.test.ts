import { beforeAll, describe, expect, test } from 'vitest';
import { articles } from '../../commands/articles.ts';
import { answerQuestion } from '../../src/command/answering.ts';
import { contextOutside } from '../../src/command/context.ts';
import type { Reply } from '../../src/command/reply.ts';
import { textCard } from '../../src/command/text-card.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { articleOf } from '../search/articles.ts';

let corpus: Corpus;

beforeAll(async () => {
  corpus = (
    await createCorpus([
      articleOf(
        'toll',
        '---\ntitle: The toll\ndate: 2025-03-01\npublisher: The Daily\ntags: [ferries, trade]\n---\nAnn Petrova left.',
      ),
      articleOf(
        'quay',
        '---\ntitle: The quay\ndate: 2025-04-01\npublisher: The Herald\ntags: [ferries]\n---\nPaul Reed came.',
      ),
      articleOf('lock', '---\ntitle: The lock\n---\nMs Petrova returned, Ann Petrova said.'),
    ])
  ).current;
});

const run = (options: Record<string, string>): Promise<Reply> =>
  answerQuestion(
    { command: 'articles', options },
    contextOutside(corpus, [articles], (line) => {
      throw new Error(line);
    }),
  );

const cardOf = async (options: Record<string, string>): Promise<string> =>
  textCard(await run(options), { command: 'articles', options });

/** The ids listed, in their order. */
const listed = async (options: Record<string, string>): Promise<string[]> =>
  [...(await cardOf(options)).matchAll(/ · (toll|quay|lock)$/gmu)].map(([, id = '']) => id);

const complete = (option: string, typed: string): readonly string[] =>
  (articles.options[option]?.complete?.(typed, corpus) ?? []).map(({ value }) => value);

describe('what the corpus holds', () => {
  test('without options: all, newest first, with counts', async () => {
    expect(await listed({})).toEqual(['quay', 'toll', 'lock']);
    const card = await cardOf({});
    expect(card).toContain('The corpus holds 3 articles');
    expect(card).toContain('By publisher: The Daily (1), The Herald (1)');
    expect(card).toContain('By tag: ferries (2), trade (1)');
    expect(card).toContain('- The quay · The Herald · 1 Apr 2025 · quay');
  });

  test.each<[Record<string, string>, string[]]>([
    [{ publisher: 'daily' }, ['toll']],
    [{ tag: 'Ferries' }, ['quay', 'toll']],
    [{ person: 'petrova' }, ['toll', 'lock']],
    [{ since: '2025-03-15' }, ['quay']],
    [{ until: 'March 2025', tag: 'trade' }, ['toll']],
  ])('%j', async (options, expected) => {
    expect(await listed(options)).toEqual(expected);
  });

  test('says so where there is no such article', async () => {
    const reply = await run({ publisher: 'The Moon' });
    expect(reply.outcome).toBe('none');
    expect(reply.heading.key).toBe('articles.none');
  });

  test.each([{ person: '!!!' }, { tag: '…' }, { since: '2025-05-01', until: '2025-01-01' }])(
    '%j is refused with what to do',
    async (options) => {
      expect((await run(options)).outcome).toBe('refused');
    },
  );

  test('completes publishers, tags and people that it has', () => {
    expect(complete('publisher', 'the')).toEqual(['The Daily', 'The Herald']);
    expect(complete('tag', '')).toEqual(['ferries', 'trade']);
    expect(complete('person', 'pet')).toEqual(['Ann Petrova']);
  });
});

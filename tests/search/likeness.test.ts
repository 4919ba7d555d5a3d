import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateArticles } from '../../bench/generated-articles.ts';
import { createRandom } from '../../bench/random.ts';
import { groupAlike } from '../../src/search/alike.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import {
  containment,
  hashedWords,
  isAlike,
  likeness,
  sketchOf,
} from '../../src/search/likeness.ts';
import { articleOf, demonstration } from './articles.ts';

type Paragraphs = readonly string[];

const ARTICLES = 60;
const articles: readonly Paragraphs[] = generateArticles(demonstration, ARTICLES, 5).map(
  ({ source }) => source.split('\n---\n\n').slice(1).join('').trim().split('\n\n'),
);
const sketch = (paragraphs: Paragraphs) => sketchOf(hashedWords(paragraphs.join('\n\n')));
const other = (i: number, by = 1): Paragraphs => articles[(i + by) % ARTICLES] ?? [];
const countWords = (paragraphs: Paragraphs): number => paragraphs.join(' ').split(' ').length;

const random = createRandom(9);
const FILLERS = 'however later officials reported yesterday government leaders economic'.split(' ');

/** Some words of a paragraph left out, put in, or swapped for others. */
function edit(paragraph: string, edits: number): string {
  const words = paragraph.split(' ');
  for (let i = 0; i < edits; i += 1)
    words.splice(
      random.below(words.length),
      random.below(2),
      ...[random.pick(FILLERS)].slice(random.below(2)),
    );
  return words.join(' ');
}

/** The first paragraphs that together have so large a part of the words. */
function firstPart(paragraphs: Paragraphs, part: number): Paragraphs {
  const enough = part * countWords(paragraphs);
  return paragraphs.filter((_, i) => countWords(paragraphs.slice(0, i)) < enough || i === 0);
}

/** How many of the articles are recognised after a change, from 0 to 1. */
const recognised = (change: (article: Paragraphs, i: number) => Paragraphs): number =>
  articles.filter((article, i) => isAlike(sketch(article), sketch(change(article, i)))).length /
  ARTICLES;

describe('an article is recognised', () => {
  test.for<[string, (article: Paragraphs, i: number) => Paragraphs]>([
    ['as it was', (article) => article],
    ['under another headline', (article) => ['Envoys leave the summit', ...article]],
    ['with a paragraph added', (article, i) => [...article, other(i)[0] ?? '']],
    ['with a paragraph put in', (article, i) => article.toSpliced(2, 0, other(i)[0] ?? '')],
    ['cut to seven tenths', (article) => firstPart(article, 0.7)],
    ['cut to half', (article) => firstPart(article, 0.5)],
    ['cut to a third', (article) => firstPart(article, 0.33)],
    ['with a word changed in every paragraph', (article) => article.map((it) => edit(it, 1))],
    ['with two words changed in every paragraph', (article) => article.map((it) => edit(it, 2))],
    ['with three words changed in every paragraph', (article) => article.map((it) => edit(it, 3))],
    [
      'edited, cut and added to at once',
      (article, i) => [other(i)[0] ?? '', ...firstPart(article, 0.7).map((it) => edit(it, 2))],
    ],
  ])('%s', ([, change]) => expect(recognised(change)).toBe(1));
});

/** As long as the article, with the given part of its words, the rest out of two others. */
const sharing = (part: number) => (article: Paragraphs, i: number) => {
  const shared = firstPart(article, part);
  const rest = [...other(i), ...other(i, 2)];
  const enough = countWords(article) - countWords(shared);
  return [...rest.filter((_, at) => countWords(rest.slice(0, at)) < enough), ...shared];
};

describe('another article is another', () => {
  test.for<[string, (article: Paragraphs, i: number) => Paragraphs, number]>([
    ['though made of like phrases', (_, i) => other(i), 0],
    ['though a tenth of its words are quotations in both', sharing(0.1), 0],
    ['though a fifth of its words are quotations in both', sharing(0.2), 0],
    ['though three tenths of its words are quotations in both', sharing(0.3), 0.02],
  ])('%s', ([, change, most]) => expect(recognised(change)).toBeLessThanOrEqual(most));

  test('of the demonstration articles none is like another', () => {
    const groups = groupAlike(demonstration, ({ body }) => body);
    expect(groups).toHaveLength(demonstration.length);
  });
});

test.for<[string, string, boolean]>([
  ['', '', false],
  ['', 'Envoys met.', false],
  ['the of and', 'the of and', false],
  ['Envoys met.', 'Envoys met.', true],
  ['Envoys met in Oslo.', 'ENVOYS — met, in “Oslo”', true],
  ['Envoys met.', 'Envoys left.', false],
  ['Зустріч у Києві', 'Зустріч у Києві', true],
])('short texts: %j and %j', ([a, b, expected]) => {
  expect(isAlike(sketchOf(hashedWords(a)), sketchOf(hashedWords(b)))).toBe(expected);
});

const numbers = fc.array(fc.nat({ max: 40 }), { maxLength: 300 });

test('a sketch is like itself, comparing goes both ways, and both measures lie between 0 and 1', () =>
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const [one, two] = [sketchOf(a), sketchOf(Uint32Array.from(b))];
      expect(likeness(one, one)).toBe(a.length > 0 ? 1 : 0);
      for (const measure of [likeness, containment]) {
        expect(measure(one, two)).toBe(measure(two, one));
        expect(measure(one, two)).toBeGreaterThanOrEqual(0);
        expect(measure(one, two)).toBeLessThanOrEqual(1);
      }
    }),
  ));

const fresh = () => random.below(2 ** 32);

test('likeness is near the true share of shingles in common, for short lists and long', () => {
  for (const size of [20, 60, 200, 2_000])
    for (const part of [0.2, 0.5, 0.8]) {
      const errors = Array.from({ length: 30 }, () => {
        const common = Array.from({ length: Math.round(size * part) }, fresh);
        const rest = () => Array.from({ length: size - common.length }, fresh);
        const [inAll, inBoth] = [2 * size - common.length - 2, common.length - 2];
        return (
          likeness(sketchOf([...common, ...rest()]), sketchOf([...common, ...rest()])) -
          inBoth / inAll
        );
      });
      const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
      expect(Math.abs(mean), `${size} words, ${part} in common`).toBeLessThan(0.07);
    }
});

describe('a corpus', () => {
  const texts = articles.slice(0, 20).map((paragraphs) => paragraphs.join('\n\n'));
  const corpus = createCorpus(texts.map((text, i) => articleOf(`a${i}`, text)));

  test('tells the same words from nearly the same, and names the nearest first', async () => {
    const { current } = await corpus;
    const [text = ''] = texts;
    const [same] = current.alike(text.replaceAll('. ', '.\n\n'), 3);
    expect(same).toMatchObject({ likeness: 1, isSame: true });
    expect(same?.reading.article.id).toBe('a0');
    const [near] = current.alike(text.split('\n\n').slice(1).join('\n\n'), 3);
    expect(near).toMatchObject({ isSame: false });
    expect(near?.reading.article.id).toBe('a0');
    expect(near?.likeness).toBeGreaterThan(0.8);
  });

  test('a stop word changed is not the same words', async () => {
    const { current } = await createCorpus([articleOf('a', 'The envoy will sign the truce.')]);
    expect(current.alike('The envoy did sign the truce.', 1)).toMatchObject([{ isSame: false }]);
  });

  test('knows nothing like an unknown text, and learns no word by being asked', async () => {
    const { current } = await corpus;
    expect(current.alike('Zyxomorph quandles frobnicated the wibble at dawn.', 3)).toEqual([]);
    expect(current.query('frobnicated').terms.flatMap(({ forms }) => forms)).toEqual([]);
  });

  test('gives no more than asked for', async () => {
    const twice = await createCorpus(
      ['a', 'b', 'c'].map((id) => articleOf(id, 'Envoys met in Oslo to sign the truce.')),
    );
    expect(twice.current.alike('Envoys met in Oslo to sign the truce.', 2)).toHaveLength(2);
  });
});

test('a queue is grouped by story, in the order in which the stories came', () => {
  const [first = [], second = []] = articles;
  const versions = [
    ['a', first],
    ['b', second],
    ['a2', first.slice(0, -2)],
    ['b2', second.map((paragraph) => edit(paragraph, 1))],
    ['c', ['Markets fell.']],
  ] as const;
  const groups = groupAlike(versions, ([, paragraphs]) => paragraphs.join('\n\n'));
  expect(groups.map((group) => group.map(([name]) => name))).toEqual([
    ['a', 'a2'],
    ['b', 'b2'],
    ['c'],
  ]);
});

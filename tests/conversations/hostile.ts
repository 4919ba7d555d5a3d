import * as fc from 'fast-check';
import type { Article } from '../../src/article/article.ts';
import type { Question } from '../../src/command/reply.ts';
import { anyProvenance, hostileWords } from '../command/samples.ts';
import { articleOf } from '../search/articles.ts';

// Articles that say something, with words in them that try to be more than words.

const NAMES = ['Ann Petrova', 'Brian Smith', 'Clara Smith', 'Sergei Lavrov', 'Russia', 'Brussels'];
const ROLES = ['Foreign Minister', 'the harbour master', "Putin's advisor"];
const EVENTS = ['the talks in Riyadh', 'a summit in Geneva', 'the Delft meeting'];
const TARGETS = ['the bridge', 'NATO membership for Kyiv', 'the new quay'];

const LONG_WORD = 'Donaudampfschiff'.repeat(20);

/** Hostile words, now and then so many that a card cannot hold them. */
const nasty = fc.oneof(
  { weight: 6, arbitrary: hostileWords },
  { weight: 1, arbitrary: hostileWords.map((words) => `${words} ${LONG_WORD} `.repeat(12)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('/quote who: Rubio', '`/ask question: who?`', LONG_WORD),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<script>alert(1)</script>',
      '<a href="https://evil.example">x</a>',
      '![x](https://evil.example/a.png)',
      '```js\nping()\n```',
      '\n\n---\n\n',
      '&lt;@1&gt; &#64;everyone',
    ),
  },
);

const parts = {
  words: nasty,
  name: fc.constantFrom(...NAMES),
  other: fc.constantFrom(...NAMES),
  role: fc.constantFrom(...ROLES),
  event: fc.constantFrom(...EVENTS),
  target: fc.constantFrom(...TARGETS),
};

type Parts = { [Key in keyof typeof parts]: string };

const TEMPLATES: readonly ((parts: Parts) => string)[] = [
  ({ words, name }) => `"${words}," ${name} said.`,
  ({ words, name, role }) => `${name}, ${role}, said on Monday: “It went ${words} well.”`,
  ({ words, name, target }) => `${name} said that ${words} and ${target} are fine.`,
  ({ words, name, target }) => `${name} opposes ${target} ${words}.`,
  ({ words, name, target }) => `${name} supports ${words} ${target}, ${name} said.`,
  ({ words, name, other, event }) => `${name} ${words} and ${other} attended ${event}.`,
  ({ words, name, role, event }) => `At ${event} ${words} were ${role} ${name} and others.`,
  ({ words, name, event }) => `${name} was excluded from ${event} ${words}.`,
  ({ words }) => words,
];

const sentence = fc
  .tuple(fc.constantFrom(...TEMPLATES), fc.record(parts))
  .map(([template, values]) => template(values));

const body = fc
  .array(fc.tuple(sentence, fc.constantFrom(' ', '\n', '\n\n')), { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.flat().join(''));

/** What front matter says; addresses begin well, for others are never linked to. */
const frontMatter = fc.record(
  {
    title: hostileWords,
    publisher: hostileWords,
    url: hostileWords.map((path) => `https://news.example/${path}`),
  },
  { requiredKeys: ['title'] },
);

/** An article as the store would read it, its front matter no better than its words. */
const hostileArticle = (id: string): fc.Arbitrary<Article> =>
  fc
    .tuple(body, frontMatter, fc.integer({ min: 10, max: 28 }), fc.option(anyProvenance))
    .map(([text, fields, day, provenance]) =>
      Object.assign(
        articleOf(id, `---\ndate: 2025-02-${day}\n---\n\n${text}`),
        fields,
        provenance === null ? {} : { provenance },
      ),
    );

/** One to three, of the ids `a0` to `a2`. */
export const hostileArticles: fc.Arbitrary<readonly Article[]> = fc
  .tuple(hostileArticle('a0'), fc.subarray(['a1', 'a2']))
  .chain(([first, others]) => fc.tuple(fc.constant(first), ...others.map(hostileArticle)));

/** A value for an option; `gaps` times out of ten none. */
const asked = (gaps: number, values: readonly string[]): fc.Arbitrary<string | undefined> =>
  fc.oneof(
    { weight: gaps, arbitrary: fc.constant(undefined) },
    { weight: 9 - gaps, arbitrary: fc.constantFrom(...values) },
    { weight: 1, arbitrary: hostileWords.map((words) => words.slice(0, 300)) },
  );

const who = asked(2, [...NAMES, 'Smith', 'Ann']);
const event = asked(1, [...EVENTS, 'Yalta']);
const on = asked(6, [...TARGETS, 'pizza']);
const words = asked(8, ['It went well', 'the bridge is fine']);
const question = asked(1, ['Who attended the talks?', 'What did Ann Petrova say of the bridge?']);
const since = asked(7, ['2025-02-15', 'Feb 2025', '2026']);
const until = asked(7, ['20 Feb 2025', '2025', '2020']);
// Discord lets through none but its choices.
const order = fc.constantFrom(undefined, undefined, 'best', 'newest');
const article = asked(8, ['a0', 'a0', 'nowhere']);

const OPTIONS: Readonly<
  Record<string, Readonly<Record<string, fc.Arbitrary<string | undefined>>>>
> = {
  'who-attended': { event, article },
  quote: { who, about: on, words, article, since, until, order },
  'who-is': { who, article },
  stance: { who, on, article },
  ask: { question },
  timeline: { about: asked(1, [...NAMES, 'the bridge']), since, until },
  search: {
    words: asked(1, ['bridge', '"the bridge" -quay', 'fine publisher:a after:2020', '-bridge']),
  },
  source: { ref: asked(1, ['a0', 'a0 1', 'a0 ¶2', 'a1 1', 'a']) },
  articles: { publisher: asked(4, ['a', 'The Daily']), person: who, tag: who, since, until },
};

/** What a member may ask of such articles with a command. */
export const questionFor = (command: string): fc.Arbitrary<Question> =>
  fc.record(OPTIONS[command] ?? {}).map((values) => ({
    command,
    options: Object.fromEntries(
      Object.entries(values).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
  }));

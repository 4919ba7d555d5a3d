import * as fc from 'fast-check';
import { type Article, isArticleId } from '../../src/article/article.ts';
import { type Citation, cite } from '../../src/article/citation.ts';
import { findParagraphs } from '../../src/article/paragraphs.ts';
import { ORIGIN_KINDS, type Provenance } from '../../src/article/provenance.ts';
import { english } from '../../src/command/catalogue/en.ts';
import { LANGUAGES, type Language } from '../../src/command/catalogue/index.ts';
import type { Command } from '../../src/command/command.ts';
import { type MessageKey, isMessageKey, textOf } from '../../src/command/messages.ts';
import {
  type Block,
  type Entry,
  type Message,
  type Part,
  type Question,
  type Reply,
  type ReplyMenu,
  cited,
  countPart,
  datePart,
  daysPart,
  field,
  message,
  userMention,
} from '../../src/command/reply.ts';
import type { Corpus } from '../../src/search/corpus.ts';

/** An article with this body; the rest is made up. */
export function articleOf(body: string, rest: Partial<Article> = {}): Article {
  const id = 'riyadh-talks';
  if (!isArticleId(id)) throw new Error('the sample needs an id');
  return {
    shelf: 'base',
    id,
    revision: 1,
    title: 'Talks in Riyadh',
    date: '2025-02-18',
    publisher: 'The Daily',
    authors: [],
    tags: [],
    demo: false,
    body,
    paragraphs: findParagraphs(body),
    ...rest,
  };
}

/** The first place of these words in the article. */
export function citeWords(article: Article, words: string): Citation {
  const start = article.body.indexOf(words);
  return cite(article, { start, end: start + words.length });
}

export const riyadh = articleOf(
  'The talks were held in Riyadh.\n\n"It went well," Marco Rubio said. He will call again.',
);

/** A corpus that holds nothing; what the fake commands answer does not come from it. */
export const emptyCorpus: Corpus = {
  readings: [],
  scope: { articles: 0 },
  reading: () => undefined,
  removed: () => undefined,
  search: async () => [],
  query: () => {
    throw new Error('nobody asks this corpus');
  },
  events: [],
  has: () => false,
  having: async () => [],
  quoting: () => [],
  hearing: () => [],
  alike: () => [],
};

export const foundReply = (entries: readonly Entry[], rest: Partial<Reply> = {}): Reply => ({
  outcome: 'found',
  isPrivate: false,
  heading: message('none.near'),
  entries,
  notes: [],
  choices: [],
  ...rest,
});

export const quoteOf = (citation: Citation): Block => ({ kind: 'quote', citation, emphasis: [] });

/** A command that gives this reply whatever it is asked. */
export const commandGiving = (
  name: string,
  options: Command['options'],
  run: Command['run'],
): Command => ({
  name,
  description: 'guide.heading',
  options,
  run,
  examples: () => [{ command: name, options: { who: 'Rubio' } }],
});

const NASTY = [
  '**bold**', '__u__', '~~s~~', '||s||', '`', '```', '[x](https://evil.example)', '<@123>',
  '<@&123>', '<#123>', '<t:1:R>', '<a:smile:123>', '</quote:123>', '<id:browse>', '@everyone',
  '@here', '\n# h', '\n-# s', '\n> q', '\n>>> q', '\n- i', '\n* i', '\n12. i', ' ', '\n\n', '\\',
  'https://a.example/b_c', 'http://a.b', '<https://a.b>', 'discord.gg/abc',
  'https://discord.com/invite/abc', ':smile:', '\u202e', '\u200b', '\u0007', '\u{1f600}',
  '\ud800', '_', '*', '(', ')', ']', '—', 'said.', '1. `/quote who: x`',
]; // prettier-ignore

/** Words that try to be Markdown, pings, links and more. */
export const hostileWords: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 8 })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((pieces) => pieces.join(''));

/** Bodies up to some 50,000 characters, at times without a single space. */
const hostileBody = fc
  .tuple(hostileWords, fc.constantFrom(1, 1, 3, 40, 400), fc.constantFrom('', ' ', '_', 'x'))
  .map(([words, times, filler]) => `a${words}${filler}`.repeat(times));

const optionalWords = fc.option(hostileWords, { nil: undefined });

const someone = fc.constantFrom('disk', '9'.repeat(19), 'forgotten-1');

/** Where an article is from, with hosts as long as there are and reasons that are no better than words. */
export const anyProvenance: fc.Arbitrary<Provenance> = fc
  .record({
    kind: fc.constantFrom(...ORIGIN_KINDS),
    host: fc.constantFrom('example.org', `${'_.'.repeat(120)}example.org`),
    by: someone,
    editor: fc.option(someone),
    reason: hostileWords,
    paragraphs: fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 200 }),
  })
  .map(({ kind, host, by, editor, reason, paragraphs }) => ({
    origin: { kind, host, by, at: '2025-09-30T10:00:00.000Z' },
    ...(editor === null
      ? {}
      : { edited: { by: editor, at: '2025-09-30T11:00:00.000Z', reason, paragraphs } }),
  }));

const hostileArticle: fc.Arbitrary<Article> = fc
  .record({
    body: hostileBody,
    title: hostileWords,
    publisher: optionalWords,
    url: optionalWords,
    provenance: fc.option(anyProvenance),
  })
  .map(({ body, title, publisher, url, provenance }) =>
    articleOf(body, {
      title,
      ...(provenance === null ? {} : { provenance }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(url === undefined ? {} : { url: `https://news.example/${url}` }),
    }),
  );

const citationOf = (article: Article): fc.Arbitrary<Citation> =>
  fc.tuple(fc.nat(), fc.nat()).map(([from, size]) => {
    const start = from % article.body.length;
    return cite(article, { start, end: start + 1 + (size % (article.body.length - start)) });
  });

/** Days and moments, and what front matter has in their stead. */
const anyDate = fc.oneof(
  fc.constantFrom('2025-02-18', '2025-12-31T23:59:00-08:00', '2025-02-18 09:30Z'),
  hostileWords,
);

const wordsOf = (article: Article): fc.Arbitrary<Part> =>
  fc.oneof(
    citationOf(article).map(cited),
    hostileWords.map(field),
    anyDate.map(datePart),
    fc.constant(daysPart({ first: '2025-09-10', last: '2025-12-16' })),
    fc.nat().map(countPart),
    fc.constantFrom('user', 'channel').map((of) => userMention(of, '9'.repeat(19))),
  );

export const anyLanguage: fc.Arbitrary<Language> = fc.constantFrom(...LANGUAGES);

const parametersOf = (key: MessageKey): readonly string[] =>
  [...textOf(key, 'en').matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);

const KEYS = Object.keys(english).filter(isMessageKey);

/** Any of the bot's own messages, filled in with anything. */
const anyMessage = (article: Article): fc.Arbitrary<Message> =>
  fc
    .constantFrom(...KEYS)
    .chain((key) =>
      fc
        .record(Object.fromEntries(parametersOf(key).map((name) => [name, wordsOf(article)])))
        .map((params) => message(key, params)),
    );

const partOf = (article: Article): fc.Arbitrary<Part> =>
  fc.oneof(wordsOf(article), anyMessage(article));

const blockOf = (article: Article): fc.Arbitrary<Block> =>
  fc.oneof(
    partOf(article).map((text): Block => ({ kind: 'subheading', text })),
    fc
      .record({
        parts: fc.array(partOf(article), { maxLength: 40 }),
        sources: fc.array(citationOf(article), { maxLength: 20 }),
      })
      .map((line): Block => ({ kind: 'line', ...line })),
    fc
      .tuple(citationOf(article), fc.array(citationOf(article), { maxLength: 3 }))
      .map(([citation, emphasis]): Block => ({ kind: 'quote', citation, emphasis })),
  );

/** Any question, at times longer as formatted than a card has room for. */
export const anyQuestion: fc.Arbitrary<Question> = fc.record({
  command: fc.constantFrom('quote', 'who-attended'),
  options: fc.dictionary(
    fc.constantFrom('who', 'about', 'words', 'question', '__proto__', '7'),
    fc.oneof(hostileWords, fc.string({ unit: 'binary' }), fc.constant('`'.repeat(300))),
    { maxKeys: 4 },
  ),
});

export const hostileReply: fc.Arbitrary<Reply> = hostileArticle.chain((article) =>
  fc
    .record({
      entries: fc.array(fc.array(blockOf(article), { maxLength: 12 }), { maxLength: 8 }),
      notes: fc.array(anyMessage(article), { maxLength: 5 }),
      choices: fc.array(
        fc.record({ label: fc.array(partOf(article), { maxLength: 5 }), question: anyQuestion }),
        { maxLength: 9 },
      ),
      heading: anyMessage(article),
      names: fc.array(citationOf(article), { maxLength: 40 }),
      most: fc.integer({ min: 2, max: 25 }),
    })
    .map(({ entries, names, most, ...rest }) => {
      const menu: ReplyMenu = { prompt: 'stance.menu', option: 'who', values: names, most };
      return foundReply(entries, names.length === 0 ? rest : { ...rest, menu });
    }),
);

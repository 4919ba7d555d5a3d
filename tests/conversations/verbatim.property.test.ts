import { type APIContainerComponent, ComponentType } from 'discord.js';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import type { Citation } from '../../src/article/citation.ts';
import { answerQuestion } from '../../src/command/answering.ts';
import { contextOutside } from '../../src/command/context.ts';
import type { Block, Part, Question, Reply } from '../../src/command/reply.ts';
import { cardsOf } from '../../src/discord/card.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { type Conversation, startConversation } from './conversation.ts';
import { expectHarmless } from './harmless.ts';
import { hostileArticles, questionFor } from './hostile.ts';

// Whatever articles hold, a card quotes them word for word, and nothing in them is obeyed.

const partsOf = (block: Block): readonly Part[] => {
  if (block.kind === 'subheading') return [block.text];
  return block.kind === 'line' ? block.parts : [];
};

const citedBy = (block: Block): readonly Citation[] => {
  if (block.kind === 'quote') return [block.citation, ...block.emphasis];
  return block.kind === 'line' ? block.sources : [];
};

/** A part and what it is filled in with, down to words that are no template. */
const inmost = (part: Part): readonly Part[] =>
  part.kind === 'message' ? Object.values(part.params).flatMap(inmost) : [part];

/** All that a reply shows which is not out of the catalogue. */
function wordsOf({ heading, entries, notes, choices, menu }: Reply) {
  const blocks = entries.flat();
  const parts = [
    heading,
    ...notes,
    ...blocks.flatMap(partsOf),
    ...choices.flatMap(({ label }) => label),
  ].flatMap(inmost);
  return {
    citations: [
      ...blocks.flatMap(citedBy),
      ...(menu?.values ?? []),
      ...parts.flatMap((part) => (part.kind === 'cited' ? [part.citation] : [])),
    ],
    fields: parts.flatMap((part) => (part.kind === 'field' ? [part.text] : [])),
  };
}

// Counts, days, places and hosts. Any other field is what a member typed, or a part of it, or front matter.
const OWN_FIELD =
  /^(?:[\d,]*|(?:¶[\d–]+(?:, )?)*|[…_.]*example\.org|(?:(?:\d{1,2} )?\w{3,4} )?\d{4}(?: – \d{1,2} \w{3,4} \d{4})?)$/u;

function expectVerbatim(reply: Reply, question: Question, corpus: Corpus): void {
  const inView = new Set(corpus.readings.map((reading) => reading.article));
  const { citations, fields } = wordsOf(reply);
  for (const { article, start, end, text } of citations) {
    expect(inView.has(article)).toBe(true);
    expect(text).toBe(article.body.slice(start, end));
    expect(text).not.toBe('');
  }
  const typed = Object.values(question.options).map((value) => value.trim());
  const frontMatter = new Set(
    corpus.readings.flatMap(({ article: { id, title, publisher = '', tags } }) => [
      id,
      title,
      publisher,
      ...tags,
    ]),
  );
  const reasons = new Set(corpus.readings.map(({ article }) => article.provenance?.edited?.reason));
  for (const text of fields)
    if (!frontMatter.has(text) && !reasons.has(text) && !OWN_FIELD.test(text))
      expect(typed.filter((value) => value.includes(text))).not.toEqual([]);
}

// The bot's own words in the examples of /ask, and its marks in those of /search.
const EXAMPLE = /^(?:What did (.*) say\?|"(.*)")$/u;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Values that a choice asks for are the articles' words too, on one line, or articles' ids. */
function expectOwnChoices({ choices }: Reply, question: Question, corpus: Corpus): void {
  const known = corpus.readings.map(({ article: { body } }) => body).join('\n');
  const flat = known.replaceAll(/\s+/gu, ' ');
  const typed = new Set(Object.values(question.options).map((value) => value.trim()));
  for (const value of choices.flatMap((choice) => Object.values(choice.question.options)))
    // A day comes back as the option was read: `20 Feb 2025` as `2025-02-20`.
    if (
      !typed.has(value) &&
      !ISO_DAY.test(value) &&
      corpus.reading(value.replace(/ \d+$/u, '')) === undefined
    )
      expect([value, isFrom(value.replace(EXAMPLE, '$1$2'), flat)]).toEqual([value, true]);
}

/** An event's value joins its name, place and time; all of its words stand in the articles. */
const isFrom = (value: string, flat: string): boolean =>
  flat.includes(value.replaceAll(/\s+/gu, ' ')) ||
  value.split(/,? /u).every((word) => flat.includes(word));

const answer = (question: Question, corpus: Corpus): Promise<Reply> =>
  answerQuestion(
    question,
    contextOutside(corpus, commands, (line) => {
      throw new Error(line);
    }),
  );

const displays = (card: APIContainerComponent): readonly string[] =>
  card.components.flatMap((part) =>
    part.type === ComponentType.TextDisplay ? [part.content] : [],
  );

const buttons = (card: APIContainerComponent) =>
  card.components.flatMap((part) =>
    part.type === ComponentType.ActionRow
      ? part.components.flatMap((button) => ('custom_id' in button ? [button] : []))
      : [],
  );

function expectLimits(card: APIContainerComponent): void {
  const texts = displays(card);
  expect(texts.join('').length).toBeLessThanOrEqual(4000);
  expect(texts.every((text) => text.trim() !== '')).toBe(true);
  expect(1 + card.components.length + buttons(card).length).toBeLessThanOrEqual(40);
  const ids = buttons(card).map((button) => button.custom_id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => id.length <= 100)).toBe(true);
}

describe('whatever articles hold', () => {
  test.each(commands.map(({ name }) => name))(
    '/%s shows their words as they stand, within Discord’s limits, and none is obeyed',
    async (command) => {
      const property = fc.asyncProperty(
        hostileArticles,
        questionFor(command),
        async (articles, question) => {
          const corpus = (await createCorpus(articles)).current;
          const reply = await answer(question, corpus);
          if (reply.outcome === 'refused') return;
          if (reply.outcome !== 'guide') expectVerbatim(reply, question, corpus);
          expectOwnChoices(reply, question, corpus);
          for (const card of cardsOf(reply, question)) {
            expectLimits(card);
            expectHarmless(displays(card));
          }
        },
      );
      await fc.assert(property, { numRuns: 40 });
    },
  );
});

const MENTIONS = z.object({ data: z.object({ allowed_mentions: z.unknown() }) });

describe('through Discord', () => {
  let corpus: Corpus;
  let conversation: Conversation;

  beforeAll(async () => {
    conversation = await startConversation(() => corpus);
  });

  afterAll(() => conversation.close());

  it('no answer is refused, none fails, and none may ping', async () => {
    const asking = commands.filter(
      ({ access, form }) => access === undefined && form === undefined,
    );
    const anyQuestion = fc.oneof(...asking.map(({ name }) => questionFor(name)));
    const property = fc.asyncProperty(
      hostileArticles,
      anyQuestion,
      async (articles, { command, options }) => {
        fc.pre(Object.values(options).every((value) => value !== ''));
        corpus = (await createCorpus(articles)).current;
        const card = await conversation.member.command(command, options);
        expectHarmless([card.text]);
      },
    );
    await fc.assert(property, { numRuns: 25 });
    expect(conversation.reports).toEqual([]);
    const { requests } = conversation.sandbox;
    expect(requests.filter(({ status }) => status >= 400)).toEqual([]);
    const answers = requests.filter(({ path }) => path.endsWith('/callback'));
    expect(answers.length).toBeGreaterThanOrEqual(25);
    for (const { body } of answers)
      expect(MENTIONS.parse(body).data.allowed_mentions).toEqual({ parse: [] });
  });
});

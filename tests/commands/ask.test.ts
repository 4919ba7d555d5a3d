import { beforeAll, expect, test } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { contextOutside } from '../../src/command/context.ts';
import type { Reply } from '../../src/command/reply.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { articleOf, demonstration } from '../search/articles.ts';

const fail = (line: string): never => {
  throw new Error(line);
};

let corpus: Corpus;

beforeAll(async () => {
  corpus = (await createCorpus(demonstration)).current;
});

const answer = (question: string): Promise<Reply> =>
  ask.run({ question }, contextOutside(corpus, [], fail));

test('shows the passage that answers, its answering words in bold', async () => {
  const reply = await answer('when might Trump and Putin meet?');
  expect(reply.outcome).toBe('found');
  const quotes = reply.entries.flat().filter((block) => block.kind === 'quote');
  expect(quotes.length).toBeLessThanOrEqual(5);
  expect(quotes[0]?.citation.text).toContain('more groundwork is needed');
  expect(quotes[0]?.emphasis).toHaveLength(1);
});

test('puts the short answer first where the words carry one', async () => {
  const reply = await answer('How long did the first discussion last?');
  expect(reply.entries[0]).toMatchObject([
    {
      kind: 'line',
      parts: [{ key: 'ask.short', params: { answer: { citation: { text: 'two hours' } } } }],
    },
  ]);
});

test('says that the corpus does not say, with what is near', async () => {
  const reply = await answer('What did Macron say about pineapple pizza?');
  expect(reply.outcome).toBe('none');
  expect(reply.notes[0]).toMatchObject({ key: expect.stringMatching(/^none\.scope/u) });
});

test('offers questions that the corpus answers', async () => {
  const examples = ask.examples(corpus);
  expect(examples).toHaveLength(3);
  for (const { options } of examples)
    expect(await answer(options['question'] ?? '')).toMatchObject({ outcome: 'found' });
});

test.each([
  ['  When? ', 'When?'],
  ['   ', undefined],
])('takes "%s" for %s', (typed, question) => {
  expect(ask.options['question']?.schema.parse(typed)).toBe(question);
});

test('refuses a question that is too long', () => {
  expect(ask.options['question']?.schema.safeParse('why '.repeat(100)).success).toBe(false);
});

test.each([
  ['who was at the Riyadh talks?', 'attendance.heading', 'ask.as.attended'],
  ['what does Russia think about Ukraine joining NATO?', 'stance.verdict.opposes', 'ask.as.stance'],
  ['did Rubio say “It went well”?', 'quote.finding.same', 'ask.as.quote'],
])('hands on: %s', async (question, heading, note) => {
  const reply = await answer(question);
  expect(reply.heading.key).toBe(heading);
  expect(reply.notes.map(({ key }) => key)).toContain(note);
});

test('hands on only what is on the topic: other words of the speaker are no answer', async () => {
  const { current } = await createCorpus([
    articleOf('dam', '“The dam is safe,” Ada Vogt said in Bern.'),
    articleOf('boat', 'The ferry sails again.'),
  ]);
  const asked = (question: string): Promise<Reply> =>
    ask.run({ question }, contextOutside(current, [], fail));
  expect((await asked('What did Vogt say about the dam?')).notes.map(({ key }) => key)).toContain(
    'ask.as.quote',
  );
  expect(
    (await asked('What did Vogt say about the ferry?')).notes.map(({ key }) => key),
  ).not.toContain('ask.as.quote');
});

test('answers with passages where the command meant finds nothing', async () => {
  const reply = await answer('What did Trump say about when he will meet Putin?');
  expect(reply.heading.key).toBe('ask.heading');
});

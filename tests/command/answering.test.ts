import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../src/article/user-error.ts';
import { answerQuestion } from '../../src/command/answering.ts';
import type { Command } from '../../src/command/command.ts';
import { contextOutside } from '../../src/command/context.ts';
import { ambiguousReply, noneReply } from '../../src/command/replies.ts';
import { cited, field, message } from '../../src/command/reply.ts';
import { textCard } from '../../src/command/text-card.ts';
import {
  articleOf,
  citeWords,
  commandGiving,
  emptyCorpus,
  foundReply,
  quoteOf,
} from './samples.ts';

const who = {
  description: 'guide.heading',
  schema: z.string().trim().max(5, 'at most 5 characters').optional(),
} as const;

const demo = articleOf('They met.', { demo: true });

const commands: readonly Command[] = [
  commandGiving('quote', { who }, async (options) =>
    foundReply([], { heading: message('refused.reason', { reason: field(options['who'] ?? '') }) }),
  ),
  commandGiving('crash', { who }, async ({ who: name }) => {
    throw new Error(`cannot find ${name}`);
  }),
  commandGiving('wrong', { who }, async () => {
    throw new UserError('Name a person.');
  }),
  commandGiving('demo', { who }, async () => foundReply([[quoteOf(citeWords(demo, 'They met.'))]])),
];

async function ask(command: string, options: Readonly<Record<string, string>>) {
  const reported: string[] = [];
  const question = { command, options };
  const reply = await answerQuestion(
    question,
    contextOutside(emptyCorpus, commands, (line) => reported.push(line)),
  );
  return { reply, reported, card: textCard(reply, question) };
}

describe('a question', () => {
  it('reaches its command with the values that the schemas give', async () => {
    const { reply, card } = await ask('quote', { who: ' Ann ' });
    expect(reply.outcome).toBe('found');
    expect(card).toBe('/quote who: " Ann "\nAnn');
  });

  it('without options gets examples to tap, for the asker alone', async () => {
    const { reply, card } = await ask('quote', {});
    expect(reply).toMatchObject({ outcome: 'guide', isPrivate: true });
    expect(card).toContain('1. /quote who: Rubio');
  });

  test.each([
    ['quote', { who: 'Sergei' }, 'The option “who” cannot be read: at most 5 characters'],
    ['quote', { whom: 'Ann' }, 'There is no option “whom” here.'],
    ['quote', { toString: 'Ann' }, 'There is no option “toString” here.'],
    ['sing', { who: 'Ann' }, 'There is no command /sing here.'],
    ['wrong', { who: 'Ann' }, 'Name a person.'],
    ['quote', { who: 'x'.repeat(1001) }, 'That question is too long to show'],
  ])('/%s %j is told what is wrong', async (command, options, told) => {
    const { reply, card, reported } = await ask(command, options);
    expect(reply).toMatchObject({ outcome: 'refused', isPrivate: true });
    expect(card).toContain(told);
    expect(reported).toEqual([]);
  });

  it('that fails here is reported without what was typed, and shown plainly', async () => {
    const { reply, card, reported } = await ask('crash', { who: 'Ann' });
    expect(reply).toMatchObject({ outcome: 'refused', isPrivate: true });
    expect(card).toContain('Something went wrong here');
    expect(reported.join()).toMatch(/^\/crash failed: Error\n {4}at /u);
    expect(reported.join()).not.toContain('Ann');
  });

  it('answered from demonstration articles says so', async () => {
    const { card } = await ask('demo', { who: 'Ann' });
    expect(card).toContain('From the demonstration articles');
  });
});

describe('when the corpus does not say', () => {
  it('the reply says how much was read and what is near', () => {
    const near = [citeWords(demo, 'They met.')];
    const scope = { articles: 1412, from: '2024-01-03', to: '2025-02-18T10:00:00Z' };
    const reply = noneReply({ kind: 'none', scope, near });
    expect(textCard(reply, { command: 'quote', options: { who: 'Ann' } })).toBe(
      `/quote who: Ann
The corpus does not say.

*Nearest in the corpus, and not an answer:*
  | They met. [1]

[1] Talks in Riyadh · The Daily · 18 Feb 2025 · riyadh-talks ¶1

Nothing in 1,412 articles, 3 Jan 2024 to 18 Feb 2025, answers; that does not mean it was not said.`,
    );
  });
});

const day = '2025-02-18';

test.each([
  [{ articles: 7, from: day, to: day }, 'Nothing in 7 articles of 18 Feb 2025 answers;'],
  [{ articles: 1, from: day, to: day }, 'Nothing in 1 article of 18 Feb 2025 answers;'],
  [{ articles: 1 }, 'Nothing in 1 article answers;'],
  [{ articles: 0 }, 'There are no articles to answer from yet.'],
])('the scope %j is said so: %s', (scope, said) => {
  const reply = noneReply({ kind: 'none', scope, near: [] });
  expect(textCard(reply, { command: 'quote', options: {} })).toContain(said);
});

describe('when several things are meant', () => {
  it('the choices ask the same with another value', () => {
    const question = { command: 'quote', options: { who: 'Lee', about: 'peace' } };
    const label = [citeWords(demo, 'They met.')];
    const reply = ambiguousReply(
      { kind: 'ambiguous', option: 'who', choices: [{ value: 'Ann Lee', label }] },
      question,
    );
    expect(reply.choices).toEqual([
      {
        label: label.map(cited),
        question: { command: 'quote', options: { who: 'Ann Lee', about: 'peace' } },
      },
    ]);
    expect(textCard(reply, question)).toContain('1. /quote who: Ann Lee about: peace They met.');
  });
});

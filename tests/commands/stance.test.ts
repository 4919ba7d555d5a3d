import { beforeAll, describe, expect, test } from 'vitest';
import { stance } from '../../commands/stance.ts';
import { contextOutside } from '../../src/command/context.ts';
import type { Reply } from '../../src/command/reply.ts';
import { textCard } from '../../src/command/text-card.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { demonstration } from '../search/articles.ts';

const fail = (line: string): never => {
  throw new Error(line);
};

let corpus: Corpus;

beforeAll(async () => {
  corpus = (await createCorpus(demonstration)).current;
});

const run = (options: Record<string, string>): Promise<Reply> =>
  stance.run(options, contextOutside(corpus, [], fail));

const cardOf = async (options: Record<string, string>): Promise<string> =>
  textCard(await run(options), { command: 'stance', options });

describe('the card', () => {
  test('says the verdict in words, who spoke and for whom, and emphasises the cue', async () => {
    const reply = await run({ who: 'Russia', on: 'Ukraine joining NATO' });
    expect(reply.heading).toMatchObject({ key: 'stance.verdict.opposes' });
    const quote = reply.entries[0]?.find((block) => block.kind === 'quote');
    expect(quote?.emphasis[0]?.text).toContain('against');
    const card = await cardOf({ who: 'Russia', on: 'Ukraine joining NATO' });
    expect(card).toContain('Russia on Ukraine joining NATO: opposes');
    expect(card).toContain('Dmitry Peskov, on behalf of Kremlin');
  });

  test('does not take “does not oppose” for support', async () => {
    const reply = await run({ who: 'Russia', on: 'Ukraine joining the EU' });
    expect(reply.heading).toMatchObject({ key: 'stance.verdict.mixed' });
    expect(await cardOf({ who: 'Russia', on: 'Ukraine joining the EU' })).toContain(
      'does not oppose',
    );
  });

  test('lists positions by holder alone, and the field by target alone', async () => {
    expect((await run({ who: 'Hegseth' })).heading).toMatchObject({ key: 'stance.held' });
    const field = await run({ on: 'NATO membership for Kyiv' });
    expect(field.heading).toMatchObject({ key: 'stance.field' });
    expect(field.entries[0]?.[0]).toMatchObject({
      kind: 'subheading',
      text: { key: 'stance.against' },
    });
  });

  test('says that the corpus does not say, with the scope', async () => {
    const reply = await run({ who: 'Macron', on: 'pineapple pizza' });
    expect(reply.outcome).toBe('none');
    expect(reply.notes[0]?.key).toMatch(/^none\.scope/u);
  });
});

const complete = (option: string, typed: string): readonly string[] =>
  (stance.options[option]?.complete?.(typed, corpus) ?? []).map(({ value }) => value);

test('completes holders and targets that the corpus has', () => {
  expect(complete('who', 'peg').concat(complete('who', 'heg'))).toContain('Pete Hegseth');
  expect(complete('on', '').length).toBeGreaterThan(0);
  for (const value of complete('on', '')) expect(value.length).toBeLessThanOrEqual(100);
});

test('offers questions that the corpus answers', async () => {
  const examples = stance.examples(corpus);
  expect(examples.length).toBeGreaterThan(0);
  for (const { options } of examples)
    expect(await run({ ...options })).toMatchObject({ outcome: 'found' });
});

import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Passages } from '../../src/answer/answer.ts';
import { answerWithPassages } from '../../src/answer/passage.ts';
import {
  asksOfFuture,
  readAct,
  readWanted,
  tellsOfFuture,
} from '../../src/answer/passage/wanted.ts';
import { LONGEST_PASSAGE } from '../../src/search/passage-window.ts';
import { contains } from '../../src/text/span.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { articleOf, demonstration } from '../search/articles.ts';

describe('the kind of answer wanted', () => {
  test.each([
    ['Who led the delegation?', 'person'],
    ['whom did the minister accuse', 'person'],
    ['Which senator voted no?', 'person'],
    ['When do they meet again?', 'time'],
    ['Since when has the border been shut?', 'time'],
    ['Where was the treaty signed?', 'place'],
    ['In which city do they meet?', 'place'],
    ['How many ministers came?', 'number'],
    ['how much did the bridge cost', 'money'],
    ['How long did the talks last?', 'duration'],
    ['How far is it to the front?', 'distance'],
    ['What share of the vote did they get?', 'share'],
    ['How old is the envoy?', 'age'],
    ['Why was the summit cancelled?', 'reason'],
    ['What made the envoy leave?', 'reason'],
    ['What did Rubio say about the talks?', 'statement'],
    ['lavrov reaction sanctions', 'statement'],
    ['What happened when the talks failed?', 'anything'],
    ['riyadh agenda', 'anything'],
  ])('%s wants a %s', (question, wanted) => {
    expect(readWanted(question)).toBe(wanted);
  });
});

test.each([
  ['When will the ministers meet next?', true],
  ['When do the talks begin?', true],
  ['When did the talks begin?', false],
])('%s asks of what is to come: %s', (question, expected) => {
  expect(asksOfFuture(question)).toBe(expected);
});

test.each([
  ['The ministers are to reconvene in May.', true],
  ['He is due back on Friday.', true],
  ['They met on Friday.', false],
])('%s tells of what is to come: %s', (sentence, expected) => {
  expect(tellsOfFuture(sentence)).toBe(expected);
});

describe('what was done', () => {
  test.each<[string, string | undefined]>([
    ['Who led the delegation?', 'led'],
    ['who did the minister accuse', 'accuse'],
    ['Where did they sign the treaty?', 'sign'],
    ['Where was the treaty signed?', 'signed'],
    ['Who is Kellogg?', undefined],
    ['who was at the riyadh talks', undefined],
    ['When do they meet?', undefined],
  ])('%s: %s', (question, act) => {
    expect(readAct(question)).toBe(act);
  });
});

const REPORTS = [
  articleOf(
    'dam',
    `---
title: Ministers sign the Orvane dam treaty
date: 2025-03-04
---
Ministers of Tavria and Lusonia signed a treaty on the Orvane dam in Belgrade on 3 March.

The energy minister, Ilse Brandvold, led the Tavrian delegation. The ceremony lasted two hours.

The dam will cost $4.2 billion. Lusonia will receive a third of the power.

The farmers' union boycotted the ceremony because the reservoir would flood eleven villages.`,
  ),
  articleOf(
    'ferry',
    `---
title: Strike stops the Kestrel Island ferry
date: 2025-03-06
---
The ferry to Kestrel Island has not sailed since Monday because its crew is on strike.

The crew wants a pay rise of 12 percent. "We are done waiting," said Marta Okonjo, the crew's spokeswoman.

About 340 islanders depend on the ferry for food and medicine.`,
  ),
  articleOf(
    'fire',
    `---
title: Fire in a theatre
date: 2025-03-05
---
At least 14 people were killed and 37 were hurt in the fire at the theatre.

Seventy dancers and eighteen singers came to the theatre that day. Its manager, Ole Brink, is 61. The owner, who was born in 1950, died this morning.`,
  ),
];

let corpus: Corpus;
let demo: Corpus;

beforeAll(async () => {
  corpus = (await createCorpus(REPORTS)).current;
  demo = (await createCorpus(demonstration)).current;
});

const best = (answer: Answer<Passages>) =>
  answer.kind === 'found' ? answer.passages[0] : undefined;

test.each([
  ['Who led the Tavrian delegation?', 'Ilse Brandvold'],
  ['Where did they sign the dam treaty?', 'Belgrade'],
  ['How much will the dam cost?', '$4.2 billion'],
  ['How long was the ceremony?', 'two hours'],
  ['What share of the power does Lusonia get?', 'a third of the power'],
  ['how many islanders depend on the ferry', 'About 340'],
  ['What did Okonjo say?', 'We are done waiting'],
  ['how many people were hurt in the fire?', '37'],
  ['how many people were killed in the fire?', 'At least 14'],
  ['How many dancers came?', 'Seventy'],
  ['How old is the manager Ole Brink?', '61'],
  ['When did the owner die?', 'this morning'],
  ['Why did the farmers skip the ceremony?', 'because the reservoir would flood eleven villages'],
])('%s is answered with %s', async (question, words) => {
  const line = best(await answerWithPassages(question, corpus));
  expect(line?.answer?.text).toBe(words);
});

/** What two reports give in answer, each with its articles. */
async function differing(first: string, second: string, question: string): Promise<string[]> {
  const { current } = await createCorpus([
    articleOf('one', `---\ntitle: Orvane accord signed\ndate: 2025-03-04\n---\n${first}`),
    articleOf('two', `---\ntitle: The Orvane accord\ndate: 2025-03-05\n---\n${second}`),
  ]);
  const answer = await answerWithPassages(question, current);
  if (answer.kind !== 'found') throw new Error(answer.kind);
  return answer.differing.map(
    ({ answer: words, evidence }) =>
      `${words.text} in ${evidence.map(({ article }) => article.id).join(', ')}`,
  );
}

describe('where articles differ', () => {
  const SIGNED = 'How many ministers signed the Orvane accord?';

  test('each amount is told with its articles', async () => {
    const lines = await differing(
      'In Bern, 24 ministers signed the Orvane accord on Monday.',
      'The Orvane accord was signed by 21 ministers.',
      SIGNED,
    );
    expect(new Set(lines)).toEqual(new Set(['24 in one', '21 in two']));
  });

  test('also in other words, and not with another year', async () => {
    const lines = await differing(
      'A quake killed 12 people on Oria. In 1974 a quake killed 430 people there.',
      'At least 15 people died in the quake on Oria.',
      'How many people died in the Oria quake?',
    );
    expect(new Set(lines)).toEqual(new Set(['12 in one', 'At least 15 in two']));
  });

  test.each([
    ['the same in other words', 'Two dozen ministers signed the Orvane accord.'],
    ['a looser figure', 'More than 20 ministers signed the Orvane accord.'],
    ['a number of something else', 'After 21 days ministers signed the Orvane accord.'],
    ['another accord', 'In Rome, 21 ministers signed a fishing treaty.'],
  ])('%s does not differ', async (_, second) => {
    const first = 'In Bern, 24 ministers signed the Orvane accord on Monday.';
    expect(await differing(first, second, SIGNED)).toEqual([]);
  });
});

test('the words of a namesake are no short answer', async () => {
  const { current } = await createCorpus([
    articleOf(
      'a',
      '“The bridge is too low,” Brian Smith said in Delft. “It sways,” Clara Smith said.',
    ),
  ]);
  const line = best(await answerWithPassages('What did Clara Smith say of the bridge?', current));
  expect(line?.answer?.text).not.toBe('The bridge is too low');
});

test.each([
  ['When did they sign the dam treaty?', 'on 3 March', '2025-03-03'],
  ['Since when has the ferry not sailed?', 'since Monday', '2025-03-03'],
])('%s is told as the day that it was', async (question, words, day) => {
  const line = best(await answerWithPassages(question, corpus));
  expect(line?.answer?.text).toBe(words);
  expect(line?.days).toEqual({ first: day, last: day });
});

test.each([
  ['ferry crew demnds', 'pay rise of 12 percent'],
  ['farmers union boycot', 'boycotted'],
  ['who signed the accord on the dam', 'signed a treaty'],
])('typed in haste, "%s" still finds "%s"', async (question, words) => {
  const line = best(await answerWithPassages(question, corpus));
  expect(line?.passage.text).toContain(words);
});

test.each([
  'Who sang at the opera gala in Verona?',
  'What did President Quillfeather say about the dam?',
  'How far is Kestrel Island from the mainland?',
])('the corpus does not say: %s', async (question) => {
  const answer = await answerWithPassages(question, corpus);
  expect(answer).toMatchObject({
    kind: 'none',
    scope: { articles: 3, from: '2025-03-04', to: '2025-03-06' },
  });
});

test('a question without a word that the corpus knows finds nothing near', async () => {
  expect(await answerWithPassages('zzz?', corpus)).toMatchObject({ kind: 'none', near: [] });
});

test('more groundwork is needed before the presidents meet', async () => {
  const line = best(await answerWithPassages('when might Trump and Putin meet?', demo));
  expect(line?.passage.text).toContain('more groundwork is needed');
  expect(line?.passage.article.id).toBe('what-comes-next');
});

test('passages hold their sentence, sentences their answer, and no two passages overlap', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('who', 'Putin', 'talks', 'Kyiv', 'when', 'why', 'NATO', 'peace'), {
        minLength: 1,
      }),
      async (words) => {
        const answer = await answerWithPassages(words.join(' '), demo);
        for (const { passage, sentence, answer: short } of answer.kind === 'found'
          ? answer.passages
          : []) {
          expect(contains(passage, sentence)).toBe(true);
          expect(!short || contains(sentence, short)).toBe(true);
          expect(passage.text.length).toBeLessThanOrEqual(
            Math.max(LONGEST_PASSAGE, sentence.text.length),
          );
        }
      },
    ),
    { numRuns: 40 },
  ));

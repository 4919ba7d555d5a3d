import { beforeAll, describe, expect, test } from 'vitest';
import { answerStance, type StanceQuestion } from '../../src/answer/stance.ts';
import type { Answer, StanceVerdict } from '../../src/answer/answer.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { articleOf, demonstration } from '../search/articles.ts';

const harbour = articleOf(
  'harbour-talks',
  `Ministers of four coastal states met in Lisbon on Monday to talk about a toll on ferries.

Norwegian Foreign Minister Anna Lee said Norway does not oppose the toll. She rejected the plan to move the ferry office to Madrid.

Spain’s transport minister, Bob Kerr, welcomed the plan to move the office. “The toll is a disgrace,” he said.

Kremlin spokesman Ivan Petrov said that Russia would accept an inspection of lorries only if Norway paid for it. Chile has not decided whether to join the pact. Mayor Rosa Diaz praised Bob Kerr but called his toll a mistake.`,
);
const older = articleOf(
  'harbour-law',
  `In Oslo, Norway backed the harbour law. The Norwegian government praised the port deal.`,
);

let corpus: Corpus;
let demo: Corpus;

beforeAll(async () => {
  corpus = (await createCorpus([harbour, older])).current;
  demo = (await createCorpus(demonstration)).current;
});

const ask = (question: StanceQuestion, where = corpus): Promise<Answer<StanceVerdict>> =>
  answerStance(question, where);

const verdictOf = async (asked: Promise<Answer<StanceVerdict>>): Promise<string> => {
  const answer = await asked;
  return answer.kind === 'found' ? answer.verdict : answer.kind;
};

describe('verdicts', () => {
  test.each([
    ['Norway', 'moving the ferry office to Madrid', 'opposes'],
    ['Anna Lee', 'the office’s move to Madrid', 'opposes'],
    ['Norway', 'the ferry toll', 'mixed'],
    ['Oslo', 'the harbour law', 'supports'],
    ['Spain', 'moving the ferry office', 'supports'],
    ['Bob Kerr', 'a toll on ferries', 'opposes'],
    ['Moscow', 'checks on trucks', 'mixed'],
    ['Russia', 'searching trucks', 'mixed'],
    ['Chile', 'joining the pact', 'mixed'],
    ['Rosa Diaz', 'Bob Kerr', 'supports'],
    ['Norway', 'the port accord', 'supports'],
    ['Anna Lee', 'pineapple pizza', 'none'],
    ['Chile', 'the toll', 'none'],
    ['Nobody Known', 'the toll', 'none'],
  ])('%s on %s: %s', async (who, on, expected) => {
    expect(await verdictOf(ask({ who, on }))).toBe(expected);
  });

  test.each([
    ['Russia', 'Ukraine joining NATO', 'opposes'],
    ['Moscow', 'Kyiv in NATO', 'opposes'],
    ['Russia', 'Ukraine joining the EU', 'mixed'],
    ['Hegseth', 'NATO membership for Kyiv', 'opposes'],
    ['Macron', 'pineapple pizza', 'none'],
  ])('in the demonstration, %s on %s: %s', async (who, on, expected) => {
    expect(await verdictOf(ask({ who, on }, demo))).toBe(expected);
  });
});

describe('evidence', () => {
  test('names who spoke and for whom', async () => {
    const answer = await ask({ who: 'Russia', on: 'Ukraine joining NATO' }, demo);
    const [line] = answer.kind === 'found' ? answer.lines : [];
    expect(line?.holder.text).toBe('Dmitry Peskov');
    expect(line?.onBehalfOf?.text).toBe('Kremlin');
    expect(line?.evidence.text).toContain('firmly against');
  });

  test('keeps to one article where asked', async () => {
    expect(
      await verdictOf(ask({ who: 'Norway', on: 'the harbour law', article: 'harbour-talks' })),
    ).toBe('none');
  });

  test('says how much was read where nothing answers', async () => {
    const answer = await ask({ who: 'Macron', on: 'pineapple pizza' }, demo);
    expect(answer).toMatchObject({ kind: 'none', scope: { articles: demo.scope.articles } });
  });
});

describe('half a question', () => {
  test('by holder alone: what they have taken positions on', async () => {
    const answer = await ask({ who: 'Bob Kerr' });
    const targets = answer.kind === 'found' ? answer.lines.map(({ target }) => target.text) : [];
    expect(targets).toContain('The toll');
  });

  test('by target alone: everybody who holds one on it', async () => {
    const answer = await ask({ on: 'the toll' });
    const sides = answer.kind === 'found' ? answer.lines.map(({ polarity }) => polarity) : [];
    expect(sides).toContain('opposes');
    expect(sides).toContain('mixed');
  });
});

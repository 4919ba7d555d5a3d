import { beforeAll, describe, expect, test } from 'vitest';
import { answerStance, type StanceQuestion } from '../../src/answer/stance.ts';
import type { Answer, Stances, StanceLine } from '../../src/answer/answer.ts';
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

const ask = (question: StanceQuestion, where = corpus): Promise<Answer<Stances>> =>
  answerStance(question, where);

const verdictOf = async (asked: Promise<Answer<Stances>>): Promise<string> => {
  const answer = await asked;
  return answer.kind === 'found' ? (answer.stands[0]?.polarity ?? 'nobody') : answer.kind;
};

const linesOf = (answer: Answer<Stances>): readonly StanceLine[] =>
  answer.kind === 'found' ? answer.stands.flatMap(({ lines }) => lines) : [];

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
    const [line] = linesOf(answer);
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
    expect(linesOf(answer).map(({ target }) => target.text)).toContain('The toll');
  });

  test('by target alone: everybody who holds one on it', async () => {
    const answer = await ask({ on: 'the toll' });
    const sides = linesOf(answer).map(({ polarity }) => polarity);
    expect(sides).toContain('opposes');
    expect(sides).toContain('mixed');
  });
});

const ferry = [
  ['2025-03-12', 'ferry-march', 'Norway supports the ferry toll. Spain opposes the ferry toll.'],
  ['2025-04-02', 'ferry-april', 'The Norwegian government backed the ferry toll.'],
  ['2025-06-03', 'ferry-june', 'Norway opposes the ferry toll. Spain rejected the ferry toll.'],
  ['2025-07-01', 'ferry-july', 'Norwegian Foreign Minister Anna Lee rejected the ferry toll.'],
].map(([date = '', id = '', text = '']) => articleOf(id, `---\ndate: ${date}\n---\n${text}`));

describe('over time', () => {
  let dated: Corpus;

  beforeAll(async () => {
    dated = (await createCorpus(ferry)).current;
  });

  const standsOn = async (question: StanceQuestion): Promise<Stances['stands']> => {
    const answer = await ask(question, dated);
    return answer.kind === 'found' ? answer.stands : [];
  };

  test('the newest position counts, and the card says since when and what was before', async () => {
    const [norway] = await standsOn({ who: 'Norway', on: 'the ferry toll' });
    expect(norway?.polarity).toBe('opposes');
    expect(norway?.change?.before).toBe('supports');
    expect(norway?.change?.until.article.id).toBe('ferry-april');
    expect(norway?.change?.since.article.id).toBe('ferry-june');
  });

  test('evidence comes newest first', async () => {
    const [norway] = await standsOn({ who: 'Norway', on: 'the ferry toll' });
    expect(norway?.lines.map(({ evidence }) => evidence.article.id)).toEqual([
      'ferry-july',
      'ferry-june',
      'ferry-april',
      'ferry-march',
    ]);
  });

  test('who holds the same all along has changed nothing', async () => {
    const [spain] = await standsOn({ who: 'Spain', on: 'the ferry toll' });
    expect(spain?.polarity).toBe('opposes');
    expect(spain?.change).toBeUndefined();
  });

  test('a country and who speaks for it are one holder in the field', async () => {
    const stands = await standsOn({ on: 'the ferry toll' });
    expect(stands.map(({ holder }) => holder.text)).toHaveLength(2);
  });
});

describe('several holders', () => {
  test('stand next to each other in the order asked, the silent ones apart', async () => {
    const answer = await ask({ who: 'Bob Kerr; Chile; Norway', on: 'the ferry toll' });
    expect(answer).toMatchObject({ kind: 'found', asked: 'comparison', silent: ['Chile'] });
    const stands = answer.kind === 'found' ? answer.stands : [];
    expect(stands.map(({ polarity }) => polarity)).toEqual(['opposes', 'mixed']);
  });

  test.each([
    [{ who: '; …', on: 'the toll' }, /nobody to look for/u],
    [{ who: 'Norway', on: '???' }, /nothing to look for/u],
    [{ on: 'the' }, /nothing to look for/u],
    [{ who: 'Norway; Spain' }, /on what/u],
    [{ who: 'a; b; c; d; e; f', on: 'the toll' }, /At most 5/u],
  ])('%j is refused with what to do', async (question, reason) => {
    await expect(ask(question)).rejects.toThrow(reason);
  });

  test('of two people of one name the bot asks which, and the choices ask for them', async () => {
    const article = articleOf(
      'two-lees',
      'Senator Rosa Lee opposes the ferry toll. Governor Mark Lee supports the ferry toll. Spain rejected the ferry toll.',
    );
    const lees = (await createCorpus([article])).current;
    const answer = await ask({ who: 'Lee; Spain', on: 'the ferry toll' }, lees);
    const choices = answer.kind === 'ambiguous' ? answer.choices : [];
    expect(choices.map(({ value }) => value).toSorted()).toEqual([
      'Mark Lee; Spain',
      'Rosa Lee; Spain',
    ]);
    expect(await verdictOf(ask({ who: 'Mark Lee', on: 'the ferry toll' }, lees))).toBe('supports');
    expect(await verdictOf(ask({ who: 'Rosa Lee', on: 'the ferry toll' }, lees))).toBe('opposes');
  });
});

test('of nested positions only the one on what is asked counts', async () => {
  const article = articleOf('measure', 'Spain backed a measure to end the ferry toll.');
  const nested = (await createCorpus([article])).current;
  const on = async (target: string): Promise<string> =>
    verdictOf(ask({ who: 'Spain', on: target }, nested));
  expect(await on('the ferry toll')).toBe('opposes');
  expect(await on('the measure to end the ferry toll')).toBe('supports');
  const field = await ask({ on: 'the ferry toll' }, nested);
  expect(linesOf(field).map(({ polarity }) => polarity)).toEqual(['opposes']);
});

test('whoever says what his own country will do is asked about by name as well', async () => {
  const article = articleOf(
    'own-country',
    `Norwegian Foreign Minister Anna Lund spoke first. “Oslo will never accept the ferry toll,” Lund said.

“Madrid rejects the lighthouse,” Lund said.`,
  );
  const own = (await createCorpus([article])).current;
  expect(await verdictOf(ask({ who: 'Anna Lund', on: 'the ferry toll' }, own))).toBe('opposes');
  expect(await verdictOf(ask({ who: 'Anna Lund', on: 'the lighthouse' }, own))).toBe('none');
});

test('a position on the end of a thing counts against it, and is shown as what it is', async () => {
  const article = articleOf('end', 'Spain supports the ferry toll.');
  const ended = (await createCorpus([article])).current;
  const answer = await ask({ who: 'Spain', on: 'ending the ferry toll' }, ended);
  expect(await verdictOf(Promise.resolve(answer))).toBe('opposes');
  expect(linesOf(answer).map(({ polarity, target }) => [polarity, target.text])).toContainEqual([
    'supports',
    'the ferry toll',
  ]);
});

async function fieldOf(on: string, text: string): Promise<string[]> {
  const one = (await createCorpus([articleOf('field', text)])).current;
  const answer = await ask({ on }, one);
  return answer.kind === 'found' ? answer.stands.map(({ holder }) => holder.text) : [];
}

describe('the field of a thing', () => {
  test.each([
    [
      'the tanker ban',
      'Norway supports the ban on tankers. Spain rejected patrols without a ban.',
      ['Norway'],
    ],
    [
      'EU membership for Norway',
      'Spain supports Norway’s accession to the EU. Chile backs joint patrols with Norway.',
      ['Spain'],
    ],
    [
      'the ferry toll',
      'It was late. Her party rejected the ferry toll. Spain backed the ferry toll.',
      ['Spain'],
    ],
  ])('%s: only who stands on it, by name', async (on, text, expected) => {
    expect(await fieldOf(on, text)).toEqual(expected);
  });
});

describe('what one says of another', () => {
  test('is told with who says so', async () => {
    const article = articleOf(
      'told',
      'Katrin Wool was sharp. “Anton Brek wants a deal on the quay,” Wool said. Anton Brek said that he opposes the toll.',
    );
    const told = (await createCorpus([article])).current;
    const lines = async (on: string): Promise<unknown[]> =>
      linesOf(await ask({ who: 'Brek', on }, told)).map(({ holder, saidBy }) => [
        holder.text,
        saidBy?.text,
      ]);
    expect(await lines('a deal on the quay')).toEqual([['Anton Brek', 'Katrin Wool']]);
    expect(await lines('the toll')).toEqual([['Anton Brek', undefined]]);
  });

  test('is not that of a country whose minister speaks', async () => {
    const article = articleOf(
      'minister',
      'Norwegian Foreign Minister Anna Lund said Norway opposes the toll.',
    );
    const spoken = (await createCorpus([article])).current;
    const [line] = linesOf(await ask({ who: 'Norway', on: 'the toll' }, spoken));
    expect(line?.saidBy).toBeUndefined();
  });
});

test('a job is no position to list', async () => {
  const article = articleOf(
    'job',
    'Ada Lund, the mayor’s spokeswoman, left. Ada Lund rejected the toll.',
  );
  const job = (await createCorpus([article])).current;
  const answer = await ask({ who: 'Ada Lund' }, job);
  expect(linesOf(answer).map(({ target }) => target.text)).toEqual(['the toll']);
});

test('a position on a thing of another name does not stand for the one asked about', async () => {
  const article = articleOf(
    'two-unions',
    'Norway does not oppose Chile’s Andes Union membership but stands firmly against its membership in the Pacific Pact.',
  );
  const unions = (await createCorpus([article])).current;
  const who = 'Norway';
  expect(await verdictOf(ask({ who, on: 'Chile’s Pacific Pact membership' }, unions))).toBe(
    'opposes',
  );
  expect(await verdictOf(ask({ who, on: 'Chile’s Andes Union membership' }, unions))).toBe('mixed');
});

import { describe, expect, test } from 'vitest';
import { applyRulings, keyOfRuling } from '../../../src/extraction/correction.ts';
import { factsOf } from '../read.ts';
import { corrected, linesOf, rulingOf, type Worded } from './corrected.ts';

const WEIR = `Energy Minister Ilse Brandvold wrote to Paul Reed on Monday. He was angry.

“The weir must stay,” he said. “It is ours.”

Ada Vogt of the Trump Organization kept out of it. “Not my weir.”`;

const PLAN = `Ilse Brandvold said that the plan was “a gift to the salmon”. Paul Reed disagreed.`;

const NESTED = `Paul Reed said Ada Vogt had called the plan “a farce”.`;

const TOLL = `Ilse Brandvold opposed the toll. “We reject the toll,” said Paul Reed. Ada Vogt was there.`;

const TALKS = `Foreign ministers Ilse Brandvold and Paul Reed attended the talks in Oslo on Monday.

Ada Vogt was not invited. Later, Vogt took a seat beside the king.`;

const CROWD = `“The weir must stay,” the crowd shouted. Ilse Brandvold and Paul Reed smiled.`;

const GOES_ON = `“The weir must stay until the salmon come back,” said Paul Reed.

“It is ours and it was ours before.”

Ilse Brandvold smiled.`;

type Row = readonly [string, readonly Worded[], readonly string[]];

const SPEAKERS: readonly Row[] = [
  // What goes on in the same breath follows.
  [
    WEIR,
    [{ of: 'The weir must stay,', speaker: 'Ilse Brandvold' }],
    ['Ilse Brandvold: The weir must stay,*', 'Ilse Brandvold: It is ours.*', '?: Not my weir.'],
  ],
  [
    WEIR,
    [{ of: 'It is ours.', speaker: undefined }],
    ['?: The weir must stay,*', '?: It is ours.*', '?: Not my weir.'],
  ],
  // What is ruled on by itself does not.
  [
    WEIR,
    [
      { of: 'It is ours.', speaker: 'Ada Vogt' },
      { of: 'The weir must stay,', speaker: 'Ilse Brandvold' },
    ],
    ['Ilse Brandvold: The weir must stay,*', 'Ada Vogt: It is ours.*', '?: Not my weir.'],
  ],
  // Of two on one quotation the later counts.
  [
    WEIR,
    [
      { of: 'Not my weir.', speaker: 'Ilse Brandvold' },
      { of: 'Not my weir.', speaker: 'Ada Vogt' },
    ],
    ['Paul Reed: The weir must stay,', 'Paul Reed: It is ours.', 'Ada Vogt: Not my weir.*'],
  ],
  // A title before a name names him; a surname does.
  [
    WEIR,
    [{ of: 'Not my weir.', speaker: 'Energy Minister Ilse Brandvold' }],
    ['Paul Reed: The weir must stay,', 'Paul Reed: It is ours.', 'Ilse Brandvold: Not my weir.*'],
  ],
  // A person is not the body that has the name; who was not read to be anybody is somebody new.
  [
    WEIR,
    [{ of: 'Not my weir.', speaker: 'Trump' }],
    ['Paul Reed: The weir must stay,', 'Paul Reed: It is ours.', 'Trump: Not my weir.*'],
  ],
  // Who is confirmed.
  [
    WEIR,
    [{ of: 'The weir must stay,', speaker: 'Paul Reed' }],
    ['Paul Reed: The weir must stay,*', 'Paul Reed: It is ours.*', '?: Not my weir.'],
  ],
  // Words between marks within a reported clause, either way.
  [
    PLAN,
    [{ of: 'a gift to the salmon', speaker: 'Paul Reed' }],
    [
      'Paul Reed: the plan was “a gift to the salmon*',
      'Paul Reed: a gift to the salmon*',
      'Paul Reed supports the plan*',
      'Paul Reed opposes the plan',
    ],
  ],
  [
    PLAN,
    [{ of: 'the plan was “a gift to the salmon', speaker: undefined }],
    [
      '?: the plan was “a gift to the salmon*',
      '?: a gift to the salmon*',
      'Paul Reed opposes the plan',
    ],
  ],
  // What one says of another who is quoted in it stays his.
  [
    NESTED,
    [{ of: 'a farce', speaker: 'Ada Vogt' }],
    [
      'Paul Reed: Ada Vogt had called the plan “a farce',
      'Ada Vogt: a farce*',
      'Ada Vogt opposes the plan',
    ],
  ],
  // Positions go with the words that show them, and no others.
  [
    TOLL,
    [{ of: 'We reject the toll,', speaker: 'Ada Vogt' }],
    [
      'Ada Vogt: We reject the toll,*',
      'Ilse Brandvold opposes the toll',
      'Ada Vogt opposes the toll*',
    ],
  ],
  [
    TOLL,
    [{ of: 'We reject the toll,', speaker: undefined }],
    ['?: We reject the toll,*', 'Ilse Brandvold opposes the toll'],
  ],
  // Whoever goes on in the next paragraph; but not whoever went before.
  [
    GOES_ON,
    [{ of: 'The weir must stay until the salmon come back,', speaker: 'Ilse Brandvold' }],
    [
      'Ilse Brandvold: The weir must stay until the salmon come back,*',
      'Ilse Brandvold: It is ours and it was ours before.*',
    ],
  ],
  [
    GOES_ON,
    [{ of: 'It is ours and it was ours before.', speaker: 'Ilse Brandvold' }],
    [
      'Paul Reed: The weir must stay until the salmon come back,',
      'Ilse Brandvold: It is ours and it was ours before.*',
    ],
  ],
  [
    GOES_ON,
    [{ of: 'The weir must stay until the salmon come back,', speaker: 'Paul Reed' }],
    [
      'Paul Reed: The weir must stay until the salmon come back,*',
      'Paul Reed: It is ours and it was ours before.',
    ],
  ],
  [
    CROWD,
    [{ of: 'The weir must stay,', speaker: 'Ilse Brandvold and Paul Reed' }],
    ['(Ilse Brandvold and Paul Reed): The weir must stay,*'],
  ],
];

const ATTENDEES: readonly Row[] = [
  [
    TALKS,
    [
      {
        gathering: 'talks in Oslo',
        name: 'Ada Vogt',
        verdict: 'attended',
        evidence: 'Later, Vogt took a seat beside the king.',
      },
    ],
    ['attended: Ilse Brandvold', 'attended: Paul Reed', 'attended: Ada Vogt*'],
  ],
  [
    TALKS,
    [
      {
        gathering: 'Foreign ministers Ilse Brandvold and Paul Reed attended the talks in Oslo',
        name: 'Paul Reed',
        verdict: 'not-listed',
        evidence: 'Ada Vogt was not invited.',
      },
    ],
    ['attended: Ilse Brandvold', 'absent: Ada Vogt (was not invited)'],
  ],
  [
    TALKS,
    [
      {
        gathering: 'talks in Oslo',
        name: 'Ilse Brandvold',
        verdict: 'absent',
        evidence: 'Foreign ministers',
      },
    ],
    ['attended: Paul Reed', 'absent: Ada Vogt (was not invited)', 'absent: Ilse Brandvold*'],
  ],
  // By a surname, and only confirmed.
  [
    TALKS,
    [
      {
        gathering: 'talks in Oslo',
        name: '…Vogt',
        verdict: 'absent',
        evidence: 'Ada Vogt was not invited.',
      },
    ],
    ['attended: Ilse Brandvold', 'attended: Paul Reed', 'absent: Ada Vogt (was not invited)*'],
  ],
  // Whom nobody listed.
  [
    TALKS,
    [
      {
        gathering: 'talks in Oslo',
        name: 'the king',
        verdict: 'attended',
        evidence: 'Later, Vogt took',
      },
    ],
    [
      'attended: Ilse Brandvold',
      'attended: Paul Reed',
      'attended: the king*',
      'absent: Ada Vogt (was not invited)',
    ],
  ],
];

const SAID = 'Paul Reed: We reject the toll,';

const STANCES: readonly Row[] = [
  [
    TOLL,
    [
      {
        of: 'Ilse Brandvold opposed the toll.',
        holder: 'Ilse Brandvold',
        target: 'the toll',
        verdict: 'supports',
      },
    ],
    [SAID, 'Ilse Brandvold supports the toll*', 'Paul Reed opposes the toll'],
  ],
  [
    TOLL,
    [{ of: 'Ilse Brandvold opposed the toll.', holder: 'Ilse Brandvold', verdict: 'none' }],
    [SAID, 'Paul Reed opposes the toll'],
  ],
  [
    TOLL,
    [
      { of: 'Ada Vogt was there.', holder: 'Ada Vogt', target: 'there', verdict: 'mixed' },
      { of: 'Ilse Brandvold opposed the toll.', holder: 'Ilse Brandvold', verdict: 'opposes' },
    ],
    [
      SAID,
      'Ilse Brandvold opposes the toll*',
      'Paul Reed opposes the toll',
      'Ada Vogt mixed there*',
    ],
  ],
  // The position of whoever was found to have spoken can be ruled on as theirs.
  [
    TOLL,
    [
      {
        of: '“We reject the toll,” said Paul Reed.',
        holder: 'Ada Vogt',
        target: '…the toll',
        verdict: 'supports',
      },
      { of: 'We reject the toll,', speaker: 'Ada Vogt' },
    ],
    [
      'Ada Vogt: We reject the toll,*',
      'Ilse Brandvold opposes the toll',
      'Ada Vogt supports the toll*',
    ],
  ],
];

function expectLines(text: string, all: readonly Worded[], lines: readonly string[]) {
  const { article, facts, lost, rulings } = corrected(text, all);
  expect(lost).toEqual([]);
  expect(linesOf(article, facts)).toEqual(lines);
  const again = applyRulings(article, facts, rulings);
  expect(again).toEqual({ facts, lost: [] });
}

describe('rulings on', () => {
  test.each(SPEAKERS)('who spoke in %j: %j', expectLines);
  test.each(ATTENDEES)('who attended in %j: %j', expectLines);
  test.each(STANCES)('who stands where in %j: %j', expectLines);
});

const LOST: readonly (readonly [string, Worded])[] = [
  [WEIR, { of: 'The dam must stay,', speaker: 'Ilse Brandvold' }],
  [WEIR, { of: 'The weir must stay,', speaker: 'Hugo Lund' }],
  [WEIR, { of: 'kept out of it', speaker: 'Ada Vogt' }],
  [TALKS, { gathering: 'dinner', name: 'Ada Vogt', verdict: 'absent', evidence: 'Ada Vogt' }],
  [
    TALKS,
    { gathering: 'talks in Oslo', name: 'Ada Vogt', verdict: 'attended', evidence: 'She came.' },
  ],
  [TOLL, { of: 'Ada Vogt was there.', holder: 'Ada Vogt', verdict: 'supports' }],
];

describe('a ruling whose words are gone', () => {
  test.each(LOST)('changes nothing in %j: %j', (text, worded) => {
    const { read, facts, lost, rulings } = corrected(text, [worded]);
    expect(facts).toBe(read);
    expect(lost).toEqual(rulings);
  });
});

describe('the key of a ruling', () => {
  const { article } = factsOf(TALKS);
  const key = (worded: Worded): string => keyOfRuling(rulingOf(article, worded));
  const absent: Worded = {
    gathering: 'talks in Oslo',
    name: 'Ada Vogt',
    verdict: 'absent',
    evidence: 'Ada Vogt was not invited.',
  };

  test('is the same for another verdict on the same fact', () => {
    expect(key({ ...absent, verdict: 'attended', evidence: 'Later' })).toBe(key(absent));
    expect(key({ of: 'Ada Vogt', speaker: 'Paul Reed' })).toBe(
      key({ of: 'Ada Vogt', speaker: undefined }),
    );
  });

  test('is another for another fact, though its words be the same', () => {
    expect(key({ ...absent, name: 'Paul Reed' })).not.toBe(key(absent));
    expect(key({ of: 'Vogt', speaker: undefined })).not.toBe(
      key({ of: '…Vogt', speaker: undefined }),
    );
  });
});

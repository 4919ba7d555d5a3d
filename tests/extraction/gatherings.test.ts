import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findGatherings } from '../../src/extraction/gatherings.ts';
import type { Attendee, Gathering } from '../../src/extraction/facts.ts';
import { contains, length, slice, span } from '../../src/text/span.ts';
import { castOf } from './read.ts';
import { rolls } from './rolls.ts';

describe('what a gathering without a noun is called', () => {
  test.each([
    [
      'RIGA — The ministers met in Riga on Monday, officials said.',
      'The ministers met in Riga on Monday',
    ],
    ['Ann Lee met Bo Ek in Riga on the margins of the funeral.', 'Ann Lee met Bo Ek in Riga'],
    [
      'Ann Lee said that she met Bo Ek in Riga on Monday, when it rained.',
      'she met Bo Ek in Riga on Monday',
    ],
  ])('%s', (text, name) => {
    const [gathering] = findGatherings(castOf(text));
    expect(gathering && slice(text, gathering.name)).toBe(name);
  });
});

describe('who was there', () => {
  test.each([
    ['Marta Lindqvist met Paul Osei in Tallinn.', ['Marta Lindqvist; Paul Osei']],
    ['Marta Lindqvist met with Paul Osei in Tallinn on Monday.', ['Marta Lindqvist; Paul Osei']],
    ['On Friday Marta Lindqvist flew to Riga and met Paul Osei.', ['Marta Lindqvist; Paul Osei']],
    ['Marta Lindqvist and Paul Osei held talks in Tallinn.', ['Marta Lindqvist; Paul Osei']],
    [
      'Marta Lindqvist spoke to reporters after meeting with Paul Osei.',
      ['Marta Lindqvist; Paul Osei'],
    ],
    ['At a dinner in Tallinn, Marta Lindqvist said the deal was dead.', ['Marta Lindqvist']],
    [
      'A follow-up meeting of water ministers will be held in Tallinn on 30 June.',
      ['?water ministers'],
    ],
    [
      'Talks opened in Tallinn on Monday. Whether Marta Lindqvist will come is unclear. Paul Osei is expected to come.',
      ['?Paul Osei'],
    ],
    [
      'Nurses in Ghana will return to work on Monday. The deal was struck after hours of talks chaired by Marta Lindqvist. Paul Osei took part.',
      ['Marta Lindqvist; Paul Osei'],
    ],
    [
      'Marta Lindqvist met Paul Osei in Lund on the margins of the funeral of the queen. Also present was Bo Ek.',
      ['Marta Lindqvist; Paul Osei; Bo Ek'],
    ],
    [
      'Ministers agreed on a plan on Monday, after the failed summit in Riga in May. Bo Ek chaired the meeting.\n\nPaul Osei attended.',
      ['Bo Ek; Paul Osei'],
    ],
    [
      'Envoys sat down at the same table in Tallinn on Sunday. Paul Osei mediated.',
      ['Envoys; Paul Osei'],
    ],
    ['The funeral of the queen took place in Riga. Bo Ek sat in the second row.', ['Bo Ek']],
    [
      'Talks opened in Tallinn. Bo Ek of the Writers’ Defense Fund attended the talks.',
      ['Bo Ek @Writers’ Defense Fund'],
    ],
    [
      'Talks opened in Tallinn. Norway’s delegation was led by Marta Lindqvist, who was accompanied by Bo Ek.',
      ['Marta Lindqvist @Norway; Bo Ek @Norway'],
    ],
    [
      'They held talks in Tallinn. The session was attended by Marta Lindqvist and Paul Osei.',
      ['Marta Lindqvist; Paul Osei'],
    ],
    [
      'Talks opened in Tallinn on Monday. The session was chaired by Marta Lindqvist, a retired judge.',
      ['Marta Lindqvist'],
    ],
    [
      'Talks opened in Tallinn on Monday. Across the table sat Marta Lindqvist; Paul Osei; and Ann Lee.',
      ['Marta Lindqvist; Paul Osei; Ann Lee'],
    ],
    [
      'Talks opened in Tallinn on Monday. Paul Osei followed the day by video link from Accra.',
      ['Paul Osei'],
    ],
    [
      'The hearing opened on Monday. Appearing before the panel, Marta Lindqvist was pressed for hours.',
      ['Marta Lindqvist'],
    ],
    [
      'Marta Lindqvist spoke by telephone on Sunday with Paul Osei about the border.',
      ['Marta Lindqvist; Paul Osei'],
    ],
    [
      'Crowds rallied in Riga on Sunday. The mayor, Marta Lindqvist, addressed the crowd, as did the singer Bo Ek.',
      ['Marta Lindqvist; Bo Ek'],
    ],
    [
      'Marta Lindqvist gave a dinner for the president of Ghana, Paul Osei, on Monday.',
      ['Marta Lindqvist; Paul Osei @Ghana'],
    ],
    ['Talks opened in Tallinn on Monday, with Marta Lindqvist in the chair.', ['Marta Lindqvist']],
    [
      'Talks opened in Tallinn on Monday. Among the 40 guests were Marta Lindqvist and Paul Osei.',
      ['Marta Lindqvist; Paul Osei'],
    ],
    [
      'Talks opened in Tallinn on Monday. Marta Lindqvist opened the meeting but did not stay for the toast.',
      ['Marta Lindqvist'],
    ],
    [
      'On Friday Marta Lindqvist met a group of mayors. Paul Osei also attended the meeting.',
      ['Marta Lindqvist; group of mayors; Paul Osei'],
    ],
    [
      'Marta Lindqvist met Paul Osei here. The two ministers had last met in Rome in 2023.',
      ['Marta Lindqvist; Paul Osei', 'Marta Lindqvist; Paul Osei'],
    ],
    [
      'Talks opened in Riga. Norway was represented by Bo Ek and Ghana by Paul Osei.',
      ['Bo Ek @Norway; Paul Osei @Ghana'],
    ],
    [
      'A hearing opened in Riga. Two witnesses from the port, Bo Ek and Paul Osei, testified.',
      ['Bo Ek; Paul Osei'],
    ],
    [
      'The funeral of the writer Ann Lee took place in Riga on Monday. Bo Ek led the mourners, who also included Paul Osei.',
      ['Bo Ek; Paul Osei'],
    ],
    [
      'Talks opened in Riga on Monday. They were attended by Bo Ek. He skipped the session on debt.',
      ['Bo Ek'],
    ],
    [
      'A court heard arguments on Tuesday. Attorney Ann Lee told the panel that the law was clear. Judge Marta Lindqvist repeatedly interrupted Paul Osei.',
      ['Ann Lee; Marta Lindqvist; Paul Osei'],
    ],
  ])('%s', (text, expected) => {
    expect(rolls(text)).toEqual(expected);
  });
});

describe('how they took part', () => {
  test.each([
    [
      'Paul Osei took part by video link from Accra, diplomats said.',
      'took part by video link from Accra',
    ],
    ['Paul Osei left the room shortly before noon.', 'left the room shortly before noon'],
    ['Paul Osei walked out after an hour.', 'walked out after an hour'],
    ['Paul Osei spoke in her place.', 'spoke in her place'],
    ['Paul Osei stood in for Ann Lee.', 'stood in for Ann Lee'],
  ])('%s', (sentence, note) => {
    const text = `Talks opened in Riga on Monday, chaired by Marta Lindqvist. ${sentence}`;
    const present = findGatherings(castOf(text))[0]?.attended ?? [];
    const guest = present.find(({ name }) => slice(text, name) === 'Paul Osei');
    expect(guest?.note && slice(text, guest.note)).toBe(note);
  });
});

describe('whose side they were on', () => {
  test.each([
    [
      'Talks opened in Riga. The Swedish delegation included Foreign Minister Marta Lindqvist and Paul Osei.',
      ['Marta Lindqvist @Swedish; Paul Osei @Swedish'],
    ],
    [
      'Talks opened in Riga. On the Ghanaian side were Paul Osei, director of the ports, and a lawyer, Ann Lee.',
      ['Paul Osei @Ghanaian; Ann Lee @Ghanaian'],
    ],
    [
      'Talks opened in Riga. Norway was represented by Marta Lindqvist.',
      ['Marta Lindqvist @Norway'],
    ],
    [
      'Talks opened in Riga. Norway sent its ambassador, Marta Lindqvist.',
      ['Marta Lindqvist @Norway'],
    ],
    [
      'Talks opened in Riga. Who was there: for Norway, fisheries minister Marta Lindqvist; for Ghana, Paul Osei.',
      ['Marta Lindqvist @Norway; Paul Osei @Ghana'],
    ],
    [
      'Talks opened in Riga. The meeting was attended by the foreign minister of Norway, Marta Lindqvist.',
      ['Marta Lindqvist @Norway'],
    ],
  ])('%s', (text, expected) => {
    expect(rolls(text)).toEqual(expected);
  });
});

describe('who is expected', () => {
  test.each([
    ['Marta Lindqvist will meet Paul Osei in Accra on 9 May.', ['?Marta Lindqvist; ?Paul Osei']],
    ['Marta Lindqvist is due to meet Paul Osei in Accra.', ['?Marta Lindqvist; ?Paul Osei']],
    [
      'Marta Lindqvist met Paul Osei in Riga. The two meet again on 9 May in Accra. Ann Lee is expected to lead for Norway.',
      ['Marta Lindqvist; Paul Osei', '?Ann Lee'],
    ],
  ])('%s', (text, expected) => {
    expect(rolls(text)).toEqual(expected);
  });
});

test('keeps a later gathering apart from the one reported', () => {
  const text = `OSLO — Ministers of Norway and Ghana held talks on cod here on Monday. On the Ghanaian side were Paul Osei, Kofi Adjei and Ama Boateng.

The next round is planned in Accra on 9 May. Marta Lindqvist will take the chair.`;
  expect(rolls(text)).toEqual([
    'Paul Osei @Ghanaian; Kofi Adjei @Ghanaian; Ama Boateng @Ghanaian',
    '?Marta Lindqvist',
  ]);
});

test('reads a list that goes on over lines', () => {
  const text = `The commission met in Dhaka on Thursday. The visitors' team was:

• Paul Osei, minister for water;

• Marta Lindqvist, engineer;

• Ann Lee, hydrologist.`;
  expect(rolls(text)).toEqual([
    'Paul Osei @visitors; Marta Lindqvist @visitors; Ann Lee @visitors',
  ]);
});

test('gives roles, notes, place and time in the words of the article', () => {
  const text =
    'Talks on cod opened in Riga on Monday. Norway sent its ambassador, Marta Lindqvist. Paul Osei was not invited.';
  const [gathering] = findGatherings(castOf(text));
  const said = (part: Attendee['role']): string => (part === undefined ? '' : slice(text, part));
  expect(said(gathering?.name)).toBe('Talks on cod');
  expect(said(gathering?.place)).toBe('Riga');
  expect(said(gathering?.time)).toBe('Monday');
  expect(said(gathering?.attended[0]?.role)).toContain('ambassador');
  expect(said(gathering?.absent[0]?.note)).toBe('was not invited');
  expect(said(gathering?.attended[0]?.evidence)).toBe(
    'Norway sent its ambassador, Marta Lindqvist.',
  );
});

/** Pieces of reports, to be put together in any order. */
const PIECES = [
  'Marta Lindqvist met Paul Osei in Riga on Monday.',
  'The talks were attended by Ann Lee; Bo Ek, director of the bank; and Prime Minister Kofi Adjei.',
  'Ann Lee was not invited.',
  'Norway was represented by Marta Lindqvist (in place of Paul Osei, who is ill).',
  'She will join the next round in Accra on 9 May.',
  '“We met nobody,” said Bo Ek.',
  'On the Ghanaian side were',
  'Guests: ',
  'with Ann Lee at the table were',
  ', and',
  ';',
];

const isSound = ({ attended, absent, ...rest }: Gathering, body: string): boolean => {
  const all = [...attended, ...absent, ...rest.expected];
  const parts = all.flatMap(({ name, role, side, note, evidence }) =>
    [name, role, side, note, evidence].flatMap((part) => part ?? []),
  );
  const away = new Set(absent.map(({ name }) => slice(body, name)));
  return (
    parts.every((part) => length(part) > 0 && contains(span(0, body.length), part)) &&
    attended.every(({ name }) => !away.has(slice(body, name)))
  );
};

test('whatever it reads, spans lie in the article and nobody is both there and away', () => {
  assert(
    property(array(constantFrom(...PIECES), { maxLength: 8 }), (pieces) => {
      const text = castOf(pieces.join(' '));
      const { body } = text.document.article;
      expect(findGatherings(text).every((gathering) => isSound(gathering, body))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

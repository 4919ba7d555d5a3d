import { beforeAll, describe, expect, test } from 'vitest';
import type { Attendance } from '../../src/answer/answer.ts';
import { answerAttendance, type AttendanceQuestion } from '../../src/answer/attendance.ts';
import { completeEvents } from '../../src/answer/attendance-events.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { articleOf, demonstration } from '../search/articles.ts';

const REPORTS = [
  articleOf(
    'cod',
    `---
title: Cod talks open in Oslo
date: 2025-03-03
---
OSLO — Ministers of Norway and Ghana opened talks on cod quotas here on Monday. On the Norwegian side were Fisheries Minister Marta Lindqvist and her adviser, Bo Ek. Ghana was represented by Paul Osei. Iceland was not invited.

The next round is planned in Accra on 9 May. Ann Lee is expected to take the chair.`,
  ),
  articleOf(
    'cod-again',
    `---
title: Envoy joins the cod talks
date: 2025-03-04
---
The talks on cod in Oslo were also attended by Kofi Adjei, the bloc’s envoy. Iceland boycotted the talks.`,
  ),
  articleOf(
    'tax-one',
    `---
title: A dinner in Lisbon
date: 2025-01-10
---
The tax summit in Lisbon was attended by Ines Prado and Rui Matos.`,
  ),
  articleOf(
    'tax-two',
    `---
title: A dinner in Lisbon
date: 2025-06-10
---
The tax summit in Lisbon was attended by Carla Nunes and Hugo Faria.`,
  ),
];

let corpus: Corpus;
let shown: Corpus;

beforeAll(async () => {
  corpus = (await createCorpus(REPORTS)).current;
  shown = (await createCorpus(demonstration)).current;
});

async function found(question: AttendanceQuestion, where = corpus): Promise<Attendance> {
  const answer = await answerAttendance(question, where);
  if (answer.kind !== 'found') throw new Error(answer.kind);
  return answer;
}

const names = (lines: Attendance['attended']): string[] => lines.map(({ name }) => name.text);

describe('who attended', () => {
  test('merges the reports of one event, each line with its own evidence', async () => {
    const { attended, absent } = await found({ event: 'cod talks in Oslo' });
    expect(names(attended).toSorted()).toEqual([
      'Bo Ek',
      'Kofi Adjei',
      'Marta Lindqvist',
      'Paul Osei',
    ]);
    expect(names(absent)).toEqual(['Iceland']);
    const envoy = attended.find(({ name }) => name.text === 'Kofi Adjei');
    expect(envoy?.evidence.article.id).toBe('cod-again');
    expect(envoy?.evidence.text).toContain('attended by Kofi Adjei');
  });

  test.each(['talks in the Norwegian capital', 'the cod meeting', 'Oslo talks on cod'])(
    'finds the event as %s',
    async (event) => {
      expect(names((await found({ event })).attended)).toContain('Marta Lindqvist');
    },
  );

  test('keeps who is expected at the next round out of this one', async () => {
    const next = await found({ event: 'next round in Accra' });
    expect(names(next.expected)).toEqual(['Ann Lee']);
    expect(next.attended).toEqual([]);
    expect(names((await found({ event: 'cod talks in Oslo' })).expected)).not.toContain('Ann Lee');
  });

  test('keeps to one article', async () => {
    const { attended } = await found({ event: 'cod talks', article: 'cod-again' });
    expect(names(attended)).toEqual(['Kofi Adjei']);
  });

  test('asks which is meant where two events fit equally', async () => {
    const answer = await answerAttendance({ event: 'tax summit in Lisbon' }, corpus);
    expect(answer).toMatchObject({ kind: 'ambiguous', option: 'event' });
  });

  test('says that the corpus does not say, with what is nearest', async () => {
    const answer = await answerAttendance({ event: 'Yalta' }, shown);
    if (answer.kind !== 'none') throw new Error(answer.kind);
    expect(answer.scope.articles).toBe(7);
    expect(answer.near[0]?.text).toContain('Riyadh');
  });

  test('does not take one gathering for another that only names the same people', async () => {
    const { event, told, attended } = await found({ event: 'Trump Putin meeting' }, shown);
    expect([event, attended]).toEqual([[], []]);
    expect(told[0]?.text).toContain('more groundwork is needed before Trump and Putin can meet');
  });
});

test('the demonstration: six at the table, each with role and side, and two that were not', async () => {
  const { attended, absent } = await found({ event: 'Riyadh talks' }, shown);
  expect(
    attended.map(({ name, role, side }) =>
      `${name.text}, ${role?.text}, ${side?.text}`.replace(/Russian$/u, 'Russia'),
    ),
  ).toEqual([
    'Marco Rubio, Secretary of State, US',
    'Mike Waltz, National Security Advisor, US',
    "Steve Witkoff, Donald Trump's special envoy for the Middle East, US",
    'Sergei Lavrov, Foreign Minister, Russia',
    "Yuri Ushakov, Putin's advisor, Russia",
    'Kiril Dmitriev, director of the Russian sovereign fund, Russia',
  ]);
  expect(names(absent).slice(0, 2)).toEqual(['Kyiv', 'Brussels']);
});

test('completes the events that the corpus tells of', () => {
  expect(completeEvents('cod', corpus).map(({ name }) => name)).toContain(
    'talks on cod quotas, OSLO',
  );
  expect(completeEvents('polo', corpus)).toEqual([]);
});

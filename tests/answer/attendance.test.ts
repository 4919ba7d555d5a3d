import { beforeAll, describe, expect, test } from 'vitest';
import type { Attendance } from '../../src/answer/answer.ts';
import { answerAttendance, type AttendanceQuestion } from '../../src/answer/attendance.ts';
import { completeEvents } from '../../src/answer/attendance/events.ts';
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

/** Two reports of one event that differ, one of another event, and one of a summit called off. */
const DIFFERING = [
  articleOf(
    'peace-one',
    `---
title: Peace talks open in Muscat
date: 2025-10-02
---
Envoys opened talks at the Bustan hotel on Thursday. The northern delegation comprised Ibrahim Qasim and Layla Sharif. The foreign minister of Oman, Salim Badr, presided. The Saudi ambassador, Turki Fahd, attended as an observer.`,
  ),
  articleOf(
    'peace-two',
    `---
title: Rivals meet in Oman
date: 2025-10-03
---
The peace talks, which began in Muscat on Wednesday, were attended by Ibrahim Qasim, Layla Sharif and the mediator, Salim Badr. Turki Fahd was not present, diplomats said.`,
  ),
  articleOf(
    'fish',
    `---
title: Fish talks in Madrid
date: 2025-10-03
---
Talks on fish opened in Madrid on Thursday. They were attended by Ibrahim Qasim.`,
  ),
  articleOf(
    'off',
    `---
title: Lake summit called off
date: 2025-10-04
---
The lake summit between Amara Kessou and Dragan Velic, planned for Thursday in Trieste, was called off after Mr Velic fell ill.`,
  ),
];

let differing: Corpus;
let corpus: Corpus;
let shown: Corpus;

beforeAll(async () => {
  corpus = (await createCorpus(REPORTS)).current;
  shown = (await createCorpus(demonstration)).current;
  differing = (await createCorpus(DIFFERING)).current;
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
    expect(envoy?.evidence[0]?.article.id).toBe('cod-again');
    expect(envoy?.evidence[0]?.text).toContain('attended by Kofi Adjei');
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

  test('every choice leads to the gathering that it stands for', async () => {
    const asked = await answerAttendance({ event: 'tax summit in Lisbon' }, corpus);
    const choices = asked.kind === 'ambiguous' ? asked.choices : [];
    expect(choices.map(({ article = '' }) => article).toSorted()).toEqual(['tax-one', 'tax-two']);
    for (const { value, article } of choices) {
      const { event } = await found({ event: value, article });
      expect(event.map((name) => name.article.id)).toEqual([article]);
    }
  });

  test('every choice within one article leads to its own gathering', async () => {
    const { current: many } = await createCorpus([
      articleOf(
        'many',
        'Ann Lee met Bo Ek in Riga on Monday. A dinner in Riga on Monday was attended by Paul Osei.\n\nAnn Lee met Ines Prado in Oslo on Friday.',
      ),
    ]);
    const asked = await answerAttendance({ article: 'many' }, many);
    const choices = asked.kind === 'ambiguous' ? asked.choices : [];
    expect(choices.length).toBeGreaterThan(1);
    const taken: string[] = [];
    for (const { value, article } of choices) {
      const answer = await answerAttendance({ event: value, article }, many);
      taken.push(answer.kind === 'found' ? (answer.event[0]?.text ?? '') : answer.kind);
    }
    expect(taken).toEqual(choices.map(({ label }) => label[0]?.text));
  });

  test('finds who was there in one report where another, nearer in words, names nobody', async () => {
    const { current: both } = await createCorpus([
      articleOf(
        'plain',
        '---\ntitle: Doha talks\n---\nThere were talks in Doha on Sunday. The Doha talks were long.',
      ),
      articleOf(
        'full',
        '---\ntitle: Truce\n---\nEnvoys sat down at the same table in Doha on Sunday. Bo Ek mediated.',
      ),
    ]);
    const { event, attended } = await found({ event: 'Doha talks' }, both);
    expect(names(attended)).toContain('Bo Ek');
    // A noun heads the card better than a clause.
    expect(event[0]?.text).toBe('Doha talks');
  });

  test('prefers a gathering that was held to its announcement, unless asked for what is to come', async () => {
    const { current: both } = await createCorpus([
      articleOf(
        'before',
        '---\ntitle: Accra meeting on cod planned\ndate: 2025-05-01\n---\nAnn Lee is expected to attend a meeting in Accra on 9 May. The Accra meeting is on cod. The Accra meeting follows an Accra meeting.',
      ),
      articleOf(
        'after',
        '---\ntitle: Results\ndate: 2025-05-10\n---\nACCRA — Cod will be caught again, the ministers of five coastal states agreed after a night without sleep in which little went well for any of them. The meeting was attended by Bo Ek.',
      ),
    ]);
    expect(names((await found({ event: 'Accra meeting' }, both)).attended)).toEqual(['Bo Ek']);
    const next = await found({ event: 'the planned Accra meeting' }, both);
    expect(names(next.expected)).toEqual(['Ann Lee']);
  });

  test('takes no gathering for one that only its guests share a word with', async () => {
    const { current: bank } = await createCorpus([
      articleOf(
        'bank',
        'Talks opened in Riga. World Bank envoy Ann Lee left before the final vote.',
      ),
    ]);
    const answer = await answerAttendance({ event: 'World Cup final' }, bank);
    expect(answer.kind === 'found' ? answer.attended : []).toEqual([]);
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

describe('two reports of one gathering', () => {
  test('shows both places and times, each from its own report', async () => {
    const { settings } = await found({ event: 'peace talks in Muscat' }, differing);
    const said = settings.map(({ place, time, evidence }) =>
      [evidence.article.id, place?.text, time?.text].join(' '),
    );
    expect(said.toSorted()).toEqual([
      'peace-one the Bustan hotel Thursday',
      'peace-two Muscat Wednesday',
    ]);
  });

  test('shows both roles, and cites both reports', async () => {
    const { attended } = await found({ event: 'peace talks in Muscat' }, differing);
    const chair = attended.find(({ name }) => name.text === 'Salim Badr');
    expect(chair?.roles.map(({ text }) => text).toSorted()).toEqual([
      'foreign minister of Oman',
      'mediator',
    ]);
    const sources = chair?.evidence.map(({ article }) => article.id);
    expect(sources?.toSorted()).toEqual(['peace-one', 'peace-two']);
  });

  test('says that they differ on who was there', async () => {
    const { attended, absent } = await found({ event: 'peace talks in Muscat' }, differing);
    const disputed = [...attended, ...absent].filter(({ isDisputed }) => isDisputed);
    expect(disputed.map(({ name }) => name.text)).toEqual(['Turki Fahd', 'Turki Fahd']);
  });

  test('keeps out another event with some of the same people', async () => {
    const { told } = await found({ event: 'peace talks in Muscat' }, differing);
    expect(told.map(({ article }) => article.id)).not.toContain('fish');
  });
});

test('lists nobody for a gathering that was called off, and shows the words that say so', async () => {
  const { told, attended, expected } = await found({ event: 'lake summit' }, differing);
  expect([attended, expected]).toEqual([[], []]);
  expect(told[0]?.text).toContain('was called off');
});

test('cites first the sentence about the gathering that has most of the words asked for', async () => {
  const { told } = await found({ event: 'fish talks in Madrid' }, differing);
  expect(told[0]?.text).toBe('Talks on fish opened in Madrid on Thursday.');
});

test('the demonstration: six at the table, each with role and side, and two that were not', async () => {
  const { attended, absent } = await found({ event: 'Riyadh talks' }, shown);
  expect(
    attended.map(({ name, roles: [role], side }) =>
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

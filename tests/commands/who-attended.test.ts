import { beforeAll, expect, test } from 'vitest';
import { whoAttended } from '../../commands/who-attended.ts';
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
  whoAttended.run(options, contextOutside(corpus, [], fail));

test('groups those present by side, then says who was not there', async () => {
  const reply = await run({ event: 'Riyadh talks' });
  const card = textCard(reply, { command: 'who-attended', options: { event: 'Riyadh talks' } });
  const order = [
    'On the US side:',
    'Marco Rubio, Secretary of State',
    'Russia',
    "Yuri Ushakov, Putin's advisor",
    'Not at the table:',
    'Kyiv',
    'Brussels',
  ];
  const places = order.map((words) => card.indexOf(words));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  for (const name of ['Macron', 'Kellogg', 'Leyen', 'Peskov', 'Zelenski', 'Hegseth', 'Bruce'])
    expect(card.split('[1] ')[0]).not.toContain(name);
});

test('cites the sentence behind every line', async () => {
  const { entries } = await run({ event: 'Riyadh talks' });
  const lines = entries.flat().filter((block) => block.kind === 'line');
  const people = lines.slice(1);
  expect(people.length).toBeGreaterThan(6);
  expect(people.every(({ sources }) => sources.length > 0)).toBe(true);
});

test('says that the corpus does not say, and offers the nearest events', async () => {
  const reply = await run({ event: 'Yalta' });
  expect(reply.outcome).toBe('none');
  expect(reply.entries.length).toBeGreaterThan(0);
});

test('completes and exemplifies with events that the corpus has', async () => {
  const values = whoAttended.options['event']?.complete?.('riyadh', corpus) ?? [];
  expect(values[0]?.value).toMatch(/Riyadh/u);
  const [example] = whoAttended.examples(corpus);
  expect((await run(example?.options ?? {})).outcome).toBe('found');
});

test('shows what tells of an event where nothing says who was there', async () => {
  const reply = await run({ event: 'Trump Putin meeting' });
  expect(reply).toMatchObject({
    outcome: 'found',
    heading: { key: 'attendance.heading.untold' },
  });
  expect(reply.entries.flat().every(({ kind }) => kind === 'quote')).toBe(true);
});

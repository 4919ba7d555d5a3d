import { type Column, type Grid, gridOf } from './grid.ts';
import { count, quantities, quantity, share } from './quantities.ts';
import { type FigureRecord, figureOf, wordsOf } from './results.ts';

/** A table of the README, between `<!-- bench:NAME -->` and `<!-- /bench -->`. */
export interface TableDescription {
  readonly name: string;
  /** Whose records it shows. */
  readonly part: string;
  readonly grid: (records: readonly FigureRecord[]) => Grid;
  /** What else the figures say of how they were measured. */
  readonly note?: (records: readonly FigureRecord[]) => string;
}

const times = (record: FigureRecord): string =>
  quantities([figureOf(record, 'p50_ms'), figureOf(record, 'p99_ms')], 'ms');

const SEARCH: readonly Column[] = [
  ['search', (record) => wordsOf(record, 'search')],
  [
    'answer first · among five',
    (record) => [figureOf(record, 'hit_at_1'), figureOf(record, 'hit_at_5')].map(share).join(' · '),
  ],
  ['says that there is none', (record) => share(figureOf(record, 'rightly_silent'))],
  ['says so wrongly', (record) => share(figureOf(record, 'wrongly_refused'))],
  ['median · 99th percentile', times],
];

const worth = (record: FigureRecord): number =>
  figureOf(record, 'hit_at_1') + figureOf(record, 'hit_at_5') / 1_000;

const bestFirst = (records: readonly FigureRecord[]): readonly FigureRecord[] =>
  records.toSorted((a, b) => worth(b) - worth(a));

/** The first is ours. */
const extractionColumns = (records: readonly FigureRecord[]): readonly Column[] => [
  ['reader', (record) => wordsOf(record, 'reader')],
  ['reads a second', (record) => quantities([figureOf(record, 'mb_per_s')], 'MB')],
  [
    'times as fast as Verbatim',
    (record) => quantity(figureOf(record, 'mb_per_s') / figureOf(records[0] ?? {}, 'mb_per_s')),
  ],
];

const BOTS: readonly Column[] = [
  ['bot', (record) => wordsOf(record, 'bot')],
  ['answers a second', (record) => quantity(figureOf(record, 'throughput_per_s'))],
  ['at 200 a second: median · 99th percentile', times],
  ['processor time an answer', (record) => quantities([figureOf(record, 'cpu_ms')], 'ms')],
];

const CANDIDATES: readonly Column[] = [
  ['index', (record) => wordsOf(record, 'index')],
  [
    'answer first · among five',
    (record) => [figureOf(record, 'hit_at_1'), figureOf(record, 'hit_at_5')].map(share).join(' · '),
  ],
  [
    'candidates: median · 99th percentile',
    (record) =>
      quantities([figureOf(record, 'propose_p50_ms'), figureOf(record, 'propose_p99_ms')], 'ms'),
  ],
  ['answer: median · 99th percentile', times],
  ['memory', (record) => quantities([figureOf(record, 'memory_mb')], 'MB')],
  ['made in', (record) => quantities([figureOf(record, 'build_s')], 's')],
];

const SHELVES: readonly Column[] = [
  ['articles of a server', (record) => count(figureOf(record, 'articles'))],
  ['characters', (record) => count(figureOf(record, 'characters'))],
  ['memory taken', (record) => quantities([figureOf(record, 'taken_kb')], 'kB')],
  ['reckoned', (record) => quantities([figureOf(record, 'reckoned_kb')], 'kB')],
];

const inSeconds = (record: FigureRecord): string => quantities([figureOf(record, 'ready_s')], 's');

const SCALE: readonly (readonly [label: string, what: string, Column[1]])[] = [
  ['from "Save" to answering, on a server\'s shelf', 'saved on a shelf', times],
  ['the same in the folder that all servers read', 'saved in the folder', times],
  [
    'the longest that this holds up anything else',
    'saved in the folder',
    (record) => quantities([figureOf(record, 'longest_hold_ms')], 'ms'),
  ],
  ['first start, when all is read', 'first start', inSeconds],
  ['any other start', 'start', inSeconds],
  [
    'what was read, on the disk',
    'snapshot',
    (record) => quantities([figureOf(record, 'size_mb')], 'MB'),
  ],
  [
    'memory: all · of it JavaScript’s',
    'memory',
    (record) => quantities([figureOf(record, 'rss_mb'), figureOf(record, 'heap_mb')], 'MB'),
  ],
];

/** A column a size. */
function scaleGrid(records: readonly FigureRecord[]): Grid {
  const sizes = [...new Set(records.map((record) => figureOf(record, 'articles')))];
  sizes.sort((a, b) => a - b);
  const commands = answerTimes(records).map((record) => wordsOf(record, 'what'));
  const rows = [
    ...Array.from(new Set(commands), (what) => [`answer: \`${what}\``, what, times] as const),
    ...SCALE,
  ];
  return {
    head: ['what', ...sizes.map((size) => `${count(size)} articles`)],
    rows: rows.map(([label, what, cell]) => [
      label,
      ...sizes.map((size) => {
        const found = records.find(
          (record) => record['articles'] === size && record['what'] === what,
        );
        return found ? cell(found) : '–';
      }),
    ]),
  };
}

const keptInDatabase = (records: readonly FigureRecord[]): readonly string[] =>
  records
    .filter((record) => record['store'] === 'PostgreSQL')
    .map(
      (record) =>
        `${count(figureOf(record, 'articles'))} articles are in PostgreSQL, and so are their candidates`,
    );

/** Of a part's records, those of how long commands take to answer. */
export const answerTimes = (records: readonly FigureRecord[]): readonly FigureRecord[] =>
  records.filter((record) => wordsOf(record, 'what').startsWith('/'));

export const tables: readonly TableDescription[] = [
  {
    name: 'search',
    part: 'search',
    grid: (records) => gridOf(bestFirst(records), SEARCH),
    note: ([first]) =>
      first
        ? `${count(figureOf(first, 'articles'))} articles, ${count(figureOf(first, 'paragraphs'))} paragraphs`
        : '',
  },
  {
    name: 'scale',
    part: 'scale',
    grid: scaleGrid,
    note: (records) => ['Times: median · 99th percentile', ...keptInDatabase(records)].join('. '),
  },
  {
    name: 'extraction',
    part: 'extraction',
    grid: (records) => gridOf(records, extractionColumns(records)),
  },
  {
    name: 'answering',
    part: 'answering',
    grid: (records) => gridOf(records, BOTS),
    note: ([first]) => (first ? `${count(figureOf(first, 'articles'))} articles` : ''),
  },
  {
    name: 'candidates',
    part: 'candidates',
    grid: (records) => gridOf(records, CANDIDATES),
    note: ([first, other]) =>
      first && other
        ? `${count(figureOf(first, 'articles'))} articles. Of the candidates in memory PostgreSQL has ` +
          `${share(figureOf(other, 'same_candidates'))} too; the first passage is the same for ` +
          `${share(figureOf(other, 'same_first'))} of the questions`
        : '',
  },
  { name: 'shelves', part: 'shelves', grid: (records) => gridOf(records, SHELVES) },
];

import { type Database, type Query, takeLock } from './database.ts';
import { chunksOf } from './tables.ts';

// Rows by which a shelf's articles are found by their stems: one of each article, whichever process
// reads it first. What they hold can be made again from the articles at any time.

/** How often an article has a stem, by the letters that PostgreSQL's full-text search weighs by. */
export type Level = 'A' | 'B' | 'C' | 'D';

export interface CandidateRow {
  readonly article: string;
  readonly stems: readonly (readonly [stem: string, level: Level])[];
  /** Stems, each as often as it stands there. */
  readonly length: number;
  /** Tells it from other versions of the same article. */
  readonly digest: string;
}

/** What an article is asked for, and how much it counts. */
interface AskedStem {
  readonly stem: string;
  readonly weight: number;
}

/** How an article is scored for a stem that it has. */
interface Scale {
  /** Of the lengths of all articles. */
  readonly mean: number;
  /** What a count is set against: `least`, and `more` for each mean length that the article has. */
  readonly damping: { readonly least: number; readonly more: number };
  /** The counts that the levels stand for. */
  readonly counts: Readonly<Record<Level, number>>;
}

/** The rows of a shelf. */
export interface Candidates {
  /** Those that are there, of these articles, by their digests. */
  known(articles: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Puts rows in the place of those of their articles; of an article that is gone, none. */
  put(rows: readonly CandidateRow[]): Promise<void>;
  /** Removes rows that are still of these versions. */
  remove(rows: readonly CandidateRow[]): Promise<void>;
  /** The articles that have any of the stems, those that score most first. */
  propose(asked: readonly AskedStem[], scale: Scale, limit: number): Promise<readonly string[]>;
}

export const candidatesOf = (database: Database, shelf: string): Candidates => ({
  known: (articles) =>
    database.read(async (sql) => {
      const rows = await sql<{ article: string; digest: string }[]>`
        select article, digest from candidates
        where shelf = ${shelf} and article = any(${articles})`;
      return new Map(rows.map(({ article, digest }) => [article, digest]));
    }),
  put: (rows) => writing(database, shelf, (sql) => insertRows(sql, shelf, rows)),
  remove: (rows) =>
    writing(database, shelf, async (sql) => {
      for (const chunk of chunksOf(rows))
        await sql`
          delete from candidates where shelf = ${shelf} and (article, digest) in (
            select * from unnest(
              ${chunk.map(({ article }) => article)}::text[],
              ${chunk.map(({ digest }) => digest)}::text[]))`;
    }),
  propose: (asked, scale, limit) =>
    database.read((sql) => findRows(sql, shelf, asked, scale, limit)),
});

/** One process at a time, and none while the shelf is written to or something of it is erased. */
const writing = (
  database: Database,
  shelf: string,
  work: (sql: Query) => Promise<void>,
): Promise<void> =>
  database.change(async (sql) => {
    await takeLock(sql, 'candidates');
    await sql`select from shelves where name = ${shelf} for share`;
    await work(sql);
  });

async function insertRows(sql: Query, shelf: string, rows: readonly CandidateRow[]): Promise<void> {
  for (const chunk of chunksOf(rows))
    // Whoever is late may have read what was removed or erased since: that must not come back.
    await sql`
      insert into candidates (shelf, article, digest, length, stems)
      select ${shelf}, article, digest, length, stems::tsvector
      from unnest(
        ${chunk.map(({ article }) => article)}::text[],
        ${chunk.map(({ digest }) => digest)}::text[],
        ${chunk.map(({ length }) => length)}::integer[],
        ${chunk.map((row) => vectorOf(shelf, row))}::text[]) as row (article, digest, length, stems)
      where (
        select body from changes where shelf = ${shelf} and changes.article = row.article
        order by revision desc limit 1) is not null
      on conflict (shelf, article) do update
        set digest = excluded.digest, length = excluded.length, stems = excluded.stems`;
}

/**
 * Sums up what the articles with a stem score for it, as BM25 does, times how many of the stems they
 * have. `ts_rank` gives a stem's level its weight, which is what BM25 makes of the count.
 */
async function findRows(
  sql: Query,
  shelf: string,
  asked: readonly AskedStem[],
  { mean, damping: { least, more }, counts: { A, B, C, D } }: Scale,
  limit: number,
): Promise<readonly string[]> {
  // The offset keeps vectors out of what is grouped, which would not fit into memory with them.
  const rows = await sql<{ article: string }[]>`
    select article from (
      select article, weight * ts_rank(
        array[
          ${D}::float8 / (${D} + damping), ${C}::float8 / (${C} + damping),
          ${B}::float8 / (${B} + damping), ${A}::float8 / (${A} + damping)]::real[],
        stems, stem) as part
      from (
        select weight, stem::tsquery as stem, stem::tsquery && ${shelfWord(shelf)}::tsquery as wanted
        from unnest(
          ${asked.map(({ stem }) => quote(stem))}::text[],
          ${asked.map(({ weight }) => weight)}::float8[]) as one (stem, weight)) as asked
      join candidates on stems @@ wanted
      cross join lateral (
        select ${least}::float8 + ${more}::float8 * length / ${mean}::float8) as damped (damping)
      where shelf = ${shelf}
      offset 0) as scored
    group by article
    order by round((count(*) * sum(part))::numeric, 9) desc, article collate "C"
    limit ${limit}`;
  return rows.map(({ article }) => article);
}

/** Removes the rows of some articles of a shelf, or of all. */
export async function dropCandidates(
  sql: Query,
  shelf: string,
  articles?: readonly string[],
): Promise<void> {
  if (articles === undefined) await sql`delete from candidates where shelf = ${shelf}`;
  else await sql`delete from candidates where shelf = ${shelf} and article = any(${articles})`;
}

// Of a text that is hardly one; a vector may be a megabyte at most, and three bytes are a character's.
const MOST_STEMS = 8000;
const MOST_CHARACTERS = 40;

/** `'envoy':1D 'riyadh':1A`; the place of a stem tells nothing, so all have the same. */
const vectorOf = (shelf: string, { stems }: CandidateRow): string =>
  [
    shelfWord(shelf),
    ...stems.slice(0, MOST_STEMS).map(([stem, level]) => `${quote(stem)}:1${level}`),
  ].join(' ');

/** Stands in each vector, so that the index itself tells the shelves apart; no stem has a space in it. */
const shelfWord = (shelf: string): string => quote(`shelf ${shelf}`);

/** Quotation marks and backslashes are doubled, by PostgreSQL's manual, section 8.11. */
const quote = (stem: string): string =>
  `'${stem.slice(0, MOST_CHARACTERS).replaceAll(/['\\]/gu, '$&$&')}'`;

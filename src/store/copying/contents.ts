import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readRecords as readFolderRecords } from '../backup/restore-install.ts';
import { bodyId, openBodies } from '../bodies.ts';
import type { LogRecord } from '../change-log.ts';
import { readableItems } from '../checking/line-check.ts';
import { readDigests, readErasures } from '../erasing/erasure-record.ts';
import { bodiesNamed } from '../erasing/erased-records.ts';
import { shelvesIn } from '../erasing/folder-erasure.ts';
import { ifPresent } from '../file-error.ts';
import type { Query } from '../postgres/database.ts';
import { readNotes } from '../postgres/postgres-notes.ts';
import { readBodies, readRecords } from '../postgres/tables.ts';
import { type Note, noteSchema } from '../server-note.ts';

/** All that a store keeps, wherever: what a copy has to have. Only bodies are not held in memory. */
export interface Contents {
  /** Each shelf's log. */
  readonly shelves: ReadonlyMap<string, readonly LogRecord[]>;
  readonly notes: readonly Note[];
  /** That something was erased, and the digests of what. */
  readonly erasures: readonly object[];
  readonly digests: ReturnType<typeof readDigests>;
  /** Those that are there; what is damaged is not. */
  bodies(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** What DATA_DIR has, for the process that holds its lock. */
export async function folderContents(dataDir: string): Promise<Contents> {
  const shelves = new Map<string, readonly LogRecord[]>();
  for (const shelf of await shelvesIn(dataDir)) {
    const records = await readFolderRecords(dataDir, shelf);
    if (records.length > 0) shelves.set(shelf, records);
  }
  const textOf = async (name: string): Promise<string> =>
    (await ifPresent(readFile(join(dataDir, name), 'utf8'))) ?? '';
  const kept = openBodies(join(dataDir, 'bodies'));
  return {
    shelves,
    notes: readableItems(await textOf('servers.jsonl'), noteSchema),
    erasures: readErasures(await textOf('erasures.jsonl')),
    digests: readDigests(await textOf('erased-digests.jsonl')),
    async bodies(ids) {
      const found = new Map<string, Uint8Array>();
      for (const id of ids) {
        const bytes = await kept.get(id);
        if (bytes !== undefined) found.set(id, bytes);
      }
      return found;
    },
  };
}

/** What the tables have, for as long as the transaction lasts. */
export async function databaseContents(sql: Query): Promise<Contents> {
  const shelves = new Map<string, readonly LogRecord[]>();
  const names = await sql<{ name: string }[]>`
    select name from shelves where revision > 0 and erased_at is null order by name`;
  for (const { name } of names) shelves.set(name, (await readRecords(sql, name))?.records ?? []);
  return {
    shelves,
    notes: await readNotes(sql),
    erasures: readErasures(
      linesOf(await sql<{ record: string }[]>`select record from erasures order by id`),
    ),
    digests: readDigests(
      linesOf(await sql<{ record: string }[]>`select record from erased_digests order by id`),
    ),
    async bodies(ids) {
      const found = await readBodies(sql, ids);
      return new Map([...found].filter(([id, bytes]) => bodyId(bytes) === id));
    },
  };
}

const linesOf = (rows: readonly { readonly record: string }[]): string =>
  rows.map(({ record }) => `${record}\n`).join('');

/** Every body that a log names. */
export const bodiesOf = ({ shelves }: Contents): readonly string[] => [
  ...new Set([...shelves.values()].flatMap((records) => bodiesNamed(records))),
];

/** What a copy has not as the original has it, in words; undefined where it is the same. */
export async function differenceOf(
  original: Contents,
  copy: Contents,
  chunks: readonly (readonly string[])[],
): Promise<string | undefined> {
  if (
    !isDeepStrictEqual([...copy.shelves.keys()].toSorted(), [...original.shelves.keys()].toSorted())
  )
    return 'the shelves';
  for (const [shelf, records] of original.shelves)
    if (!isDeepStrictEqual(copy.shelves.get(shelf), records))
      return `the log of the shelf ${shelf}`;
  if (!isDeepStrictEqual(copy.notes, original.notes)) return 'what servers keep';
  if (!isDeepStrictEqual(copy.erasures, original.erasures)) return 'what is on record as erased';
  if (!isDeepStrictEqual(copy.digests, original.digests)) return 'the digests of what was erased';
  for (const chunk of chunks) {
    const there = [...(await original.bodies(chunk)).keys()];
    const copied = await copy.bodies(there);
    if (there.some((id) => !copied.has(id))) return 'a text';
  }
  return undefined;
}

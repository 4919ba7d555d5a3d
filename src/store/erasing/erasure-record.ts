import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { replaceFile } from '../durable-file.ts';
import type { LeftOut } from './erased-things.ts';
import { explainWrite, ifPresent } from '../file-error.ts';
import { readableItems } from '../checking/line-check.ts';

// That something was erased is on record, but not what:
//
//   erasures.jsonl         { "at": "2025-03-03T…", "what": "article" }
//   erased-digests.jsonl   { "at": "2025-03-03T…", "what": "article", "salt": "9b…", "digest": "41…" }
//
// Who has the digests can tell whether something that they know of was erased, which is what it takes to
// leave it out of an older backup; what was erased, they do not say.

const ERASABLE = ['article', 'member', 'server'] as const;

const recordSchema = z.readonly(z.object({ at: z.string(), what: z.enum(ERASABLE) }));

/** That something was erased, and when (ISO 8601, UTC). */
export type ErasureRecord = z.output<typeof recordSchema>;

const digestSchema = z.readonly(
  z.object({
    at: z.string(),
    what: z.enum([...ERASABLE, 'body', 'words']),
    salt: z.string(),
    digest: z.string(),
  }),
);

type Digest = z.output<typeof digestSchema>;

/** Something that was erased: `talks` of the shelf 42 is `42/talks`; bodies and words by their SHA-256. */
export interface ErasedThing {
  readonly what: Digest['what'];
  readonly name: string;
}

const recordsIn = (dataDir: string): string => join(dataDir, 'erasures.jsonl');
const digestsIn = (dataDir: string): string => join(dataDir, 'erased-digests.jsonl');

export const listErasures = (dataDir: string): Promise<readonly ErasureRecord[]> =>
  readItems(recordsIn(dataDir), recordSchema);

const readItems = async <Item>(path: string, schema: z.ZodType<Item>): Promise<readonly Item[]> =>
  readableItems((await ifPresent(readFile(path, 'utf8'))) ?? '', schema);

/** Puts an erasure on record; one that is there already is not put there twice. */
export async function recordErasure(
  dataDir: string,
  { at, what }: ErasureRecord,
  things: readonly ErasedThing[],
): Promise<void> {
  const digests = await readItems(digestsIn(dataDir), digestSchema);
  const salt = digests.at(-1)?.salt ?? randomBytes(16).toString('hex');
  const added = digestsOf(salt, things);
  const again = new Set(added.map(({ digest }) => digest));
  const others = digests.filter(({ digest }) => !again.has(digest));
  await addItems(digestsIn(dataDir), others, added);
  await addItems(recordsIn(dataDir), await listErasures(dataDir), [{ at, what }]);
}

/** What is kept of erased things, from which nobody can tell what they were. */
export function digestsOf(salt: string, things: readonly ErasedThing[]): readonly Digest[] {
  // A backup that was begun before the erasure had ended may hold what was erased.
  const at = new Date().toISOString();
  return things.map((thing) => ({ at, what: thing.what, salt, digest: digestOf(salt, thing) }));
}

/** Lines of `erasures.jsonl`, read. */
export const readErasures = (text: string): readonly ErasureRecord[] =>
  readableItems(text, recordSchema);

/** Lines of digests, read. */
export const readDigests = (text: string): readonly Digest[] => readableItems(text, digestSchema);

async function addItems(
  path: string,
  present: readonly object[],
  added: readonly object[],
): Promise<void> {
  const lines = new Set([...present, ...added].map((item) => `${JSON.stringify(item)}\n`));
  await replaceFile(path, Buffer.from([...lines].join(''))).catch((error: unknown) => {
    throw explainWrite(error, path);
  });
}

const digestOf = (salt: string, { what, name }: ErasedThing): string =>
  createHash('sha256').update(`${salt} ${what} ${name}`).digest('hex');

/** What was erased since a time; of a backup, since it was made. */
export async function erasedSince(dataDir: string, time: string): Promise<LeftOut> {
  const digests = await readItems(digestsIn(dataDir), digestSchema);
  const since = digests.filter(({ at }) => Date.parse(at) >= Date.parse(time));
  const known = new Set(since.map(({ digest }) => digest));
  const salts = [...new Set(since.map(({ salt }) => salt))];
  const isErased = (what: Digest['what'], name: string): boolean =>
    salts.some((salt) => known.has(digestOf(salt, { what, name })));
  return {
    isArticle: (shelf, id) => isErased('article', `${shelf}/${id}`),
    isBody: (id) => isErased('body', id),
    isWords: (id) => isErased('words', id),
    isMember: (userId) => isErased('member', userId),
    isServer: (guildId) => isErased('server', guildId),
  };
}

import type { ArticleId } from '../../article/article.ts';
import { parseArticle } from '../../article/markdown.ts';
import { UserError } from '../../article/user-error.ts';
import { decode } from '../article-file.ts';
import type { Problem, Revision, Shelf } from '../article-store.ts';
import type { ChangeRecord } from '../change-log.ts';
import type { Step } from '../edit-plan.ts';
import { type ShelfEntries, createShelfEntries } from '../shelf-entries.ts';
import type { Query } from './database.ts';
import { chunksOf, readBodies, readRecords } from './tables.ts';

/** What this process knows of a shelf. One call at a time. */
export interface ShelfCopy {
  readonly head: Revision;
  readonly known: ShelfEntries;
  /** Of which articles there was less at a revision than this process knew before, as something was erased. */
  readonly erased: ReadonlyMap<Revision, readonly ArticleId[]>;
  /** Reads what was changed since; gives whether anything was. */
  catchUp(sql: Query): Promise<boolean>;
  /** What the shelf holds, as of `head`. */
  shelf(sql: Query): Promise<Shelf>;
  /** Takes over what this process has just appended. */
  note(records: readonly ChangeRecord[], steps: readonly Step[]): void;
}

export function createShelfCopy(name: string): ShelfCopy {
  const known = createShelfEntries();
  const erased = new Map<Revision, readonly ArticleId[]>();
  let head: Revision = 0;
  let shelf: Shelf | undefined;
  let problems = new Map<string, Problem>();

  async function catchUp(sql: Query): Promise<boolean> {
    const found = await readRecords(sql, name, head);
    // One that was erased a while ago is not there any more, and begins anew.
    const isAnew = (found?.head ?? 0) < head;
    if (!isAnew && (found === undefined || found.head === head)) return false;
    const isErased = head > 0 && found?.records.some(({ kind }) => kind === 'erased') === true;
    if (isAnew || isErased) await replay(sql);
    else {
      for (const record of found?.records ?? []) known.note(record);
      head = found?.head ?? 0;
    }
    shelf = undefined;
    return true;
  }

  /** Reads the whole log anew, and keeps in mind what of it is not as it was. */
  async function replay(sql: Query): Promise<void> {
    const found = await readRecords(sql, name);
    const before = marksOf(known);
    known.replay(found?.records ?? []);
    head = found?.head ?? 0;
    const after = marksOf(known);
    const ids = [...before.keys()].filter((id) => before.get(id) !== after.get(id));
    erased.set(head, ids);
  }

  /** Reads the articles of which only the log's records are known. */
  async function attach(sql: Query): Promise<void> {
    const bare = [...known.entries].filter(([, entry]) => entry.article === undefined);
    const faults = new Map<string, Problem>();
    for (const chunk of chunksOf(bare)) {
      const bodies = await readBodies(
        sql,
        chunk.map(([, { body }]) => body),
      );
      for (const [id, entry] of chunk) {
        const { revision, provenance, body } = entry;
        try {
          const bytes = bodies.get(body);
          if (bytes === undefined) throw new UserError('Its text is lost; restore a backup.');
          const article = parseArticle(decode(bytes), { shelf: name, id, revision });
          known.set(id, { ...entry, article: { ...article, provenance } });
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          const file = `${id}.md`;
          faults.set(file, { file, message: error.message });
        }
      }
    }
    problems = faults;
  }

  return {
    get head() {
      return head;
    },
    known,
    erased,
    catchUp,
    async shelf(sql) {
      if (shelf !== undefined) return shelf;
      await attach(sql);
      const articles = [...known.entries.values()].flatMap(({ article }) => article ?? []);
      shelf = {
        revision: head,
        articles: articles.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        problems: [...problems.values()],
        removed: [...known.removed.values()],
      };
      return shelf;
    },
    note(records, steps) {
      for (const [index, record] of records.entries()) known.note(record, steps[index]);
      head = records.at(-1)?.revision ?? head;
      shelf = undefined;
    },
  };
}

/** What there is to see of each article besides its words, by its id. */
const marksOf = ({ entries, removed }: ShelfEntries): ReadonlyMap<ArticleId, string> =>
  new Map([
    ...Array.from(entries, ([id, { revision, body, provenance }]): [ArticleId, string] => [
      id,
      JSON.stringify([revision, body, provenance]),
    ]),
    ...Array.from(removed, ([id, tombstone]): [ArticleId, string] => [
      id,
      JSON.stringify(tombstone),
    ]),
  ]);

import type { Article, ArticleId } from '../article/article.ts';
import type { Tombstone } from './article-store.ts';
import type { LogRecord } from './change-log.ts';
import type { Step } from './edit-plan.ts';
import type { ArticleReading } from './folder-scan.ts';
import type { Entry } from './shelf-parts.ts';
import { isPut, toEntry } from './shelf-record.ts';

/** What a shelf has and had, as its log has it. */
export interface ShelfEntries {
  readonly entries: ReadonlyMap<ArticleId, Entry>;
  readonly removed: ReadonlyMap<ArticleId, Tombstone>;
  /** Follows the log by a record; of a put that was just made the step is known. */
  note(record: LogRecord, step?: Step): void;
  /** Gives an entry that came from the log the article that its file was found to hold. */
  attach(reading: ArticleReading): void;
  set(id: ArticleId, entry: Entry): void;
  /** Becomes what other records say; what was read of a file is not read again. */
  replay(records: readonly LogRecord[]): void;
}

export function createShelfEntries(): ShelfEntries {
  const entries = new Map<ArticleId, Entry>();
  const removed = new Map<ArticleId, Tombstone>();

  function note(record: LogRecord, step?: Step): void {
    if (record.kind === 'erased') return;
    const { id, actor, at, reason } = record;
    if (!isPut(record)) {
      entries.delete(id);
      removed.set(id, { id, actor, at, ...(reason === undefined ? {} : { reason }) });
      return;
    }
    removed.delete(id);
    const entry = toEntry(record, entries.get(id));
    entries.set(
      id,
      step?.kind === 'put' ? withFile(entry, step.file, place(step.article, entry)) : entry,
    );
  }

  function replay(records: readonly LogRecord[]): void {
    const before = new Map(entries);
    entries.clear();
    removed.clear();
    for (const record of records) note(record);
    for (const [id, entry] of entries) {
      const { body, file, article } = before.get(id) ?? {};
      if (body !== entry.body || article === undefined) continue;
      entries.set(id, withFile(entry, file, place(article, entry)));
    }
  }

  return {
    entries,
    removed,
    note,
    replay,
    set: (id, entry) => void entries.set(id, entry),
    attach({ id, body, file, article }) {
      const entry = entries.get(id);
      if (entry?.body !== body || (entry.article && entry.file === file)) return;
      entries.set(id, withFile(entry, file, place(article, entry)));
    },
  };
}

// `Object.assign`, since V8 gives an object that is spread and then has other fields a hidden class of
// its own, which takes as much as the object again.

const place = (article: Article, { revision, provenance }: Entry): Article =>
  Object.assign({}, article, { revision, provenance });

const withFile = (entry: Entry, file: string | undefined, article: Article): Entry =>
  Object.assign({}, entry, file === undefined ? {} : { file }, { article });

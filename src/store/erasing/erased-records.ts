import type { ArticleId } from '../../article/article.ts';
import { ERASED, type Revision } from '../article-store.ts';
import type { ChangeRecord, ErasedRecord, LogRecord } from '../change-log.ts';
import type { LeftOut } from './erased-things.ts';

// What erasing makes of a log's records. Revisions keep their numbers; one more at the end tells those
// who follow the log that there is something to look at anew.

/** The records of an article say only that there was one; undefined where there are none. */
export function withoutArticle(
  records: readonly LogRecord[],
  id: ArticleId,
  at: string,
): readonly LogRecord[] | undefined {
  const isIts = (record: LogRecord): boolean => record.kind !== 'erased' && record.id === id;
  if (!records.some(isIts)) return undefined;
  return withEnd(
    records.map((record) => (isIts(record) ? blank(record) : record)),
    at,
  );
}

/** All of them, and when they were made, which is a trace, too. */
export const withoutAnything = (
  records: readonly LogRecord[],
  at: string,
): readonly ErasedRecord[] =>
  withEnd<ErasedRecord>(
    records.map(({ revision, batch }) => ({ revision, kind: ERASED, at, batch })),
    at,
  );

/** A member's id is gone from them; undefined where it is nowhere. */
export function withoutMember(
  records: readonly LogRecord[],
  userId: string,
  at: string,
): { readonly records: readonly LogRecord[]; readonly ids: readonly ArticleId[] } | undefined {
  const ids = new Set<ArticleId>();
  const renamed = records.map((record) => {
    if (record.kind === 'erased') return record;
    const without = renameMember(record, userId);
    if (without !== record) ids.add(record.id);
    return without;
  });
  return ids.size === 0 ? undefined : { records: withEnd(renamed, at), ids: [...ids] };
}

function renameMember(record: ChangeRecord, userId: string): ChangeRecord {
  const { origin, reason } = record;
  const isNamed =
    record.actor === userId || origin?.by === userId || namesMember(reason ?? '', userId);
  if (!isNamed) return record;
  return {
    ...record,
    actor: nameWithout(record.actor, userId),
    ...(origin === undefined ? {} : { origin: { ...origin, by: nameWithout(origin.by, userId) } }),
    ...(reason === undefined ? {} : { reason: textWithout(reason, userId) }),
  };
}

export const nameWithout = (name: string, userId: string): string =>
  name === userId ? ERASED : name;

/** Discord's ids have at least so many digits; a shorter number in somebody's words is no id. */
const LEAST_DIGITS = 15;

const namesMember = (words: string, userId: string): boolean =>
  userId.length >= LEAST_DIGITS && words.includes(userId);

/** Somebody's words without a member's id: `as <@1100000000000000021> said` → `as <@erased> said`. */
export const textWithout = (words: string, userId: string): string =>
  namesMember(words, userId) ? words.replaceAll(userId, ERASED) : words;

const blank = ({ revision, at, batch }: LogRecord): ErasedRecord => ({
  revision,
  kind: ERASED,
  at,
  batch,
});

function withEnd<Kind extends LogRecord>(
  records: readonly (Kind | ErasedRecord)[],
  at: string,
): readonly (Kind | ErasedRecord)[] {
  const revision: Revision = records.length + 1;
  return [...records, { revision, kind: ERASED, at, batch: revision }];
}

/** The bodies that records name, also as what came here first. */
export const bodiesNamed = (records: readonly LogRecord[], id?: ArticleId): readonly string[] => [
  ...new Set(
    records.flatMap((record) =>
      record.kind === 'erased' || (id !== undefined && record.id !== id)
        ? []
        : [record.body ?? [], record.origin?.body ?? []].flat(),
    ),
  ),
];

/** What a backup's records are without what was erased since; their number stays the same. */
export const withoutLeftOut = (
  shelf: string,
  records: readonly LogRecord[],
  leftOut: LeftOut,
): readonly LogRecord[] =>
  records.map((record) => {
    if (record.kind === 'erased') return record;
    if (isLeftOut(shelf, record, leftOut)) return blank(record);
    const names = [record.actor, record.origin?.by ?? ''].filter(leftOut.isMember);
    return names.reduce(renameMember, record);
  });

/** Whether a record of a backup is of an article that was erased since. */
export const isLeftOut = (
  shelf: string,
  { id, body }: ChangeRecord,
  { isArticle, isBody, isServer }: LeftOut,
): boolean => isServer(shelf) || isArticle(shelf, id) || (body !== undefined && isBody(body));

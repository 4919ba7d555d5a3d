import type { Article, ArticleId } from '../article/article.ts';
import { parseArticle } from '../article/markdown.ts';
import type { Provenance } from '../article/provenance.ts';
import { slice } from '../text/span.ts';
import { decode } from './article-file.ts';
import type { Change, Revision, Source } from './article-store.ts';
import type { Bodies } from './bodies.ts';
import type { ChangeRecord, LogRecord, RecordedOrigin } from './change-log.ts';
import type { Step } from './edit-plan.ts';
import type { Entry } from './shelf-parts.ts';

// What a shelf's log says of where words are from, and what it is read as.

type Put = ChangeRecord & { readonly body: string };

export const isPut = (record: LogRecord): record is Put =>
  record.kind !== 'erased' && record.body !== undefined;

/** The actor of what was done on the disk. */
export const DISK = 'disk';

/**
 * What a record says of a put: its body, where that is from, and what was changed in it since.
 * @param known where the words that it replaces are from
 */
async function recordPut(
  { body, article, from }: Extract<Step, { readonly kind: 'put' }>,
  { actor, at }: Pick<ChangeRecord, 'actor' | 'at'>,
  known: RecordedOrigin | undefined,
  bodies: Bodies,
): Promise<Pick<ChangeRecord, 'body' | 'edited'> & { readonly origin: RecordedOrigin }> {
  const isNew = known === undefined || isByHand(actor, known);
  const source = from ?? (isNew ? firstSource(actor) : known);
  const origin = isRecorded(source) ? source : newOrigin({ body, actor, at }, source);
  if (origin.body === body) return { body, origin };
  const before = await bodies.get(origin.body);
  const edited =
    before === undefined
      ? article.paragraphs.map((_, index) => index + 1)
      : paragraphsNotIn(parseArticle(decode(before), article), article);
  return { body, origin, edited };
}

/** What a change is made of beside its steps. */
interface Making {
  readonly actor: string;
  readonly reason?: string | undefined;
  readonly head: Revision;
  readonly entries: ReadonlyMap<ArticleId, Entry>;
  readonly bodies: Bodies;
}

/** The records of steps that are taken together, with the revisions after the head. */
export async function numberSteps(
  steps: readonly Step[],
  { actor, reason, head, entries, bodies }: Making,
): Promise<ChangeRecord[]> {
  const at = new Date().toISOString();
  const batch = head + steps.length;
  const why = reason === undefined ? {} : { reason };
  const origins = new Map<ArticleId, RecordedOrigin | undefined>();
  const records: ChangeRecord[] = [];
  for (const [index, step] of steps.entries()) {
    const { id, kind } = step;
    const known = origins.has(id) ? origins.get(id) : entries.get(id)?.origin;
    const put = kind === 'put' ? await recordPut(step, { actor, at }, known, bodies) : undefined;
    origins.set(id, put?.origin);
    records.push({ revision: head + index + 1, kind, id, ...put, actor, at, batch, ...why });
  }
  return records;
}

const isRecorded = (source: Source | RecordedOrigin): source is RecordedOrigin => 'body' in source;

const firstSource = (actor: string): Source => ({ kind: actor === DISK ? DISK : 'file' });

/** Whoever keeps the files on the disk may change what they put there: those are their own words. */
const isByHand = (actor: string, origin: RecordedOrigin): boolean =>
  actor === DISK && origin.kind === DISK;

const newOrigin = (
  { body, actor, at }: Pick<Put, 'body' | 'actor' | 'at'>,
  { kind, host }: Source,
): RecordedOrigin => ({ kind, by: actor, at, ...(host === undefined ? {} : { host }), body });

/**
 * Where a record's words are from. Records of old logs do not say; then they are from where the words
 * before them are from, or from whoever made the record.
 */
export function originOf(record: Put, before?: Entry): RecordedOrigin {
  if (record.origin !== undefined) return record.origin;
  const isNew = before === undefined || isByHand(record.actor, before.origin);
  return isNew ? newOrigin(record, firstSource(record.actor)) : before.origin;
}

/** What an article says of where its words are from. */
function provenanceOf(record: Put, origin: RecordedOrigin): Provenance {
  const { body, ...from } = origin;
  if (record.body === body) return { origin: from };
  const { actor, at, reason, edited = [] } = record;
  const why = reason === undefined ? {} : { reason };
  return { origin: from, edited: { by: actor, at, ...why, paragraphs: edited } };
}

/** The numbers, from 1, of the paragraphs whose words the article did not have before. */
function paragraphsNotIn(before: Article, after: Article): readonly number[] {
  const known = new Set(before.paragraphs.map((paragraph) => slice(before.body, paragraph)));
  return after.paragraphs.flatMap((paragraph, at) =>
    known.has(slice(after.body, paragraph)) ? [] : [at + 1],
  );
}

/** What an entry is before its file is looked for. */
export function toEntry(record: Put, before?: Entry): Entry {
  const { revision, body } = record;
  const origin = originOf(record, before);
  return { revision, body, origin, provenance: provenanceOf(record, origin) };
}

export function toChange(record: ChangeRecord): Change {
  const { revision, kind, id, actor, at, batch, reason } = record;
  const why = reason === undefined ? {} : { reason };
  const from = isPut(record) ? { origin: toEntry(record).provenance.origin } : {};
  return { revision, kind, id, actor, at, batch, ...why, ...from };
}

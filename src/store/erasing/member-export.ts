import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ArticleStore, type Change, isChange } from '../article-store.ts';
import { ifPresent } from '../file-error.ts';
import { type Kept, replay } from '../kept-notes.ts';
import { readableItems } from '../checking/line-check.ts';
import { type Note, noteSchema } from '../server-note.ts';
import type { Correction, Draft, Feed, MistakeReport, ShownCard } from '../server-store.ts';

/** Everything that is kept about a member. */
export interface MemberExport {
  readonly member: string;
  /** Changes of articles that they made, or that are of words that they brought. */
  readonly changes: readonly (Change & { readonly shelf: string })[];
  readonly drafts: readonly Draft[];
  readonly suggestions: readonly Draft[];
  readonly reports: readonly MistakeReport[];
  /** Reports and suggestions of others that they decided. */
  readonly decisions: readonly (MistakeReport | Draft)[];
  readonly corrections: readonly Correction[];
  readonly cards: readonly ShownCard[];
  readonly feeds: readonly Feed[];
}

/** Gathers it from what is on the disk, beside the process that has it, if any. */
export async function exportMember(
  articles: ArticleStore,
  dataDir: string,
  userId: string,
): Promise<MemberExport> {
  const text = (await ifPresent(readFile(join(dataDir, 'servers.jsonl'), 'utf8'))) ?? '';
  return exportFrom(articles, readableItems(text, noteSchema), userId);
}

/** Gathers it from a store and from the notes of servers. */
export async function exportFrom(
  articles: ArticleStore,
  notes: readonly Note[],
  userId: string,
): Promise<MemberExport> {
  const kept = replay(notes, Date.now);
  const drafts = [...kept.tables.draft.rows.values()];
  const own = drafts.filter(({ by }) => by === userId);
  return {
    member: userId,
    changes: await changesBy(articles, userId),
    drafts: own.filter(({ kind }) => kind !== 'suggestion'),
    suggestions: own.filter(({ kind }) => kind === 'suggestion'),
    reports: [...kept.reports.values()].filter((report) => report.userId === userId),
    decisions: [
      ...[...kept.reports.values()].filter(({ verdict }) => verdict?.by === userId),
      ...drafts.filter(({ decided }) => decided?.by === userId),
    ],
    corrections: correctionsBy(kept, userId),
    cards: [...kept.cards.values()].filter(({ ownerId }) => ownerId === userId),
    feeds: [...kept.tables.feed.rows.values()].filter(({ by }) => by === userId),
  };
}

const correctionsBy = ({ tables }: Kept, userId: string): readonly Correction[] =>
  [...tables.correction.rows.values()].filter(
    ({ by, earlier }) => by === userId || earlier.some((each) => each.by === userId),
  );

async function changesBy(
  articles: ArticleStore,
  userId: string,
): Promise<readonly (Change & { readonly shelf: string })[]> {
  const changes: (Change & { readonly shelf: string })[] = [];
  for (const shelf of await articles.shelves())
    for (const change of (await articles.changesSince(shelf, 0)).filter(isChange))
      if (change.actor === userId || change.origin?.by === userId)
        changes.push({ shelf, ...change });
  return changes;
}

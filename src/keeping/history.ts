import type { Article } from '../article/article.ts';
import { type Change, isChange } from '../store/article-store.ts';
import { slice } from '../text/span.ts';
import type { Keeping } from './keeping.ts';

/** All changes of an article of a server's shelf, oldest first; none of one that it never had. */
export async function historyOf(
  { store, shelfOf }: Keeping,
  guildId: string,
  id: string,
): Promise<readonly Change[]> {
  const changes = await store.changesSince(shelfOf(guildId), 0);
  return changes.filter(isChange).filter((change) => change.id === id);
}

/** A paragraph of one version of an article, from 1. */
export interface PlacedParagraph {
  readonly article: Article;
  readonly paragraph: number;
}

/** The paragraphs that a change took out, and those that it brought in, each as its version has it. */
export async function changesBetween(
  { store, shelfOf }: Keeping,
  guildId: string,
  change: Change,
  history: readonly Change[],
): Promise<{
  readonly before: readonly PlacedParagraph[];
  readonly after: readonly PlacedParagraph[];
}> {
  const shelf = shelfOf(guildId);
  const previous = history[history.indexOf(change) - 1];
  const before =
    previous === undefined
      ? undefined
      : await store.articleAt(shelf, previous.id, previous.revision);
  const after = await store.articleAt(shelf, change.id, change.revision);
  return { before: paragraphsOnlyIn(before, after), after: paragraphsOnlyIn(after, before) };
}

function paragraphsOnlyIn(
  article: Article | undefined,
  other: Article | undefined,
): readonly PlacedParagraph[] {
  if (article === undefined) return [];
  const known = new Set(other?.paragraphs.map((span) => slice(other.body, span)));
  return article.paragraphs.flatMap((span, at) =>
    known.has(slice(article.body, span)) ? [] : [{ article, paragraph: at + 1 }],
  );
}

import type { Speaker } from '../extraction/facts.ts';
import { isSurelyMentioned } from '../extraction/quotations/speaker.ts';
import type { Reading } from './corpus.ts';
import { type Span, contains, slice, span } from '../text/span.ts';

const PREPOSITION = /\b(?:of|for|from|to|by|with|against|about|near|in|on|at|between)\b/u;

/**
 * The entities that spoke together: `Senators [John Park] and [Lily Cho]`, but nobody of
 * `supporters of [John Park] and [Lily Cho]`.
 */
export function jointSpeakers({ article, facts }: Reading, speaker: Speaker): readonly number[] {
  if (!isSurelyMentioned(speaker)) return [];
  const { start, end } = speaker.mention;
  const names = facts.mentions.filter(
    ({ kind, span: name }) => kind === 'name' && contains(speaker.mention, name),
  );
  const entities = [...new Set(names.map(({ entity }) => entity))];
  if (entities.length < 2 || names.at(-1)?.span.end !== end) return [];
  const gaps = names.map(({ span: name }, at) =>
    span(Math.min(names[at - 1]?.span.end ?? start, name.start), name.start),
  );
  const isList = gaps.every((gap, at) => {
    const words = slice(article.body, gap);
    const isTied = /^\s*(?:,|and\b|, and\b)/u.test(words);
    return (at === 0 || isTied) && !hasPreposition(words, gap.start, entities);
  });
  return isList ? entities : [];

  /** One that stands in no role: not the `of` of `Secretary of State`. */
  function hasPreposition(words: string, from: number, of: readonly number[]): boolean {
    const found = PREPOSITION.exec(words);
    if (found === null) return false;
    const place: Span = span(from + found.index, from + found.index + found[0].length);
    const roles = of.flatMap((entity) => facts.entities[entity]?.roles ?? []);
    return !roles.some((role) => contains(role, place));
  }
}

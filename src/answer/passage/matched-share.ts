import type { Query, QueryTerm } from '../../search/query.ts';

/**
 * How much of some of a query's terms is matched, from 0 to 1; undefined where the query has none.
 * @param matches how well each term is matched, in the query's order
 * @param weigh what a term counts; 0 leaves it out
 */
export function matchedShare(
  { terms }: Query,
  matches: readonly number[],
  weigh: (term: QueryTerm) => number,
): number | undefined {
  let all = 0;
  let matched = 0;
  for (const [i, term] of terms.entries()) {
    all += weigh(term);
    matched += weigh(term) * (matches[i] ?? 0);
  }
  return all > 0 ? matched / all : undefined;
}

import type { Hit } from '../search/corpus.ts';
import type { Query, QueryTerm } from '../search/query.ts';
import { fold } from '../text/fold.ts';
import type { Wanted } from './wanted.ts';

// Whether a passage answers at all. What counts against it: words of the question that stand
// nowhere near, a name that the corpus has never heard of, the person asked about missing from the
// passage, and no words of the kind wanted. Each is a weight of evidence (log odds), and they sum.

const COVERED = 3.5;
const ON_TOPIC = 1.5;
const UNHEARD_NAME = -6;
const UNHEARD_WORD = -1.5;
const SUBJECT_MISSING = -2.5;
const BEFOREHAND = -0.9;

/** Log odds for words of the kind wanted in the passage, and against it where there are none. */
interface KindOdds {
  readonly found: number;
  readonly missing: number;
}

// What has so plain a shape cannot be answered by words of another shape.
const shaped: KindOdds = { found: 1.2, missing: -2.2 };
const KIND_ODDS: Readonly<Record<Wanted, KindOdds>> = {
  money: shaped,
  duration: shaped,
  distance: shaped,
  share: shaped,
  age: shaped,
  number: shaped,
  time: shaped,
  person: { found: 0.5, missing: -1 },
  place: { found: 0.5, missing: -1 },
  statement: { found: 0.8, missing: -0.2 },
  reason: { found: 0.7, missing: 0 },
  anything: { found: 0, missing: 0 },
};

export interface Evidence {
  readonly question: string;
  readonly wanted: Wanted;
  readonly query: Query;
  /** The hits inside the passage. */
  readonly hits: readonly Hit[];
  /** The best fitness of words of the kind wanted in the passage, from 0 to 1. */
  readonly fitness: number;
}

/** The log odds that a passage answers the question; above 0 it is likelier than not. */
export function assure({ question, wanted, query, hits, fitness }: Evidence): number {
  const names = findNames(question);
  const isName = ({ word }: QueryTerm): boolean => names.has(word);
  const match = (i: number): number => Math.max(0, ...hits.map(({ matches }) => matches[i] ?? 0));
  const share = (of: (term: QueryTerm, i: number) => number): number =>
    query.terms.reduce((sum, term, i) => sum + term.weight * of(term, i), 0) / total(query);
  const here = share((_, i) => match(i));
  const named = share((term) => (isName(term) ? 1 : 0));
  const namedHere = share((term, i) => (isName(term) ? match(i) : 0));
  const unheard = (name: boolean): number =>
    share((term) => (term.known === 'unknown' && isName(term) === name ? 1 : 0));
  const { found, missing } = KIND_ODDS[wanted];
  return (
    BEFOREHAND +
    COVERED * here +
    (named < 1 ? ON_TOPIC * ((here - namedHere) / (1 - named) - 0.5) : 0) +
    UNHEARD_NAME * unheard(true) +
    UNHEARD_WORD * unheard(false) +
    (named > 0 ? SUBJECT_MISSING * (1 - namedHere / named) : 0) +
    missing +
    fitness * (found - missing)
  );
}

const total = ({ terms }: Query): number =>
  Math.max(
    1e-9,
    terms.reduce((sum, { weight }) => sum + weight, 0),
  );

/** The folded words that a question writes with a capital, its first word left out. */
function findNames(question: string): ReadonlySet<string> {
  const words = question.match(/[\p{L}\p{N}][\p{L}\p{N}.]*/gu) ?? [];
  return new Set(
    words
      .slice(1)
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => fold(word).replaceAll('.', '')),
  );
}

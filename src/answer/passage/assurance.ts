import type { Hit } from '../../search/corpus.ts';
import type { Query, QueryTerm } from '../../search/query.ts';
import type { Wanted } from './wanted.ts';

// Whether a passage answers at all. What counts against it: words of the question that stand
// nowhere near, a name that the corpus has never heard of, the person asked about missing from the
// passage, and no words of the kind wanted. Each is a weight of evidence (log odds), and they sum.

const COVERED = 3.25;
const ON_TOPIC = 1.5;
const UNHEARD_NAME = -6;
const UNHEARD_WORD = -1.5;
const SUBJECT_MISSING = -3.2;
// So much of the question near words of the kind wanted is enough to believe them.
const ENOUGH = 0.7;

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
  readonly wanted: Wanted;
  readonly query: Query;
  /** The sentences of the passage that hold anything of the question, the most believed first. */
  readonly sentences: readonly FittedHit[];
}

interface FittedHit {
  readonly hit: Hit;
  /** How well words of the kind wanted in the sentence could answer, from 0 to 1. */
  readonly fitness: number;
}

/** The log odds that a passage answers the question; above 0 it is likelier than not. */
export function assure({ wanted, query, sentences }: Evidence): number {
  const match = (i: number): number =>
    Math.max(0, ...sentences.map(({ hit }) => hit.matches[i] ?? 0));
  const share = (of: (term: QueryTerm, i: number) => number): number =>
    query.terms.reduce((sum, term, i) => sum + term.weight * of(term, i), 0) / total(query);
  const here = share((_, i) => match(i));
  const named = share((term) => (term.isName ? 1 : 0));
  const namedHere = share((term, i) => (term.isName ? match(i) : 0));
  const unheard = (name: boolean): number =>
    share((term) => (term.known === 'unknown' && term.isName === name ? 1 : 0));
  return (
    COVERED * (sentences[0]?.hit.coverage ?? 0) +
    (named < 1 ? ON_TOPIC * ((here - namedHere) / (1 - named) - 0.5) : 0) +
    UNHEARD_NAME * unheard(true) +
    UNHEARD_WORD * unheard(false) +
    (named > 0 ? SUBJECT_MISSING * (1 - namedHere / named) : 0) +
    weighKind(wanted, sentences)
  );
}

/** Words of the kind wanted count for more the more of the question their own sentence has. */
function weighKind(wanted: Wanted, sentences: readonly FittedHit[]): number {
  const { found, missing } = KIND_ODDS[wanted];
  const fits = sentences.map(({ hit, fitness }) => fitness * Math.min(1, hit.coverage / ENOUGH));
  return missing + Math.max(0, ...fits) * (found - missing);
}

const total = ({ terms }: Query): number =>
  Math.max(
    1e-9,
    terms.reduce((sum, { weight }) => sum + weight, 0),
  );

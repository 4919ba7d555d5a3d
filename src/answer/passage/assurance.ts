import type { Hit } from '../../search/corpus.ts';
import type { Query, QueryTerm } from '../../search/query.ts';
import type { Wanted } from './wanted.ts';

// Whether a passage answers at all. It must do two things: be about what is asked, and hold words
// that could answer. How likely each is is weighed by itself (log odds), and both must hold.

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

/** How likely it is, from 0 to 1, that a passage answers the question. */
export const assure = (evidence: Evidence): number =>
  likelihood(weighTopic(evidence)) * likelihood(weighKind(evidence));

/** Log odds as a probability (the logistic function). */
const likelihood = (odds: number): number => 1 / (1 + Math.exp(-odds));

// What tells that a passage is about something else: words of the question that stand nowhere near,
// a name that the corpus has never heard of, the person asked about missing from the passage.
const ABOUT = 1.3;
const COVERED = 4.9;
// Less of the question than this is chance.
const LEAST = 0.2;
const ON_TOPIC = 2.2;
const UNHEARD_NAME = -9;
const UNHEARD_WORD = -6;
const SUBJECT_MISSING = -4.8;

function weighTopic({ query, sentences }: Evidence): number {
  const match = bestMatches(query, sentences);
  // `How many?`, or a question of which only the article's title has anything.
  const isSaid = query.terms.some(({ isName, isTopic }) => isName || isTopic);
  const coverage = sentences[0]?.hit.coverage ?? 0;
  if (!isSaid || coverage < LEAST || match.every((here) => here === 0)) return -Infinity;
  const share = (of: (term: QueryTerm, match: number) => number): number =>
    query.terms.reduce((sum, term, i) => sum + term.weight * of(term, match[i] ?? 0), 0) /
    total(query);
  const unheard = (name: boolean): number =>
    share((term) => (term.known === 'unknown' && term.isName === name ? 1 : 0));
  const named = share(({ isName }) => (isName ? 1 : 0));
  const namedHere = share(({ isName }, here) => (isName ? here : 0));
  return (
    ABOUT +
    COVERED * coverage +
    ON_TOPIC * (topicalShare(query, match, ({ weight }) => weight) - 0.5) +
    UNHEARD_NAME * unheard(true) +
    UNHEARD_WORD * unheard(false) +
    (named > 0 ? SUBJECT_MISSING * (1 - namedHere / named) : 0)
  );
}

/** How well any of the sentences has each term. */
const bestMatches = ({ terms }: Query, sentences: readonly FittedHit[]): readonly number[] =>
  terms.map((_, i) => Math.max(0, ...sentences.map(({ hit }) => hit.matches[i] ?? 0)));

const total = ({ terms }: Query): number =>
  Math.max(
    1e-9,
    terms.reduce((sum, { weight }) => sum + weight, 0),
  );

// Of a question that says no more than a name and a question word.
const NOTHING_SAID = 0.7;

/** How much of what a question says, names and dates left out, is matched, from 0 to 1. */
function topicalShare(
  { terms }: Query,
  match: readonly number[],
  weigh: (term: QueryTerm) => number,
): number {
  let said = 0;
  let here = 0;
  for (const [i, term] of terms.entries()) {
    if (!term.isTopic) continue;
    said += weigh(term);
    here += weigh(term) * (match[i] ?? 0);
  }
  return said > 0 ? here / said : NOTHING_SAID;
}

/** Log odds that a passage answers without words of the kind wanted, and with words that fit wholly. */
interface KindOdds {
  readonly missing: number;
  readonly found: number;
}

// What asks for one figure or one name is often not told at all; a reason or somebody's words are
// nearly always, where the thing itself is. What has a plain shape cannot be answered by another.
const figure: KindOdds = { missing: -0.6, found: 3 };
const name: KindOdds = { missing: -0.2, found: 1.9 };
const KIND_ODDS: Readonly<Record<Wanted, KindOdds>> = {
  money: figure,
  share: figure,
  age: figure,
  distance: figure,
  number: figure,
  time: { missing: 0.4, found: 2 },
  duration: { missing: 0.5, found: 2.5 },
  person: name,
  organisation: name,
  // Where somebody was need not have a name: `in a cornfield`.
  place: { missing: -0.2, found: 1.9 },
  thing: { missing: 0.3, found: 2.2 },
  statement: { missing: 0.7, found: 2.4 },
  reason: { missing: 2.3, found: 2.6 },
  anything: { missing: 2, found: 2 },
};

/** Words of the kind wanted count for more the more of the question their own sentence has. */
function weighKind({ wanted, query, sentences }: Evidence): number {
  const { missing, found } = KIND_ODDS[wanted];
  const fits = sentences.map(
    ({ hit, fitness }) => (fitness * (1 + topicalShare(query, hit.matches, () => 1))) / 2,
  );
  return missing + Math.max(0, ...fits) * (found - missing);
}

import type { Hit } from '../../search/corpus.ts';
import type { Query, QueryTerm } from '../../search/query.ts';
import { matchedShare } from './matched-share.ts';
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
  const said = matchedShare(query, match, ({ isTopic, weight }) => (isTopic ? weight : 0));
  const named = matchedShare(query, match, ({ isName, weight }) => (isName ? weight : 0));
  return (
    ABOUT +
    COVERED * coverage +
    ON_TOPIC * ((said ?? NOTHING_SAID) - 0.5) +
    UNHEARD_NAME * unheardShare(query, true) +
    UNHEARD_WORD * unheardShare(query, false) +
    SUBJECT_MISSING * (1 - (named ?? 1))
  );
}

/** How much of a query is names, or else words, that the corpus has never heard of. */
function unheardShare({ terms }: Query, areNames: boolean): number {
  const isUnheard = ({ known, isName }: QueryTerm) => known === 'unknown' && isName === areNames;
  return weightOf(terms.filter(isUnheard)) / Math.max(1e-9, weightOf(terms));
}

const weightOf = (terms: readonly QueryTerm[]): number =>
  terms.reduce((sum, { weight }) => sum + weight, 0);

/** How well any of the sentences has each term. */
const bestMatches = ({ terms }: Query, sentences: readonly FittedHit[]): readonly number[] =>
  terms.map((_, i) => Math.max(0, ...sentences.map(({ hit }) => hit.matches[i] ?? 0)));

// Of a question that says no more than a name and a question word.
const NOTHING_SAID = 0.7;

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
  place: name,
  thing: { missing: 0.3, found: 2.2 },
  statement: { missing: 0.7, found: 2.4 },
  reason: { missing: 2.3, found: 2.6 },
  anything: { missing: 2, found: 2 },
};

/** Words of the kind wanted count for more the more of the question their own sentence has. */
function weighKind({ wanted, query, sentences }: Evidence): number {
  const { missing, found } = KIND_ODDS[wanted];
  const said = ({ hit }: FittedHit): number =>
    matchedShare(query, hit.matches, ({ isTopic }) => Number(isTopic)) ?? NOTHING_SAID;
  const fits = sentences.map((sentence) => (sentence.fitness * (1 + said(sentence))) / 2);
  return missing + Math.max(0, ...fits) * (found - missing);
}

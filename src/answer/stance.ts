import { cite } from '../article/citation.ts';
import type { Stance } from '../extraction/facts.ts';
import type { Corpus, Reading } from '../search/corpus.ts';
import { SURE_ALONE, tellsHolder } from '../search/positions.ts';
import { contains, sameSpan } from '../text/span.ts';
import { type Figure, figureOf } from '../search/figures.ts';
import type { Ambiguous, Answer, None, Stances } from './answer.ts';
import { checkName, checkWords, joinNames, splitNames } from './asked.ts';
import { askWhich } from './figure-choice.ts';
import { QuestionError } from './question-error.ts';
import { readingsNamed } from './selection.ts';
import { findLeanings } from './stance/leaning.ts';
import { type AskedHolder, askedHolder, fitHolder, fitSpokesman } from './stance/holder.ts';
import { holderOf, newestFirst, standOf, standsByHolder, standsByTarget } from './stance/stands.ts';
import { fitMeant } from './stance/meant.ts';
import { type AskedTarget, askedTarget, fitTarget, type TargetFit } from './stance/target.ts';
import { telling, type Weighed } from './stance/verdict.ts';
import { contentWords } from '../text/stems.ts';

export interface StanceQuestion {
  /** One holder, or several with semicolons between. */
  readonly who?: string | undefined;
  readonly on?: string | undefined;
  /** An article's id. */
  readonly article?: string | undefined;
}

/** How many holders are put next to each other. */
export const MOST_HOLDERS = 5;
const MOST_NEAR = 3;
/** How much of what is asked must stand in a target and around it, and in the target itself. */
const ABOUT = 0.37;
const INSIDE = 0.15;
/** More, where no holder is asked about. */
const INSIDE_ALONE = 0.5;

/**
 * Where somebody stands on something; what positions they hold; who holds one on something; or
 * several holders next to each other.
 */
export async function answerStance(
  question: StanceQuestion,
  corpus: Corpus,
): Promise<Answer<Stances>> {
  checkName(question.who);
  const holders = splitNames(question.who);
  checkWords(question.on === undefined ? undefined : contentWords(question.on).join(' '));
  if (holders.length > MOST_HOLDERS)
    throw new QuestionError('fault.holders', { most: MOST_HOLDERS });
  if (holders.length > 1 && question.on === undefined) throw new QuestionError('fault.compared');
  const readings = await readingsFor(question, corpus);
  const on = question.on === undefined ? undefined : askedTarget(question.on, corpus);
  const all = holders.map((typed) => findPositions(typed, on, readings));
  for (const [at, positions] of all.entries()) {
    const which = whichHolder(positions, corpus);
    if (which !== undefined) return among(holders, at, which);
  }
  const [first, ...others] = all;
  if (first === undefined) return onAlone(readings, on, corpus);
  return others.length > 0 ? compare(all, corpus) : ofOne(first, on, corpus);
}

/** So many articles are read through; of more, only those that search proposes for the target. */
const FEW = 100;
const PROPOSED = 200;

async function readingsFor(
  { article, who = '', on }: StanceQuestion,
  corpus: Corpus,
): Promise<readonly Reading[]> {
  if (article !== undefined) return readingsNamed(article, corpus);
  if (on === undefined || corpus.readings.length <= FEW) return corpus.readings;
  const hits = await Promise.all(
    [on, `${who} ${on}`].map((words) => corpus.search(corpus.query(words), PROPOSED)),
  );
  return [...new Set(hits.flat().map(({ reading }) => reading))];
}

/** What was found of one holder. */
interface Positions {
  /** As typed. */
  readonly typed: string;
  readonly who: AskedHolder;
  readonly stated: readonly Weighed[];
  /** Those that tell, where a target is asked about. */
  readonly told: readonly Weighed[];
}

function findPositions(
  typed: string,
  on: AskedTarget | undefined,
  readings: readonly Reading[],
): Positions {
  const who = askedHolder(typed);
  const named = readings.flatMap((reading) => weighStances(reading, who, on));
  // What `the move` goes back to is less sure than what a target says itself.
  const stated =
    named.length > 0 || on === undefined
      ? named
      : readings.flatMap((reading) => weighStances(reading, who, on, fitMeant));
  const told =
    on === undefined
      ? stated
      : telling(stated, () => readings.flatMap((reading) => findLeanings(reading, who, on)));
  return { typed, who, stated, told };
}

/** Where nothing is asked about, every target is what is asked. */
const WHOLLY = { score: 1, inside: 1, covered: 1, isOfKind: true, isTurned: false };

function weighStances(
  reading: Reading,
  who: AskedHolder | undefined,
  on: AskedTarget | undefined,
  fitting: typeof fitMeant = who === undefined ? fitAlone : fitNamed,
): Weighed[] {
  const sure = who === undefined || on === undefined ? SURE_ALONE : 0;
  const weighed = reading.facts.stances.flatMap((stance) => {
    if (stance.confidence < sure) return [];
    const fit = who === undefined ? 1 : fitOf(who, stance, reading);
    if (fit === 0) return [];
    const about = on === undefined ? WHOLLY : fitting(on, reading, stance);
    if (about === undefined) return [];
    return [
      {
        reading,
        stance,
        side: about.isTurned ? CONTRARY[stance.polarity] : stance.polarity,
        weight: stance.confidence * fit * about.score * (0.6 + 0.4 * about.covered),
        inside: about.inside,
      },
    ];
  });
  return on === undefined ? weighed : weighed.filter((one) => !isOuter(one, weighed));
}

/** By what the target says itself. */
function fitNamed(
  on: AskedTarget,
  reading: Reading,
  { target, evidence }: Stance,
  inside = INSIDE,
): TargetFit | undefined {
  const about = fitTarget(on, reading, target, evidence, inside);
  return about.score < ABOUT || about.inside < inside ? undefined : about;
}

/** Where nobody is asked about, many positions only touch on the thing. */
function fitAlone(on: AskedTarget, reading: Reading, stance: Stance): TargetFit | undefined {
  const about = fitNamed(on, reading, stance, INSIDE_ALONE);
  return about?.isOfKind === true ? about : undefined;
}

/** As the holder, or as who says in so many words what the own country holds. */
function fitOf(who: AskedHolder, stance: Stance, reading: Reading): number {
  const holder = { span: stance.holder, entity: stance.entity, onBehalfOf: stance.onBehalfOf };
  const { score } = fitHolder(who, holder, reading);
  return score > 0 ? score : fitSpokesman(who, stance, reading);
}

const CONTRARY = { supports: 'opposes', opposes: 'supports', mixed: 'mixed' } as const;

/**
 * Of `backed | a measure to end | the toll | |` only the inner position is on the toll, and on the
 * measure only the outer one.
 */
const isOuter = ({ stance, inside }: Weighed, all: readonly Weighed[]): boolean =>
  all.some(
    (other) =>
      other.stance.holder.start === stance.holder.start &&
      !sameSpan(other.stance.target, stance.target) &&
      (contains(stance.target, other.stance.target)
        ? other.inside >= inside
        : contains(other.stance.target, stance.target) && other.inside > inside),
  );

/** Two people of the name asked for: nobody is given another’s position. */
function whichHolder({ who, told }: Positions, corpus: Corpus): Ambiguous | undefined {
  const figures = new Set(
    told.flatMap(({ reading, stance: { entity } }) => {
      const figure = entity === undefined ? undefined : figureOf(corpus, { reading, entity });
      return figure !== undefined && isNamedSo(figure, who) ? [figure] : [];
    }),
  );
  if (figures.size < 2) return undefined;
  return askWhich([...figures], corpus, ({ reading, entity }) =>
    told.some((line) => line.reading === reading && line.stance.entity === entity),
  );
}

/** A person with a given name who has all the words asked for, and more. */
const isNamedSo = ({ isPerson, forms }: Figure, { name, country }: AskedHolder): boolean =>
  country === undefined &&
  isPerson &&
  forms.some(
    (form) =>
      form.length > name.length &&
      name.every((word) => form.some(({ folded }) => folded === word.folded)),
  );

/** The choices for one of several holders name the others as well. */
const among = (holders: readonly string[], at: number, which: Ambiguous): Ambiguous => ({
  ...which,
  choices: which.choices.map((choice) => ({
    ...choice,
    value: joinNames(holders.with(at, choice.value)),
  })),
});

function ofOne(
  { stated, told }: Positions,
  on: AskedTarget | undefined,
  corpus: Corpus,
): Answer<Stances> {
  const [first, ...others] = told;
  if (first === undefined) return none(corpus, stated);
  return on === undefined
    ? { kind: 'found', asked: 'positions', stands: standsByTarget(told), silent: [] }
    : { kind: 'found', asked: 'verdict', stands: [standOf([first, ...others])], silent: [] };
}

function onAlone(
  readings: readonly Reading[],
  on: AskedTarget | undefined,
  corpus: Corpus,
): Answer<Stances> {
  const stated = readings.flatMap((reading) =>
    weighStances(reading, undefined, on).filter(({ stance }) =>
      tellsHolder(holderOf(reading, stance).text),
    ),
  );
  return stated.length === 0
    ? none(corpus, [])
    : { kind: 'found', asked: 'field', stands: standsByHolder(stated, corpus), silent: [] };
}

/** Each holder’s stand in the order asked; the corpus may be silent on some. */
function compare(all: readonly Positions[], corpus: Corpus): Answer<Stances> {
  const stands = all.flatMap(({ typed, told: [first, ...others] }) =>
    first === undefined ? [] : [{ ...standOf([first, ...others]), typed }],
  );
  if (stands.length === 0)
    return none(
      corpus,
      all.flatMap(({ stated }) => stated),
    );
  const silent = all.filter(({ told }) => told.length === 0).map(({ typed }) => typed);
  return { kind: 'found', asked: 'comparison', stands, silent };
}

function none({ scope }: Corpus, near: readonly Weighed[]): None {
  return {
    kind: 'none',
    scope,
    near: near
      .toSorted((a, b) => b.weight - a.weight || newestFirst(a, b))
      .slice(0, MOST_NEAR)
      .map(({ reading, stance }) => cite(reading.article, stance.evidence)),
  };
}

import { type Citation, cite } from '../article/citation.ts';
import type { Stance } from '../extraction/facts.ts';
import type { Corpus, Reading } from '../search/corpus.ts';
import type { Span } from '../text/span.ts';
import type { Answer, None, StanceLine, StanceVerdict } from './answer.ts';
import { findLeanings } from './stance-leaning.ts';
import { type AskedHolder, askedHolder, fitHolder } from './stance-holder.ts';
import { type AskedTarget, askedTarget, fitTarget } from './stance-target.ts';
import { decide, type Weighed } from './stance-verdict.ts';

export interface StanceQuestion {
  readonly who?: string | undefined;
  readonly on?: string | undefined;
  /** An article's id. */
  readonly article?: string | undefined;
}

const MOST = 60;
const MOST_NEAR = 3;
/** How much of what is asked must stand in a target and around it, and in the target itself. */
const ABOUT = 0.4;
const INSIDE = 0.15;
/** More, where no holder is asked about. */
const INSIDE_ALONE = 0.5;

/** Where somebody stands on something; what positions they hold; or who holds one on something. */
export async function answerStance(
  question: StanceQuestion,
  corpus: Corpus,
): Promise<Answer<StanceVerdict>> {
  const readings = await readingsFor(question, corpus);
  const who = question.who === undefined ? undefined : askedHolder(question.who);
  const on = question.on === undefined ? undefined : askedTarget(question.on, corpus);
  const stated = readings.flatMap((reading) => weighStances(reading, who, on));
  if (who === undefined || on === undefined)
    return stated.length === 0 ? none(corpus, []) : found('mixed', ranked(stated));
  const leaning = (): Weighed[] => readings.flatMap((reading) => findLeanings(reading, who, on));
  const verdict = decide(stated, leaning);
  return verdict === undefined ? none(corpus, stated) : found(verdict.polarity, verdict.lines);
}

/** So many articles are read through; of more, only those that search proposes for the target. */
const FEW = 100;
const PROPOSED = 200;

async function readingsFor(
  { article, who = '', on }: StanceQuestion,
  corpus: Corpus,
): Promise<readonly Reading[]> {
  if (article !== undefined)
    return corpus.readings.filter((reading) => reading.article.id === article);
  if (on === undefined || corpus.readings.length <= FEW) return corpus.readings;
  const hits = await Promise.all(
    [on, `${who} ${on}`].map((words) => corpus.search(words, PROPOSED)),
  );
  return [...new Set(hits.flat().map(({ reading }) => reading))];
}

/** Where nothing is asked about, every target is what is asked. */
const WHOLLY = { score: 1, inside: 1, covered: 1 };

function weighStances(
  reading: Reading,
  who: AskedHolder | undefined,
  on: AskedTarget | undefined,
): Weighed[] {
  const inside = who === undefined ? INSIDE_ALONE : INSIDE;
  return reading.facts.stances.flatMap((stance) => {
    const holder = { span: stance.holder, entity: stance.entity, onBehalfOf: stance.onBehalfOf };
    const fit = who === undefined ? 1 : fitHolder(who, holder, reading).score;
    if (fit === 0) return [];
    const about =
      on === undefined ? WHOLLY : fitTarget(on, reading, stance.target, stance.evidence, inside);
    if (about.score < ABOUT || about.inside < inside) return [];
    return [
      {
        reading,
        stance,
        weight: stance.confidence * fit * about.score * (0.6 + 0.4 * about.covered),
        inside: about.inside,
      },
    ];
  });
}

const ranked = (all: readonly Weighed[]): Weighed[] =>
  all.toSorted((a, b) => b.weight - a.weight || byDate(a, b));

const byDate = (a: Weighed, b: Weighed): number =>
  (b.reading.article.date ?? '').localeCompare(a.reading.article.date ?? '');

function found(verdict: StanceVerdict['verdict'], weighed: readonly Weighed[]): StanceVerdict {
  return { kind: 'found', verdict, lines: onceEach(weighed).slice(0, MOST).map(toLine) };
}

/** Of positions that one sentence shows the same way, the first. */
function onceEach(weighed: readonly Weighed[]): Weighed[] {
  const seen = new Set<string>();
  return weighed.filter(({ reading, stance: { evidence, polarity, holder } }) => {
    const key = `${reading.article.shelf}/${reading.article.id} ${evidence.start} ${polarity} ${holder.start}`;
    return !seen.has(key) && seen.add(key);
  });
}

function toLine({ reading, stance }: Weighed): StanceLine {
  const { article } = reading;
  return {
    polarity: stance.polarity,
    strength: stance.strength,
    holder: holderOf(reading, stance),
    ...(stance.onBehalfOf === undefined ? {} : { onBehalfOf: cite(article, stance.onBehalfOf) }),
    target: cite(article, stance.target),
    cue: cite(article, stance.cue),
    evidence: cite(article, stance.evidence),
  };
}

/** The holder by the fullest name that the article gives. */
function holderOf({ article, facts }: Reading, { holder, entity }: Stance): Citation {
  const known = facts.entities[entity ?? -1];
  const words: Span = known?.isNamed === true ? known.name : holder;
  return cite(article, words);
}

function none({ scope }: Corpus, near: readonly Weighed[]): None {
  return {
    kind: 'none',
    scope,
    near: ranked(near)
      .slice(0, MOST_NEAR)
      .map(({ reading, stance }) => cite(reading.article, stance.evidence)),
  };
}

import { type Citation, cite } from '../article/citation.ts';
import type { Corpus, Hit, Reading } from '../search/corpus.ts';
import { overlaps } from '../text/span.ts';
import type { Answer, Attendance, None, PassageLine } from './answer.ts';
import { eventChoices, isOfferedAs } from './attendance/choice.ts';
import { type Event, type Ranked, looksAhead, rankEvents } from './attendance/match.ts';
import { listEvents } from './attendance/events.ts';
import { isSameEvent, mergeEvents } from './attendance/merge.ts';
import { isTold } from '../search/told.ts';
import { answerWithPassages } from './passage.ts';
import { readingsNamed } from './selection.ts';

export interface AttendanceQuestion {
  /** What the event is called: `Riyadh talks`, `the summit in the Saudi capital`. */
  readonly event?: string | undefined;
  /** An article's id. */
  readonly article?: string | undefined;
}

/** So much of a question's words must fit before a gathering counts as the one that is meant. */
const LEAST = 0.45;
/** Another gathering that fits so nearly as well may be meant as well. */
const AS_WELL = 0.995;
/** A report of the same gathering must fit at least so well, as a share of the best one. */
const SAME = 0.6;
/** A report that tells who was there may fit so much less than one that does not. */
const NEARLY = 0.95;
/** What was held since may fit so much less than what was announced. */
const HELD = 0.9;
const MOST_HITS = 400;
const MOST_NEAR = 3;

/** Who was at a gathering, who was not and who is expected, by the articles. */
export async function answerAttendance(
  question: AttendanceQuestion,
  corpus: Corpus,
): Promise<Answer<Attendance>> {
  const { event } = question;
  const hits = event === undefined ? [] : await corpus.search(corpus.query(event), MOST_HITS);
  const events = candidates(question, hits, corpus).flatMap(eventsOf);
  if (event === undefined) return answerWhole(events, corpus);
  const ranked = rankEvents(event, events, hits, corpus);
  const best = ranked.filter(({ fit }) => fit >= LEAST);
  const offered = offeredAs(question, ranked);
  const likeliest =
    offered ??
    best.find((other) => isTold(other.gathering) && mayStandFor(best[0] ?? other, other));
  const first = likeliest && offered === undefined ? heldSince(likeliest, event, best) : likeliest;
  if (first === undefined) return toldOnly(question, corpus, ranked);
  const rivals = offered === undefined ? best.filter((other) => isRival(first, other)) : [];
  if (rivals.length > 0) return ambiguous([first, ...rivals]);
  // One of several in its article was chosen: the others are not it.
  const others = sameAs(first, ranked).filter(
    ({ reading }) => offered === undefined || reading !== first.reading,
  );
  const answer = mergeEvents([first, ...others], hits);
  const nearest = await nearestTo(question, corpus, answer);
  return nearest === undefined ? answer : { ...answer, nearest };
}

/**
 * The passage that has the question's words best, where the answer cites nothing of it: it may show
 * that another gathering was meant, or tell more of this one.
 */
async function nearestTo(
  { event = '', article }: AttendanceQuestion,
  corpus: Corpus,
  { told, attended, absent, expected }: Attendance,
): Promise<Citation | undefined> {
  const [best] = await passagesOn(event, article, corpus);
  const people = [...attended, ...absent, ...expected];
  const cited = [...told, ...people.flatMap(({ evidence }) => evidence)];
  const isCited = cited.some(
    (one) => one.article === best?.sentence.article && overlaps(one, best.sentence),
  );
  return isCited ? undefined : best?.passage;
}

/** The passages that tell of an event, best first. */
async function passagesOn(
  event: string,
  article: string | undefined,
  corpus: Corpus,
): Promise<readonly PassageLine[]> {
  const answer = await answerWithPassages(event, corpus);
  const lines = answer.kind === 'found' ? answer.passages : [];
  return lines.filter(({ passage }) => article === undefined || passage.article.id === article);
}

/**
 * Where no construction says who was there, the passage that tells of the event, if one does: better
 * than silence, and no guess at who came.
 */
async function toldOnly(
  { event = '', article }: AttendanceQuestion,
  corpus: Corpus,
  ranked: readonly Ranked[],
): Promise<Answer<Attendance>> {
  const lines = await passagesOn(event, article, corpus);
  const told = lines.map(({ passage }) => passage).slice(0, MOST_NEAR);
  if (told.length === 0) return none(corpus, ranked);
  return { kind: 'found', event: [], settings: [], told, attended: [], absent: [], expected: [] };
}

const eventsOf = (reading: Reading): Event[] =>
  reading.facts.gatherings.map((gathering) => ({ reading, gathering }));

function candidates(
  { event, article }: AttendanceQuestion,
  hits: readonly Hit[],
  corpus: Corpus,
): readonly Reading[] {
  if (article !== undefined) return readingsNamed(article, corpus);
  if (event === undefined) return corpus.readings;
  return [...new Set(hits.map(({ reading }) => reading))];
}

/** Fits nearly as well as the best one, or is another report of it. */
const mayStandFor = (best: Ranked, other: Ranked): boolean =>
  other.score >= best.score * NEARLY ||
  (other.score >= best.score * SAME && other.reading !== best.reading && isSameEvent(best, other));

const dateOf = ({ reading }: Ranked): string => reading.article.date ?? '';

/** What an article only looked ahead to may have been held since, by a later one. */
function heldSince(first: Ranked, words: string, best: readonly Ranked[]): Ranked {
  if (first.gathering.attended.length > 0 || looksAhead(words)) return first;
  return (
    best.find(
      (other) =>
        other.gathering.attended.length > 0 &&
        other.fit >= first.fit * HELD &&
        dateOf(other) > dateOf(first),
    ) ?? first
  );
}

/** The one gathering that is offered in just these words: who takes a choice gets what it stands for. */
function offeredAs(
  { event = '', article }: AttendanceQuestion,
  ranked: readonly Ranked[],
): Ranked | undefined {
  const offers = ranked.filter(
    (other) => isTold(other.gathering) && isOfferedAs(event, other, article !== undefined),
  );
  const [first] = offers;
  const isOne = offers.every(
    (other) => first === undefined || other === first || isSameEvent(first, other),
  );
  return isOne || article !== undefined ? first : undefined;
}

/** Fits equally, is told of as well, and is another event. */
const isRival = (first: Ranked, other: Ranked): boolean =>
  other !== first &&
  other.score >= first.score * AS_WELL &&
  other.gathering.attended.length > 0 &&
  other.reading !== first.reading &&
  !isSameEvent(first, other);

const sameAs = (first: Ranked, ranked: readonly Ranked[]): Ranked[] =>
  ranked.filter(
    (other) => other !== first && other.score >= first.score * SAME && isSameEvent(first, other),
  );

/** A question by article alone: its one gathering, or a choice among several. */
function answerWhole(events: readonly Event[], corpus: Corpus): Answer<Attendance> {
  const told = events.filter(({ gathering }) => isTold(gathering));
  const [first] = told;
  if (first === undefined) return none(corpus, events);
  return told.length === 1 ? mergeEvents([first]) : ambiguous(told);
}

const ambiguous = (events: readonly Event[]): Answer<Attendance> => ({
  kind: 'ambiguous',
  option: 'event',
  choices: eventChoices(events).slice(0, 25),
});

function none(corpus: Corpus, events: readonly Event[]): None {
  const told = events
    .filter(({ gathering }) => isTold(gathering))
    .map(({ reading, gathering }) => ({ reading, sentence: gathering.sentence }));
  const near = (told.length > 0 ? told : listEvents(corpus)).slice(0, MOST_NEAR);
  return {
    kind: 'none',
    scope: corpus.scope,
    near: near.map(({ reading, sentence }) => cite(reading.article, sentence)),
  };
}

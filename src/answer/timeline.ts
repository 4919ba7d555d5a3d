import { cite } from '../article/citation.ts';
import type { Corpus, Reading } from '../search/corpus.ts';
import { datesIn, sentencesOf, utterancesIn } from '../search/digested.ts';
import { sentencesAround } from '../search/sentence-place.ts';
import { type Days, oneDay } from '../text/days.ts';
import { rememberedLately } from '../text/remembered.ts';
import { contains, type Span, slice } from '../text/span.ts';
import { stems } from '../text/stems.ts';
import { type Answer, MOST_SOURCES, type Timeline, type TimelineLine } from './answer.ts';
import { correctedIn } from './corrected.ts';
import { checkWords } from './asked.ts';
import { checkPeriod, type Selecting } from './selection.ts';

export interface TimelineQuestion extends Pick<Selecting, 'since' | 'until'> {
  /** What it is about; everything where nothing is said. */
  readonly about?: string | undefined;
}

const LOOKED_AT = 400;
/** So much of what it is about must stand in a sentence or near it. */
const COVERED = 0.6;
const SHOWN = 30;
const NEAR = 3;
const LATELY = 200;

/**
 * What happened and what was said about something, in order of time. A sentence stands at the days
 * that it names, counted from its article's date where it must be; what somebody said without
 * naming a day, at its article's date.
 * @throws UserError for words that say nothing, or a first day after the last
 */
export async function answerTimeline(
  question: TimelineQuestion,
  corpus: Corpus,
): Promise<Answer<Timeline>> {
  checkWords(question.about);
  checkPeriod(question);
  const told = await findTold(question, corpus);
  const isAsked = ({ days }: Dated): boolean => isWithin(days, question);
  const dated = told.flatMap((one) => datesOf(one, isReport(one))).filter(isAsked);
  // Rather all that was told than nothing.
  const found =
    dated.length > 0 ? dated : told.flatMap((one) => datesOf(one, true)).filter(isAsked);
  const merged = mergeSame(found);
  if (merged.length === 0) {
    const nearest =
      question.about === undefined ? corpus.readings.slice(0, NEAR).flatMap(openingOf) : told;
    const near = nearest
      .slice(0, NEAR)
      .map(({ reading, sentence }) => cite(reading.article, sentence));
    return { kind: 'none', scope: corpus.scope, near };
  }
  const lines = merged.slice(0, SHOWN).toSorted(byTime);
  return { kind: 'found', lines: lines.map(toLine), more: merged.length - lines.length };
}

/** A sentence that is about what was asked. */
interface Told {
  readonly reading: Reading;
  readonly index: number;
  readonly sentence: Span;
  /** Of what somebody is reported to have said in it, all the sentences. */
  readonly said?: Span;
}

/** The sentences about something, the nearest to it first; of everything, how each article opens. */
async function findTold(question: TimelineQuestion, corpus: Corpus): Promise<readonly Told[]> {
  const { about } = question;
  if (about === undefined)
    return corpus.readings
      .filter((reading) => mayTellOf(reading, question))
      .flatMap(openingOf)
      .map(withSaid);
  const hits = await corpus.search(corpus.query(about), LOOKED_AT);
  return hits.filter(({ coverage }) => coverage >= COVERED).map(withSaid);
}

/** Whether an article is of the days that are asked for, or has words for any of them. */
function mayTellOf(reading: Reading, question: TimelineQuestion): boolean {
  const day = reading.article.date?.slice(0, 10);
  if (day !== undefined && isWithin(oneDay(day), question)) return true;
  return datesIn(reading).some((days) => isWithin(days, question));
}

function openingOf(reading: Reading): readonly Told[] {
  const [sentence] = sentencesOf(reading);
  return sentence === undefined ? [] : [{ reading, index: 0, sentence }];
}

/** A sentence with one of the times that it is of. */
interface Dated extends Told {
  readonly days: Days;
  /** The words that say when; none where only the article's date does. */
  readonly words?: Span;
  readonly isCounted: boolean;
}

/** A sentence of many dates is a list of them, and tells little of each. */
const MOST_DATES = 2;

/**
 * The times of a sentence: those that it names; the day of the article for one that only reports.
 */
function datesOf(told: Told, isOfArticle: boolean): readonly Dated[] {
  const { article } = told.reading;
  const within = datesIn(told.reading).filter(({ span }) => contains(told.sentence, span));
  if (within.length > 0)
    return within.slice(0, MOST_DATES).map(({ span, first, last, isCounted }) => ({
      ...told,
      days: { first, last },
      words: span,
      isCounted,
    }));
  const day = article.date?.slice(0, 10);
  if (day === undefined || !isOfArticle) return [];
  const sentence = told.said ?? told.sentence;
  return [{ ...told, sentence, days: oneDay(day), isCounted: true }];
}

/** How an article opens, or what somebody said: what is reported as news on its day. */
const isReport = ({ index, said }: Told): boolean => index === 0 || said !== undefined;

function withSaid({ reading, index, sentence }: Told): Told {
  const said = saidIn(reading).find((around) => contains(around, sentence));
  return { reading, index, sentence, ...(said === undefined ? {} : { said }) };
}

/** The sentences around what an article reports of somebody; most hits are several to an article. */
const saidIn = rememberedLately((reading: Reading): readonly Span[] => {
  const sentences = sentencesOf(reading);
  return utterancesIn(reading).flatMap(({ parts, speaker }) =>
    speaker === undefined ? [] : parts.map((part) => sentencesAround(sentences, part)),
  );
}, LATELY);

const isWithin = ({ first, last }: Days, { since = '', until = '9999' }: TimelineQuestion) =>
  last >= since && first <= until;

/** A sentence and those of other articles that say the same of the same time. */
interface Merged extends Dated {
  readonly stems: ReadonlySet<string>;
  readonly alsoIn: Dated[];
}

function mergeSame(dated: readonly Dated[]): readonly Merged[] {
  const merged: Merged[] = [];
  const byDays = new Map<string, Merged[]>();
  for (const one of dated) {
    const own = new Set(stems(slice(one.reading.article.body, one.sentence)));
    const days = `${one.days.first} ${one.days.last}`;
    const ofDays = byDays.get(days) ?? [];
    byDays.set(days, ofDays);
    const same = ofDays.find((other) => isAlike(own, other.stems));
    if (same === undefined) {
      const first = { ...one, stems: own, alsoIn: [] };
      merged.push(first);
      ofDays.push(first);
    } else if (same.reading !== one.reading) same.alsoIn.push(one);
  }
  return merged;
}

/** Of two sentences that say the same most words are the same (their Jaccard index). */
const ALIKE = 0.6;

function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared += 1;
  return shared >= ALIKE * (a.size + b.size - shared);
}

/**
 * What is told no closer than a year stands before the days in it; what happened on a day before what
 * was only reported then.
 */
const byTime = (a: Dated, b: Dated): number =>
  compare(a.days.first, b.days.first) ||
  compare(b.days.last, a.days.last) ||
  Number(a.words === undefined) - Number(b.words === undefined) ||
  compare(a.reading.article.id, b.reading.article.id) ||
  a.index - b.index;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function toLine({ reading, sentence, days, words, isCounted, alsoIn }: Merged): TimelineLine {
  return {
    days,
    isCounted,
    sentence: cite(reading.article, sentence),
    ...correctedIn(reading, sentence),
    ...(words === undefined ? {} : { words: cite(reading.article, words) }),
    alsoIn: alsoIn
      .slice(0, MOST_SOURCES)
      .map((other) => cite(other.reading.article, other.sentence)),
  };
}

import type { Reading } from '../../search/corpus.ts';
import { sentencesOf } from '../../search/digested.ts';
import { LONGEST_PASSAGE } from '../../search/passage-window.ts';
import { type Span, overlaps, span } from '../../text/span.ts';

/** A sentence with how much it is believed, beside the others, to hold the answer. */
export interface Believed {
  readonly reading: Reading;
  /** An index into the reading's sentences. */
  readonly index: number;
  readonly belief: number;
}

/** Sentences in a row that a card shows as one passage. */
export interface Window<Sentence extends Believed> {
  readonly reading: Reading;
  readonly passage: Span;
  /** Its believed sentences, the most believed first. */
  readonly sentences: readonly [Sentence, ...Sentence[]];
  /** The belief of all its sentences together. */
  readonly belief: number;
}

/** The windows that together are likeliest to show the answer, the likeliest first, none overlapping. */
export function chooseWindows<Sentence extends Believed>(
  sentences: readonly Sentence[],
  limit: number,
): Window<Sentence>[] {
  const all = [...groupByReading(sentences).values()].flatMap(findWindows);
  const chosen: Window<Sentence>[] = [];
  for (const window of all.toSorted((a, b) => b.belief - a.belief)) {
    if (chosen.length >= limit) break;
    if (!chosen.some((other) => sharesWords(window, other))) chosen.push(window);
  }
  return chosen;
}

const sharesWords = (a: Window<Believed>, b: Window<Believed>): boolean =>
  a.reading === b.reading && overlaps(a.passage, b.passage);

function groupByReading<Sentence extends Believed>(
  sentences: readonly Sentence[],
): Map<Reading, Map<number, Sentence>> {
  const groups = new Map<Reading, Map<number, Sentence>>();
  for (const sentence of sentences) {
    const group = groups.get(sentence.reading) ?? new Map<number, Sentence>();
    groups.set(sentence.reading, group.set(sentence.index, sentence));
  }
  return groups;
}

// A passage seldom holds more sentences than this before its best one.
const FURTHEST_BACK = 9;

/** The stretches of a reading that are as long as a passage may be and hold a believed sentence. */
function findWindows<Sentence extends Believed>(
  believed: ReadonlyMap<number, Sentence>,
): Window<Sentence>[] {
  const [one] = believed.values();
  if (one === undefined) return [];
  const sentences = sentencesOf(one.reading);
  const starts = new Set<number>();
  for (const index of believed.keys())
    for (let from = Math.max(0, index - FURTHEST_BACK); from <= index; from += 1) starts.add(from);
  return Array.from(starts).flatMap((from) => findWindow(believed, sentences, from) ?? []);
}

function findWindow<Sentence extends Believed>(
  believed: ReadonlyMap<number, Sentence>,
  sentences: readonly Span[],
  from: number,
): Window<Sentence> | undefined {
  const first = sentences[from];
  if (first === undefined) return undefined;
  const inside: Sentence[] = [];
  let to = from;
  for (let at = from; at === from || fits(first, sentences[at]); at += 1) {
    const sentence = believed.get(at);
    if (sentence !== undefined) inside.push(sentence);
    to = at;
  }
  const [best, ...others] = inside.toSorted((a, b) => b.belief - a.belief);
  if (best === undefined) return undefined;
  const belief = others.reduce((sum, sentence) => sum + sentence.belief, best.belief);
  // Of equals the one with its best sentence in the middle: context on both sides.
  const lean = Math.abs(best.index - (from + to) / 2) / 1_000;
  return {
    reading: best.reading,
    passage: span(first.start, sentences[to]?.end ?? first.end),
    sentences: [best, ...others],
    belief: belief * (1 - lean),
  };
}

const fits = (first: Span, next: Span | undefined): boolean =>
  next !== undefined && next.end - first.start <= LONGEST_PASSAGE;

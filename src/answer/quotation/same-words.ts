import { cite } from '../../article/citation.ts';
import type { Corpus } from '../../search/corpus.ts';
import { utterancesWith } from '../../search/digested.ts';
import { type Figure, figureOf } from '../../search/figures.ts';
import { hashWord } from '../../search/likeness.ts';
import { TELLING, readWords, textOf } from '../../search/quoted-words.ts';
import type { Utterance } from '../../search/utterance.ts';
import { remembered, rememberedLately } from '../../text/remembered.ts';
import { overlaps, slice } from '../../text/span.ts';
import { type GivenTo, MOST_SOURCES, type QuotationLine } from '../answer.ts';
import { type Ranked, speakerOf, toLine } from './line.ts';
import { onceEach } from './sayings.ts';
import type { Selection } from '../selection.ts';

// The same words reported by several articles, put together.

/** So many of the best are compared with each other. */
export const MOST_COMPARED = 300;

/** Utterances of the same words, in the order of their rank. */
interface Bunch {
  /** The one that has most of them. */
  readonly lead: Ranked;
  readonly members: readonly Ranked[];
}

/**
 * One line for the same words, wherever they stand: at the place of the best, with the longest of
 * what articles quote.
 *
 *     a: “We tried everything,” he said.     b: “We tried everything we could think of.”
 *     → We tried everything we could think of. [b] [a]
 */
export function mergeSameWords(
  ranked: readonly Ranked[],
  most: number,
  corpus: Corpus,
  selection: Selection,
): readonly QuotationLine[] {
  const bunches: Bunch[] = [];
  const byRun = new Map<number, number[]>();
  for (const one of withoutHusks(ranked.slice(0, MOST_COMPARED))) {
    const { runs } = wordsOf(one.said);
    const near = new Set<number>();
    for (const run of runs) for (const place of byRun.get(run) ?? []) near.add(place);
    const known = [...near].find((place) => areSame(bunches[place]?.lead, one, corpus));
    const at = known ?? bunches.length;
    bunches[at] = joined(bunches[at], one);
    for (const run of runs) {
      const places = byRun.get(run);
      if (places === undefined) byRun.set(run, [at]);
      else if (!places.includes(at)) places.push(at);
    }
  }
  return disputedOnce(
    bunches.slice(0, most).map((bunch) => toMergedLine(bunch, corpus, selection)),
  );
}

/** That articles differ is said of the first line that has the words. */
function disputedOnce(lines: readonly QuotationLine[]): readonly QuotationLine[] {
  const told = new Set<string>();
  return lines.map((line) => {
    const places = line.disputed.map(({ words }) => `${words.article.id} ${words.start}`);
    const isTold = places.some((place) => told.has(place));
    for (const place of places) told.add(place);
    return isTold ? { ...line, disputed: [] } : line;
  });
}

function joined(bunch: Bunch | undefined, one: Ranked): Bunch {
  if (bunch === undefined) return { lead: one, members: [one] };
  const { lead, members } = bunch;
  return { lead: isBetter(one.said, lead.said) ? one : lead, members: [...members, one] };
}

/** An utterance's words made comparable, with a space around each: ` we tried `. */
interface Words {
  readonly words: readonly string[];
  readonly text: string;
  /** The parts that are long enough to tell. */
  readonly parts: readonly string[];
  /** Hashes of all runs of so many words that none is shared by chance; of fewer words of them all. */
  readonly runs: readonly number[];
}

const wordsOf = remembered(({ reading, parts }: Utterance): Words => {
  const each = parts.map((part) => readWords(slice(reading.article.body, part)));
  const words = each.flat();
  return {
    words,
    text: textOf(words),
    parts: each.filter(({ length }) => length >= TELLING).map(textOf),
    runs: runsOf(words),
  };
});

/** What was said before what was reported of it, and more of it before less. */
function isBetter(one: Utterance, other: Utterance): boolean {
  if (one.manner !== other.manner) return one.manner === 'direct';
  return wordsOf(one).words.length > wordsOf(other).words.length;
}

/**
 * Without what stands inside another as well, of `said that it was “a lie”` the words between marks
 * or the clause: the words, unless the clause comes nearer to what somebody claims was said.
 */
function withoutHusks(ranked: readonly Ranked[]): readonly Ranked[] {
  const isShown = new Set(ranked);
  const clauses = ranked.filter(({ said }) => said.manner === 'indirect');
  for (const clause of clauses)
    for (const inner of ranked) {
      if (!holds(clause.said, inner.said)) continue;
      const isNearer = (clause.comparison?.likeness ?? 0) > (inner.comparison?.likeness ?? 0);
      const isWithin = inner.said.parts.every((part) => overlaps(clause.said.span, part));
      if (!isNearer) isShown.delete(clause);
      else if (isWithin) isShown.delete(inner);
    }
  return ranked.filter((one) => isShown.has(one));
}

const holds = (clause: Utterance, { reading, manner, parts }: Utterance): boolean =>
  manner === 'direct' &&
  reading === clause.reading &&
  parts.some((part) => overlaps(clause.span, part));

function runsOf(words: readonly string[]): readonly number[] {
  const hashes = words.map(hashWord);
  const length = Math.min(TELLING, hashes.length);
  return Array.from({ length: hashes.length - length + 1 }, (_, at) => {
    let run = length;
    for (let next = at; next < at + length; next += 1)
      run = (Math.imul(run, 0x0100_0193) ^ (hashes[next] ?? 0)) >>> 0;
    return run;
  });
}

/**
 * Whether one has all the words of the other, or all of one of its parts, and nothing tells that
 * somebody else spoke. Of a few words, all must be the same, and by the same speaker.
 */
function areSame(lead: Ranked | undefined, { said }: Ranked, corpus: Corpus): boolean {
  if (lead === undefined || lead.said.manner !== said.manner) return false;
  const [a, b] = [wordsOf(lead.said), wordsOf(said)];
  const isWhole = a.text === b.text;
  if (!isWhole && !hasPartOf(a, b) && !hasPartOf(b, a)) return false;
  const [one, other] = [speakingFigure(lead.said, corpus), speakingFigure(said, corpus)];
  if (one === other && one !== undefined) return true;
  return isWhole ? a.words.length >= TELLING : one === undefined || other === undefined;
}

const hasPartOf = ({ text }: Words, { parts }: Words): boolean =>
  parts.some((part) => text.includes(part));

/** Who spoke alone, as one figure over all articles, where that is sure. */
function speakingFigure({ reading, by }: Utterance, corpus: Corpus): Figure | undefined {
  let speaking: Figure | undefined;
  for (const entity of by) {
    const figure = figureOf(corpus, { reading, entity });
    if (figure !== undefined && speaking !== undefined) return undefined;
    speaking ??= figure;
  }
  return speaking;
}

/** Who surely spoke, alone or with others, as figures over all articles. */
export const speakingFigures = ({ reading, by }: Utterance, corpus: Corpus): readonly Figure[] =>
  by.flatMap((entity) => figureOf(corpus, { reading, entity }) ?? []);

function toMergedLine({ lead, members }: Bunch, corpus: Corpus, { has }: Selection): QuotationLine {
  const line = toLine(lead);
  const all = members.map(({ said }) => said);
  const elsewhere = havingWords(lead.said, corpus).filter(({ reading }) => has(reading));
  const [, ...others] = onceEach([lead.said, ...all, ...elsewhere]);
  // Where a moderator said that nobody is to be named, no other article names anybody.
  const isSettled = line.speaker !== undefined || line.isCorrected === true;
  const named = isSettled ? undefined : all.find((said) => speakerOf(said) !== undefined);
  const speaker = line.speaker ?? (named && speakerOf(named));
  return {
    ...line,
    ...(speaker === undefined ? {} : { speaker }),
    ...(named?.isCorrected ? { isCorrected: true } : {}),
    alsoIn: others
      .slice(0, MOST_SOURCES)
      .map(({ reading, span: words }) => cite(reading.article, words)),
    disputed: findDispute([lead.said, ...others], corpus),
  };
}

/** All who are quoted with just these words, if they are too many for chance. */
const havingWords = (
  { reading: { article }, parts }: Utterance,
  corpus: Corpus,
): readonly Utterance[] =>
  parts.map((part) => slice(article.body, part)).flatMap(havingPart(corpus));

/** What a hundred papers print is looked up in each of them, so it is remembered for a while. */
const havingPart = remembered((corpus: Corpus) =>
  rememberedLately((part: string): readonly Utterance[] => {
    const words = readWords(part);
    if (words.length < TELLING) return [];
    const text = textOf(words);
    const hash = hashWord(text);
    const readings = corpus.quoting(hash);
    // Mostly that is the utterance itself.
    if (readings.length < 2) return [];
    // Most papers print it letter for letter; only of others need the words be read.
    const isSame = (other: string): boolean => other === part || textOf(readWords(other)) === text;
    return [...new Set(readings)]
      .flatMap((reading) => utterancesWith(reading, hash))
      .filter(({ reading, parts }) =>
        parts.some((own) => isSame(slice(reading.article.body, own))),
      );
  }, LATELY),
);

const LATELY = 100;

/** A card has no room for more, and that articles differ is plain by then. */
const MOST_GIVEN = 10;

/** To whom articles give the words, where they are several. */
function findDispute(all: readonly Utterance[], corpus: Corpus): readonly GivenTo[] {
  const given = new Map<Figure, GivenTo>();
  for (const said of all) {
    if (given.size === MOST_GIVEN) break;
    const figure = speakingFigure(said, corpus);
    if (figure === undefined || given.has(figure)) continue;
    const speaker = speakerOf(said);
    if (speaker === undefined) continue;
    given.set(figure, {
      name: speaker.name,
      words: cite(said.reading.article, said.span),
      ...(said.isCorrected ? { isCorrected: true } : {}),
    });
  }
  return given.size > 1 ? [...given.values()] : [];
}

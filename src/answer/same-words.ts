import { cite } from '../article/citation.ts';
import type { Corpus, Reading } from '../search/corpus.ts';
import { type Figure, figureOf } from '../search/figures.ts';
import { fold } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';
import { type Span, contains, slice } from '../text/span.ts';
import type { GivenTo, QuotationLine } from './answer.ts';
import { type Ranked, speakerOf, toLine } from './quotation-line.ts';
import type { Selection } from './selection.ts';
import { type Utterance, isSurelyBy, utterancesIn } from './utterance.ts';

// The same words reported by several articles, put together.

/** So many words are no chance: whoever has them quotes the same utterance. */
const TELLING = 5;

/** So many of the best are compared with each other. */
const MOST_COMPARED = 300;

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
  const byRun = new Map<string, Set<number>>();
  for (const one of withoutHusks(ranked.slice(0, MOST_COMPARED))) {
    const runs = runsOf(one.said);
    const near = new Set(runs.flatMap((run) => [...(byRun.get(run) ?? [])]));
    const known = [...near].find((place) => areSame(bunches[place]?.lead, one, corpus));
    const at = known ?? bunches.length;
    bunches[at] = joined(bunches[at], one);
    for (const run of runs) byRun.set(run, (byRun.get(run) ?? new Set()).add(at));
  }
  return bunches.slice(0, most).map((bunch) => toMergedLine(bunch, corpus, selection));
}

function joined(bunch: Bunch | undefined, one: Ranked): Bunch {
  if (bunch === undefined) return { lead: one, members: [one] };
  const { lead, members } = bunch;
  return { lead: isBetter(one.said, lead.said) ? one : lead, members: [...members, one] };
}

/** The words of each part. */
const partsOf = remembered(({ reading, parts }: Utterance): readonly string[][] =>
  parts.map(
    (part) =>
      fold(slice(reading.article.body, part))
        .replace(/'/gu, '')
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  ),
);

const wordsOf = (said: Utterance): readonly string[] => partsOf(said).flat();

/** What was said before what was reported of it, and more of it before less. */
function isBetter(one: Utterance, other: Utterance): boolean {
  if (one.manner !== other.manner) return one.manner === 'direct';
  return wordsOf(one).length > wordsOf(other).length;
}

/** Without reported clauses of which a better one has the words between marks: `that it was “a lie”`. */
function withoutHusks(ranked: readonly Ranked[]): readonly Ranked[] {
  const direct = new Map<Reading, Span[]>();
  return ranked.filter(({ said: { reading, manner, span: words } }) => {
    const before = direct.get(reading) ?? [];
    if (manner === 'direct') direct.set(reading, [...before, words]);
    return manner === 'direct' || !before.some((inner) => contains(words, inner));
  });
}

/** All runs of so many words that none is shared by chance; of fewer words all of them. */
function runsOf(said: Utterance): readonly string[] {
  const words = wordsOf(said);
  if (words.length <= TELLING) return [words.join(' ')];
  return words
    .slice(0, words.length - TELLING + 1)
    .map((_, at) => words.slice(at, at + TELLING).join(' '));
}

/**
 * Whether one has all the words of the other, or all of one of its parts, and nothing tells that
 * somebody else spoke. Of a few words, all must be the same, and by the same speaker.
 */
function areSame(lead: Ranked | undefined, { said }: Ranked, corpus: Corpus): boolean {
  if (lead === undefined || lead.said.manner !== said.manner) return false;
  const [a, b] = [lead.said, said];
  const [one, other] = [speakingFigure(a, corpus), speakingFigure(b, corpus)];
  if (textOf(wordsOf(a)) === textOf(wordsOf(b)))
    return wordsOf(a).length >= TELLING || (one === other && one !== undefined);
  const mayBeOne = one === other || one === undefined || other === undefined;
  return mayBeOne && (hasPartOf(a, b) || hasPartOf(b, a));
}

const textOf = (words: readonly string[]): string => ` ${words.join(' ')} `;

const hasPartOf = (whole: Utterance, other: Utterance): boolean =>
  tellingParts(other).some((part) => textOf(wordsOf(whole)).includes(textOf(part)));

const tellingParts = (said: Utterance): readonly string[][] =>
  partsOf(said).filter((part) => part.length >= TELLING);

/** Who spoke, as one figure over all articles, where that is sure. */
export function speakingFigure(said: Utterance, corpus: Corpus): Figure | undefined {
  const { reading, speaker } = said;
  const entity = speaker?.entity;
  return entity !== undefined && isSurelyBy(speaker, entity)
    ? figureOf(corpus, { reading, entity })
    : undefined;
}

function toMergedLine({ lead, members }: Bunch, corpus: Corpus, { has }: Selection): QuotationLine {
  const line = toLine(lead);
  const all = members.map(({ said }) => said);
  const elsewhere = havingWords(lead.said, corpus).filter(({ reading }) => has(reading));
  const others = new Set([...all, ...elsewhere].filter((said) => said !== lead.said));
  const speaker = line.speaker ?? all.map(speakerOf).find((known) => known !== undefined);
  return {
    ...line,
    ...(speaker === undefined ? {} : { speaker }),
    alsoIn: Array.from(others, ({ reading, span: words }) => cite(reading.article, words)),
    disputed: findDispute([lead.said, ...others], corpus),
  };
}

/** All who are quoted with just these words, if they are too many for chance. */
const havingWords = (said: Utterance, corpus: Corpus): readonly Utterance[] =>
  tellingParts(said).flatMap((part) => utterancesByPart(corpus).get(textOf(part)) ?? []);

const utterancesByPart = remembered(
  ({ readings }: Corpus): ReadonlyMap<string, readonly Utterance[]> => {
    const byPart = new Map<string, Utterance[]>();
    for (const said of readings.flatMap(utterancesIn))
      for (const part of tellingParts(said)) {
        const others = byPart.get(textOf(part));
        if (others === undefined) byPart.set(textOf(part), [said]);
        else others.push(said);
      }
    return byPart;
  },
);

/** Each to whom some article gives the words, where they are several. */
function findDispute(all: readonly Utterance[], corpus: Corpus): readonly GivenTo[] {
  const given = new Map<Figure, GivenTo>();
  for (const said of all) {
    const [figure, speaker] = [speakingFigure(said, corpus), speakerOf(said)];
    if (figure === undefined || speaker === undefined || given.has(figure)) continue;
    given.set(figure, { name: speaker.name, words: cite(said.reading.article, said.span) });
  }
  return given.size > 1 ? [...given.values()] : [];
}

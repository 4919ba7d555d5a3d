import type { CastText } from '../../cast/cast.ts';
import { speechFrame } from '../../lexicon/speech-frames.ts';
import type { Phrase } from '../../syntax/phrases.ts';
import { subjectAfter } from '../../syntax/subjects.ts';
import { sentenceAround, sourceOf } from './source.ts';
import { isVerbHere } from '../verb.ts';

// Some papers write ''We tried'' with two apostrophes for each mark. These are no sure quotation
// marks, since apostrophes meet by chance, so that what stands between them is taken as reported.

/** Words between doubled apostrophes, in tokens `[first, last)`, marks included. */
export interface Between {
  readonly first: number;
  readonly last: number;
}

/** For each token the stretch between doubled apostrophes that it stands in. */
export type DoubledMarks = ReadonlyMap<number, Between>;

const NONE: DoubledMarks = new Map();

/** The stretches between doubled apostrophes, which open and close by turns in a paragraph. */
export function findDoubledMarks(text: CastText): DoubledMarks {
  const { document } = text;
  if (!document.text.includes("''") && !document.text.includes('’’')) return NONE;
  const found = new Map<number, Between>();
  let open: number | undefined;
  let paragraph: number | undefined;
  for (let at = 0; at < document.tokens.length; at += 1) {
    const here = document.sentences[document.sentenceOf[at] ?? -1]?.paragraph;
    if (here !== paragraph) open = undefined;
    paragraph = here;
    if (!isDoubled(text, at)) continue;
    if (open === undefined) open = at;
    else {
      const stretch = { first: open, last: at + 2 };
      for (let inner = open; inner < at + 2; inner += 1) found.set(inner, stretch);
      open = undefined;
    }
    at += 1;
  }
  return found;
}

/** Two marks, of which the second may cling to a word: `'` `'`, `'` `'A` */
const isDoubled = ({ document }: CastText, at: number): boolean => {
  const [one, other] = [document.tokens[at], document.tokens[at + 1]];
  const isTwo = /^['’]$/u.test(one?.text ?? '') && /^['’](?!s)/u.test(other?.text ?? '');
  return isTwo && one?.end === other?.start;
};

/** How far behind the closing mark the reporting verb may stand. */
const CUE_REACH = 14;

/** The verb behind a stretch and its source: `''We tried,'' [Ada Vogt] said`, `''…,'' said [she]` */
export function cueBehindMarks(
  text: CastText,
  { last }: Between,
  marks: DoubledMarks,
): { readonly verb: number; readonly source: Phrase } | undefined {
  const { tokens, sentenceOf } = text.document;
  const isOneSentence = sentenceOf[last - 1] === sentenceOf[last];
  if (!isOneSentence && !/^[,?!]$/u.test(tokens[last - 3]?.text ?? '')) return undefined;
  const end = Math.min(sentenceAround(text, last).last, last + CUE_REACH);
  for (let at = last; at < end && !marks.has(at); at += 1) {
    const isCue = speechFrame(tokens[at])?.that === true && isVerbHere(text, at);
    if (!isCue) continue;
    const source = at === last ? subjectAfter(text, at) : sourceOf(text, at);
    if (source === undefined || source.head < last) return undefined;
    return { verb: at, source: { ...source, first: Math.max(source.first, last) } };
  }
  return undefined;
}

/** Where it ends if it goes on behind its cue: `''We tried,'' she said. | ''It failed.''` */
export function endOfMarked(text: CastText, { last }: Between, marks: DoubledMarks): number {
  const { sentences, sentenceOf } = text.document;
  const number = sentenceOf[last] ?? -1;
  const own = sentences[number];
  for (let at = last; at < (own?.last ?? 0); at += 1) {
    const inside = marks.get(at);
    if (inside !== undefined) return endOfMarked(text, inside, marks);
  }
  const next = sentences[number + 1];
  const following = next?.paragraph === own?.paragraph ? marks.get(next?.first ?? -1) : undefined;
  return following === undefined ? last : endOfMarked(text, following, marks);
}

/** The stretch that a verb leads to: `Ada Vogt wrote on Sunday: | ''We tried.''` */
export function markedBehind(
  { document }: CastText,
  verb: number,
  marks: DoubledMarks,
): Between | undefined {
  const { tokens } = document;
  for (let at = verb + 1; at < verb + 8; at += 1) {
    const inside = marks.get(at);
    if (inside !== undefined)
      return /^[,:]$/u.test(tokens[at - 1]?.text ?? '') || at === verb + 1 ? inside : undefined;
    if (/^(?:VERB|AUX)$/u.test(tokens[at]?.pos ?? '') || tokens[at]?.text === '.') return undefined;
  }
  return undefined;
}

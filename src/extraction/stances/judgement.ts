import type { CastText } from '../cast/cast.ts';
import { inflect } from '../lexicon/inflection.ts';
import {
  ANY,
  type BySecondWord,
  type ByThirdWord,
  byThirdWord,
  mayBeThird,
  splitCues,
} from '../lexicon/stance-entry.ts';
import { judgingWords } from '../lexicon/stance-judgements.ts';
import { COPULAS, NAMING_VERBS, NEGATIONS } from '../lexicon/stance-modifiers.ts';
import type { Token } from '../syntax/document.ts';
import type { Stretch } from './target.ts';
import {
  byNumber,
  NO_NUMBER,
  numberOf,
  type NumberedWord,
  type PairFilter,
  pairFilter,
  wordSet,
} from '../../text/word-numbers.ts';

/** Words that judge, and which way: 1 for, -1 against. */
export interface Judgement extends Stretch {
  readonly sign: 1 | -1;
  /** They judge wherever they stand, not only where they are said of something. */
  readonly isTelling: boolean;
}

/** The words after the first, and what all of them say. */
type Phrasing<Value> = readonly [rest: readonly string[], value: Value];

/** Phrases by their first word, the longest first; those of a known second word with the open ones. */
export interface PhraseBook<Value> {
  readonly openers: readonly string[];
  readonly begunBy: (first: NumberedWord | undefined) => BySecondWord<Phrasing<Value>> | undefined;
  /** The first two words of those whose second word is known. */
  readonly pairs: PairFilter;
}

/** A book of lists whose entries stand between commas; hyphens are cut as the text is. */
export function phraseBook<Value>(
  lists: readonly (readonly [list: string, value: Value])[],
): PhraseBook<Value> {
  const book = new Map<string, Phrasing<Value>[]>();
  for (const [list, value] of lists)
    for (const words of splitCues(list)) {
      const [first = '', ...rest] = words.flatMap((word) =>
        word.split(/(?=-)|(?<=-)|(?=n['’]t$)/u),
      );
      const others = book.get(first) ?? [];
      others.push([rest, value]);
      book.set(first, others);
    }
  const begun = new Map([...book].map(([first, all]) => [first, bySecondWord(all)]));
  const pairs = [...begun].flatMap(([first, { known }]) =>
    [...(known?.keys() ?? [])].map((second) => [numberOf(first), second] as const),
  );
  return {
    openers: [...begun.keys()],
    begunBy: byNumber((first) => begun.get(first)),
    pairs: pairFilter(pairs),
  };
}

function bySecondWord<Value>(all: readonly Phrasing<Value>[]): BySecondWord<Phrasing<Value>> {
  const longestFirst = all.toSorted((a, b) => b[0].length - a[0].length);
  const goingOnWith = (word: string): ByThirdWord<Phrasing<Value>> =>
    byThirdWord(
      longestFirst.filter(([[second = ANY]]) => second === word || second === ANY),
      ([rest]) => rest,
    );
  const seconds = new Set(all.map(([[second = ANY]]) => second));
  seconds.delete(ANY);
  return {
    open: goingOnWith(ANY),
    known:
      seconds.size > 0
        ? new Map([...seconds].map((second) => [numberOf(second), goingOnWith(second)]))
        : undefined,
  };
}

/** Words of a text that a phrase of a book stands for. */
export interface Found<Value> extends Stretch {
  readonly value: Value;
}

/** The longest phrase of a book that begins at a token and fits there. */
export function phraseAt<Value>(
  { document }: CastText,
  at: number,
  book: PhraseBook<Value>,
  fits: (found: Found<Value>) => boolean = () => true,
): Found<Value> | undefined {
  const { tokens } = document;
  const begun = book.begunBy(tokens[at]);
  if (begun === undefined) return undefined;
  const next = tokens[at + 1];
  const known = book.pairs.mayHold(tokens[at], next) ? begun.known : undefined;
  const list = known?.get(next?.number ?? NO_NUMBER) ?? begun.open;
  if (!mayBeThird(list, tokens[at + 2])) return undefined;
  for (const [rest, value] of list.entries) {
    if (!stand(tokens, at + 1, rest)) continue;
    const found = { first: at, last: at + 1 + rest.length, value };
    if (fits(found)) return found;
  }
  return undefined;
}

/** Whether words stand one after another; `*` is any one word. */
function stand(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  let next = at;
  for (const word of words) {
    const token = tokens[next];
    if (token?.lower !== word && !(word === '*' && /^\p{L}/u.test(token?.text ?? ''))) return false;
    next += 1;
  }
  return true;
}

const judgements = phraseBook(
  judgingWords.map(({ words, sign, isTelling }) => [words, { sign, isTelling }] as const),
);

/** The judging words that begin at a token, the longest. */
export function judgementAt(text: CastText, at: number): Judgement | undefined {
  if (text.names.at[at] !== undefined) return undefined;
  const found = phraseAt(text, at, judgements);
  return found && { first: found.first, last: found.last, ...found.value };
}

/** The judgements between two tokens. */
export function judgementsIn(text: CastText, from: number, to: number): Judgement[] {
  const found: Judgement[] = [];
  for (let at = from; at < to; at += 1) {
    const judgement = judgementAt(text, at);
    if (judgement === undefined) continue;
    found.push(judgement);
    at = judgement.last - 1;
  }
  return found;
}

/** Whether a negation stands up to four tokens before. */
export function isNegated({ document }: CastText, first: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - 4); at -= 1) {
    const word = document.tokens[at]?.lower ?? '';
    if (/^[,;:.“”"]$/u.test(word)) return false;
    if (NEGATIONS.has(word))
      return !/^(?:only|just|merely|simply)$/u.test(document.tokens[at + 1]?.lower ?? '');
  }
  return false;
}

const STOPS = new Set([';', ':', '.', ',']);
const ANOTHER_CLAUSE = new Set(['VERB', 'CCONJ', 'SCONJ']);
const COMPARING = wordSet(['of', 'than', 'as', 'like']);

/** The copula that leads to a judgement: `is | the worst deal`; none over a clause's end. */
export function copulaBefore({ document }: CastText, first: number): number | undefined {
  for (let at = first - 1; at >= Math.max(0, first - 7); at -= 1) {
    const token = document.tokens[at];
    if (token === undefined || document.sentenceOf[at] !== document.sentenceOf[first])
      return undefined;
    if (COPULAS.holds(token) && token.pos !== 'PART') return at;
    if (
      STOPS.has(token.text) ||
      ANOTHER_CLAUSE.has(token.pos) ||
      (token.pos === 'ADP' && !COMPARING.holds(token))
    )
      return undefined;
  }
  return undefined;
}

const naming = new Map<string, string[]>();
for (const [verb, link] of NAMING_VERBS)
  for (const form of inflect(verb)) naming.set(form, [...(naming.get(form) ?? []), link]);

/** The words that a judgement may begin with. */
export const JUDGEMENT_OPENERS: readonly string[] = judgements.openers;

/** The words that a naming may begin with. */
export const NAMING_OPENERS: readonly string[] = [...naming.keys()];

/** The words that may link a naming verb to its judgement: '' for `call`, `as` for `describe`. */
export const namingLinks = (form: string): readonly string[] | undefined => naming.get(form);

import { AUDIENCES, type Cue, CUES } from '../lexicon/gathering-cues.ts';
import type { Token } from '../syntax/document.ts';
import { isGrounded } from './grounded.ts';
import type { Run } from './guest.ts';
import { type Element, readPattern } from './pattern.ts';
import type { Scene } from './scene.ts';
import { byNumber, NO_NUMBER, numberOf, wordSet } from '../../text/word-numbers.ts';

/** A construction found in the text. */
export interface Finding extends Run {
  readonly cue: Cue;
  /** The occasion among its words, if the pattern has a place for one. */
  readonly occasion: number | undefined;
  /** The noun phrase among its words, if the pattern has a place for one. */
  readonly phrase: Run | undefined;
}

interface Compiled {
  readonly cue: Cue;
  readonly elements: readonly Element[];
  /** The guests may stand before it, so that it must be a verb. */
  readonly isVerbal: boolean;
}

/** Patterns that may begin with one word. */
interface Begun {
  readonly all: Compiled[];
  /** Those that any word may go on with. */
  readonly open: Compiled[];
  /** Those that a word goes on with, by its number, and the open ones, in the order of all. */
  readonly bySecond: Map<number, Compiled[]>;
}

/** Patterns by the words that they may begin with; `^` and its next word begin one too. */
const byFirstWord = new Map<string, Begun>();
for (const cue of CUES) {
  const elements = readPattern(cue.pattern);
  const first = elements.findIndex(({ kind }) => kind !== 'start');
  for (const word of wordsAt(elements, first).words) {
    const begun = byFirstWord.get(word) ?? { all: [], open: [], bySecond: new Map() };
    byFirstWord.set(word, begun);
    const pattern = { cue, elements, isVerbal: cue.guests !== 'after' };
    addTo(begun, pattern, secondWords(elements, first, word));
  }
}

function addTo(
  { all, open, bySecond }: Begun,
  pattern: Compiled,
  seconds: ReadonlySet<string> | undefined,
): void {
  const numbers = seconds && new Set([...seconds].map(numberOf));
  for (const second of numbers ?? []) if (!bySecond.has(second)) bySecond.set(second, [...open]);
  for (const [second, patterns] of bySecond)
    if (numbers?.has(second) ?? true) patterns.push(pattern);
  if (seconds === undefined) open.push(pattern);
  all.push(pattern);
}

const begunBy = byNumber((word) => byFirstWord.get(word));

/** The words that may stand where an element does, and whether one of them must. */
function wordsAt(
  elements: readonly Element[],
  index: number,
): { words: readonly string[]; isAll: boolean } {
  const element = elements[index];
  if (element?.kind !== 'words') return { words: [], isAll: false };
  if (!element.isOptional) return { words: [...element.words], isAll: true };
  const { words, isAll } = wordsAt(elements, index + 1);
  return { words: [...element.words, ...words], isAll };
}

/** The words of which one must follow the word that a pattern begins with. */
function secondWords(
  elements: readonly Element[],
  first: number,
  word: string,
): ReadonlySet<string> | undefined {
  const element = elements[first];
  if (element?.kind !== 'words') return new Set();
  const here = element.words.has(word) ? wordsAt(elements, first + 1) : { words: [], isAll: true };
  const later = element.isOptional ? secondWords(elements, first + 1, word) : new Set<string>();
  return here.isAll && later !== undefined ? new Set([...here.words, ...later]) : undefined;
}

/** The constructions of a text in order; of several from one token, the longest. */
export function findCues(scene: Scene): Finding[] {
  const { tokens, quotedOf } = scene.text.document;
  const found: Finding[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const begun = begunBy(tokens[at]);
    if (begun === undefined || (quotedOf[at] ?? -1) >= 0) continue;
    const best = longestOf(scene, thatGoOn(begun, tokens[at + 1]), at);
    if (best !== undefined) found.push(best);
  }
  return found;
}

function longestOf(scene: Scene, patterns: readonly Compiled[], at: number): Finding | undefined {
  const { tokens } = scene.text.document;
  const mayFollowGuests = isVerb(tokens[at], tokens[at + 1]);
  let longest: Finding | undefined;
  for (const pattern of patterns) {
    if (pattern.isVerbal && !mayFollowGuests) continue;
    const found = match(scene, pattern, at);
    if (found === undefined || found.last <= (longest?.last ?? at - 1)) continue;
    if (isGrounded(scene, found)) longest = found;
  }
  return longest;
}

/** Not `host` in `the host, Ann Lee`, nor `closed` in `closed-door`. */
const isVerb = (token: Token | undefined, next: Token | undefined): boolean =>
  token !== undefined &&
  token.pos !== 'NOUN' &&
  token.pos !== 'PROPN' &&
  token.pos !== 'DET' &&
  next?.text !== '-';

/** The patterns that the next word leaves; an adverb may stand before the second one. */
const thatGoOn = ({ all, open, bySecond }: Begun, next: Token | undefined): readonly Compiled[] =>
  next?.pos === 'ADV' ? all : (bySecond.get(next?.number ?? NO_NUMBER) ?? open);

interface Progress {
  readonly at: number;
  readonly occasion: number | undefined;
  readonly phrase: Run | undefined;
}

function match(scene: Scene, { cue, elements }: Compiled, first: number): Finding | undefined {
  const end = matchFrom(scene, elements, 0, { at: first, occasion: undefined, phrase: undefined });
  return end && { cue, first, last: end.at, occasion: end.occasion, phrase: end.phrase };
}

function matchFrom(
  scene: Scene,
  elements: readonly Element[],
  index: number,
  progress: Progress,
): Progress | undefined {
  const element = elements[index];
  if (element === undefined) return progress;
  if (element.kind === 'gap') return matchGap(scene, elements, index, progress);
  if (element.kind === 'words' && element.isOptional) {
    const after = matchOne(scene, element, progress);
    const taken = after && matchFrom(scene, elements, index + 1, after);
    return taken ?? matchFrom(scene, elements, index + 1, progress);
  }
  const next = matchOne(scene, element, progress) ?? afterAdverb(scene, element, index, progress);
  return next && matchFrom(scene, elements, index + 1, next);
}

/** `was | not | politely | turned`: an adverb may stand between any two words of a pattern. */
function afterAdverb(
  scene: Scene,
  element: Element,
  index: number,
  progress: Progress,
): Progress | undefined {
  const token = scene.text.document.tokens[progress.at];
  const isAdverb = token?.pos === 'ADV' && !/^(?:not|n't|never)$/u.test(token.lower);
  if (index === 0 || !isAdverb || element.kind === 'start') return undefined;
  return matchOne(scene, element, movedTo(progress.at + 1, progress));
}

const movedTo = (at: number, { occasion, phrase }: Progress): Progress => ({
  at,
  occasion,
  phrase,
});

/** At most so many words stand for a `*`. */
const LONGEST_GAP = 9;

function matchGap(
  scene: Scene,
  elements: readonly Element[],
  index: number,
  { at, occasion }: Progress,
): Progress | undefined {
  const { tokens, sentenceOf } = scene.text.document;
  const next = elements[index + 1];
  for (let end = at; end <= at + LONGEST_GAP; end += 1) {
    const token = tokens[end];
    if (mayGoOn(next, token)) {
      const phrase = { first: at, last: end };
      const found = matchFrom(scene, elements, index + 1, { at: end, occasion, phrase });
      if (found !== undefined) return found;
    }
    if (token === undefined || STOPS.holds(token) || sentenceOf[end] !== sentenceOf[at])
      return undefined;
  }
  return undefined;
}

const STOPS = wordSet([';', ':', '.']);

/** A first test, which most words in a gap fail; an adverb may stand before the one that fits. */
const mayGoOn = (element: Element | undefined, token: Token | undefined): boolean =>
  element?.kind !== 'words' ||
  element.isOptional ||
  (token !== undefined && (token.pos === 'ADV' || element.words.has(token.lower)));

function matchOne(scene: Scene, element: Element, progress: Progress): Progress | undefined {
  const { document, phrases } = scene.text;
  const { at } = progress;
  const token = document.tokens[at];
  switch (element.kind) {
    case 'start':
      return document.sentences[document.sentenceOf[at] ?? -1]?.first === at ? progress : undefined;
    case 'words':
      return token !== undefined && element.words.has(token.lower)
        ? movedTo(at + 1, progress)
        : undefined;
    case 'event':
      return matchEvent(scene, progress);
    case 'audience': {
      const phrase = phrases.at[at];
      if (phrase === undefined || !isAudience(scene, phrase)) return undefined;
      return { at: phrase.last, occasion: progress.occasion, phrase };
    }
    case 'phrase': {
      const phrase = phrases.at[at];
      if (phrase?.first !== at) return undefined;
      return { at: phrase.last, occasion: progress.occasion, phrase };
    }
    case 'gap':
      return undefined;
    default:
      return element satisfies never;
  }
}

/** `[attended] the second round`: the words up to the noun, whatever stands before it. */
function matchEvent(
  { text, occasionAt, occasions }: Scene,
  progress: Progress,
): Progress | undefined {
  const phrase = text.phrases.at[progress.at];
  if (phrase === undefined) return undefined;
  for (let at = phrase.first; at < phrase.last; at += 1) {
    const index = occasionAt[at] ?? -1;
    const occasion = occasions[index];
    if (occasion !== undefined && !occasion.isVerb)
      return { at: occasion.last, occasion: index, phrase: undefined };
  }
  return undefined;
}

function isAudience({ text }: Scene, { first, last }: Run): boolean {
  for (let at = first; at < last; at += 1)
    if (AUDIENCES.holds(text.document.tokens[at])) return true;
  return false;
}

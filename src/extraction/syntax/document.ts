import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import type { Article } from '../../article/article.ts';
import { blankMarkup } from '../../article/markup.ts';
import { findSentences } from '../../text/sentences.ts';
import { findQuotedStretches, type QuotedStretch } from '../../text/quotation-marks.ts';
import { startsLower, startsUpper } from '../../text/letters.ts';
import { rememberedWords } from '../../text/remembered.ts';
import type { Span } from '../../text/span.ts';
import { numberOf, type NumberedWord } from '../../text/word-numbers.ts';
import { LONGEST_WORD, calm } from './calm.ts';

// Its sentences (`sbd`) are left out: they are not read here, and no tag depends on them.
const wink = winkNLP(model, ['pos']);
// oxlint-disable-next-line typescript/unbound-method -- wink takes these plain functions by reference
const { value: itsValue, pos: itsPos, uniqueId: itsNumber } = wink.its;

/**
 * Whether wink's lexicon has the word in lower case, as ordinary English; names are mostly not there.
 * What it does not have it numbers behind the last of its own words.
 */
export const isOrdinaryWord = rememberedWords(
  (word: string): boolean => winkNumberOf(word) < OWN_WORDS,
);

const winkNumberOf = (word: string): number =>
  Number(wink.readDoc(calm(word)).tokens().itemAt(0).out(itsNumber));

const OWN_WORDS = winkNumberOf('qqzzxq');

/** A word or a mark as it is written. */
interface Form extends NumberedWord {
  readonly text: string;
  /** Whether it begins with a capital or with a small letter; neither, if with no letter that has a case. */
  readonly isUpper: boolean;
  readonly isLower: boolean;
}

/** A form where it stands, with its part of speech (Universal POS tags: NOUN, PROPN, VERB, AUX, …). */
export interface Token extends Form, Span {
  readonly pos: string;
}

export interface Sentence extends Span {
  /** From 0. */
  readonly paragraph: number;
  /** Its tokens: `[first, last)`. */
  readonly first: number;
  readonly last: number;
}

/** An article taken apart for reading. Spans count in the body; tokens are counted from 0. */
export interface Document {
  readonly article: Article;
  /** The body with its markup blanked: same length, same offsets. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quoted: readonly QuotedStretch[];
  /** For each token the index of its sentence. */
  readonly sentenceOf: Int32Array;
  /** For each token the index of the quoted stretch it stands in, or -1. */
  readonly quotedOf: Int32Array;
}

export function openDocument(article: Article): Document {
  const text = blankMarkup(article.body);
  const tokens = tokenize(text);
  const sentences = placeSentences(text, article.paragraphs, tokens);
  const quoted = findQuotedStretches(text, article.paragraphs, article.body);
  return {
    article,
    text,
    tokens,
    sentences,
    quoted,
    sentenceOf: indexTokens(tokens.length, sentences),
    quotedOf: indexQuoted(tokens, quoted),
  };
}

/**
 * wink gives no offsets, so each token is looked for from where the last one ended. Two of its
 * habits are mended: it breaks words at letters beyond Latin-1 (`Erdemo|ğlu`), and it parts `'s`
 * from most names but not from all.
 */
export function tokenize(body: string): Token[] {
  const tokens: Token[] = [];
  const text = body.replaceAll('’', "'");
  const collection = wink.readDoc(calm(text)).tokens();
  const tags = collection.out(itsPos);
  const numbers = collection.out(itsNumber);
  let cursor = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    const number = Number(numbers[index]);
    const form = forms[number] ?? newForm(number, collection.itemAt(index).out(itsValue));
    const start = placeOf(form.text, text, cursor);
    if (start < 0) continue;
    cursor = start + form.text.length;
    const last = tokens[tokens.length - 1];
    if (last !== undefined && isOneWord(text, last, start)) {
      tokens[tokens.length - 1] = toToken(
        toForm(text.slice(last.start, cursor)),
        last.start,
        last.pos,
      );
    } else addToken(tokens, toToken(form, start, tags[index] ?? 'X'));
  }
  return tokens;
}

/** Where a word stands next: mostly right here or behind one space, else it is searched for. */
function placeOf(word: string, text: string, from: number): number {
  const here = text.charAt(from) === ' ' ? from + 1 : from;
  return text.startsWith(word, here) ? here : text.indexOf(word, from);
}

/** wink numbers the forms of its lexicon and behind them those that it meets: for so many, ours are kept. */
const MOST_FORMS = OWN_WORDS + 50_000;
const forms = Array.from<Form | undefined>({ length: MOST_FORMS });

function newForm(number: number, text: string): Form {
  const form = toForm(text);
  if (number < MOST_FORMS) forms[number] = form;
  return form;
}

function toForm(text: string): Form {
  const lower = text.toLowerCase();
  const number = numberOf(lower);
  return { text, lower, number, isUpper: startsUpper(text), isLower: startsLower(text) };
}

/** Whether a token goes on with the word before it, at a letter that wink does not know. */
function isOneWord(text: string, { start: first, end }: Token, start: number): boolean {
  if (end !== start || end - first > LONGEST_WORD) return false;
  const before = text.charAt(start - 1);
  const after = text.charAt(start);
  return (before > 'ÿ' || after > 'ÿ') && isLetter(before) && isLetter(after);
}

const isLetter = (character: string): boolean => /[\p{L}\p{M}]/u.test(character);

/** Adds `Trump's` at the head of a sentence as `Trump` + `'s`. */
function addToken(tokens: Token[], token: Token): void {
  const owner = ownerIn(token);
  if (owner === undefined) {
    tokens.push(token);
    return;
  }
  const { text, start, pos } = token;
  tokens.push(
    toToken(toForm(owner), start, pos),
    toToken(toForm(text.slice(owner.length)), start + owner.length, 'PART'),
  );
}

function ownerIn({ text, pos }: Token): string | undefined {
  const mayOwn = text.charAt(text.length - 2) === "'" && (pos === 'PROPN' || pos === 'NOUN');
  return mayOwn ? /^(.{2,})'s$/iu.exec(text)?.[1] : undefined;
}

const toToken = (form: Form, start: number, pos: string): Token => ({
  start,
  end: start + form.text.length,
  text: form.text,
  lower: form.lower,
  number: form.number,
  isUpper: form.isUpper,
  isLower: form.isLower,
  pos,
});

function placeSentences(
  text: string,
  paragraphs: readonly Span[],
  tokens: readonly Token[],
): Sentence[] {
  const sentences: Sentence[] = [];
  let at = 0;
  for (const [paragraph, found] of findSentences(text, paragraphs).entries())
    for (const { start, end } of found) {
      while (at < tokens.length && (tokens[at]?.start ?? 0) < start) at += 1;
      const first = at;
      while (at < tokens.length && (tokens[at]?.start ?? 0) < end) at += 1;
      sentences.push({ start, end, paragraph, first, last: at });
    }
  return sentences;
}

function indexTokens(count: number, sentences: readonly Sentence[]): Int32Array {
  const index = new Int32Array(count).fill(-1);
  for (const [number, { first, last }] of sentences.entries()) index.fill(number, first, last);
  return index;
}

function indexQuoted(tokens: readonly Token[], quoted: readonly QuotedStretch[]): Int32Array {
  const index = new Int32Array(tokens.length).fill(-1);
  let at = 0;
  for (const [number, { outer }] of quoted.entries()) {
    while (at < tokens.length && (tokens[at]?.start ?? 0) < outer.start) at += 1;
    while (at < tokens.length && (tokens[at]?.start ?? 0) < outer.end) {
      index[at] = number;
      at += 1;
    }
  }
  return index;
}

import { sentenceAt } from '../../search/sentence-place.ts';
import { type AskedHolder, askedHolder, fitHolder } from './holder.ts';
import { type AskedEndings, areTurned, askedEndings } from './turn.ts';
import { articleWords, besideHead, firstFrom, wordsIn } from './surroundings.ts';
import { isEnding } from '../../search/lexicon/endings.ts';
import { findNewsWords } from '../../search/lexicon/news-words.ts';
import { findPhraseKin, findWordKin } from '../../search/word-kin.ts';
import { PERSON_NOUNS } from '../../extraction/lexicon/roles.ts';
import { paragraphAt } from '../../article/article.ts';
import type { Corpus, Reading } from '../../search/corpus.ts';
import { findParaphrases } from '../../search/lexicon/paraphrases.ts';
import { findCountryWords } from '../../search/lexicon/peoples.ts';
import { contains, slice, span, type Span } from '../../text/span.ts';
import { contentWords, stem, stems } from '../../text/stems.ts';

// Whether a position is about what is asked: by the words of its target, then of the sentence,
// then of what stands before it, each word by itself, a synonym, or another name of a country.

interface Term {
  readonly own: string;
  /** Stems that may stand for it, and how well. */
  readonly kin: ReadonlyMap<string, number>;
  readonly weight: number;
}

/** What is asked about, word by word. */
export interface AskedTarget {
  readonly endings: AskedEndings;
  /** The same words as a name, for a target that is somebody; `membership for Norway` is none. */
  readonly named?: AskedHolder;
  readonly terms: readonly Term[];
  /** What kind of thing it is: `membership` in `EU membership for Norway`. */
  readonly head?: Term;
  /** Its words with a capital: `NATO`. */
  readonly names: readonly Term[];
  readonly whole: number;
}

/** Words that shape a question and name nothing. */
const SHAPING = new Set(
  stems(
    'new own way idea plan proposal use using having doing whether proposed getting make making possible let letting allow allowing keep keeping',
  ),
);

export function askedTarget(on: string, corpus: Corpus): AskedTarget {
  const weights = new Map(corpus.query(on).terms.map(({ word, weight }) => [stem(word), weight]));
  const words = contentWords(on);
  const head = headOf(on);
  const terms = [...new Set(words)].map((word): Term => {
    const own = stem(word);
    const shaping = SHAPING.has(own) ? 0.3 : own === head ? HEAD : 1;
    return {
      own,
      kin: kinOf(word, words),
      weight: Math.max(weights.get(own) ?? 3, 0.5) * shaping,
    };
  });
  const headTerm = terms.find(({ own }) => own === head);
  const things = terms.filter(({ own }) => !isEnding(own));
  const isThing = (word: string): boolean =>
    things.length === 0
      ? isAskedWord({ terms }, word)
      : !isEnding(word) && isAskedWord({ terms: things }, word);
  const named = RELATION.test(on) ? undefined : askedHolder(on);
  const isNamed =
    things.length === 0 || (named !== undefined && named.kind !== 'body') || isName(on);
  return {
    endings: askedEndings(on, isThing, isNamed),
    ...(named === undefined ? {} : { named }),
    terms,
    names: terms.filter(({ own }) => stems(namesIn(on)).includes(own)),
    ...(headTerm === undefined ? {} : { head: headTerm }),
    whole: terms.reduce((sum, { weight }) => sum + weight, 0),
  };
}

/** A thing and what it has to do with another; an `of` may be part of a name. */
const RELATION = /\s(?:on|in|for|to|with|from|by|through|into|over|under|between|against|near)\s/u;

/** What the asked thing is tells more than what it is for or of. */
const HEAD = 1.6;

const PREPOSITION =
  /\s(?:of|on|in|for|to|with|from|at|by|through|into|over|under|between|against|near|about|without)\s/iu;

/** The stem of `membership` in `EU membership for Norway`, of `dam` in `building a dam near Veere`. */
function headOf(on: string): string | undefined {
  const [phrase = ''] = on.split(PREPOSITION);
  const [last] = contentWords(phrase).slice(-1);
  return last === undefined ? undefined : stem(last);
}

const isName = (words: string): boolean => /^\p{Lu}\S*(?:\s+\p{Lu}\S*)*\s*$/u.test(words);

const KIN = 0.75;

/** What the lists of words for this field say counts for more than what any text may mean. */
function kinOf(word: string, asked: readonly string[]): ReadonlyMap<string, number> {
  const kin = new Map(findWordKin(word));
  const at = asked.indexOf(word);
  for (const pair of [asked.slice(Math.max(0, at - 1), at + 1), asked.slice(at, at + 2)])
    if (pair.length === 2) for (const key of findPhraseKin(pair.join(' '))) kin.set(key, KIN);
  for (const other of [...findParaphrases(word), ...findCountryWords(word), ...findNewsWords(word)])
    for (const key of stems(other)) kin.set(key, Math.max(kin.get(key) ?? 0, KIN));
  return kin;
}

/** What a word is worth by where it stands. */
const IN_TARGET = 1;
const IN_SENTENCE = 0.6;
const BEFORE = 0.45;
const IN_PARAGRAPH = 0.4;
const BESIDE_ITS_HEAD = 0.5;
const IN_ARTICLE = 0.25;

export interface TargetFit {
  /** How much of what is asked stands in the target or around it, from 0 to 1. */
  readonly score: number;
  /** How much stands in the target itself. */
  readonly inside: number;
  /** How much of the target is what is asked, and not something else. */
  readonly covered: number;
  /** Whether the target itself is such a thing, and does not only speak of one: `patrols without a ban`. */
  readonly isOfKind: boolean;
  /** One is the end of the other: asked about the wall, it is about a ban on it. */
  readonly isTurned: boolean;
}

const WHOLE: TargetFit = { score: 1, inside: 1, covered: 1, isOfKind: true, isTurned: false };
const NO_FIT: TargetFit = { score: 0, inside: 0, covered: 0, isOfKind: false, isTurned: false };

/**
 * How well a target, seen with its surroundings, is what is asked about.
 * @param leastInside how much must stand in the target itself for the rest to be looked at
 */
export function fitTarget(
  asked: AskedTarget,
  reading: Reading,
  target: Span,
  sentence: Span,
  leastInside = 0,
): TargetFit {
  const words = slice(reading.article.body, target);
  if (namesAsked(asked, reading, target))
    return { ...WHOLE, isTurned: areTurned(asked.endings, words) };
  if (asked.whole === 0) return NO_FIT;
  const inside = Math.max(
    sumOf(asked, (term) => presence(term, wordsIn(reading, target))),
    insideMeant(asked, reading, target),
  );
  if (inside < leastInside) return { ...NO_FIT, inside };
  const places = placesOf(reading, target, sentence);
  const score = sumOf(asked, (term) => bestPresence(term, places));
  const worth = isOther(asked, words) ? OTHER : 1;
  const isOfKind = worth === 1 && isHeadIn(asked, words);
  return {
    score: score * worth,
    inside,
    covered: coverage(asked, words),
    isOfKind,
    isTurned: areTurned(asked.endings, words),
  };
}

/** What a position on a thing of another name is worth. */
const OTHER = 0.6;

function isHeadIn({ head }: AskedTarget, target: string): boolean {
  const [phrase = ''] = target.split(PREPOSITION);
  return head === undefined || presence(head, new Set(stems(phrase))) > 0;
}

/** `EU membership`, where `NATO membership` is asked about: a name is missing and another there. */
function isOther({ names, terms }: AskedTarget, target: string): boolean {
  const own = new Set(stems(target));
  if (names.every((name) => presence(name, own) > 0)) return false;
  const isAsked = (key: string): boolean =>
    terms.some((term) => presence(term, new Set([key])) > 0);
  return !stems(namesIn(target)).every(isAsked);
}

/** The words with a capital. */
const namesIn = (words: string): string => words.match(/\p{Lu}[\p{L}.’'-]*/gu)?.join(' ') ?? '';

/** Of what is asked, so much stands in what `the dam` or `this rule` is called elsewhere. */
const MEANT = 0.6;

/** `the dam`, `such a rule`: no more than a noun, which the article has named more fully elsewhere. */
const BARE = /^(?:the|this|that|these|those|such(?: an?)?|both)(?: new)? \p{Ll}[\p{Ll}-]+$/u;

/** Texts that may be for something or for its end. */
const DECIDES =
  /(?:bills?|measures?|resolutions?|legislation|laws?|amendments?|motions?|rules?|orders?|letters?|petitions?|lawsuits?|suits?|rulings?|decisions?|cases?|votes?|plans?|proposals?|efforts?|moves?|campaigns?|pushe?s?)$/u;

function insideMeant(asked: AskedTarget, reading: Reading, target: Span): number {
  const words = slice(reading.article.body, target);
  if (!BARE.test(words) || PERSON_NOUNS.has(words.slice(words.lastIndexOf(' ') + 1))) return 0;
  const called = besideHead(reading, target);
  const isForEnd = [...called].some(isEnding);
  if (DECIDES.test(words) && isForEnd !== asked.terms.some(({ own }) => isEnding(own))) return 0;
  return MEANT * sumOf(asked, (term) => presence(term, called));
}

/** Whether somebody named or meant in the target is whom the words name. */
function namesAsked({ named }: AskedTarget, reading: Reading, target: Span): boolean {
  if (named === undefined) return false;
  const { mentions } = reading.facts;
  for (let at = firstFrom(mentions, target.start); at < mentions.length; at += 1) {
    const mention = mentions[at];
    if (mention === undefined || mention.span.start >= target.end) return false;
    const { score, isDeputy } = fitHolder(
      named,
      { span: mention.span, entity: mention.entity },
      reading,
    );
    if (score >= 0.9 && !isDeputy && contains(target, mention.span)) return true;
  }
  return false;
}

/** The words of a stretch that are what is asked, or mean whoever is asked about. */
export function placesOfAsked(asked: AskedTarget, reading: Reading, place: Span): Span[] {
  const text = slice(reading.article.body, place);
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap((match) => {
    const [word = ''] = stems(match[0]);
    const isAsked = word !== '' && isAskedWord(asked, word);
    const start = place.start + match.index;
    return isAsked ? [span(start, start + match[0].length)] : [];
  });
  const { mentions } = reading.facts;
  for (let at = firstFrom(mentions, place.start); at < mentions.length; at += 1) {
    const mention = mentions[at];
    if (mention === undefined || mention.span.start >= place.end) break;
    if (mention.kind !== 'name' && namesAsked(asked, reading, mention.span))
      words.push(mention.span);
  }
  return words;
}

const isAskedWord = ({ terms }: Pick<AskedTarget, 'terms'>, word: string): boolean =>
  terms.some((term) => presence(term, new Set([word])) > 0);

/** `the ferry office in Madrid`, asked for ferries → 1/3 */
function coverage({ terms }: AskedTarget, target: string): number {
  const words = [...new Set(stems(target))];
  if (words.length === 0) return 0;
  const hit = words.filter((word) => isAskedWord({ terms }, word));
  return hit.length / words.length;
}

const sumOf = ({ terms, whole }: AskedTarget, worth: (term: Term) => number): number =>
  terms.reduce((sum, term) => sum + term.weight * worth(term), 0) / whole;

/** So many words are compared by their roots; those of a whole article are only looked up. */
const MOST_COMPARED = 120;

function presence({ own, kin }: Term, found: ReadonlySet<string>): number {
  if (found.has(own)) return 1;
  let best = 0;
  if (found.size < kin.size) for (const word of found) best = Math.max(best, kin.get(word) ?? 0);
  else for (const [word, worth] of kin) if (worth > best && found.has(word)) best = worth;
  if (best < KIN && found.size <= MOST_COMPARED)
    for (const word of found) if (isOneRoot(own, word)) return KIN;
  return best;
}

/** `inspection` and `inspect`, `ratif` and `ratifi`: stems that only their ends tell apart. */
const isOneRoot = (a: string, b: string): boolean => {
  const shorter = Math.min(a.length, b.length);
  return (
    shorter >= 5 &&
    Math.abs(a.length - b.length) <= 4 &&
    a.charCodeAt(0) === b.charCodeAt(0) &&
    b.startsWith(a.slice(0, Math.max(5, shorter - 1)))
  );
};

/** A stretch of the article, read only where no other has been found that is worth as much. */
interface Place {
  readonly found: () => ReadonlySet<string>;
  readonly worth: number;
}

function bestPresence(term: Term, places: readonly Place[]): number {
  let best = 0;
  for (const { found, worth } of places)
    if (worth > best) best = Math.max(best, worth * presence(term, found()));
  return best;
}

/** What is worth most comes first. */
function placesOf(reading: Reading, target: Span, sentence: Span): Place[] {
  const { article, facts } = reading;
  const index = sentenceAt(facts.sentences, sentence.start);
  const before = facts.sentences[index - 1];
  const paragraph = article.paragraphs[paragraphAt(article, sentence.start) - 1];
  const isFirst = paragraph !== undefined && before !== undefined && before.end <= paragraph.start;
  const inFront = paragraph && beforeIn(paragraph, sentence);
  return [
    { found: () => wordsIn(reading, target), worth: IN_TARGET },
    { found: () => wordsIn(reading, sentence), worth: IN_SENTENCE },
    { found: () => besideHead(reading, target), worth: BESIDE_ITS_HEAD },
    ...(before === undefined
      ? []
      : [{ found: () => wordsIn(reading, before), worth: isFirst ? IN_PARAGRAPH : BEFORE }]),
    ...(inFront === undefined
      ? []
      : [{ found: () => wordsIn(reading, inFront), worth: IN_PARAGRAPH }]),
    { found: () => articleWords(reading), worth: IN_ARTICLE },
  ];
}

// Most paragraphs are far shorter; of one that goes on and on, each sentence would read all before it.
const LONGEST_BEFORE = 3000;

/** What a paragraph says in front of one of its sentences. */
const beforeIn = ({ start }: Span, sentence: Span): Span =>
  span(Math.max(start, sentence.start - LONGEST_BEFORE), sentence.start);

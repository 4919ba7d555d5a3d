import type { CastText } from '../cast/cast.ts';
import type { Token } from '../syntax/document.ts';
import { isCalendarWord } from '../lexicon/calendar.ts';
import {
  ANOTHER,
  type GatheringKind,
  isWeakNoun,
  kindOfNoun,
  mayNameKind,
  THOUGHT_OF,
  TO_COME,
} from '../lexicon/gathering-nouns.ts';
import type { Phrase } from '../syntax/phrases.ts';
import type { Run } from './guest.ts';
import { readMood } from '../syntax/mood.ts';
import { findNotHeld, isDenied } from './not-held.ts';
import { toneOfMood, verbOccasion } from './occasion-verb.ts';
import { testByNumber } from '../../text/word-numbers.ts';

/** Words that speak of a gathering: a noun phrase, or a verb such as `met`. */
export interface Occasion extends Run {
  readonly kind: GatheringKind;
  /** The noun or the verb. */
  readonly head: number;
  readonly isVerb: boolean;
  readonly sentence: number;
  /** Whether it was held, is to come, is only thought of, or was called off or denied. */
  readonly tone: 'held' | 'to-come' | 'thought-of' | 'not-held';
  /** `the talks`, `this meeting`: one spoken of before, or that everybody knows. */
  readonly isDefinite: boolean;
  /** `a separate meeting`, `the last round`. */
  readonly isAnother: boolean;
}

/** Everything in a text that speaks of a gathering, in order. */
export function findOccasions(text: CastText): Occasion[] {
  const found: Occasion[] = [];
  for (let at = 0; at < text.document.tokens.length; at += 1) {
    if ((text.document.quotedOf[at] ?? -1) >= 0) continue;
    const occasion = nounOccasion(text, at) ?? verbOccasion(text, at);
    if (occasion !== undefined) found.push(occasion);
  }
  if (found.length === 0) return found;
  const notHeld = findNotHeld(text);
  return found.map((occasion) =>
    notHeld.has(occasion.head) || isDenied(text, occasion.head)
      ? { ...occasion, tone: 'not-held' }
      : occasion,
  );
}

/** `the ministerial that closed`: an adjective that stands alone is a noun. */
const mayBeNoun = (token: Token, next: Token | undefined): boolean =>
  token.pos === 'NOUN' ||
  token.pos === 'PROPN' ||
  ((token.lower === 'ministerial' || token.lower === 'plenary') &&
    !/^(?:NOUN|PROPN|ADJ)$/u.test(next?.pos ?? ''));

/** A first test, which most words fail. */
const mayEndOccasion = testByNumber(mayNameKind);

function nounOccasion(text: CastText, at: number): Occasion | undefined {
  const { tokens, sentenceOf } = text.document;
  const token = tokens[at];
  if (token === undefined || !mayEndOccasion(token) || !mayBeNoun(token, tokens[at + 1]))
    return undefined;
  const kind = kindOfNoun(tokens[at - 1]?.lower ?? '', token.lower);
  const phrase = text.phrases.at[at];
  if (kind === undefined || phrase === undefined || !headsPhrase(text, at, phrase))
    return undefined;
  if (
    kindOfNoun('', token.lower) !== undefined &&
    isWeakNoun(token.lower) &&
    !isSupported(text, at, phrase)
  )
    return undefined;
  return {
    kind,
    head: at,
    first: startOfName(text, phrase.first),
    last: at + 1,
    isVerb: false,
    sentence: sentenceOf[at] ?? -1,
    tone: toneOf(text, at, phrase),
    isDefinite: /^(?:the|this|these|that|those|his|her|its|their)$/u.test(
      tokens[phrase.first]?.lower ?? '',
    ),
    isAnother: anyOf(text.document, phrase.first, at, ANOTHER) || tokens[at + 1]?.lower === 'that',
  };
}

/** Takes in what the phrase lost to its left: `a July 10 | meeting`, `a closed | -door lunch`. */
function startOfName({ document, phrases }: CastText, first: number): number {
  const { tokens, sentenceOf } = document;
  let start = beforeQuotation(tokens, first);
  for (let at = start - 1; at >= Math.max(0, first - 6); at -= 1) {
    const token = tokens[at];
    if (token === undefined || sentenceOf[at] !== sentenceOf[first]) break;
    const isHyphened = token.text === '-' || tokens[at + 1]?.text === '-';
    const isDate = isCalendarWord(token) || token.pos === 'NUM';
    const isOwner = /^(?:his|her|its|their|a|an|the|this)$/u.test(token.lower);
    const isArticle = (token.pos === 'DET' || isOwner) && at === start - 1;
    if (!isHyphened && !isDate && !isArticle) break;
    start = isHyphened && token.text !== '-' ? (phrases.at[at]?.first ?? at) : at;
    if (isArticle) break;
  }
  return Math.min(start, first);
}

/** `the | “Politics and Pie” | breakfast`: what it is called in quotation marks. */
function beforeQuotation(tokens: CastText['document']['tokens'], first: number): number {
  if (!/^[”"’']$/u.test(tokens[first - 1]?.text ?? '')) return first;
  for (let at = first - 2; at > first - 9; at -= 1)
    if (/^[“"‘']$/u.test(tokens[at]?.text ?? '')) return at;
  return first;
}

/** The last noun of its phrase, day names aside: not `talks` in `the talks host`. */
function headsPhrase({ document, names }: CastText, at: number, phrase: Phrase): boolean {
  const { tokens } = document;
  if (/^(?:'s|’s|'|’)$/u.test(tokens[at + 1]?.text ?? '')) return false;
  for (let next = at + 1; next < phrase.last; next += 1)
    if (
      names.at[next] === undefined &&
      !isCalendarWord(tokens[next]) &&
      tokens[next]?.pos === 'NOUN' &&
      !/^(?:week|month|year|morning|afternoon|evening|night|day|weekend)$/u.test(
        tokens[next]?.lower ?? '',
      )
    )
      return false;
  return true;
}

/** A weak noun counts with a determiner or owner and where or with whom: `a call with Putin`. */
function isSupported(text: CastText, at: number, phrase: Phrase): boolean {
  const { document, names } = text;
  const { tokens } = document;
  const first = startOfName(text, phrase.first);
  const next = tokens[at + 1]?.lower ?? '';
  if (anyOf(document, first, at, ANOTHER)) return true;
  const hasOwner =
    first < at &&
    (tokens[at - 1]?.text === '’s' ||
      tokens[at - 1]?.text === "'s" ||
      names.at[at - 1] !== undefined);
  const isPlaced =
    /^(?:with|between|before|against|in|at|on|outside|opened|started|began|hosted|held|organised|organized|given|thrown|attended|chaired)$/u.test(
      next,
    ) || isCalendarWord(tokens[at + 1]);
  const governor = tokens[first - 1]?.lower ?? '';
  // `in protest at the price`: why, not where.
  if (first === at && /^(?:in|under|without)$/u.test(governor)) return false;
  // `the funeral of the writer`
  if (kindOfNoun('', tokens[at]?.lower ?? '') === 'ceremony' && next === 'of') return true;
  // `heard arguments`, `held a forum`, `gave a dinner`
  if (/^(?:hear|hears|heard|hearing|hold|holds|held|holding)$/u.test(governor)) return true;
  return hasOwner || isPlaced || (first < at && HOSTING.test(governor));
}

const HOSTING =
  /^(?:at|during|in|after|before|attend(?:ed|s|ing)?|join(?:ed|s|ing)?|open(?:ed|s|ing)?|leads?|led|leading|gives?|given|gave|giving|host(?:ed|s|ing)?|threw|thrown|stag(?:ed|es|ing)|convened|chair(?:ed|s|ing)?|address(?:ed|es|ing)?|organi[sz]ed|left|skip(?:s|ped|ping)|boycott(?:s|ed|ing)?|miss(?:ed|es|ing)?)$/u;

function anyOf(
  { tokens }: CastText['document'],
  first: number,
  end: number,
  list: ReadonlySet<string>,
): boolean {
  for (let at = first; at < end; at += 1) if (list.has(tokens[at]?.lower ?? '')) return true;
  return false;
}

/** What the noun's own words say, then the words that govern it, then the verb of its clause. */
function toneOf(text: CastText, head: number, phrase: Phrase): Occasion['tone'] {
  const { tokens } = text.document;
  if (anyOf(text.document, phrase.first, head, TO_COME)) return 'to-come';
  if (anyOf(text.document, phrase.first, head, THOUGHT_OF)) return 'thought-of';
  const start = startOfName(text, phrase.first);
  const governor = tokens[start - 1]?.lower ?? '';
  const outer = tokens[start - 2]?.lower ?? '';
  if (governor === 'of' && outer === 'ahead') return 'to-come';
  if (/^(?:for|of|to)$/u.test(governor) && WISHES.test(outer)) return 'thought-of';
  if (
    /^(?:without|no|against|want|wants|seek|sought|demand|demanded|propose|proposed|any|called)$/u.test(
      governor,
    )
  )
    return 'thought-of';
  if (governor === 'out' && /^(?:rule[sd]?|ruling)$/u.test(outer)) return 'thought-of';
  if (isOnlyHoped(text, head)) return 'thought-of';
  const verb = nearestVerb(text, phrase.first, head);
  const tone = verb === undefined ? 'held' : toneOfMood(readMood(text, verb));
  // What was said or done at a meeting may be thought of; the meeting is not.
  return tone === 'thought-of' && /^(?:at|in|during)$/u.test(governor) ? 'held' : tone;
}

const HOPES =
  /^(?:hope|possibility|prospect|idea|dream|option|unlikely|possible|impossible|likely|unthinkable|conceivable|inconceivable|imaginable|doubtful|uncertain|premature)$/u;

/** `A meeting between the two is only a [hope]`, `said a summit was [unthinkable]` */
function isOnlyHoped({ document }: CastText, head: number): boolean {
  const { tokens, sentenceOf } = document;
  let isBehindBe = false;
  for (let at = head + 1; at < head + 16 && sentenceOf[at] === sentenceOf[head]; at += 1) {
    const { lower = '.', pos = '', text = '.' } = tokens[at] ?? {};
    if (/^[,;:.]$/u.test(text) || pos === 'VERB') return false;
    if (isBehindBe && HOPES.test(lower)) return true;
    isBehindBe ||= /^(?:is|was|remains|remained|seems|seemed|be)$/u.test(lower);
  }
  return false;
}

const WISHES =
  /^(?:calls?|called|calling|demands?|potential|needs?|push(?:ed|es)?|hopes?|plea|pleas|ask|asks|asked|prospects?|possibility|requests?|idea|idea|open|committed|commitment|opposed|openness|path|way|plans?|bid|wait|waiting|ready|support|appeal|appeals|proposal|date|favor|favour)$/u;

/** The verb that the phrase depends on: the nearest in front of it in its clause, else behind it. */
function nearestVerb({ document }: CastText, first: number, head: number): number | undefined {
  const { tokens, sentences, sentenceOf } = document;
  const sentence = sentences[sentenceOf[head] ?? -1];
  if (sentence === undefined) return undefined;
  for (let at = first - 1; at >= sentence.first; at -= 1) {
    // `a follow-up meeting`: half a word is no verb.
    if (tokens[at]?.pos === 'VERB' && tokens[at + 1]?.text !== '-') return at;
    if (/^(?:[;:]|who|which|that)$/u.test(tokens[at]?.lower ?? '')) break;
  }
  for (let at = head + 1; at < sentence.last; at += 1) {
    if (/^(?:VERB)$/u.test(tokens[at]?.pos ?? '')) return at;
    if (/^[;:]$/u.test(tokens[at]?.text ?? '')) break;
  }
  return undefined;
}

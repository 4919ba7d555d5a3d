import type { Token } from './document.ts';
import type { Name } from './names.ts';
import type { Phrase } from './phrases.ts';
import type { Text } from './text.ts';
import { CALENDAR_WORDS, isCalendarWord } from '../lexicon/calendar.ts';
import { PEOPLE_NOUNS, PERSON_NOUNS } from '../lexicon/roles.ts';
import { testByNumber, wordSet } from '../../text/word-numbers.ts';

// Who does what, without a parser: the noun phrase before a verb, over what may stand between.

const PREPOSITIONS = wordSet(
  `of for from in at on to with by near under within behind inside outside close against about
  between among across into over than as via through along toward towards around upon without`.split(
    /\s+/u,
  ),
);

const isPreposition = (token: Token | undefined): boolean =>
  token !== undefined && PREPOSITIONS.holds(token);

/** How far to the left a subject is looked for, in tokens. */
const REACH = 45;

/** How many verbs may share one subject: `Lee came and saw and won`. */
const MOST_JOINED = 20;

/**
 * The noun phrase that is the subject of the verb at `verb`, if one stands before it.
 *
 *     [a spokesman] for the ministry said        → a spokesman
 *     [Jadain], a former schoolteacher, said     → Jadain
 *     [the minister], who had flown in, also said → the minister
 */
export function subjectBefore(text: Text, verb: number, joined = 0): Phrase | undefined {
  if (joined > MOST_JOINED) return undefined;
  const from = firstInReach(text, verb);
  let at = skipVerbGroup(text, verb - 1, from);
  if (at < from) return undefined;
  const { tokens } = text.document;
  if (JOINING.holds(tokens[at])) return sharedSubject(text, at, from, joined);
  if (INSERTION_ENDS.holds(tokens[at])) return beforeInsertion(text, at, from, joined);
  const phrase = headPhrase(text, at, from);
  return phrase && (overClause(text, phrase, from) ?? phrase);
}

const JOINING = wordSet(['and', 'but', 'then']);

/** `[The diplomat] who negotiated the agreement | told …`, `[a note] sent to the members | says …` */
function overClause(text: Text, object: Phrase, from: number): Phrase | undefined {
  const { tokens } = text.document;
  const verb = isPreposition(tokens[object.first - 1]) ? object.first - 2 : object.first - 1;
  if (verb <= from || tokens[verb]?.pos !== 'VERB' || text.phrases.at[verb] !== undefined)
    return undefined;
  let at = verb - 1;
  while (at > from && /^(?:AUX|ADV|PART)$/u.test(tokens[at]?.pos ?? '')) at -= 1;
  const isRelative = /^(?:who|which|that)$/u.test(tokens[at]?.lower ?? '');
  const isReduced =
    at === verb - 1 &&
    /(?:ed|ing|sent|shown|given|made|written|held|drawn)$/u.test(tokens[verb]?.lower ?? '');
  // `[A memo] dated 3 May and signed by Hale | reads: …`
  if (tokens[object.first - 1]?.lower === 'by') return firstOfClause(text, verb, from);
  if (isRelative) return headPhrase(text, at - 1, from);
  return isReduced ? headPhrase(text, at, from) : undefined;
}

/** The subject of the verb that another is joined to: `[Lavrov] praised the plan and | said …` */
function sharedSubject(
  text: Text,
  conjunction: number,
  from: number,
  joined: number,
): Phrase | undefined {
  const { tokens, quotedOf } = text.document;
  for (let at = conjunction - 1; at > from; at -= 1) {
    const isVerb = tokens[at]?.pos === 'VERB' && text.phrases.at[at] === undefined;
    const isFinite = tokens[at - 1]?.lower !== 'to' && !tokens[at]?.lower.endsWith('ing');
    if (isVerb && isFinite && (quotedOf[at] ?? -1) < 0) return subjectBefore(text, at, joined + 1);
  }
  return undefined;
}

function firstInReach({ document }: Text, verb: number): number {
  const sentence = document.sentences[document.sentenceOf[verb] ?? -1];
  return Math.max(sentence?.first ?? verb, verb - REACH);
}

/**
 * Adverbs, auxiliaries, negations and times between subject and verb: `had also not | said`,
 * `on Monday | rejected`, `has for three years | refused`.
 */
function skipVerbGroup(text: Text, from: number, least: number): number {
  const { tokens } = text.document;
  let at = from;
  while (at >= least) {
    const token = tokens[at];
    const time = startOfTime(text, at);
    if (token === undefined || (time === undefined && !isBetween(text, at))) return at;
    at = (time ?? at) - 1;
  }
  return at;
}

function isBetween({ document, phrases }: Text, at: number): boolean {
  const token = document.tokens[at];
  if (token === undefined || phrases.at[at] !== undefined) return false;
  const { pos } = token;
  return pos === 'AUX' || pos === 'ADV' || pos === 'PART' || BETWEEN.holds(token);
}

const BETWEEN = wordSet('also then later to not never just both all'.split(' '));

/** Where words for a time that end at a token begin, their preposition included: `[on] Monday`. */
function startOfTime({ document, phrases }: Text, at: number): number | undefined {
  const { tokens } = document;
  const isTime = isTimeWord(tokens[at]);
  if (!isTime && !PERIODS.holds(tokens[at])) return undefined;
  const phrase = phrases.at[at];
  const first = phrase?.first ?? at;
  const hasPreposition = TIME_PREPOSITIONS.holds(tokens[first - 1]);
  if (isTime) return hasPreposition ? first - 1 : at;
  if (phrase?.last !== at + 1) return undefined;
  if (hasPreposition) return first - 1;
  return /^(?:last|this|next)$/u.test(tokens[first]?.lower ?? '') ? first : undefined;
}

const TIME_PREPOSITIONS = wordSet('on for in over since during by at'.split(' '));

const PERIODS = wordSet(
  'year years month months week weeks day days hour hours minutes decade decades time'.split(' '),
);

const isTimeWord = testByNumber(
  (word) =>
    CALENDAR_WORDS.has(word) ||
    /^(?:yesterday|today|tomorrow|later|earlier|recently|once|himself|herself|itself|themselves)$/u.test(
      word,
    ),
);

const INSERTION_ENDS = wordSet([',', ')', '—', '–', '--', '-']);

/** The first phrase of the clause that a token stands in. */
function firstOfClause({ document, phrases }: Text, at: number, from: number): Phrase | undefined {
  let first = at;
  while (first > from && document.tokens[first - 1]?.text !== ',') first -= 1;
  const phrase = phrases.at[first];
  return phrase?.first === first ? phrase : undefined;
}

/** Steps over `, …,`, `(…)` or `— … —` before the verb and takes the phrase in front of it. */
function beforeInsertion(
  text: Text,
  closing: number,
  from: number,
  joined: number,
): Phrase | undefined {
  const { tokens } = text.document;
  const opener = tokens[closing]?.text === ')' ? '(' : tokens[closing]?.text;
  for (let at = closing - 1; at > from; at -= 1) {
    if (tokens[at]?.text !== opener) continue;
    const phrase = headPhrase(text, beforeBracket(text, at - 1, from), from);
    if (phrase === undefined) continue;
    const named = namedInsertion(text, phrase, at, closing);
    if (named !== undefined) return named;
    const isWhose = /^(?:who|whose|whom)$/u.test(tokens[at + 1]?.lower ?? '');
    if (opener === ',' && !isWhose && isInsertedItself(text, phrase, at)) continue;
    return phrase;
  }
  // `[Vogt] welcomed the deal, rejected the tariff and | said …`: no insertion, but verbs in a row.
  return sharedSubject(text, closing, from, joined) ?? headPhrase(text, closing - 1, from);
}

/** `Smith (D-N.Y.) | , who …`: the token before a bracket that ends at `at`, or `at` itself. */
function beforeBracket({ document }: Text, at: number, from: number): number {
  const { tokens } = document;
  if (tokens[at]?.text !== ')') return at;
  let opening = at;
  while (opening > from && tokens[opening]?.text !== '(') opening -= 1;
  return opening > from ? opening - 1 : at;
}

/** `Smith, D-N.Y., chairman of …, said`: the phrase before this comma is an insertion too. */
function isInsertedItself({ document, names }: Text, phrase: Phrase, comma: number): boolean {
  const { tokens } = document;
  if (tokens[phrase.first - 1]?.text !== ',') return false;
  return comma - phrase.first <= 12 && !isPersonName(names.at[phrase.last - 1]);
}

/** A name of several words that nothing has told the kind of is taken for a person's. */
const isPersonName = (name: Name | undefined): boolean =>
  name !== undefined &&
  (name.kind === 'person' || (name.kind === 'unknown' && name.last - name.first > 1));

/** `its secretary general, Kuku Tutu Angalo, said`: the insertion is the name of whom it stands by. */
function namedInsertion(
  { phrases, names }: Text,
  phrase: Phrase,
  comma: number,
  closing: number,
): Phrase | undefined {
  if (isPersonName(names.at[phrase.last - 1])) return undefined;
  const inserted = phrases.at[comma + 1];
  if (inserted === undefined || inserted.last !== closing) return undefined;
  return isPersonName(names.at[inserted.last - 1]) ? inserted : undefined;
}

/** The phrase that ends at a token, or the one that it is attached to: `[the head] of the bank`. */
export function headPhrase(text: Text, end: number, from: number): Phrase | undefined {
  const { tokens } = text.document;
  const { phrases } = text;
  let phrase = peopleOfBoth(text, end) ?? phrases.at[end];
  while (
    phrase !== undefined &&
    phrase.first - 2 >= from &&
    isPreposition(tokens[phrase.first - 1])
  ) {
    // `a diplomat | close to the mediation`
    const isNear = /^(?:close|near|familiar|loyal|opposed|next)$/u.test(
      tokens[phrase.first - 2]?.lower ?? '',
    );
    const outer = phrases.at[phrase.first - (isNear ? 3 : 2)];
    if (outer === undefined || isCalendarWord(tokens[outer.head])) break;
    phrase = outer;
  }
  return phrase;
}

/** `[supporters] of Ann Wolf and Tim Beck`: neither of the two, but theirs. */
function peopleOfBoth({ document, phrases, names }: Text, end: number): Phrase | undefined {
  const { tokens } = document;
  const second = phrases.at[end];
  const and = (second?.first ?? 0) - 1;
  const first = tokens[and]?.lower === 'and' ? phrases.at[and - 1] : undefined;
  if (first === undefined || names.at[first.last - 1] === undefined) return undefined;
  const outer = isPreposition(tokens[first.first - 1]) ? phrases.at[first.first - 2] : undefined;
  const noun = tokens[outer?.head ?? -1]?.lower ?? '';
  return PERSON_NOUNS.has(noun) || PEOPLE_NOUNS.has(noun) ? outer : undefined;
}

/** The phrase right after a verb, where it may be an inverted subject: `said [Jadain], a former …`. */
export function subjectAfter({ document, phrases, names }: Text, verb: number): Phrase | undefined {
  const { tokens } = document;
  let at = verb + 1;
  while (/^(?:ADV)$/u.test(tokens[at]?.pos ?? '') && phrases.at[at] === undefined) at += 1;
  const phrase = wholePhrase({ tokens, phrases, names }, at);
  if (phrase === undefined || isCalendarWord(tokens[phrase.head])) return undefined;
  return appositiveName({ tokens, phrases, names }, phrase) ?? phrase;
}

/** `a 2008 | Clinton veteran`, `the printed | slate card`: a year or a participle parts one phrase. */
function wholePhrase(
  { tokens, phrases, names }: Pick<Text, 'phrases' | 'names'> & { tokens: readonly Token[] },
  at: number,
): Phrase | undefined {
  const phrase = phrases.at[at];
  if (phrase?.first !== at) return undefined;
  const behind = phrases.at[phrase.last];
  // `said archivist | Vera Stone`
  if (phrase.last - at === 1 && names.at[phrase.last]?.kind === 'person' && behind !== undefined)
    return behind;
  if (!/^(?:DET|NUM)$/u.test(tokens[phrase.head]?.pos ?? '')) return phrase;
  const isParticiple = tokens[phrase.last]?.pos === 'VERB';
  const rest = phrases.at[isParticiple ? phrase.last + 1 : phrase.last];
  const isOne = rest !== undefined && rest.first <= phrase.last + 1;
  return isOne ? { first: at, last: rest.last, head: rest.head } : phrase;
}

/** `said the minister, Donal Meagher, …` and `said a spokesman for the bank, Ann Lee.` */
function appositiveName(
  { tokens, phrases, names }: Pick<Text, 'phrases' | 'names'> & { tokens: readonly Token[] },
  phrase: Phrase,
): Phrase | undefined {
  if (names.at[phrase.last - 1]?.kind === 'person') return undefined;
  let at = phrase.last;
  while (isPreposition(tokens[at])) {
    const inner = phrases.at[at + 1];
    if (inner === undefined) return undefined;
    at = inner.last;
  }
  if (tokens[at]?.text !== ',') return undefined;
  const next = phrases.at[at + 1];
  const isName =
    next !== undefined &&
    names.at[next.first]?.kind === 'person' &&
    names.at[next.first]?.first === next.first;
  return isName && /^[,.;]$/u.test(tokens[next.last]?.text ?? '.') ? next : undefined;
}

import type { CastText } from '../cast/cast.ts';
import { isCalendarWord, isSpanOfTime } from '../lexicon/calendar.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { phraseBehindSeam } from './seam.ts';
import { wordSet } from '../../text/word-numbers.ts';

/** Tokens `[first, last)`. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** The longest target, in tokens. */
const LONGEST = 28;

/** Words that hang a phrase on the one before. */
export const PREPOSITIONS = wordSet(
  `of on in for to with from at over about between under against into through without within across
   toward towards by beyond among during inside outside near around concerning regarding than like`.split(
    /\s+/u,
  ),
);

/** Of these, those that more often tell where, when or how something is done: `rejected it | during the talks`. */
const OF_VERBS = wordSet(
  `at by during into inside outside within across through near around like than beyond among`.split(
    /\s+/u,
  ),
);

/** After these a person is not what a position is on: `signed a letter | to Lee`. */
const BESIDE = wordSet(['to', 'with', 'in', 'about', 'against']);

/** What people have with one another: `refused a meeting | with Lee`. */
const MEETINGS = wordSet(
  `meeting meetings talks talk summit dialogue negotiations discussions deal deals agreement agreements
   pact treaty alliance partnership cooperation ties relations relationship trade war feud rivalry
   compromise truce peace friendship work interview debate call`.split(/\s+/u),
);

/**
 * What the words from `at` on name or say, up to a clause's end.
 *
 *     opposes | its association with military alliances | , …
 *     welcomed | the two crossings | .           refused | to pay for the wall | because …
 */
export function targetFrom(text: CastText, at: number, isAlone = false): Stretch | undefined {
  const first = skipOpening(text, at);
  const { tokens } = text.document;
  const token = tokens[first];
  if (
    token === undefined ||
    text.document.sentenceOf[first] !== text.document.sentenceOf[Math.max(0, at - 1)]
  )
    return undefined;
  const phrase = text.phrases.at[first];
  if (phrase !== undefined && isTime(text, phrase))
    return phrase.last > at && at - first < 3 ? targetFrom(text, phrase.last) : undefined;
  if (/^(?:that|what|how|whether|to|why|when|where)$/u.test(token.lower))
    return clauseFrom(text, first);
  // `wanted | them | to find a way`: what is wanted, not of whom.
  if (phrase !== undefined && token.pos === 'PRON' && tokens[phrase.last]?.lower === 'to')
    return targetFrom(text, phrase.last);
  if (phrase !== undefined)
    return isAlone || isPerson(text, phrase)
      ? named(text, phrase, first)
      : withTails(text, first, phrase.last);
  if (token.lower.endsWith('ing')) return withTails(text, first, first + 1);
  const isLedTo = PREPOSITIONS.holds(tokens[at - 1]);
  return isLedTo && /^\p{L}/u.test(token.text) && !endsClause(token.lower)
    ? clauseFrom(text, first)
    : undefined;
}

/** A name alone, or names in a row: `Deutsche Bank and Capital One`. */
function named(text: CastText, phrase: Phrase, first: number): Stretch {
  const isJoined = text.document.tokens[phrase.last]?.lower === 'and';
  const next = isJoined ? text.phrases.at[phrase.last + 1] : undefined;
  const isName = next !== undefined && text.names.at[next.last - 1] !== undefined;
  return { first, last: (isName ? conjunct(text, phrase.last) : undefined) ?? phrase.last };
}

/** `both the invoice …`, `“any tariff …”`, `even the …` */
function skipOpening({ document }: CastText, at: number): number {
  let first = at;
  while (
    first - at < 4 &&
    /^(?:["“‘«„'(]|both|either|even|only|just|all|up|out|again|strongly|directly)$/u.test(
      document.tokens[first]?.lower ?? '',
    )
  )
    first += 1;
  while (first - at < 5 && document.tokens[first]?.pos === 'ADV') first += 1;
  return first;
}

const isPerson = ({ cast }: CastText, phrase: Phrase): boolean =>
  cast.entities[cast.at[phrase.head] ?? -1]?.kind === 'person';

/** `agreed on | Sunday | to open …` */
const isTime = ({ document }: CastText, { head, last, first }: Phrase): boolean =>
  isCalendarWord(document.tokens[head]) && last - first <= 2;

/** A clause up to punctuation or a word that begins another one. */
export function clauseFrom(text: CastText, first: number): Stretch | undefined {
  const { tokens } = text.document;
  const end = sentenceEnd(text, first);
  let last = first + 1;
  while (last < Math.min(end, first + LONGEST) && !endsClause(tokens[last]?.lower ?? '')) last += 1;
  return last > first + 1 ? { first, last } : undefined;
}

const endsClause = (word: string): boolean =>
  /^(?:[,;:.!?()]|[—–]|--|but|because|although|though|while|whereas|unless|if|provided|until|despite|saying|after|before|since)$/u.test(
    word,
  );

const sentenceEnd = ({ document }: CastText, at: number): number =>
  document.sentences[document.sentenceOf[at] ?? -1]?.last ?? at;

/** Adds `of …`, `to build …`, `and …` to a phrase as long as they hang together. */
function withTails(text: CastText, first: number, from: number): Stretch {
  const end = Math.min(sentenceEnd(text, first), first + LONGEST);
  let last = from;
  for (
    let next = afterTail(text, last);
    next !== undefined && next <= end;
    next = afterTail(text, last)
  )
    last = next;
  return { first, last: withoutTime(text, first, Math.min(last, end)) };
}

/** `joining the Union | next spring` */
function withoutTime({ document: { tokens } }: CastText, first: number, last: number): number {
  const isWhen =
    last - first > 2 &&
    isSpanOfTime(tokens[last - 1]?.lower ?? '') &&
    /^(?:next|last|this|every|each)$/u.test(tokens[last - 2]?.lower ?? '') &&
    !PREPOSITIONS.holds(tokens[last - 3]);
  return isWhen ? last - 2 : last;
}

/** Where one more tail ends that begins at `at`: `of the fund`, `to build it`, `and NATO`. */
function afterTail(text: CastText, at: number): number | undefined {
  const { tokens } = text.document;
  const token = tokens[at];
  if (token === undefined) return undefined;
  const phraseAt = (place: number): Phrase | undefined => text.phrases.at[place];
  const own = phraseAt(at);
  if (own !== undefined && own.first === at && tokens[at - 1]?.pos === 'VERB') return own.last;
  if (token.lower === 'to' && tokens[at + 1]?.pos === 'VERB') return at + 2;
  if (token.lower === 'such' && tokens[at + 1]?.lower === 'as') return phraseAt(at + 2)?.last;
  if (token.lower === 'as' && tokens[at - 1]?.lower === 'such') return phraseAt(at + 1)?.last;
  const seam = phraseBehindSeam(text, at);
  if (seam !== undefined) return seam;
  const next = phraseAt(at + 1);
  // `the | so-called | bridge bill`
  if (tokens[at - 1]?.pos === 'DET' && token.lower === 'so' && tokens[at + 2]?.lower === 'called')
    return phraseAt(at + 3)?.last;
  // `a | longer | truce`, `the | whaling | ban`: the tagger took the middle for something else.
  if (tokens[at - 1]?.pos === 'DET' && /^(?:ADV|VERB)$/u.test(token.pos) && next?.first === at + 1)
    return next.last;
  if (next !== undefined && isTime(text, next)) return undefined;
  // `opposed the dam | for years`, but `a budget for next year`
  if (
    token.lower === 'for' &&
    isSpanOfTime(tokens[(next?.last ?? at + 2) - 1]?.lower ?? '') &&
    !/^(?:next|last|this)$/u.test(tokens[at + 1]?.lower ?? '')
  )
    return undefined;
  // `requests | by Lee`: they are hers.
  if (token.lower === 'by' && next !== undefined && isMaker(text, next)) return next.last;
  if (token.lower === 'with' && next !== undefined && MEETINGS.holds(tokens[at - 1]))
    return next.last;
  if (token.text === ',' && /^(?:including|such)$/u.test(tokens[at + 1]?.lower ?? ''))
    return exampleEnd(text, at + 1);
  if (BESIDE.holds(token) && next !== undefined && isPerson(text, next)) return undefined;
  if (PREPOSITIONS.holds(token) && !OF_VERBS.holds(token))
    return phraseAt(at + 1)?.last ?? (tokens[at + 1]?.lower.endsWith('ing') ? at + 2 : undefined);
  if (/^(?:and|or)$/u.test(token.lower)) return conjunct(text, at);
  const isParticiple =
    /(?:ed|ing)$/u.test(token.lower) &&
    !/^(?:provided|providing|assuming|depending|including|saying|following)$/u.test(token.lower);
  // `the tax | proposed by Lee`, but `the plan to end the tax | failed.`
  const goesOn =
    token.lower.endsWith('ing') || /^(?:ADP|ADV|PART)$/u.test(tokens[at + 1]?.pos ?? '');
  return token.pos === 'VERB' && isParticiple && goesOn && own === undefined ? at + 1 : undefined;
}

/** Somebody with a name: who made what is named before `by`. */
const isMaker = ({ cast }: CastText, phrase: Phrase): boolean => {
  const entity = cast.entities[cast.at[phrase.head] ?? -1];
  return entity !== undefined && entity.kind !== 'place';
};

/** `stricter rules, | including checks`, `…, such as checks` */
function exampleEnd({ document, phrases }: CastText, at: number): number | undefined {
  const isSuch = document.tokens[at]?.lower === 'such';
  if (isSuch && document.tokens[at + 1]?.lower !== 'as') return undefined;
  return phrases.at[at + (isSuch ? 2 : 1)]?.last;
}

/**
 * A subject with all that hangs on it: `[a dam without a buyer] is`, where only `a buyer` or
 * `a dam` stands next to the verb.
 */
export function wholeSubject(text: CastText, subject: Phrase, verb: number): Stretch {
  let first = subject.first;
  for (let steps = 0; steps < 4; steps += 1) {
    const before = outerPhrase(text, first);
    if (before === undefined) break;
    first = before.first;
  }
  const { last } = withTails(text, subject.first, subject.last);
  return { first, last: Math.max(subject.last, Math.min(last, verb)) };
}

/** `[a quota] on | hot-rolled coil` */
function outerPhrase({ document, phrases }: CastText, first: number): Phrase | undefined {
  let at = first - 1;
  if (document.tokens[at]?.pos === 'VERB' && /(?:ed|ing)$/u.test(document.tokens[at]?.lower ?? ''))
    at -= 1;
  if (!PREPOSITIONS.holds(document.tokens[at])) return undefined;
  const outer = phrases.at[at - 1];
  return outer !== undefined &&
    outer.last === at &&
    document.sentenceOf[outer.first] === document.sentenceOf[first] &&
    !isCalendarWord(document.tokens[outer.head])
    ? outer
    : undefined;
}

/** `and NATO`, but not `and Rubio said`. */
function conjunct({ document, phrases }: CastText, at: number): number | undefined {
  const phrase = phrases.at[at + 1];
  if (phrase === undefined) return undefined;
  return /^(?:VERB|AUX|ADV|PART)$/u.test(document.tokens[phrase.last]?.pos ?? '')
    ? undefined
    : phrase.last;
}

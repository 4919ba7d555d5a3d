import type { CastText } from '../cast/cast.ts';
import type { Token } from '../syntax/document.ts';
import { stanceRows } from '../lexicon/stance-cues.ts';
import {
  type ByThirdWord,
  indexEntries,
  mayBeThird,
  type RankedEntry,
  type StanceEntry,
} from '../lexicon/stance-entry.ts';
import { COPULAS } from '../lexicon/stance-modifiers.ts';
import { controlVerb } from './control.ts';
import { byNumber, NO_NUMBER, numberOf, pairFilter } from '../../text/word-numbers.ts';

/** Words that take a side: tokens `[first, last)`. */
export interface Cue {
  readonly first: number;
  readonly last: number;
  readonly entry: StanceEntry;
}

const entries = indexEntries(stanceRows);
const begunBy = byNumber((first) => entries.get(first));
const pairs = pairFilter(
  [...entries].flatMap(([first, { known }]) =>
    [...(known?.keys() ?? [])].map((second) => [numberOf(first), second] as const),
  ),
);

/** The words that a cue may begin with. */
export const CUE_OPENERS: readonly string[] = [...entries.keys()];

/** The cues of a text in order and apart: `stands firmly against`, `no quarrel with`. */
export function findCues(text: CastText, openings: readonly number[]): Cue[] {
  const cues: Cue[] = [];
  let free = 0;
  for (const at of openings) {
    const cue = at < free ? undefined : cueAt(text, at);
    if (cue === undefined) continue;
    if (cue.entry.confidence > 0) cues.push(cue);
    free = cue.last;
  }
  return cues;
}

function cueAt(text: CastText, at: number): Cue | undefined {
  if (text.names.at[at] !== undefined) return undefined;
  for (const entry of candidatesAt(text, at)) {
    const last = endOfMatch(text, at, entry.rest);
    if (last !== undefined && fitsFrame(text, at, last, entry)) return { first: at, last, entry };
  }
  return undefined;
}

const NOTHING: readonly RankedEntry[] = [];

/** How many adverbs may part the first two words of an entry. */
const MOST_ADVERBS = 3;

/** The entries that may begin at a token, as far as their first two words tell, the best first. */
function candidatesAt({ document }: CastText, at: number): readonly RankedEntry[] {
  const { tokens } = document;
  const begun = begunBy(tokens[at]);
  if (begun === undefined) return NOTHING;
  const { open, known } = begun;
  const next = tokens[at + 1];
  let found = next?.pos === 'ADV' || goesOn(open, tokens[at + 2]) ? open.entries : NOTHING;
  if (known === undefined) return found;
  if (next?.pos !== 'ADV' && !pairs.mayHold(tokens[at], next)) return found;
  for (let second = at + 1; second <= at + 1 + MOST_ADVERBS; second += 1) {
    const others = known.get(tokens[second]?.number ?? NO_NUMBER);
    if (others !== undefined && goesOn(others, tokens[second + 1]))
      found =
        found.length === 0
          ? others.entries
          : [...found, ...others.entries].toSorted((a, b) => a.rank - b.rank);
    if (tokens[second]?.pos !== 'ADV') break;
  }
  return found;
}

const goesOn = (list: ByThirdWord<RankedEntry>, third: Token | undefined): boolean =>
  third?.pos === 'ADV' || mayBeThird(list, third);

/** Where the words end if they follow the first, adverbs between them: `voted overwhelmingly against`. */
function endOfMatch(
  { document }: CastText,
  at: number,
  rest: readonly string[],
): number | undefined {
  const { tokens, sentenceOf } = document;
  let next = at;
  let farthest = at + MOST_ADVERBS;
  for (const word of rest) {
    next += 1;
    while (tokens[next]?.pos === 'ADV' && tokens[next]?.lower !== word && next <= farthest)
      next += 1;
    const token = tokens[next];
    if (token === undefined || sentenceOf[next] !== sentenceOf[at]) return undefined;
    if (word !== '*' && token.lower !== word) return undefined;
    farthest += 1;
  }
  return next + 1;
}

function fitsFrame(text: CastText, at: number, last: number, entry: StanceEntry): boolean {
  const { frame, rest } = entry;
  if (frame === 'alone' && !endsClause(text, last)) return false;
  if (frame === 'adjective')
    return rest.length > 0 || followsCopula(text, at, text.document.tokens[at]?.lower === 'for');
  if (frame === 'noun' || frame === 'reception' || frame === 'fate')
    return text.document.tokens[at]?.pos !== 'VERB' || followsPossessor(text, at);
  return isVerb(text, at, last, frame === 'deed') && !onlyGoverns(text, last, entry.polarity);
}

/** `is for`, `stands firmly against`: a bare preposition counts only so. */
function followsCopula({ document }: CastText, at: number, isWeak: boolean): boolean {
  let before = at - 1;
  while (isBetween(document.tokens[before]) && at - before < 5) before -= 1;
  const word = document.tokens[before]?.lower ?? '';
  return isWeak
    ? /^(?:is|are|was|were|be|am|'m|’m|'re|’re)$/u.test(word)
    : COPULAS.has(word) || /^(?:stand|stands|stood)$/u.test(word);
}

const isBetween = (token: Token | undefined): boolean =>
  token !== undefined && (token.pos === 'ADV' || token.pos === 'PART') && !COPULAS.holds(token);

/** `Russia's call for`, `a call for` */
const followsPossessor = ({ document }: CastText, at: number): boolean =>
  /^(?:'s|’s|'|’|a|an|the|no|any|his|her|its|their|our|my|your)$/u.test(
    document.tokens[at - 1]?.lower ?? '',
  );

/** Taggers mistake `backs` for a noun: it passes as a verb where what follows begins an object. */
/** `Nigeria disagreed.`, `they objected, saying …`, `would vote no if …` */
const endsClause = ({ document }: CastText, at: number): boolean =>
  /^(?:[.,;:!?"”»)]|—|–|and|but|if|when|because|on|in|now|then|again|with|after|until)$/u.test(
    document.tokens[at]?.lower ?? '.',
  );

/** `threatened to sue`: the act that follows tells the side. */
const onlyGoverns = ({ document }: CastText, last: number, polarity: string): boolean =>
  polarity === 'opposes' &&
  document.tokens[last]?.lower === 'to' &&
  controlVerb(document.tokens[last - 1]?.lower ?? '') === 1;

function isVerb({ document }: CastText, at: number, last: number, isDeed: boolean): boolean {
  const { tokens } = document;
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[last]];
  if (token === undefined) return false;
  if (token.pos === 'VERB' || token.pos === 'AUX')
    return !isAttribute(before?.pos, token.lower, next?.pos);
  if (last - at > 1) return token.pos !== 'DET' && !/^(?:DET|ADP|NUM)$/u.test(before?.pos ?? '');
  const beginsObject = /^(?:DET|PRON|PROPN)$/u.test(next?.pos ?? '');
  // `by | bashing | her`, where the gerund was taken for a noun.
  if (/^(?:by|after|for|without|while|before|of|in)$/u.test(before?.lower ?? ''))
    return beginsObject && token.lower.endsWith('ing');
  if (isDeed) return false;
  const hasSubject =
    (/^(?:PROPN|PRON|AUX|PART|ADV)$/u.test(before?.pos ?? '') || before?.text === ',') &&
    !/^(?:'s|’s|'|’)$/u.test(before?.lower ?? '');
  return beginsObject && hasSubject;
}

/** `the proposed plan`, `a welcome step` */
const isAttribute = (before = '', word: string, next = ''): boolean =>
  /^(?:DET|ADJ|NUM)$/u.test(before) &&
  /(?:ed|en|ing)$/u.test(word) &&
  /^(?:NOUN|PROPN|ADJ)$/u.test(next);

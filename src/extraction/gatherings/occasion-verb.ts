import type { CastText } from '../cast/cast.ts';
import { isCalendarWord } from '../lexicon/calendar.ts';
import {
  DINING_VERBS,
  MEETING_VERBS,
  RALLYING_VERBS,
  SPEAKING_VERBS,
} from '../lexicon/gathering-cues.ts';
import type { GatheringKind } from '../lexicon/gathering-nouns.ts';
import { type Mood, readMood } from '../syntax/mood.ts';
import type { Occasion } from './occasion.ts';
import { wordSet } from '../../text/word-numbers.ts';

// Verbs that speak of a gathering: `met`, `spoke by phone`, `dined with`, `rallied in`.

/** How an occasion stands whose verb is in a mood. */
export const toneOfMood = (mood: Mood): Occasion['tone'] =>
  mood === 'will' ? 'to-come' : mood === 'might' ? 'thought-of' : 'held';

/** `met with`, `huddled`; not `met the deadline`, nor `meeting` as a noun. */
export function verbOccasion(text: CastText, at: number): Occasion | undefined {
  const { tokens, sentenceOf } = text.document;
  const kind = kindOfVerb(text, at);
  if (kind === undefined) return undefined;
  return {
    kind,
    head: at,
    first: at,
    last: at + 1,
    isVerb: true,
    sentence: sentenceOf[at] ?? -1,
    tone: toneOfVerb(text, at),
    isDefinite: false,
    isAnother: /^(?:again|next|separately|earlier)$/u.test(tokens[at + 1]?.lower ?? ''),
  };
}

/** `they meet again on 9 April`, `ministers reconvene in May`: the present looks ahead there. */
function toneOfVerb(text: CastText, at: number): Occasion['tone'] {
  const { tokens } = text.document;
  const isPresent = /^(?:meet|meets|reconvene|reconvenes|convene|convenes)$/u.test(
    tokens[at]?.lower ?? '',
  );
  const mood = readMood(text, at);
  if (!isPresent || mood !== 'did') return toneOfMood(mood);
  for (let next = at + 1; next < at + 12; next += 1) {
    const word = tokens[next]?.lower ?? '.';
    if (/^(?:again|next|tomorrow)$/u.test(word) || isCalendarWord(tokens[next])) return 'to-come';
    if (/^[.;,]$/u.test(word)) break;
  }
  return 'held';
}

/** `met`, `spoke by phone with`, `dined with`, `rallied in` */
function kindOfVerb(text: CastText, at: number): GatheringKind | undefined {
  const { tokens } = text.document;
  if (!OCCASION_VERBS.holds(tokens[at])) return undefined;
  const { lower = '', pos = '' } = tokens[at] ?? {};
  const next = tokens[at + 1]?.lower ?? '';
  if (isMeeting(text, at)) return 'talks';
  if (pos !== 'VERB') return undefined;
  if (SPEAKING_VERBS.has(lower)) return isOnLine(text, at) ? 'call' : undefined;
  if (DINING_VERBS.has(lower)) return next === 'with' ? 'meal' : undefined;
  const isRally =
    RALLYING_VERBS.has(lower) &&
    /^(?:in|at|on|outside|through|against|near|across|along)$/u.test(next);
  return isRally ? 'rally' : undefined;
}

/** `by phone`, `over a video link`, further on in the sentence. */
function isOnLine({ document }: CastText, verb: number): boolean {
  const { tokens, sentenceOf } = document;
  for (let at = verb + 1; at < verb + 30 && sentenceOf[at] === sentenceOf[verb]; at += 1) {
    if (
      !/^(?:phone|telephone|video|zoom|videoconference|teleconference)$/u.test(
        tokens[at]?.lower ?? '',
      )
    )
      continue;
    const before = tokens.slice(at - 2, at).map(({ lower }) => lower);
    if (before.some((word) => /^(?:by|on|over|via|through)$/u.test(word))) return true;
  }
  return false;
}

/** `sat (down) | at the same table`, `around one table` */
const isAtTable = (words: readonly string[]): boolean =>
  /^(?:down )?(?:at|around|round) (?:the|a|one) (?:same |negotiating |conference |single )?table\b/u.test(
    words.join(' '),
  );

const SITTING = wordSet(['sat', 'sit', 'sits', 'sitting']);
const COMING = wordSet(['came', 'come', 'comes', 'coming']);

/** A first test, which most words fail. */
const OCCASION_VERBS = wordSet([
  'meeting',
  ...COMING,
  ...SITTING,
  ...MEETING_VERBS,
  ...SPEAKING_VERBS,
  ...DINING_VERBS,
  ...RALLYING_VERBS,
]);

function isMeeting({ document, phrases }: CastText, at: number): boolean {
  const { tokens } = document;
  const token = tokens[at];
  const next = tokens[at + 1]?.lower ?? '';
  // `The two meet again`: taken for a noun now and then.
  const isNoun = token?.pos === 'NOUN' && !/^(?:again|next|with)$/u.test(next);
  if (token === undefined || isNoun) return false;
  if (token.lower === 'meeting')
    return (
      token.pos === 'VERB' &&
      phrases.at[at] === undefined &&
      (next === 'with' || !/^(?:of|in|at|on)$/u.test(next))
    );
  if (COMING.holds(token)) return next === 'together';
  if (SITTING.holds(token))
    return (
      (next === 'down' && /^(?:with|together|for)$/u.test(tokens[at + 2]?.lower ?? '')) ||
      isAtTable(tokens.slice(at + 1, at + 7).map(({ lower }) => lower))
    );
  return MEETING_VERBS.holds(token);
}

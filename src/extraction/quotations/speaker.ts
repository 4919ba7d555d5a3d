import type { CastText } from '../cast/cast.ts';
import type { Speaker } from '../facts.ts';
import { isCalendarWord } from '../lexicon/calendar.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { type Role, spanOf, withComplements } from '../cast/roles.ts';

/** Pronouns that stand for no source. */
const NO_SPEAKER =
  /^(?:you|that|this|these|those|what|there|none|nothing|something|anything|everything)$/u;

/**
 * The confidence from which a speaker is shown. Chosen on articles marked by hand so that few shown
 * names are wrong; below it a quotation stands without its speaker.
 */
const SURE = 0.8;

/** Whether it is sure enough who spoke for the name to be shown. */
export const isSurelyNamed = ({ confidence, sureness }: Speaker): boolean =>
  confidence * sureness >= SURE;

/** Whether the words that name the speaker may be shown, even where it is open whom they mean. */
export const isSurelyMentioned = ({ confidence }: Speaker): boolean => confidence >= SURE;

/** The speaker that a noun phrase denotes, if it can speak. */
export function speakerIn(text: CastText, phrase: Phrase, confidence: number): Speaker | undefined {
  const { tokens } = text.document;
  const head = tokens[phrase.head];
  if (head === undefined || NO_SPEAKER.test(head.lower)) return undefined;
  const both = joinedWith(text, phrase);
  if (both !== undefined) return { mention: spanOf(tokens, both), confidence, sureness: 0 };
  const at = entityToken(text, phrase);
  if (at === undefined) return nobodyKnown(text, phrase, confidence);
  const entity = text.cast.at[at] ?? -1;
  const sureness = text.cast.sureness[at] ?? 0;
  const mention = spanOf(tokens, mentionAround(text, phrase, at, entity));
  return { mention, confidence, entity, sureness };
}

/** `[Trump and Ryan] said`, `said [Trump and Ryan].`: two names, and neither alone is the source's. */
function joinedWith(text: CastText, { first, last }: Phrase): Role | undefined {
  const { tokens } = text.document;
  const named = (at: number): Phrase | undefined => {
    const phrase = text.phrases.at[at];
    return phrase && text.names.at[phrase.last - 1] !== undefined ? phrase : undefined;
  };
  if (named(last - 1) === undefined) return undefined;
  const before = tokens[first - 1]?.lower === 'and' ? named(first - 2) : undefined;
  if (before !== undefined && !/^(?:VERB|ADP)$/u.test(tokens[before.first - 1]?.pos ?? ''))
    return { first: before.first, last };
  const behind = tokens[last]?.lower === 'and' ? named(last + 1) : undefined;
  const isEnd = behind !== undefined && /^[.,;:]$/u.test(tokens[behind.last]?.text ?? '.');
  return behind !== undefined && isEnd ? { first, last: behind.last } : undefined;
}

const SOME = /^(?:one|another|others?|some|many|most|few|several|both|all)$/u;

/** `[about 50 protesters] chanted`, `[the ad] hits`: words for a source, but for nobody in the cast. */
function nobodyKnown(text: CastText, phrase: Phrase, confidence: number): Speaker | undefined {
  const { tokens } = text.document;
  const head = tokens[phrase.head];
  const isNoun = /^(?:NOUN|PROPN|PRON)$/u.test(head?.pos ?? '') || SOME.test(head?.lower ?? '');
  if (head === undefined || isCalendarWord(head) || !isNoun) return undefined;
  const mention = spanOf(tokens, { first: phrase.first, last: withComplements(text, phrase.last) });
  return { mention, confidence, sureness: 0 };
}

/** The head, or the last word of the phrase where a name ends it: `Secretary of State [Rubio]`. */
function entityToken({ cast }: CastText, phrase: Phrase): number | undefined {
  for (const at of [phrase.last - 1, phrase.head]) if ((cast.at[at] ?? -1) >= 0) return at;
  return undefined;
}

function mentionAround(
  text: CastText,
  phrase: Phrase,
  at: number,
  entity: number,
): { first: number; last: number } {
  const name = text.names.at[at];
  if (name !== undefined) return name;
  if (text.cast.entities[entity]?.isNamed === false)
    return { first: phrase.first, last: withComplements(text, at + 1) };
  let first = at;
  while (first > phrase.first && text.cast.at[first - 1] === entity) first -= 1;
  return { first, last: at + 1 };
}

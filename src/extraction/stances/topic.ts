import { plainReportingVerb } from '../lexicon/reporting-verbs.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { speakerAt, type VoicedText } from './party.ts';
import { subjectOf } from './subject.ts';
import { type Stretch, targetFrom } from './target.ts';

// What `this` or `it` means in somebody's mouth: what they were asked about, or what was told just
// before they spoke.

/** What a pronoun means, and how sure that is. */
export interface Topic extends Stretch {
  readonly sureness: number;
}

const ASKED = 0.9;
const TOLD = 0.6;

/** Words that, with a preposition behind them, say what somebody speaks about. */
const TOPICAL =
  /^(?:said|says|say|saying|asked|told|wrote|tweeted|added|speaking|spoke|talking|commenting|comment|comments|commented|remarked|remarks|responding|responded|response|reacting|reacted|reaction|referring|referred|reference|alluding|pressed|questioned|question|questions|statement|tweet|complained|complaining|news|opinion|view)$/u;
const LINKS = /^(?:of|about|on|to|regarding|concerning|over)$/u;

/** Whether a phrase is no more than `it`, `this` or the like, of nobody known. */
export const isBarePronoun = ({ document, cast }: VoicedText, { first, last }: Stretch): boolean =>
  last - first === 1 &&
  (cast.at[first] ?? -1) < 0 &&
  /^(?:it|this|that|these|those)$/u.test(document.tokens[first]?.lower ?? '');

/**
 * What a pronoun in somebody's words is about.
 *
 *     Asked about | the toll |, Lee said: “It’s a disgrace.”
 *     | Kerr signed the order | on Friday. “This is a disgrace,” Lee said.
 */
export function topicOf(text: VoicedText, pronoun: number): Topic | undefined {
  const from = quotationStart(text, pronoun);
  if (from === undefined) return undefined;
  const { document } = text;
  const index = document.sentenceOf[from] ?? -1;
  const sentence = document.sentences[index];
  if (sentence === undefined) return undefined;
  const asked =
    linkedIn(text, sentence.first, from) ?? linkedIn(text, pronoun, sentence.last, from);
  if (asked !== undefined) return { ...asked, sureness: ASKED };
  const told = toldIn(text, sentence.first, from - 1, pronoun) ?? toldBefore(text, index, pronoun);
  return told && { ...told, sureness: TOLD };
}

/** The first token of the words of one speaker around a token. */
function quotationStart({ voice }: VoicedText, at: number): number | undefined {
  const own = voice[at] ?? -1;
  if (own < 0) return undefined;
  let first = at;
  while (voice[first - 1] === own) first -= 1;
  return first;
}

/** `said of | Kerr |`, `asked about | the toll |`: outside the quotation, between two tokens. */
function linkedIn(text: VoicedText, from: number, to: number, own = from): Stretch | undefined {
  const { tokens } = text.document;
  for (let at = from; at < to; at += 1) {
    if (own !== from && text.voice[at] === text.voice[own]) continue;
    if (!LINKS.test(tokens[at]?.lower ?? '') || !TOPICAL.test(tokens[at - 1]?.lower ?? ''))
      continue;
    if (tokens[at]?.lower === 'to' && tokens[at + 1]?.pos === 'VERB') continue;
    if (
      tokens[at]?.lower === 'on' &&
      /^(?:said|says|say|saying|wrote|added|told)$/u.test(tokens[at - 1]?.lower ?? '')
    )
      continue;
    const target = targetFrom(text, at + 1);
    if (target !== undefined && target.last <= to) return target;
  }
  return undefined;
}

/** What the sentence before tells, in nobody's mouth. */
function toldBefore(text: VoicedText, index: number, pronoun: number): Stretch | undefined {
  const before = text.document.sentences[index - 1];
  const own = text.document.sentences[index];
  if (before === undefined || own === undefined || own.paragraph - before.paragraph > 1)
    return undefined;
  return toldIn(text, before.first, before.last, pronoun);
}

const LONGEST = 24;

/** Who did what to what, between two tokens; of the speaker's own doing, to what. */
function toldIn(text: VoicedText, from: number, to: number, pronoun: number): Stretch | undefined {
  const { tokens } = text.document;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined || text.voice[at] === text.voice[pronoun]) return undefined;
    if ((text.voice[at] ?? -1) >= 0) continue;
    if (token.pos !== 'VERB' || token.lower.endsWith('ing')) continue;
    if (plainReportingVerb(token) !== undefined) continue;
    const object = targetFrom(text, at + 1);
    const subject = object && subjectOf(text, at);
    if (object === undefined || subject === undefined || object.last > to) continue;
    if (isSpeaker(text, subject, pronoun)) return object;
    if ((text.cast.at[subject.head] ?? -1) < 0) continue;
    return subject.first < at && object.last - subject.first <= LONGEST
      ? { first: subject.first, last: object.last }
      : object;
  }
  return undefined;
}

const isSpeaker = (text: VoicedText, { head }: Phrase, pronoun: number): boolean => {
  const entity = speakerAt(text, pronoun)?.entity;
  return entity !== undefined && text.cast.at[head] === entity;
};

import type { CastText } from '../cast/cast.ts';
import { COPULAS } from '../lexicon/stance-modifiers.ts';
import type { Phrase } from '../syntax/phrases.ts';
import type { Cue } from './cue.ts';
import { antecedentOf, subjectOf } from './subject.ts';
import { type Stretch, targetFrom, wholeSubject } from './target.ts';

// Targets that stand before their verb, where a relative clause or a cleft has left a gap.

/**
 * The target of a cue whose object stands elsewhere.
 *
 *     what [it] would not accept, she said, was | a schedule of fees
 *     | soya certification |, which [his government] rejects
 *     | a formula | was something [Dhaka] could work with
 */
export function gapTarget(
  text: CastText,
  cue: Cue,
  subject: Phrase | undefined,
): Stretch | undefined {
  if (subject === undefined || subject.first === 0) return undefined;
  const before = text.document.tokens[subject.first - 1];
  if (before?.lower === 'what') return afterCleft(text, cue.last);
  if (!endsHere(text, cue.last)) return undefined;
  if (/^(?:which|whom|that)$/u.test(before?.lower ?? ''))
    return stretchOf(antecedentOf(text, subject.first - 1));
  return beforeGap(text, subject);
}

const stretchOf = (phrase: Phrase | undefined): Stretch | undefined =>
  phrase && { first: phrase.first, last: phrase.last };

/** `…, she said, was | a schedule`: what follows the next copula. */
function afterCleft(text: CastText, from: number): Stretch | undefined {
  for (let at = from; at < from + 12; at += 1) {
    const token = text.document.tokens[at];
    if (token === undefined || /^[.;]$/u.test(token.text)) return undefined;
    if (COPULAS.holds(token) && token.pos !== 'PART') return targetFrom(text, at + 1);
  }
  return undefined;
}

const endsHere = ({ document }: CastText, at: number): boolean =>
  /^(?:[,.;:!?)"”»]|—|–|and|but)$/u.test(document.tokens[at]?.lower ?? '.');

const VAGUE = /^(?:something|one|thing|things|anything|what|nothing|way|kind)$/u;

/** `[the man] [I] cannot stand`; for `something`, what is said to be it. */
function beforeGap(text: CastText, subject: Phrase): Stretch | undefined {
  const { document, phrases } = text;
  const before = phrases.at[subject.first - 1];
  if (before === undefined || before.last !== subject.first || before === subject) return undefined;
  if (!VAGUE.test(document.tokens[before.head]?.lower ?? '')) return stretchOf(before);
  const copula = before.first - 1;
  const topic = COPULAS.holds(document.tokens[copula]) ? subjectOf(text, copula) : undefined;
  return topic && wholeSubject(text, topic, copula);
}

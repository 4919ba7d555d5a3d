import type { CastText } from '../cast/cast.ts';
import { SPEECH_NOUNS } from '../lexicon/speech-nouns.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { byPhrase, phraseAt } from './clause.ts';
import type { Attribution, Sieve, Stretch } from './stretch.ts';

// Sieves that find the speaker right beside the quotation's marks, or as the owner of its words.

/** `WALLACE: Let’s start` inside the marks, `Philip Bump: “…”` in front of them. */
export const label: Sieve = ({ text, stretch }) =>
  labelInside(text, stretch) ?? labelInFront(text, stretch) ?? signature(text, stretch);

function labelInside(text: CastText, { first, last }: Stretch): Attribution | undefined {
  const { tokens } = text.document;
  const opening = tokens.slice(first + 1, Math.min(first + 6, last)).map((token) => token.text);
  const length = opening.indexOf(':');
  const words = opening.slice(0, Math.max(length, 0));
  const isName = words.length > 0 && words.every((word) => /^\p{Lu}[\p{L}.'-]*$/u.test(word));
  const isLabel = isName && (words.length > 1 || /^[\p{Lu}.'-]{3,}$/u.test(words[0] ?? ''));
  return isLabel ? byPhrase(text, phraseAt(text, first + length), 0.94) : undefined;
}

/** `“He promotes ignorance.” — [Ada Vogt]`: a name and nothing more behind a dash. */
function signature(text: CastText, { last }: Stretch): Attribution | undefined {
  const { tokens, sentenceOf, quotedOf } = text.document;
  if (!/^(?:—|–|―|--|-)$/u.test(tokens[last]?.text ?? '')) return undefined;
  const phrase = phraseAt(text, last + 1);
  if (phrase?.first !== last + 1 || text.names.at[last + 1] === undefined) return undefined;
  const next = tokens[phrase.last];
  const isAlone =
    next === undefined ||
    /^[.,(]$/u.test(next.text) ||
    (quotedOf[phrase.last] ?? -1) >= 0 ||
    sentenceOf[phrase.last] !== sentenceOf[last + 1];
  return isAlone ? byPhrase(text, phrase, 0.9) : undefined;
}

function labelInFront(text: CastText, { first }: Stretch): Attribution | undefined {
  const { tokens } = text.document;
  const phrase = tokens[first - 1]?.text === ':' ? phraseAt(text, first - 2) : undefined;
  const before = phrase && (tokens[phrase.first - 1]?.lower ?? '-');
  const isLabel = before !== undefined && /^(?:[-–—.:•]|from|by|via)$/u.test(before);
  const isName = phrase !== undefined && text.names.at[phrase.last - 1] !== undefined;
  return isLabel && isName ? byPhrase(text, phrase, 0.84) : undefined;
}

/** How many tokens may stand between a claim and the words claimed. */
const CLAIM_REACH = 11;

/** `in Forbes’ words, “…”`, `Trump’s claim of “…”` */
export const possessive: Sieve = ({ text, stretch }) => {
  const { tokens, sentenceOf } = text.document;
  for (let at = stretch.first - 1; at >= stretch.first - CLAIM_REACH; at -= 1) {
    if (at < 0 || sentenceOf[at] !== sentenceOf[stretch.first]) return undefined;
    const phrase = SPEECH_NOUNS.holds(tokens[at]) ? phraseAt(text, at) : undefined;
    const owner = phrase && ownerOf(text, phrase);
    const found = byPhrase(text, owner, 0.7);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Who owns a phrase's head: `[Forbes]’ words`, `[his] claim`. */
function ownerOf({ document }: CastText, { first, head }: Phrase): Phrase | undefined {
  for (let at = head - 1; at >= first; at -= 1) {
    const isMark = /^(?:'s|')$/u.test(document.tokens[at]?.text ?? '');
    const owner = isMark ? at - 1 : at;
    if (isMark || /^(?:his|her|their)$/u.test(document.tokens[at]?.lower ?? ''))
      return { first: owner, last: owner + 1, head: owner };
  }
  return undefined;
}

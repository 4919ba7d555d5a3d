import type { CastText } from '../cast/cast.ts';
import { FATES_AFTER_ASKING } from '../lexicon/stance-modifiers.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { clauseFrom, PREPOSITIONS, type Stretch } from './target.ts';
import { follow } from './turn.ts';

// Who is asked to do what: `demanded that | Ann Lee | drop the toll`, `urged | him | to resign`.

/** Somebody who is asked, and what for. */
export interface Request {
  readonly asked: Phrase;
  readonly deed: Stretch;
  /** What being asked that means for whom it is asked of: -1 for `to resign`, 1 for `to stay on`. */
  readonly fate?: 1 | -1;
}

/** Reads what follows a verb of asking; nothing where that is a thing and no deed. */
export function requestAt(text: CastText, from: number): Request | undefined {
  const { tokens } = text.document;
  let first = from;
  while (/^(?:that|on|upon|["“‘«])$/u.test(tokens[first]?.lower ?? '')) first += 1;
  const asked = text.phrases.at[first];
  if (asked === undefined || asked.first < from) return undefined;
  const at = deedAfter(text, asked.last);
  const deed = at === undefined ? undefined : clauseFrom(text, at);
  if (deed === undefined) return undefined;
  const fate = fateAt(text, deed);
  return { asked, deed, ...(fate === undefined ? {} : { fate }) };
}

/** Where the deed begins: over `of the panel`, `, D-Ore.,` to `to` or a bare verb. */
function deedAfter(text: CastText, from: number): number | undefined {
  const { tokens, sentenceOf } = text.document;
  let at = from;
  for (let steps = 0; steps < 4 && sentenceOf[at] === sentenceOf[from - 1]; steps += 1) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (token.lower === 'to') return startsDeed(text, at + 1) ? at : undefined;
    if (token.lower === 'not' && tokens[at + 1]?.lower === 'to') return at;
    if (startsDeed(text, at)) return at;
    const next = PREPOSITIONS.holds(token)
      ? text.phrases.at[at + 1]?.last
      : token.text === ','
        ? afterInsertion(text, at)
        : undefined;
    if (next === undefined) return undefined;
    at = next;
  }
  return undefined;
}

const startsDeed = ({ document, phrases }: CastText, at: number): boolean =>
  phrases.at[at] === undefined &&
  /^(?:VERB|AUX)$/u.test(document.tokens[at]?.pos ?? '') &&
  !/(?:ing|['’]s)$/u.test(document.tokens[at]?.lower ?? '');

function afterInsertion({ document }: CastText, comma: number): number | undefined {
  for (let at = comma + 1; at < comma + 8; at += 1)
    if (document.tokens[at]?.text === ',') return at + 1;
  return undefined;
}

function fateAt({ document }: CastText, { first }: Stretch): 1 | -1 | undefined {
  const { tokens } = document;
  const verb = tokens[first]?.lower === 'to' ? first + 1 : first;
  for (const [words, sign] of FATES_AFTER_ASKING) if (follow(tokens, verb, words)) return sign;
  return undefined;
}

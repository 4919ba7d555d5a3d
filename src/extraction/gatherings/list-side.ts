import type { Span } from '../../text/span.ts';
import type { CastText } from '../cast/cast.ts';
import type { Name } from '../syntax/names.ts';
import { PEOPLE_NOUNS } from '../lexicon/roles.ts';
import { spanOf } from '../cast/roles.ts';
import type { Run } from './guest.ts';

/**
 * Whom a name in a list stands for, where the list says it beside the name and without a role.
 *
 *     the foreign ministers of [Ghana], Kwabena …; [Nigeria], Rakiya …; and [Benin], Rosine …
 *     for [Norway], fisheries minister Ragnhild …; for [Iceland], Þórdís …
 *     [Rwanda] (Immaculée …), [Norway] (Torbjørn …)
 *     Indonesia's envoy, Raden …; [Mexico]'s, Leonor …
 */
export function listSide(text: CastText, name: Name, range: Run): Span | undefined {
  return (
    beforeParenthesis(text, name) ??
    beforeBy(text, name, range) ??
    afterSeparator(text, name, range)
  );
}

/** `Norway was represented by Bo Ek and [Ghana] by Ann Lee` */
function beforeBy({ document, names }: CastText, name: Name, { first }: Run): Span | undefined {
  const by = (name.titleFirst ?? name.first) - 1;
  const owner = by > first && document.tokens[by]?.lower === 'by' ? names.at[by - 1] : undefined;
  return owner === undefined || owner.kind === 'person'
    ? undefined
    : spanOf(document.tokens, owner);
}

function beforeParenthesis({ document, names }: CastText, name: Name): Span | undefined {
  const start = name.titleFirst ?? name.first;
  if (document.tokens[start - 1]?.text !== '(') return undefined;
  const owner = names.at[start - 2];
  return owner === undefined || owner.kind === 'person'
    ? undefined
    : spanOf(document.tokens, owner);
}

/** The name of a place or body between the last separator and the name, a comma behind it. */
function afterSeparator(text: CastText, name: Name, { first }: Run): Span | undefined {
  const { document, names } = text;
  const { tokens } = document;
  const start = name.titleFirst ?? name.first;
  for (let at = start - 1; at >= Math.max(first - 2, start - 12); at -= 1) {
    const owner = names.at[at];
    if (/^(?:;|:|and)$/u.test(tokens[at]?.lower ?? '') || owner?.kind === 'person')
      return undefined;
    if (owner === undefined) continue;
    const isFollowed = tokens[at + 1]?.text === ',' || tokens[at + 2]?.text === ',';
    return isFollowed && opensItem(text, owner.first - 1) ? spanOf(tokens, owner) : undefined;
  }
  return undefined;
}

/** Whether an item of a list begins behind a token: `; | Nigeria,`, `for the | Faroes,`. */
function opensItem({ document }: CastText, before: number): boolean {
  const { tokens } = document;
  const at = tokens[before]?.lower === 'the' ? before - 1 : before;
  const word = tokens[at]?.lower ?? ';';
  if (word === 'of') return PEOPLE_NOUNS.holds(tokens[at - 1]);
  return /^(?:;|:|for|and|from)$/u.test(word);
}

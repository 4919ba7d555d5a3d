import type { Stance } from '../facts.ts';
import { backedCompounds, epithets } from '../lexicon/stance-epithets.ts';
import { stanceOf } from './draft.ts';
import { type Holding, holdingOf, type VoicedText } from './party.ts';
import { antecedentOf, subjectOf } from './subject.ts';
import type { Stretch } from './target.ts';
import { COPULAS } from '../lexicon/stance-modifiers.ts';
import { isNegated } from './judgement.ts';

// Sides that stand in a noun phrase: `a staunch Lee ally`, `the Lee-backed bill`.

/** The positions that epithets and compounds show. */
export function findEpithets(text: VoicedText, openings: readonly number[]): Stance[] {
  const found: Stance[] = [];
  for (const at of openings) {
    const word = text.document.tokens[at]?.lower ?? '';
    const polarity = epithets.get(word);
    if (polarity !== undefined) found.push(...named(text, at, polarity));
    if (backedCompounds.has(word)) found.push(...backed(text, at));
  }
  return found;
}

/** `[Bob Kerr], a staunch | Lee | ally`; `| Lee | critic [Bob Kerr]`; `[he] is a | Lee | supporter` */
function named(text: VoicedText, at: number, polarity: 'supports' | 'opposes'): Stance[] {
  const target = nameBefore(text, at);
  const holding = target && bearerOf(text, at);
  if (target === undefined || holding === undefined || isNegated(text, at)) return [];
  const cue = { first: at, last: at + 1 };
  return listed(
    stanceOf(text, { holding, target, cue, polarity, strength: 'firm', confidence: 0.7 }),
  );
}

/** The name right before an epithet, without a possessive: `Lee ally`. */
function nameBefore({ names }: VoicedText, at: number): Stretch | undefined {
  const name = names.at[at - 1];
  return name && { first: name.first, last: name.last };
}

/** Whoever is called so: the name behind, the one in front of the comma, or the copula's subject. */
function bearerOf(text: VoicedText, at: number): Holding | undefined {
  const { document, names, phrases } = text;
  const name = names.at[at + 1];
  if (name !== undefined)
    return holdingOf(text, at, { first: name.first, last: name.last, head: name.last - 1 });
  const before = (phrases.at[at]?.first ?? at) - 1;
  const word = document.tokens[before]?.lower ?? '';
  const bearer =
    word === ','
      ? antecedentOf(text, before + 1)
      : COPULAS.has(word)
        ? subjectOf(text, before)
        : undefined;
  return bearer && holdingOf(text, at, bearer);
}

/** `the [Lee]-backed | bill |` */
function backed(text: VoicedText, at: number): Stance[] {
  const { document, names, phrases } = text;
  const name = document.tokens[at - 1]?.text === '-' ? names.at[at - 2] : undefined;
  const phrase = phrases.at[at + 1];
  if (name === undefined || phrase === undefined) return [];
  const holding = holdingOf(text, name.first, {
    first: name.first,
    last: name.last,
    head: name.last - 1,
  });
  const target = { first: at + 1, last: phrase.last };
  const cue = { first: at, last: at + 1 };
  return listed(
    holding &&
      stanceOf(text, {
        holding,
        target,
        cue,
        polarity: 'supports',
        strength: 'firm',
        confidence: 0.75,
      }),
  );
}

const listed = (stance: Stance | undefined): Stance[] => (stance === undefined ? [] : [stance]);

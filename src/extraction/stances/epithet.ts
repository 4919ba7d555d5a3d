import type { EntityKind, Polarity, Stance } from '../facts.ts';
import { backedCompounds, epithets, PARTED, type Relation } from '../lexicon/stance-epithets.ts';
import { COPULAS } from '../lexicon/stance-modifiers.ts';
import { stanceOf } from './draft.ts';
import { isNegated } from './judgement.ts';
import { type Holding, holdingOf, type VoicedText } from './party.ts';
import { antecedentOf, subjectOf } from './subject.ts';
import type { Stretch } from './target.ts';

// Sides that stand in a noun phrase: `a staunch Lee ally`, `Lee’s lawyer, Bob Kerr`, `the Lee-backed bill`.

/** The positions that epithets and compounds show. */
export function findEpithets(text: VoicedText, openings: readonly number[]): Stance[] {
  const found: Stance[] = [];
  for (const at of openings) {
    const word = text.document.tokens[at]?.lower ?? '';
    const relation = epithets.get(word);
    if (relation !== undefined) found.push(...related(text, at, relation));
    if (backedCompounds.has(word)) found.push(...backed(text, at));
  }
  return found;
}

interface Showing {
  readonly polarity: Polarity;
  readonly strength: Stance['strength'];
  readonly confidence: number;
}

/** Who works for somebody is only taken to be for them. */
const SHOWN: Readonly<Record<Relation, Showing>> = {
  friend: { polarity: 'supports', strength: 'firm', confidence: 0.7 },
  foe: { polarity: 'opposes', strength: 'firm', confidence: 0.7 },
  servant: { polarity: 'supports', strength: 'hedged', confidence: 0.45 },
  choice: { polarity: 'supports', strength: 'firm', confidence: 0.6 },
};

/**
 * `[Bob Kerr], a staunch | Lee | ally`; `| Lee’s | critic [Bob Kerr]`; `[he] is a | Lee | supporter`;
 * the other way about where the one named first chose: `[Lee]’s nominee, | Bob Kerr`.
 */
function related(text: VoicedText, at: number, relation: Relation): Stance[] {
  const last = endOfNoun(text, at);
  // `the House’s chief vote-counter` is no chief of staff.
  if (text.document.tokens[at]?.lower === 'chief' && last === at + 1) return [];
  const other = ownerBefore(text, at, relation) ?? nameBehind(text, last, relation);
  const bearer = other && bearerOf(text, at, last);
  if (other === undefined || bearer === undefined || overlap(other, bearer)) return [];
  if (isNegated(text, at) || hasParted(text, at) || text.names.at[at] !== undefined) return [];
  if (!fitsRelation(text, other, bearer, relation)) return [];
  const [holder, target] = relation === 'choice' ? [other, bearer] : [bearer, other];
  const holding = holdingOf(text, at, { ...holder, head: holder.last - 1 });
  const cue = { first: at, last };
  return listed(holding && stanceOf(text, told(holding), { target, cue, ...SHOWN[relation] }));
}

/** A servant serves somebody, no country; a foe’s party is not whom they are up against. */
function fitsRelation(
  text: VoicedText,
  other: Stretch,
  bearer: Stretch,
  relation: Relation,
): boolean {
  const entityOf = ({ last }: Stretch): number => text.cast.at[last - 1] ?? -1;
  const kindOf = (one: Stretch): EntityKind | undefined => text.cast.entities[entityOf(one)]?.kind;
  if (entityOf(other) === entityOf(bearer)) return false;
  if (kindOf(bearer) === undefined || kindOf(bearer) === 'place') return false;
  if (relation === 'choice') return kindOf(bearer) === 'person';
  if (relation === 'servant')
    return (
      kindOf(bearer) === 'person' &&
      (kindOf(other) === 'person' || kindOf(other) === 'organisation')
    );
  const word = text.document.tokens[other.last - 1]?.lower ?? '';
  return kindOf(other) !== undefined && !PARTISAN.test(word);
}

/** Who stands where in somebody's life is told, whoever tells it. */
const told = (holding: Holding): Holding => ({ ...holding, trust: 1 });

const overlap = (a: Stretch, b: Stretch): boolean => a.first < b.last && b.first < a.last;

/** `chief | of staff`, `press | secretary` are one noun. */
function endOfNoun({ document }: VoicedText, at: number): number {
  const { tokens } = document;
  if (tokens[at + 1]?.text === '-') return at + 3;
  return tokens[at + 1]?.lower === 'of' && tokens[at + 2]?.lower === 'staff' ? at + 3 : at + 1;
}

const PARTISAN =
  /^(?:republican|democratic|democrat|gop|liberal|conservative|labour|tory|libertarian|socialist|green)$/u;

/**
 * Who stands in front of an epithet, words that only colour it in between: `Lee’s longtime | ally`,
 * `Lee campaign | manager`, `his | lawyer`.
 */
function ownerBefore(text: VoicedText, at: number, relation: Relation): Stretch | undefined {
  const { names, document, phrases } = text;
  const { tokens } = document;
  const least = phrases.at[at]?.first ?? at;
  let before = at - 1;
  while (before >= least && colours(text, before)) before -= 1;
  const word = tokens[before]?.lower ?? '';
  if (/^(?:his|her|their)$/u.test(word) && isEntity(text, before))
    return { first: before, last: before + 1 };
  const isOwner = /^(?:'s|’s|'|’)$/u.test(word);
  const name = names.at[isOwner ? before - 1 : before];
  const isApart = before < at - 1 && !isOwner && relation !== 'servant';
  return name === undefined || isApart ? undefined : { first: name.first, last: name.last };
}

/** `longtime`, `campaign`, `Republican` in front of an epithet. */
const colours = ({ names, document }: VoicedText, at: number): boolean =>
  PARTISAN.test(document.tokens[at]?.lower ?? '')
    ? document.tokens[at - 1]?.pos !== 'DET'
    : names.at[at] === undefined && /^(?:ADJ|NOUN|ADV)$/u.test(document.tokens[at]?.pos ?? '');

/** `a lawyer for | Lee |`, `an appointee of | Lee |`. Friends and foes `of` somebody are read as cues. */
function nameBehind(
  { names, document }: VoicedText,
  last: number,
  relation: Relation,
): Stretch | undefined {
  const link = LINKS[relation];
  if (link?.test(document.tokens[last]?.lower ?? '') !== true) return undefined;
  for (let at = last + 1; at <= last + 3; at += 1) {
    const name = names.at[at];
    if (name !== undefined) return { first: name.first, last: name.last };
  }
  return undefined;
}

const LINKS: Readonly<Partial<Record<Relation, RegExp>>> = {
  servant: /^(?:for|to)$/u,
  choice: /^of$/u,
};

/** `| former | Lee lawyer` */
function hasParted({ document, phrases }: VoicedText, at: number): boolean {
  const from = Math.min(phrases.at[at]?.first ?? at, at) - 1;
  for (let before = at - 1; before >= Math.max(0, from); before -= 1)
    if (PARTED.holds(document.tokens[before])) return true;
  return false;
}

/**
 * Whoever is called so: the name behind, also behind what they are to be, `Lee’s pick for mayor,
 * | Bob Kerr`; the one in front of the comma; or the copula’s subject.
 */
function bearerOf(text: VoicedText, at: number, last: number): Stretch | undefined {
  const { document, phrases } = text;
  const behind = nameAtEnd(text, last) ?? nameAtEnd(text, commaAfter(text, last));
  if (behind !== undefined) return behind;
  // `Lee, her supporters said`: several are not the one in front.
  const noun = document.tokens[at]?.lower ?? '';
  if (noun.endsWith('s') && !/(?:ss|sis)$/u.test(noun)) return undefined;
  const before = (phrases.at[at]?.first ?? at) - 1;
  const word = document.tokens[before]?.lower ?? '';
  const bearer =
    word === ','
      ? antecedentOf(text, before + 1)
      : COPULAS.has(word)
        ? subjectOf(text, before)
        : undefined;
  return bearer && { first: bearer.first, last: bearer.last };
}

/** The token behind the comma that ends `for mayor,`. */
function commaAfter({ document }: VoicedText, last: number): number {
  const { tokens } = document;
  if (tokens[last]?.text === ',') return last + 1;
  if (!/^(?:for|to|as)$/u.test(tokens[last]?.lower ?? '')) return -1;
  for (let at = last + 1; at < last + 7; at += 1) {
    if (tokens[at]?.text === ',') return at + 1;
    if (!/^(?:NOUN|ADJ|DET|PROPN|ADP)$/u.test(tokens[at]?.pos ?? '')) return -1;
  }
  return -1;
}

/** The name with which a phrase ends: `the banker | Bob Kerr |`. */
function nameAtEnd(text: VoicedText, at: number): Stretch | undefined {
  const phrase = text.phrases.at[at];
  const end = phrase?.first === at || text.names.at[at]?.first === at ? (phrase?.last ?? at) : at;
  const name = text.names.at[Math.max(at, end - 1)];
  return name !== undefined && name.first >= at && isEntity(text, name.first)
    ? { first: name.first, last: name.last }
    : undefined;
}

const isEntity = ({ cast }: VoicedText, at: number): boolean => (cast.at[at] ?? -1) >= 0;

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
      stanceOf(text, holding, {
        target,
        cue,
        polarity: 'supports',
        strength: 'firm',
        confidence: 0.75,
      }),
  );
}

const listed = (stance: Stance | undefined): Stance[] => (stance === undefined ? [] : [stance]);

import {
  isDemonym,
  isPlace,
  isPlaceWord,
  LANDSCAPE,
  LANDSCAPE_OPENERS,
} from '../lexicon/places.ts';
import { givenNameGender, isGivenName, isKnownSurname } from '../lexicon/first-names.ts';
import {
  genderOf,
  ORGANISATION_HEADS,
  PEOPLE_NOUNS,
  PERSON_NOUNS,
  THING_HEADS,
  TITLES,
} from '../lexicon/roles.ts';
import { plainReportingVerb } from '../lexicon/reporting-verbs.ts';
import type { EntityKind } from '../facts.ts';
import { type Document, isOrdinaryWord, type Token } from './document.ts';
import { findCapitalisedRuns, isNameSuffix, type Run } from './capitals.ts';
import { testByNumber, wordSet } from '../../text/word-numbers.ts';
import { rememberedWords } from '../../text/remembered.ts';

/** Words that name someone or something. Tokens are `[first, last)`. */
export interface Name {
  readonly first: number;
  readonly last: number;
  readonly kind: EntityKind | 'unknown';
  readonly gender?: 'female' | 'male' | undefined;
  /** Where the title before the name begins: 4 tokens earlier in `Secretary of State Marco Rubio`. */
  readonly titleFirst?: number | undefined;
}

/** The names of a document in order. Runs that are only a title (`the Prime Minister`) are left out. */
export function findNames(document: Document): Name[] {
  const names: Name[] = [];
  for (const run of findCapitalisedRuns(document)) {
    const name = nameOf(document, run);
    if (name !== undefined) names.push(name);
  }
  return names;
}

function nameOf(document: Document, run: Run): Name | undefined {
  const { tokens } = document;
  const first = endOfTitle(tokens, run);
  if (first >= run.last) return undefined;
  const name = { first, last: run.last };
  const known = knownOf(lowerOf(tokens, name));
  if (known.isDemonym && (isAdjective(tokens, name) || isOneOfThem(tokens, name))) return undefined;
  const hasTitle = first > run.first && hasPersonTitle(tokens, run.first, first);
  const kind = hasTitle ? 'person' : kindOf(tokens, name, known);
  const gender = kind === 'person' ? genderIn(tokens, run.first, name) : undefined;
  const titleFirst = first > run.first ? run.first : undefined;
  return { first, last: run.last, kind, gender, titleFirst };
}

function lowerOf(tokens: readonly Token[], { first, last }: Run): string {
  let words = tokens[first]?.lower ?? '';
  if (last - first === 1) return words;
  for (let at = first + 1; at < last; at += 1) words += ` ${tokens[at]?.lower ?? ''}`;
  return words.replaceAll(' - ', '-').replaceAll(" '", "'");
}

/** `the Russian side`: the people's name stands for no one when a noun follows. */
function isAdjective(tokens: readonly Token[], { last }: Run): boolean {
  const next = tokens[last];
  return next?.pos === 'NOUN' || next?.pos === 'ADJ' || next?.pos === 'PROPN';
}

/** `the Norwegian told them`: one person, where a verb follows; `the French said` are many. */
function isOneOfThem(tokens: readonly Token[], { first, last }: Run): boolean {
  const isSingular = last - first === 1 && /[ni]$/u.test(tokens[first]?.lower ?? '');
  const isDefinite = tokens[first - 1]?.lower === 'the';
  return isSingular && isDefinite && /^(?:VERB|AUX)$/u.test(tokens[last]?.pos ?? '');
}

/**
 * The first token of the name proper, after titles and what belongs to them.
 *
 *     Foreign Minister | Sergei Lavrov          Secretary of State | Marco Rubio
 *     House Judiciary Chairman | Jerry Nadler   Minister of Transport of Turkey | Selçuk Erdemoğlu
 */
function endOfTitle(tokens: readonly Token[], { first, last }: Run): number {
  let title = -1;
  for (let at = first; at < last; at += 1)
    if (isTitle(tokens[at]) && !precedesSuffixOnly(tokens, at + 1, last)) title = at;
  if (title < 0) return afterLeadingDemonym(tokens, first, last);
  if (title > first && isGivenName(tokens[title - 1]) && title === last - 1) return first;
  const after = /^(?:of|for)$/u.test(tokens[title + 1]?.lower ?? '')
    ? afterComplement(tokens, title + 2, last)
    : title + 1;
  // `State Department`, `Foreign Ministry`: the title's word belongs to the body's name.
  return after < last && ORGANISATION_HEADS.holds(tokens[last - 1]) ? first : after;
}

/** `Republican | Mark Walker`, `British | David Lammy` */
function afterLeadingDemonym(tokens: readonly Token[], first: number, last: number): number {
  const isLabelled = last - first > 2 && isLabel(tokens[first]) && isGivenName(tokens[first + 1]);
  return isLabelled ? first + 1 : first;
}

/** A word for whose people somebody is: a demonym or a party. */
const isLabel = testByNumber(
  (lower) =>
    isDemonym(lower) || /^(?:republicans?|democrats?|democratic|gop|tory|labour)$/u.test(lower),
);

const isTitle = (token: Token | undefined): boolean => token !== undefined && TITLES.holds(token);

/** `Martin Luther King Jr.`: what stands behind `King` is no name. */
function precedesSuffixOnly(tokens: readonly Token[], from: number, last: number): boolean {
  for (let at = from; at < last; at += 1) if (!isNameSuffix(tokens[at])) return false;
  return from < last;
}

function afterComplement(tokens: readonly Token[], from: number, last: number): number {
  for (let at = from + 1; at < last; at += 1) {
    const before = tokens[at - 1]?.lower ?? '';
    if (/^(?:of|and|the|-|&)$/u.test(before) || /^(?:of|and|-|&)$/u.test(tokens[at]?.lower ?? ''))
      continue;
    if (isGivenName(tokens[at]) && !isPlaceWord(tokens[at])) return at;
  }
  for (let at = last - 1; at >= from; at -= 1) if (isPlaceWord(tokens[at])) return at + 1;
  // `Minister of Energy | Kamchybek Asanov`, but `Minister for Water Resources` names nobody.
  let at = from + 1;
  while (at < last && isOrdinaryWord(tokens[at]?.lower ?? '')) at += 1;
  return at;
}

function hasPersonTitle(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isTitle(tokens[at])) return true;
  return false;
}

const SURELY_NO_PERSON =
  /^(?:white house|ground zero|supreme court|wall street|capitol hill|first amendment|second amendment|air force one|oval office|social security|affordable care act|fox news|god|congress|internet|medicare|medicaid|obamacare|brexit|covid|covid-19|twitter|facebook|google|instagram|islam|christmas|thanksgiving|easter|ramadan|constitution|bible|koran|quran|nazi|nazis)$/u;

const MANY =
  /^(?:republicans|democrats|conservatives|liberals|tories|muslims|christians|jews|catholics)$/u;

/** What the words of a name tell of it, whatever stands around them. */
interface Known {
  readonly isDemonym: boolean;
  readonly areMany: boolean;
  readonly isPlace: boolean;
  /** Of a place: the name goes for those who rule from there, or for all its states. */
  readonly isBody: boolean;
  readonly isNoPerson: boolean;
  readonly isSurname: boolean;
}

const knownOf = rememberedWords((lower): Known => ({
  isDemonym: isDemonym(lower),
  areMany: MANY.test(lower),
  isPlace: isPlace(lower),
  isBody: isBody(lower),
  isNoPerson: SURELY_NO_PERSON.test(lower),
  isSurname: isKnownSurname(lower),
}));

function kindOf(tokens: readonly Token[], name: Run, known: Known): EntityKind | 'unknown' {
  if (known.isDemonym || known.areMany || areLabelled(tokens, name)) return 'group';
  if (known.isPlace) return known.isBody ? 'organisation' : 'place';
  if (known.isNoPerson) return 'organisation';
  if (endsAsLandscape(tokens, name)) return 'place';
  if (endsAsBody(tokens, name) || isAcronym(tokens, name)) return 'organisation';
  if (name.last - name.first > 1 && THING_HEADS.holds(tokens[name.last - 1])) return 'organisation';
  if (known.isSurname) return 'person';
  if (looksLikePerson(tokens, name)) return 'person';
  return 'unknown';
}

/** `Republican Senators`, `Kenyan Officials`: several, whom a headline or a member capitalises. */
const areLabelled = (tokens: readonly Token[], { first, last }: Run): boolean =>
  last - first === 2 && PEOPLE_NOUNS.holds(tokens[last - 1]) && isLabel(tokens[first]);

const DIRECTIONS = wordSet(
  'north south east west northern southern eastern western central upper lower'.split(' '),
);

/** `Nuba Mountains`, `South Kordofan`; but `Kanye West` and `Oliver North` are people. */
function endsAsLandscape(tokens: readonly Token[], { first, last }: Run): boolean {
  if (last - first < 2) return false;
  return (
    LANDSCAPE.holds(tokens[last - 1]) ||
    (LANDSCAPE_OPENERS.holds(tokens[first]) && last - first === 2) ||
    (DIRECTIONS.holds(tokens[first]) && !isGivenName(tokens[first + 1]))
  );
}

/** The names of unions and seats of government are bodies before they are places. */
const isBody = (lower: string): boolean =>
  /^(?:eu|european union|un|u\.n\.?|united nations|kremlin|white house|élysée|elysee|knesset|whitehall|downing street|palestinian authority|holy see)$/u.test(
    lower,
  );

const LINKS = wordSet(['of', 'for', 'on', 'and']);

function endsAsBody(tokens: readonly Token[], { first, last }: Run): boolean {
  for (let at = first; at < last; at += 1) {
    if (!ORGANISATION_HEADS.holds(tokens[at])) continue;
    const isLastOfPart = at === last - 1 || LINKS.holds(tokens[at + 1]);
    if (isLastOfPart && (last - first > 1 || (tokens[at]?.lower.length ?? 0) > 5)) return true;
  }
  return false;
}

const isAcronym = (tokens: readonly Token[], { first, last }: Run): boolean =>
  (last - first === 1 || tokens[first + 1]?.text === '-') &&
  /^[\p{Lu}&.-]{2,7}$/u.test(tokens[first]?.text ?? '') &&
  !/^(?:\p{Lu}\.|AM|PM|TV|OK|ID|CEO|CFO|DNA|GDP)$/u.test(tokens[first]?.text ?? '');

function looksLikePerson(tokens: readonly Token[], { first, last }: Run): boolean {
  const head = tokens[first]?.text ?? '';
  const count = last - first;
  const isLong = count >= 2 && !/^(?:of|for|and|&)$/u.test(tokens[first + 1]?.lower ?? '');
  if (isLong && (isGivenName(tokens[first]) || /^\p{Lu}\.$/u.test(head))) return true;
  const next = tokens[last];
  const speaks = next !== undefined && plainReportingVerb(next) !== undefined;
  const introduced = PERSON_NOUNS.holds(tokens[first - 1]);
  const spokenOf =
    tokens[first - 1] !== undefined && plainReportingVerb(tokens[first - 1]) !== undefined;
  return (
    introduced ||
    (count <= 4 && isLong && isDescribed(tokens, last)) ||
    (count <= 3 && isLong && (speaks || spokenOf)) ||
    (isLong && hasParticle(tokens, first, last))
  );
}

/** `Rezwanul Karim Chowdhury, | Minister for Water Resources`, `Papa Kasongo, | 61,`, `Ada Vogt, | who` */
function isDescribed(tokens: readonly Token[], comma: number): boolean {
  if (tokens[comma]?.text !== ',') return false;
  const first = /^(?:the|a|an)$/u.test(tokens[comma + 1]?.lower ?? '') ? comma + 2 : comma + 1;
  if (/^(?:who|whose)$/u.test(tokens[first]?.lower ?? '')) return true;
  if (/^\d{2}$/u.test(tokens[first]?.text ?? '') && tokens[first + 1]?.text === ',') return true;
  return [first, first + 1, first + 2].some((at) => {
    const word = tokens[at]?.lower ?? '';
    return (
      PERSON_NOUNS.has(word) &&
      /^(?:of|for|at|in|and|,|from|to|who)$/u.test(tokens[at + 1]?.lower ?? '')
    );
  });
}

const PARTICLES = wordSet(['van', 'von', 'der', 'bin', 'ibn', 'al', 'de', 'al-']);

function hasParticle(tokens: readonly Token[], first: number, last: number): boolean {
  for (let at = first + 1; at < last - 1; at += 1) if (PARTICLES.holds(tokens[at])) return true;
  return false;
}

function genderIn(
  tokens: readonly Token[],
  from: number,
  { first }: Run,
): 'female' | 'male' | undefined {
  for (let at = Math.max(0, from - 1); at < first; at += 1) {
    const gender = genderOf(tokens[at]?.lower ?? '');
    if (gender !== undefined) return gender;
  }
  return givenNameGender(tokens[first]);
}

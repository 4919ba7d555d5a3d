import { type Span, span } from '../../text/span.ts';
import { testByNumber, wordSet } from '../../text/word-numbers.ts';
import type { Token } from '../syntax/document.ts';
import { isCalendarWord } from '../lexicon/calendar.ts';
import { isDemonym, isDemonymWord, isPlace, isPlaceWord, opensPlace } from '../lexicon/places.ts';
import { ORGANISATION_HEADS, PERSON_NOUNS, TITLES } from '../lexicon/roles.ts';
import type { Name } from '../syntax/names.ts';
import type { Phrase } from '../syntax/phrases.ts';
import type { Text } from '../syntax/text.ts';

/** What somebody is, as stated beside a name. Tokens are `[first, last)`. */
export interface Role {
  readonly first: number;
  readonly last: number;
}

const PREPOSITIONS = wordSet(['of', 'for', 'to', 'at', 'on', 'in', 'from', 'with']);
const ARTICLES = wordSet(['the', 'a', 'an']);
const NEARNESS = wordSet(['close', 'familiar']);
const INSERTING = wordSet([',', '(']);

export const spanOf = (tokens: readonly Token[], { first, last }: Role): Span =>
  span(tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0);

/**
 * The roles that stand beside a name, in front of it and behind it.
 *
 *     [Secretary of State] Marco Rubio           [Putin's advisor] Yuri Ushakov
 *     [special envoy for the Middle East], Steve Witkoff
 *     Kiril Dmitriev, [director of the Russian sovereign fund]
 *     Blas Amarilla, who is [deputy economy minister of Paraguay]
 */
export function findRoles(text: Text, name: Name): Role[] {
  const found = [roleInFront(text, name), roleBeforeComma(text, name), roleBehind(text, name)];
  return found.filter((role) => role !== undefined);
}

function roleInFront(text: Text, name: Name): Role | undefined {
  const { tokens } = text.document;
  const phrase = text.phrases.at[name.first];
  const start = Math.min(name.titleFirst ?? name.first, phrase?.first ?? name.first);
  const first = skipDeterminer(tokens, start);
  if (first >= name.first) return attachedRole(text, name);
  // `Mr.` says no more than that he is a man.
  const isOnlyPolite = /^(?:mr|mrs|ms|miss|dr)\.?$/u.test(tokens[name.first - 1]?.lower ?? '');
  if (isOnlyPolite || !hasRoleNoun(tokens, first, name.first)) return undefined;
  return { first, last: name.first };
}

/** `former secretary of state | Hillary Clinton` */
function attachedRole(text: Text, { first }: Name): Role | undefined {
  const { tokens, sentenceOf } = text.document;
  const isAttached = text.phrases.at[first - 1] !== undefined;
  if (!isAttached || sentenceOf[first - 1] !== sentenceOf[first]) return undefined;
  const role = outermostRole(text, first - 1);
  // `a [Vogt] supporter`: the noun behind the name is somebody else's.
  if (role === undefined || role.last > first) return undefined;
  return { first: skipDeterminer(tokens, role.first), last: first };
}

const skipDeterminer = (tokens: readonly Token[], at: number): number => {
  // `18:05 President Lee`: the hour of a live report.
  const start = isHour(tokens[at]) ? at + 1 : at;
  // `the country's envoy`: without its article, `country's` is no English.
  const isOwned = isOwning(tokens[start + 2]);
  const isCommon = tokens[start + 1]?.text === tokens[start + 1]?.lower;
  if (isOwned && isCommon) return start;
  return ARTICLES.holds(tokens[start]) ? start + 1 : start;
};

const isOwning = (token: Token | undefined): boolean =>
  token?.text === "'s" || token?.text === '’s';

const isHour = testByNumber((word) => /^\d{1,2}[:.]\d{2}$/u.test(word));

export function isRoleNoun(token: Token | undefined): boolean {
  return token !== undefined && (PERSON_NOUNS.holds(token) || TITLES.holds(token));
}

function hasRoleNoun(tokens: readonly Token[], first: number, last: number): boolean {
  for (let at = first; at < last; at += 1) if (isRoleNoun(tokens[at])) return true;
  return false;
}

/** `Donald Trump's special envoy for the Middle East, | Steve Witkoff` */
function roleBeforeComma(text: Text, name: Name): Role | undefined {
  const { tokens, sentenceOf } = text.document;
  const comma = name.first - 1;
  if (tokens[comma]?.text !== ',' || name.titleFirst !== undefined) return undefined;
  // The insertion must end behind the name, or the comma is a list's: `Putin, the minister, Lavrov and …`
  if (!/^(?:[,.;:)—–]|and|who|told|said)$/u.test(tokens[name.last]?.lower ?? '.')) return undefined;
  const phrase = outermostRole(text, comma - 1);
  if (phrase === undefined || sentenceOf[phrase.first] !== sentenceOf[name.first]) return undefined;
  return { first: skipDeterminer(tokens, phrase.first), last: comma };
}

/** The role that ends at a token, over what it is of: `the [envoy] for the Middle East`. */
function outermostRole({ document, phrases, names }: Text, end: number): Phrase | undefined {
  const { tokens } = document;
  let role: Phrase | undefined;
  let phrase = phrases.at[end];
  while (phrase !== undefined) {
    if (isRoleNoun(tokens[phrase.head]) && names.at[phrase.head]?.kind !== 'person') role = phrase;
    if (!PREPOSITIONS.holds(tokens[phrase.first - 1])) break;
    phrase = phrases.at[phrase.first - 2];
  }
  return role;
}

/** `Kiril Dmitriev, | director of the Russian sovereign fund` */
function roleBehind(text: Text, name: Name): Role | undefined {
  const { tokens, sentenceOf } = text.document;
  if (!INSERTING.holds(tokens[name.last])) return undefined;
  const at = skipLeadIn(tokens, name.last + 1);
  const phrase = text.phrases.at[at];
  const isHere = phrase?.first === at && sentenceOf[at] === sentenceOf[name.first];
  if (phrase === undefined || !isHere || !endsInRole(text, phrase)) return undefined;
  const last = withComplements(text, phrase.last);
  // `Vogt, Minister of Transport Paul Reed and …`: the title of the next on a list.
  if (text.names.at[last - 1]?.titleFirst === at) return undefined;
  return { first: skipDeterminer(tokens, phrase.first), last };
}

/** `, who is | deputy minister`, `, then | a senator` */
function skipLeadIn(tokens: readonly Token[], from: number): number {
  const isClause = /^(?:is|was)$/u.test(tokens[from + 1]?.lower ?? '');
  let at = tokens[from]?.lower === 'who' && isClause ? from + 2 : from;
  while (/^(?:then|now|also|himself|herself|once|formerly)$/u.test(tokens[at]?.lower ?? ''))
    at += 1;
  return at;
}

/** A phrase that names another person is no role: `Lavrov, President Putin and …`. */
function endsInRole({ document, names }: Text, { first, last, head }: Phrase): boolean {
  const token = document.tokens[head];
  const namesPerson = names.at[head]?.kind === 'person' && !TITLES.has(token?.lower ?? '');
  return !namesPerson && (isRoleNoun(token) || isPartyLabel(document.tokens, first, last));
}

/** `North Carolina Republican`, `D-Calif.` */
function isPartyLabel(tokens: readonly Token[], first: number, last: number): boolean {
  const isLetter = /^[DRI]$/u.test(tokens[first]?.text ?? '') && tokens[first + 1]?.text === '-';
  return (
    isLetter ||
    /^(?:republican|democrat|independent|conservative)$/u.test(tokens[last - 1]?.lower ?? '')
  );
}

/** Takes in what a role is of: `director | of the Russian sovereign fund`, `a diplomat | close to the talks`. */
export function withComplements({ document, phrases, names }: Text, end: number): number {
  const { tokens } = document;
  let last = end;
  for (;;) {
    const preposition = NEARNESS.holds(tokens[last]) ? last + 1 : last;
    if (!PREPOSITIONS.holds(tokens[preposition])) return last;
    const next = phrases.at[preposition + 1];
    if (next === undefined || next.first !== preposition + 1) return last;
    if (isCalendarWord(tokens[next.head])) return last;
    last = next.last;
    if (names.at[next.head]?.kind !== 'person') continue;
    // `supporters of Ann Wolf | and Tim Beck`
    const joined = tokens[last]?.lower === 'and' ? phrases.at[last + 1] : undefined;
    return joined && names.at[joined.head]?.kind === 'person' ? joined.last : last;
  }
}

/** The words of a role that say whose: `US` in `US Defense Secretary`, `Putin` in `Putin's advisor`. */
export function affiliationIn({ document, names }: Text, role: Role): Span | undefined {
  const { tokens } = document;
  const { first } = role;
  const last = endOfOffice(tokens, role);
  const owner = possessorIn(tokens, first, last);
  // `Norway's UN envoy`, `Russia's Arctic ambassador`
  if (owner !== undefined && isPlace(document.text.slice(owner.start, owner.end))) return owner;
  for (let at = last - 1; at >= first; at -= 1) {
    const name = names.at[at];
    if (name !== undefined && name.kind !== 'unknown' && name.kind !== 'person')
      return spanOf(tokens, {
        first: Math.max(first, name.first),
        last: Math.min(last, name.last),
      });
    if (at > first && opensPlace(tokens[at - 1])) {
      const two = `${tokens[at - 1]?.lower ?? ''} ${tokens[at]?.lower ?? ''}`;
      if (isDemonym(two) || isPlace(two)) return spanOf(tokens, { first: at - 1, last: at + 1 });
    }
    const token = tokens[at];
    if (isDemonymWord(token) || (isPlaceWord(token) && token?.isUpper === true))
      return spanOf(tokens, { first: at, last: at + 1 });
  }
  return bodyIn(tokens, first, last) ?? owner;
}

/** `the country's ambassador | to Norway`: where somebody is posted is not whose they are. */
function endOfOffice(tokens: readonly Token[], { first, last }: Role): number {
  for (let at = first + 1; at < last; at += 1)
    if (tokens[at]?.lower === 'to' && isRoleNoun(tokens[at - 1])) return at;
  return last;
}

/** `House` in `House Speaker`, `World Bank` in `World Bank economist` */
function bodyIn(tokens: readonly Token[], first: number, last: number): Span | undefined {
  for (let at = first; at < last - 1; at += 1) {
    const token = tokens[at];
    if (token !== undefined && /^\p{Lu}/u.test(token.text) && ORGANISATION_HEADS.holds(token))
      return spanOf(tokens, { first: startOfCapitals(tokens, first, at), last: at + 1 });
  }
  return undefined;
}

function startOfCapitals(tokens: readonly Token[], first: number, at: number): number {
  let start = at;
  while (start > first && /^\p{Lu}/u.test(tokens[start - 1]?.text ?? '')) {
    if (isRoleNoun(tokens[start - 1]) || TIMES.test(tokens[start - 1]?.lower ?? '')) break;
    start -= 1;
  }
  return start;
}

/** `the committee's chair`, `the country's envoy`: whose, these do not say. */
const NOBODYS =
  /^(?:committee|subcommittee|panel|commission|office|agency|body|country|nation|court|council|house|chamber|summit|forum|conference|event|group|organi[sz]ation|company|firm|union|city|town|state|region|world)$/u;

const TIMES = /^(?:former|ex|then|late|acting|interim|new|outgoing|incoming|deputy)$/u;

function possessorIn(tokens: readonly Token[], first: number, last: number): Span | undefined {
  for (let at = first + 1; at < last; at += 1)
    if (isOwning(tokens[at]))
      return NOBODYS.test(tokens[at - 1]?.lower ?? '')
        ? undefined
        : spanOf(tokens, { first, last: at });
  return undefined;
}

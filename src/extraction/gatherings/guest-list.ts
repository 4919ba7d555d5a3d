import type { CastText } from '../cast/cast.ts';
import type { Token } from '../syntax/document.ts';
import { BODY_NOUNS, PEOPLE_NOUNS, PERSON_NOUNS } from '../lexicon/roles.ts';
import { isCalendarWord } from '../lexicon/calendar.ts';
import { isDemonym } from '../lexicon/places.ts';
import { plainReportingVerb } from '../lexicon/reporting-verbs.ts';
import type { Name } from '../syntax/names.ts';
import { type Guest, namedGuest, phraseGuest, type Run } from './guest.ts';
import { unreadName } from './unread-name.ts';
import { listSide } from './list-side.ts';
import { wordSet } from '../../text/word-numbers.ts';

// The people in a stretch of words that lists them, over the appositions between them.

/** Begin another clause, where a list of guests ends. */
const ENDS = wordSet(
  `but while when because although though before after if until unless whereas since amid despite
   following where`.split(/\s+/u),
);

/** Whoever stands behind these is not in the list: `in place of the minister, Sherzod …`. */
const ASIDES = wordSet(
  `place instead replacing behalf without regrets excluding loyal lieu absence except rather
   succeeding succeeds replaced apologies`.split(/\s+/u),
);

/**
 * The guests that a stretch lists, in order: persons by name; where it names none, the countries,
 * bodies or groups it names.
 *
 *     [Salwa Abdelgadir], head of …, and a military lawyer, [Colonel Bashir Nimir]
 *     [Kiril Dmitriev], who works for Putin; and [Ann Lee] (in place of Bo Li)
 */
export function readGuests(text: CastText, range: Run): Guest[] {
  const open = openTokens(text, range);
  const read = namesIn(text, range, open).filter((name) => isPerson(text, name));
  const names = [...read, ...unreadNames(text, range, open, read)]
    .filter((name) => mayStand(text, name, range))
    .toSorted((one, other) => one.first - other.first);
  return withoutNewSubject(text, names, range).map((name) => withListSide(text, name, range));
}

/** Names that end the phrases of a list and were not read as a person's. */
function unreadNames(
  text: CastText,
  { first, last }: Run,
  open: readonly boolean[],
  read: readonly Name[],
): Name[] {
  const found: Name[] = [];
  for (let at = first; at < last; at += 1) {
    const phrase = text.phrases.at[at];
    if (phrase === undefined || phrase.first !== at || open[at - first] !== true) continue;
    if (phrase.last > last || read.some((name) => touches(name, phrase))) continue;
    const name = unreadName(text, phrase);
    if (name !== undefined) found.push(name);
  }
  return found;
}

/** As `readGuests`, and the groups and bodies as well: `visiting officials, including Ann Lee`. */
export function readParties(text: CastText, range: Run): Guest[] {
  const persons = readGuests(text, range);
  const groups = groupsIn(text, range, openTokens(text, range));
  const others = groups.filter(({ at }) => !persons.some((person) => touches(person.at, at)));
  return [...persons, ...others].toSorted((a, b) => a.at.first - b.at.first);
}

const touches = (a: Run, b: Run): boolean => a.first < b.last && b.first < a.last;

function withListSide(text: CastText, name: Name, range: Run): Guest {
  const guest = namedGuest(text, name);
  const side = listSide(text, name, range);
  return side === undefined ? guest : { ...guest, side };
}

/** `the [Greek Cypriot] leader`: a name in front of a noun is nobody. */
function isModifier(tokens: Tokens, from: number, end: number): boolean {
  const rest = tokens.slice(from, end);
  return rest.some(
    (token) =>
      token.pos === 'NOUN' &&
      !isCalendarWord(token) &&
      !/^(?:last|this|week|morning|afternoon|evening|night|plans|hopes|aims)$/u.test(token.lower),
  );
}

/** A person, or a run of two to four capitalised words that nothing shows to be a body or a place. */
function isPerson({ cast, phrases, document }: CastText, { first, last, kind }: Name): boolean {
  // `the Catholic Teachers' Guild`
  if (/^['’]$/u.test(document.tokens[last]?.text ?? '') && phrases.at[last] !== undefined)
    return false;
  const known = cast.entities[cast.at[first] ?? -1]?.kind;
  const phrase = phrases.at[first];
  if (phrase !== undefined && isModifier(document.tokens, last, phrase.last)) return false;
  if (known === 'person') return true;
  const isShort = last - first > 1 && last - first <= 4;
  if (known !== 'organisation' || kind !== 'unknown' || !isShort) return false;
  return !isPolity(document.tokens.slice(first, last).map(({ lower }) => lower));
}

/** `Democratic Republic`, `Turkish Cypriot`: part of a country's name, or a people. */
const isPolity = (words: readonly string[]): boolean =>
  words.every((word) => isDemonym(word)) ||
  words.some((word) =>
    /^(?:republic|kingdom|emirates?|federation|confederation|islands?|states?|province|territory|commonwealth|principality|sultanate|democratic|front|movement|forces?)$/u.test(
      word,
    ),
  );

/** Which tokens belong to the list itself, and not to an aside within it. */
function openTokens({ document, names }: CastText, { first, last }: Run): boolean[] {
  const { tokens, quotedOf } = document;
  const open: boolean[] = [];
  let closer: RegExp | undefined;
  for (let at = first; at < last; at += 1) {
    if (closer === undefined) {
      if (ENDS.holds(tokens[at]) || (at > first && isReport(tokens[at]))) break;
      closer = asideFrom(tokens, names.at, at);
    } else if (closer.test(`${tokens[at]?.lower ?? ''} ${tokens[at + 1]?.lower ?? ''}`))
      closer = undefined;
    open[at - first] = closer === undefined && (quotedOf[at] ?? -1) < 0;
  }
  return open;
}

/** `said`, but not the `State` of `Secretary of State`. */
const isReport = (token: Token | undefined): boolean =>
  token?.pos === 'VERB' && plainReportingVerb(token) !== undefined;

type Tokens = CastText['document']['tokens'];

const ASIDE_OPENERS = wordSet(['(', 'who', 'which', 'whose', 'whom', ...ASIDES]);

/** What closes the aside that a token opens; undefined if it opens none. */
function asideFrom(
  tokens: Tokens,
  nameAt: readonly (Name | undefined)[],
  at: number,
): RegExp | undefined {
  if (!ASIDE_OPENERS.holds(tokens[at])) return undefined;
  const word = tokens[at]?.lower ?? '';
  if (word === '(')
    return nameAt[at - 1] !== undefined && isNameIn(nameAt, at) ? undefined : /^\) /u;
  if (ASIDES.has(word)) return /^[,;)] /u;
  const isRole =
    word === 'who' &&
    /^(?:is|was)$/u.test(tokens[at + 1]?.lower ?? '') &&
    !/^(?:VERB)$/u.test(tokens[at + 2]?.pos ?? '');
  return isRole ? /^[,;] /u : /^(?:; |, (?:and|as)$)/u;
}

/** `Rwanda (Immaculée Nkusi)` */
const isNameIn = (nameAt: readonly (Name | undefined)[], at: number): boolean =>
  nameAt[at - 1]?.kind !== 'person' && nameAt[at + 1] !== undefined;

function namesIn({ names }: CastText, { first }: Run, open: readonly boolean[]): Name[] {
  const found: Name[] = [];
  for (const [offset, isOpen] of open.entries()) {
    const name = names.at[first + offset];
    if (isOpen && name !== undefined && name.first === first + offset) found.push(name);
  }
  return found;
}

/** `Norway was represented by Bo Ek and | Ghana by | Ann Lee`: the verb is said once for both. */
function actsFor({ document, names }: CastText, start: number): boolean {
  const { tokens } = document;
  const body = tokens[start - 1]?.lower === 'by' ? names.at[start - 2] : undefined;
  return (
    body !== undefined &&
    body.kind !== 'person' &&
    /^(?:and|,|;)$/u.test(tokens[body.first - 1]?.lower ?? '')
  );
}

/** Not `Putin` in `Putin's advisor`, nor in `an aide to Putin`. */
function mayStand(
  text: CastText,
  name: Pick<Name, 'first' | 'last' | 'titleFirst'>,
  { first }: Run,
): boolean {
  const { document, phrases } = text;
  const { tokens } = document;
  if (/^(?:'s|’s|'|’)$/u.test(tokens[name.last]?.text ?? '')) return false;
  const phrase = phrases.at[name.first];
  const start = Math.min(name.titleFirst ?? name.first, phrase?.first ?? name.first);
  if (start <= first) return true;
  if (actsFor(text, start)) return true;
  return !/^(?:of|to|from|for|against|about|over|on|under|at|in|by|near|than|as)$/u.test(
    tokens[start - 1]?.lower ?? '',
  );
}

/** Drops a last name that is the subject of a clause of its own: `…, and [Abdelgadir] led the talks`. */
function withoutNewSubject({ document }: CastText, names: readonly Name[], { last }: Run): Name[] {
  const { tokens } = document;
  const end = names.findIndex((name, index) => {
    const isBehindComma = tokens[name.last]?.text === ',' && tokens[name.last + 1]?.pos === 'AUX';
    let at = isBehindComma ? name.last + 1 : name.last;
    while (tokens[at]?.pos === 'ADV') at += 1;
    if (at >= last || index === 0) return false;
    const pos = tokens[at]?.pos ?? '';
    return (
      (pos === 'VERB' || pos === 'AUX') &&
      tokens[at]?.lower.endsWith('ing') !== true &&
      !/^(?:by|with)$/u.test(tokens[at + 1]?.lower ?? '')
    );
  });
  return end < 0 ? [...names] : names.slice(0, end);
}

function groupsIn(text: CastText, { first, last }: Run, open: readonly boolean[]): Guest[] {
  const found: Guest[] = [];
  for (let at = first; at < last;) {
    const phrase = text.phrases.at[at];
    if (phrase === undefined || phrase.first < at || open[at - first] !== true) {
      at += 1;
      continue;
    }
    if (isParty(text, phrase, first)) found.push(phraseGuest(text, phrase));
    at = phrase.last;
  }
  return found;
}

/** `developers`, `lobbyists`, `trustees`, less what ends so and is no one. */
const PEOPLE_ENDING =
  /^(?!(?:matter|paper|letter|number|power|order|offer|answer|border|quarter|factor|error|motor|door|floor|color|colour|center|water|chapter|computer|committee|guarantee|fee|degree|coffee|tree)s$)\p{L}{3,}(?:ers|ors|ists|ians|ees)$/u;

/** Say no more than that there were people. */
const NOBODIES = wordSet([
  'critics',
  'others',
  'some',
  'many',
  'most',
  'both',
  'delegation',
  'several',
  'two',
  'three',
]);

/** People or a body: `officials`, `the committee`; not one unnamed person, `the chair`. */
const isSeveral = (head: Token | undefined): boolean =>
  head !== undefined &&
  !NOBODIES.holds(head) &&
  (PEOPLE_NOUNS.holds(head) ||
    BODY_NOUNS.holds(head) ||
    head.lower === 'caucus' ||
    PEOPLE_ENDING.test(head.lower) ||
    (head.lower.endsWith('s') && PERSON_NOUNS.has(head.lower.slice(0, -1))));

function isParty(text: CastText, phrase: Run & { readonly head: number }, first: number): boolean {
  const { document, names, cast } = text;
  const before = document.tokens[phrase.first - 1]?.lower ?? '';
  if (phrase.first > first && /^(?:of|to|from|for|in|on|at|by|about|over)$/u.test(before))
    return false;
  if (/^(?:'s|’s)$/u.test(document.tokens[phrase.last]?.text ?? '')) return false;
  const name = names.at[phrase.head];
  const kind = cast.entities[cast.at[phrase.head] ?? -1]?.kind;
  if (name !== undefined) return kind === 'organisation' || kind === 'place' || kind === 'group';
  return isSeveral(document.tokens[phrase.head]);
}

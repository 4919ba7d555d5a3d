import { rememberedByKey } from './stance-memory.ts';
import { areNicknames } from '../extraction/lexicon/nicknames.ts';
import { countryOf } from '../extraction/lexicon/places.ts';
import { OFFICIALS, OUTSIDERS } from '../extraction/lexicon/stance-modifiers.ts';
import type { Entity } from '../extraction/facts.ts';
import type { Reading } from '../search/corpus.ts';
import { editDistance } from '../text/edit-distance.ts';
import { foldName } from '../text/fold.ts';
import { slice, type Span } from '../text/span.ts';

// Whether the one who holds a position is the one asked about: by name, by role, or because they
// speak for the country or body that is asked about.

/** Who is asked about, in words made comparable. */
export interface AskedHolder {
  readonly words: readonly string[];
  /** The country that the words name, where they name one. */
  readonly country?: string;
}

/** Words that tell no one apart: `the Sudanese | government`. */
const GENERIC =
  /^(?:the|a|an|of|for|and|s|mr|mrs|ms|dr|sen|rep|gov|gen|prof|party|government|govt|administration|ministry|lawmakers|leaders|leader|members|officials|side|team|people|himself|herself|jr|sr|al|el|establishment|figures|authorities|delegation|union|coalition|commission|president|senator|commissioner|minister|united|states|department|representatives|permanent|select)$/u;

const PARTISAN = /^(?:republicans?|gop|democrats?|democratic|dems)$/u;

/** Names of one body that share no word. */
const KIN: readonly ReadonlySet<string>[] = [
  'republican republicans gop',
  'democrat democrats democratic dems',
  'usa us america american americans',
  'eu european europe brussels',
  'uk britain british',
  'un nations',
  'conservative conservatives',
].map((line) => new Set(line.split(' ')));

export function askedHolder(who: string): AskedHolder {
  const all = nameWords(who);
  const isParty = all.some((word) => PARTISAN.test(word));
  const telling = all.filter(
    (word) =>
      !GENERIC.test(word) && !(isParty && /^(?:house|senate|congressional|national)$/u.test(word)),
  );
  const words = telling.length > 0 ? telling : all;
  const country = countryIn(words);
  return { words, ...(country === undefined ? {} : { country }) };
}

/** `the U.S. Senate’s` → [the, us, senate] */
const nameWords = (name: string): string[] =>
  foldName(
    name
      .replace(/white house/giu, 'whitehouse')
      .replace(
        /\b(greek|turkish|hong|bosnian|south|north)(?= (?:cypriots?|kong|serbs?|croats?|koreans?|sudan|sudanese|african|africa)\b) /giu,
        '$1',
      )
      .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
      .replace(/['’]s?\b/gu, ' '),
  )
    .split(/[\s'-]+/u)
    .filter(Boolean);

const countryIn = (words: readonly string[]): string | undefined =>
  words.length <= 3
    ? (
        countryOf(spelled(words.join(' '))) ??
        (words.length === 1 ? countryOf(spelled(words[0] ?? '')) : undefined)
      )?.name
    : undefined;

// `foldName` writes `i` for `y` and single letters for double ones; country names are looked up so.
const countryNames = new Map<string, string>();
const spelled = (words: string): string => countryNames.get(words) ?? words;
for (const word of 'italy,turkey,hungary,norway,germany,kyrgyzstan,egypt,cyprus,syria,libya,malaysia,kyiv,myanmar,tokyo,philippines,morocco,seychelles,guyana,paraguay,uruguay,sydney,nicosia,maldives,greece,russia,yemen,kenya,hungarian,egyptian,syrian,libyan,cypriot,norwegian,paraguayan,uruguayan,moscow,tripoli,riyadh,monrovia,sierra leone,niamey,greek,azerbaijan,bulgaria'.split(
  ',',
))
  countryNames.set(foldName(word), word);

/** How well words fit the one asked about, from 0 to 1. */
export interface HolderFit {
  readonly score: number;
  /** They are not the one asked about, but speak for them. */
  readonly isDeputy: boolean;
}

const NO_FIT: HolderFit = { score: 0, isDeputy: false };

/** Words of an article that stand for a holder, and the entity that they mean. */
export interface Holder {
  readonly span: Span;
  readonly entity?: number | undefined;
  readonly onBehalfOf?: Span | undefined;
}

/** How well a holder in an article is the one asked about. */
export function fitHolder(asked: AskedHolder, holder: Holder, reading: Reading): HolderFit {
  const { article, facts } = reading;
  const text = (span: Span | undefined): string =>
    span === undefined ? '' : slice(article.body, span);
  const entity = facts.entities[holder.entity ?? -1];
  const mention = text(holder.span);
  const own = wordsOf(reading, `${isPronoun(mention) ? '' : mention} ${text(entity?.name)}`);
  if (namesAll(asked, own))
    return isForeignPossessor(asked, text(holder.span), entity)
      ? NO_FIT
      : { score: 1, isDeputy: false };
  if (isSurnameOf(asked, [...wordsOf(reading, text(entity?.name))]))
    return { score: 0.9, isDeputy: false };
  const behalf = wordsOf(reading, text(holder.onBehalfOf));
  if (namesAll(asked, behalf)) return { score: 0.95, isDeputy: true };
  if (entity === undefined) return NO_FIT;
  const office = officeOf(reading, holder.entity ?? -1);
  if (!namesAll(asked, new Set([...own, ...office]))) return NO_FIT;
  const isRole = asked.words.some((word) => own.has(word)) || asked.words.length > 1;
  return isRole || speaksFor(office) ? { score: isRole ? 0.9 : 0.85, isDeputy: !isRole } : NO_FIT;
}

const wordsOf = rememberedByKey((_, text: string): ReadonlySet<string> => new Set(nameWords(text)));

/** The words of an entity's roles, affiliation and delegation; else of the country it is introduced in. */
const officeOf = rememberedByKey((reading, entity: number): ReadonlySet<string> => {
  const { article, facts } = reading;
  const known = facts.entities[entity];
  if (known === undefined) return new Set();
  const sides = facts.gatherings.flatMap(({ attended, absent }) =>
    [...attended, ...absent].flatMap((one) =>
      one.entity === entity && one.side !== undefined ? [one.side] : [],
    ),
  );
  const spans = [
    ...known.roles,
    ...(known.affiliation === undefined ? [] : [known.affiliation]),
    ...sides,
  ];
  const words = wordsOf(reading, spans.map((span) => slice(article.body, span)).join(' '));
  const isBound =
    known.affiliation !== undefined ||
    sides.length > 0 ||
    ![...words].some((word) => OFFICIALS.has(word));
  return isBound ? words : new Set([...words, ...countriesBeside(known.name.start, reading)]);
});

/** `In Dublin the agriculture minister, Donal Meagher`: the one country named before him. */
function countriesBeside(offset: number, { article, facts }: Reading): readonly string[] {
  const sentence = facts.sentences.find(({ end }) => end > offset);
  const words =
    sentence === undefined
      ? []
      : nameWords(slice(article.body, { start: sentence.start, end: offset }));
  const countries = new Map(
    words.flatMap((word) => {
      const country = countryOf(spelled(word));
      return country === undefined ? [] : [[country.name, word] as const];
    }),
  );
  return countries.size === 1 ? [...countries.values()] : [];
}

const isPronoun = (words: string): boolean =>
  /^(?:he|she|it|they|his|her|its|their|we|i|who)$/iu.test(words);

/** `Russia’s opponents`, `a Trump adviser`: the words asked for only belong to the holder. */
function isForeignPossessor(
  asked: AskedHolder,
  holder: string,
  entity: Entity | undefined,
): boolean {
  if (asked.country !== undefined)
    return /\b(?:opponents?|critics?|enemies|rivals?|opposition)\b/iu.test(holder);
  return (
    entity === undefined &&
    /['’]s?\s+(?:opponents?|critics?|enem|rivals?|lawyers?|decision|plan|comments?|remarks)/iu.test(
      holder,
    )
  );
}

const speaksFor = (office: ReadonlySet<string>): boolean =>
  [...office].some((word) => OFFICIALS.has(word)) &&
  ![...office].some((word) => OUTSIDERS.has(word));

/** Whether every telling word asked for stands among the words, or another for it. */
function namesAll({ words, country }: AskedHolder, among: ReadonlySet<string>): boolean {
  if (among.size === 0 || words.length === 0) return false;
  if (country !== undefined)
    return (
      [...among].some((word) => countryOf(spelled(word))?.name === country) ||
      isTwoWordCountry(country, among)
    );
  return (
    isAcronym(words, among) || words.every((word) => [...among].some((own) => isSame(word, own)))
  );
}

/** `FBI` for the Federal Bureau of Investigation, and the other way about. */
function isAcronym(words: readonly string[], among: ReadonlySet<string>): boolean {
  const initials = words.map((word) => word[0] ?? '').join('');
  if (words.length >= 3) return among.has(initials);
  const [word = ''] = words;
  const own = [...among]
    .filter((one) => !GENERIC.test(one) || one === 'administration')
    .map((one) => one[0] ?? '');
  return words.length === 1 && word.length >= 3 && word.length <= 5 && own.join('') === word;
}

const isTwoWordCountry = (country: string, among: ReadonlySet<string>): boolean => {
  const words = nameWords(country);
  return words.length > 1 && words.every((word) => among.has(word));
};

function isSame(a: string, b: string): boolean {
  if (a === b || KIN.some((kin) => kin.has(a) && kin.has(b))) return true;
  if (areNicknames(a, b)) return true;
  const [ca, cb] = [countryOf(spelled(a)), countryOf(spelled(b))];
  if (ca !== undefined && ca === cb) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter >= 4 && (a === `${b}s` || b === `${a}s`)) return true;
  return shorter >= 5 && a[0] === b[0] && editDistance(a, b, 2) <= (shorter < 8 ? 1 : 2);
}

/** An article that has only `Clinton` may mean Hillary Clinton. */
const isSurnameOf = ({ words, country }: AskedHolder, own: readonly string[]): boolean =>
  country === undefined &&
  words.length > 1 &&
  own.length === 1 &&
  words.at(-1) === own[0] &&
  countryOf(spelled(own[0] ?? '')) === undefined;

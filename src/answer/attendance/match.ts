import type { Entity, Gathering } from '../../extraction/facts.ts';
import {
  areKin,
  type GatheringKind,
  kindOfNoun,
} from '../../extraction/lexicon/gathering-nouns.ts';
import { countryOf } from '../../extraction/lexicon/places.ts';
import type { Corpus, Hit, Reading } from '../../search/corpus.ts';
import { findCountryWords } from '../../search/lexicon/peoples.ts';
import { foldName } from '../../text/fold.ts';
import { once, rememberedLately } from '../../text/remembered.ts';
import { type Span, overlaps, slice } from '../../text/span.ts';
import { contentWords, stem, stems } from '../../text/stems.ts';

// How well a gathering fits the words that a question has for it.

/** A gathering with the article that reports it. */
export interface Event {
  readonly reading: Reading;
  readonly gathering: Gathering;
}

export interface Ranked extends Event {
  /** From 0 to 1: the share of the question's words that fit, weighted by rarity. */
  readonly fit: number;
  /** The fit, and how well the search found the article and the gathering's sentences. */
  readonly score: number;
}

/** One word of a question, and all that may stand for it. */
interface Term {
  /** Folded: the word itself, and other names for a country. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly folded: string;
  readonly weight: number;
  readonly kind?: GatheringKind;
}

// What a match counts by where it stands. The gathering's own words come first.
const IN_ITSELF = 1;
const IN_EVIDENCE = 0.85;
const IN_KIN = 0.4;
const IN_TITLE = 0.6;
const IN_ARTICLE = 0.35;
// A word for a kind of gathering tells little: most fit many.
const KIND_WEIGHT = 0.5;

// Whoever asks who was there means, as a rule, a gathering that was held and told of.
const TOLD = 0.08;
// A gathering of another month, day or kind than the question names.
const OTHER_TIME = 0.7;
const OTHER_KIND = 0.5;
// One of which no word of the question says what, where, when or who it was.
const UNNAMED = 0.5;
// What the search's findings add to a fit of 1.
const SENTENCE_FOUND = 0.4;
// The search has seen the whole article, which tells sibling reports of one story apart.
const ARTICLE_FOUND = 1.2;

/** Fits of gatherings to the words, best first. */
export function rankEvents(
  words: string,
  events: readonly Event[],
  hits: readonly Hit[],
  corpus: Corpus,
): Ranked[] {
  const terms = readTerms(words, corpus);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  const found = tabulateHits(hits);
  return events
    .map((event) => {
      const time = isOtherTime(words, event) ? OTHER_TIME : 1;
      const kind = isOtherKind(terms, event) ? OTHER_KIND : 1;
      const named = isNamed(event, terms) ? 1 : UNNAMED;
      const fit = (fitOf(event, terms, corpus) / total) * time * kind * named;
      const told = event.gathering.attended.length > 0 && !looksAhead(words) ? TOLD : 0;
      return {
        ...event,
        fit,
        score: fit + told + foundness(event, found.get(event.reading) ?? []),
      };
    })
    .toSorted((a, b) => b.score - a.score);
}

/** A lunch is no session, a call no dinner: kinds that no other word is used for. */
function isOtherKind(terms: readonly Term[], event: Event): boolean {
  const asked = terms.flatMap(({ kind }) => kind ?? []).filter((kind) => NARROW.has(kind));
  const told = namedKinds(slice(event.reading.article.body, event.gathering.name));
  return asked.length > 0 && told.length > 0 && !told.some((kind) => asked.includes(kind));
}

const NARROW: ReadonlySet<GatheringKind> = new Set(['meal', 'call', 'debate']);

const isOtherTime = (words: string, { reading, gathering: { time } }: Event): boolean =>
  time !== undefined && areOtherDays(words, slice(reading.article.body, time));

/** Whether both name a month, or a day of the week, and not the same. */
export const areOtherDays = (a: string, b: string): boolean =>
  [MONTH, WEEKDAY].some((pattern) => {
    const [one, other] = [a, b].map((part) => pattern.exec(part.toLowerCase())?.[0]);
    return one !== undefined && other !== undefined && one !== other;
  });

const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?=[a-z]*\b)/u;
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)(?=day)/u;

/** `the next round`, `the upcoming summit` */
export const looksAhead = (words: string): boolean =>
  /\b(?:next|upcoming|planned|coming|future)\b/iu.test(words);

/** Hits by reading, each with its score as a share of the best one's. */
function tabulateHits(hits: readonly Hit[]): Map<Reading, { sentence: Span; share: number }[]> {
  const table = new Map<Reading, { sentence: Span; share: number }[]>();
  const best = hits[0]?.score ?? 1;
  for (const { reading, sentence, score } of hits) {
    const row = table.get(reading) ?? [];
    row.push({ sentence, share: score / best });
    table.set(reading, row);
  }
  return table;
}

function foundness(
  { gathering }: Event,
  hits: readonly { readonly sentence: Span; readonly share: number }[],
): number {
  const near = hits.filter(({ sentence }) =>
    gathering.told.some((part) => overlaps(part, sentence)),
  );
  const best = (list: typeof hits): number => Math.max(0, ...list.map(({ share }) => share));
  return SENTENCE_FOUND * best(near) + ARTICLE_FOUND * best(hits);
}

function readTerms(words: string, corpus: Corpus): Term[] {
  const weights = new Map(corpus.query(words).terms.map((term) => [term.word, term.weight]));
  const list = contentWords(words);
  return list.flatMap((word, index): Term[] => {
    const kind = kindOfNoun(list[index - 1] ?? '', word) ?? kindOfNoun('', word);
    const seats = word === 'capital' ? capitalOf(list[index - 1]) : [];
    const weight = weights.get(word) ?? (seats.length > 0 ? 1 : 0);
    if (weight === 0 && kind === undefined) return [];
    const kin = [word, ...findCountryWords(word), ...seats];
    const own = { words: kin, stems: kin.map(stem), folded: foldName(word) };
    return [
      kind === undefined
        ? { ...own, weight }
        : { ...own, weight: Math.max(weight, 1) * KIND_WEIGHT, kind },
    ];
  });
}

/** `the Saudi capital` is Riyadh. */
const capitalOf = (country: string | undefined): string[] =>
  contentWords(countryOf(country ?? '')?.seats[0] ?? '');

function fitOf(event: Event, terms: readonly Term[], corpus: Corpus): number {
  const isIn = (term: Term): boolean => term.words.some((word) => corpus.has(event.reading, word));
  const profile = profileOf(event);
  const match = (term: Term): number => matchOf(term, profile) ?? (isIn(term) ? IN_ARTICLE : 0);
  return terms.reduce((sum, term) => sum + term.weight * match(term), 0);
}

/** Whether any word of the question is in what the gathering is called, or in the article's title. */
function isNamed(event: Event, terms: readonly Term[]): boolean {
  const profile = profileOf(event);
  const known = [profile.own, profile.sentence, profile.title];
  return terms.some(
    ({ kind, stems: words, folded }) =>
      kind !== undefined ||
      profile.names.has(folded) ||
      words.some((word) => known.some((set) => set.has(word))),
  );
}

/** What a term counts that the gathering or its title has; undefined where only the article may. */
function matchOf(term: Term, profile: Profile): number | undefined {
  if (term.kind !== undefined && profile.kinds.some((kind) => kind === term.kind)) return IN_ITSELF;
  const isIn = (words: ReadonlySet<string>): boolean => term.stems.some((one) => words.has(one));
  if (isIn(profile.own) || profile.names.has(term.folded)) return IN_ITSELF;
  // Whoever is named in the question took part, or it is another gathering.
  if (profile.persons().has(term.folded)) return isIn(profile.sentence) ? IN_EVIDENCE : 0;
  if (term.kind !== undefined)
    return profile.kinds.some((kind) => term.kind !== undefined && areKin(kind, term.kind))
      ? term.kind === 'talks'
        ? IN_EVIDENCE
        : IN_KIN
      : 0;
  if (isIn(profile.evidence())) return IN_EVIDENCE;
  return isIn(profile.title) ? IN_TITLE : undefined;
}

/** What there is to match: stems by where they stand, and names folded. The most is read only if asked for. */
interface Profile {
  readonly own: ReadonlySet<string>;
  readonly sentence: ReadonlySet<string>;
  readonly evidence: () => ReadonlySet<string>;
  readonly title: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly kinds: readonly GatheringKind[];
  /** The names of all persons in the article, folded. */
  readonly persons: () => ReadonlySet<string>;
}

const profiles = new WeakMap<Gathering, Profile>();

function profileOf({ reading, gathering }: Event): Profile {
  const known = profiles.get(gathering);
  if (known !== undefined) return known;
  const { body, title } = reading.article;
  const at = (part: Span | undefined): string => (part === undefined ? '' : slice(body, part));
  const people = [...gathering.attended, ...gathering.absent, ...gathering.expected];
  const names = people.map(({ name }) => at(name)).join(' ');
  const where = at(gathering.place);
  const seats = /\bcapital\b/iu.test(where) ? where.split(/\s+/u).flatMap(capitalOf).join(' ') : '';
  const when = at(gathering.time).replace(/^\p{L}+(?=\.?\s)|(?<!\p{L})\p{L}+$/gu, monthNamed);
  const own = [at(gathering.name), where, seats, when, names].join(' ');
  const profile = {
    own: new Set(stems(own)),
    sentence: new Set(stems(at(gathering.sentence))),
    evidence: once(() => new Set(stems(gathering.told.map(at).join(' ')))),
    title: new Set(stems(title)),
    names: new Set(names.split(/[\s-]+/u).map(foldName)),
    kinds: kindsIn(at(gathering.name)),
    persons: () => personsIn(reading),
  };
  profiles.set(gathering, profile);
  return profile;
}

/** A long name with neither a role nor a gender may be a lake's. */
const isSurelyPerson = (body: string, { kind, gender, roles, name }: Entity): boolean =>
  kind === 'person' && ((gender ?? roles[0]) !== undefined || !/\s/u.test(slice(body, name)));

// One question looks into at most so many articles.
const LATELY = 200;

const personsIn = rememberedLately(
  ({ article, facts }: Reading): ReadonlySet<string> =>
    new Set(
      facts.entities
        .filter((entity) => isSurelyPerson(article.body, entity))
        .flatMap(({ name }) =>
          slice(article.body, name)
            .split(/[\s-]+/u)
            .filter((word) => /^\p{Lu}/u.test(word))
            .map(foldName),
        ),
    ),
  LATELY,
);

const MONTHS = `january february march april may june july august september october november
  december`.split(/\s+/u);

/** `Dec` → `december`; other words stay. */
const monthNamed = (word: string): string =>
  MONTHS.find((month) => word.length >= 3 && month.startsWith(word.toLowerCase())) ?? word;

/** `the ministers met in Doha` is `talks` too. */
function kindsIn(words: string): GatheringKind[] {
  const kinds = namedKinds(words);
  return kinds.length > 0 ? kinds : ['talks'];
}

function namedKinds(words: string): GatheringKind[] {
  const list = words.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  return list.flatMap((word, index) => kindOfNoun(list[index - 1] ?? '', word) ?? []);
}

/** Whether two names of places may mean one: `Riyadh` and `the Saudi capital`. */
export function samePlaceWords(a: string, b: string): boolean {
  const [one, other] = [foldName(a), foldName(b)];
  if (one.includes(other) || other.includes(one)) return true;
  const country = countryIn(a);
  return country !== undefined && country === countryIn(b);
}

const countryIn = (words: string): string | undefined =>
  [words, ...words.split(/\s+/u)]
    .map((part) => countryOf(part)?.name)
    .find((name) => name !== undefined);

/** `talks in Riga`; not `the ministers met in Riga`. */
export const hasNoun = ({ reading, gathering }: Event): boolean =>
  namedKinds(slice(reading.article.body, gathering.name)).length > 0;

export const eventKinds = ({ reading, gathering }: Event): readonly GatheringKind[] =>
  kindsIn(slice(reading.article.body, gathering.name));

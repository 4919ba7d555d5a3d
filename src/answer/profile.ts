import { type Citation, cite } from '../article/citation.ts';
import { countryOf } from '../extraction/lexicon/places.ts';
import type { Member } from '../search/cast.ts';
import type { Corpus, Reading } from '../search/corpus.ts';
import { type Presence, memberAt, presencesOf, sentencesOf } from '../search/digested.ts';
import { officeOf } from '../search/naming.ts';
import { type Appearance, type Figure, findFigures } from '../search/people.ts';
import { standsAlone } from '../search/role.ts';
import { sentenceAt } from '../search/sentence-place.ts';
import { fold } from '../text/fold.ts';
import { rememberedLately } from '../text/remembered.ts';
import { type Span, contains, slice } from '../text/span.ts';
import {
  type Answer,
  type AttendedLine,
  MOST_SOURCES,
  type Profile,
  type SpellingLine,
  type StatedLine,
} from './answer.ts';
import { checkName } from './asked.ts';
import { askWhich } from './figure-choice.ts';
import { latestQuotations } from './quotation.ts';
import { type Selection, select } from './selection.ts';

export interface ProfileQuestion {
  readonly who?: string | undefined;
  /** An article's id. */
  readonly article?: string | undefined;
}

const MOST_LINES = 10;
const MOST_QUOTATIONS = 3;

/**
 * Who somebody is, as far as articles say: roles, words, gatherings, spellings.
 * @throws UserError for what cannot be a name
 */
export function answerProfile(
  { who = '', article }: ProfileQuestion,
  corpus: Corpus,
): Answer<Profile> {
  if (who !== '') checkName(who);
  const selection = select({ article }, corpus);
  const isIn = ({ reading }: Appearance): boolean => selection.has(reading);
  const found = findFigures(who, corpus).filter(({ appearances }) => appearances.some(isIn));
  const [figure, ...others] = preferPeople(found);
  if (figure === undefined) return { kind: 'none', scope: selection.scope, near: [] };
  if (others.length > 0) return askWhich([figure, ...others], corpus, isIn);
  const told = article === undefined ? toldOf(figure) : tellAll(figure.appearances.filter(isIn));
  return profileOf(figure, told, corpus, selection);
}

function preferPeople(figures: readonly Figure[]): readonly Figure[] {
  const people = figures.filter(({ isPerson }) => isPerson);
  return people.length > 0 ? people : figures;
}

function profileOf(figure: Figure, told: ToldOfAll, corpus: Corpus, selection: Selection): Profile {
  const named = selection.has(figure.fullest.reading)
    ? figure.fullest
    : figure.appearances.find(({ reading }) => selection.has(reading));
  return {
    kind: 'found',
    name: nameOf(named ?? figure.fullest),
    roles: told.roles,
    speaksFor: told.speaksFor,
    quotations: latestQuotations(figure, MOST_QUOTATIONS, corpus, selection),
    attended: told.attended,
    spellings: told.spellings,
  };
}

function nameOf(appearance: Appearance): Citation {
  const { article } = appearance.reading;
  return cite(article, memberAt(appearance)?.name ?? { start: 0, end: 1 });
}

type ToldOfAll = Pick<Profile, 'roles' | 'speaksFor' | 'attended' | 'spellings'>;

/** What all the articles tell of somebody, read in one pass: there may be thousands. */
function tellAll(appearances: readonly Appearance[]): ToldOfAll {
  const roles = createMerger<StatedLine>();
  const principals = createMerger<StatedLine>();
  const attended = createMerger<AttendedLine>();
  const spellings = createTally();
  for (const appearance of appearances) {
    const { reading } = appearance;
    const member = memberAt(appearance);
    if (member === undefined) continue;
    const words = (each: Span): string => slice(reading.article.body, each);
    for (const each of statedRoles(member))
      if (standsAlone(reading.article, each))
        roles.add(fold(words(each)), () => stated(each, reading));
    for (const each of statedPrincipals(member, words))
      if (standsAlone(reading.article, each))
        principals.add(bodyKey(words(each)), () => stated(each, reading));
    for (const each of presencesOf(appearance))
      attended.add(gatheringKey(each, words), () => attendedLine(each, reading));
    for (const each of member.names) spellings.add(words(each), () => cite(reading.article, each));
  }
  return {
    roles: roles.lines(),
    speaksFor: principals.lines(),
    attended: attended.lines(),
    spellings: spellings.lines(),
  };
}

// What is told of somebody whom thousands of articles name may take a megabyte.
const LATELY = 20;

/** The same of those who are asked for again and again: a figure is another once an article changes. */
const toldOf = rememberedLately(({ appearances }: Figure) => tellAll(appearances), LATELY);

/** Roles, and what somebody belongs to where no role says so. */
function statedRoles({ roles, affiliation }: Member): readonly Span[] {
  const isSaid = roles.some((role) => affiliation !== undefined && contains(role, affiliation));
  return affiliation === undefined || isSaid ? roles : [...roles, affiliation];
}

/** For whom a spokesman speaks: who only advises somebody does not speak for him. */
function statedPrincipals(
  { roles, affiliation }: Member,
  words: (each: Span) => string,
): readonly Span[] {
  if (affiliation === undefined) return [];
  return roles.some((role) => officeHead(words(role)) === 'spokesman') ? [affiliation] : [];
}

const officeHead = rememberedLately((role: string): string => officeOf(role).head);

function stated(words: Span, reading: Reading): StatedLine {
  const { article } = reading;
  const sentences = sentencesOf(reading);
  const sentence = sentences[sentenceAt(sentences, words.start)] ?? words;
  const around = contains(sentence, words) ? sentence : words;
  return { words: cite(article, words), evidence: [cite(article, around)] };
}

/** `the Kremlin`, `Kremlin` and `Moscow` are one body. */
const bodyKey = (text: string): string => countryOf(text)?.name ?? fold(text).replace(/^the /u, '');

function attendedLine(
  { name, place, evidence, isCorrected }: Presence,
  { article }: Reading,
): AttendedLine {
  return {
    event: cite(article, name),
    ...(place === undefined ? {} : { place: cite(article, place) }),
    evidence: [cite(article, evidence)],
    ...(isCorrected ? { isCorrected: true } : {}),
  };
}

/** Articles that call it the same and put it into the same place tell of one gathering. */
const gatheringKey = ({ name, place }: Presence, words: (each: Span) => string): string =>
  fold(`${words(name)}|${place === undefined ? '' : words(place)}`);

/** Lines of one key once, with the places that show it: the first lines that there are. */
function createMerger<Line extends StatedLine | AttendedLine>() {
  const byKey = new Map<string, { line: Line; readonly evidence: Citation[] }>();
  return {
    add(key: string, makeLine: () => Line): void {
      const known = byKey.get(key);
      if (known === undefined && byKey.size < MOST_LINES) {
        const line = makeLine();
        byKey.set(key, { line, evidence: [...line.evidence] });
      } else if (known !== undefined && known.evidence.length < MOST_SOURCES) {
        const line = makeLine();
        known.line = { ...line, ...known.line };
        known.evidence.push(...line.evidence);
      }
    },
    lines: (): Line[] =>
      Array.from(byKey.values(), ({ line, evidence }) => ({ ...line, evidence })),
  };
}

/** Counts spellings, the commonest first. */
function createTally() {
  const bySpelling = new Map<string, { readonly name: Citation; count: number }>();
  return {
    add(spelling: string, makeName: () => Citation): void {
      const known = bySpelling.get(spelling);
      if (known === undefined) bySpelling.set(spelling, { name: makeName(), count: 1 });
      else known.count += 1;
    },
    lines: (): SpellingLine[] =>
      [...bySpelling.values()].toSorted((a, b) => b.count - a.count).slice(0, MOST_LINES),
  };
}

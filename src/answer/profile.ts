import { type Citation, cite } from '../article/citation.ts';
import { countryOf } from '../extraction/lexicon/places.ts';
import type { Corpus } from '../search/corpus.ts';
import { officeOf } from '../search/naming.ts';
import { type Appearance, type Figure, findFigures } from '../search/people.ts';
import { sentenceAt } from '../search/sentence-place.ts';
import { fold } from '../text/fold.ts';
import { type Span, contains, slice } from '../text/span.ts';
import type { Answer, AttendedLine, Profile, SpellingLine, StatedLine } from './answer.ts';
import { checkName } from './asked.ts';
import { askWhich } from './figure-choice.ts';
import { latestQuotations } from './quotation.ts';
import { standsAlone } from './role.ts';
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
  return profileOf(figure, corpus, selection);
}

function preferPeople(figures: readonly Figure[]): readonly Figure[] {
  const people = figures.filter(({ isPerson }) => isPerson);
  return people.length > 0 ? people : figures;
}

function profileOf(figure: Figure, corpus: Corpus, selection: Selection): Profile {
  const appearances = figure.appearances.filter(({ reading }) => selection.has(reading));
  const named = selection.has(figure.fullest.reading) ? figure.fullest : appearances[0];
  return {
    kind: 'found',
    name: nameOf(named ?? figure.fullest),
    roles: merge(appearances.flatMap(statedRoles), ({ words }) => fold(words.text)),
    speaksFor: merge(appearances.flatMap(statedPrincipals), bodyKey),
    quotations: latestQuotations(figure, MOST_QUOTATIONS, corpus, selection),
    attended: merge(appearances.flatMap(attendedIn), gatheringKey),
    spellings: countSpellings(appearances.flatMap(namesIn)),
  };
}

function nameOf({ reading: { article, facts }, entity }: Appearance): Citation {
  return cite(article, facts.entities[entity]?.name ?? { start: 0, end: 1 });
}

/** Roles, and what somebody belongs to where no role says so. */
function statedRoles(appearance: Appearance): StatedLine[] {
  const { facts } = appearance.reading;
  const { roles = [], affiliation } = facts.entities[appearance.entity] ?? {};
  const isSaid = roles.some((role) => affiliation !== undefined && contains(role, affiliation));
  const beside = affiliation === undefined || isSaid ? [] : [affiliation];
  return statedLines([...roles, ...beside], appearance);
}

/** For whom a spokesman speaks: who only advises somebody does not speak for him. */
function statedPrincipals(appearance: Appearance): StatedLine[] {
  const { article, facts } = appearance.reading;
  const { roles = [], affiliation } = facts.entities[appearance.entity] ?? {};
  const isSpokesman = roles.some(
    (role) => officeOf(slice(article.body, role)).head === 'spokesman',
  );
  return statedLines(isSpokesman && affiliation !== undefined ? [affiliation] : [], appearance);
}

const statedLines = (words: readonly Span[], appearance: Appearance): StatedLine[] =>
  words
    .filter((each) => standsAlone(appearance.reading.article, each))
    .map((each) => stated(each, appearance));

function stated(words: Span, { reading: { article, facts } }: Appearance): StatedLine {
  const sentence = facts.sentences[sentenceAt(facts.sentences, words.start)] ?? words;
  const around = contains(sentence, words) ? sentence : words;
  return { words: cite(article, words), evidence: [cite(article, around)] };
}

/** `the Kremlin`, `Kremlin` and `Moscow` are one body. */
const bodyKey = ({ words: { text } }: StatedLine): string =>
  countryOf(text)?.name ?? fold(text).replace(/^the /u, '');

/** Lines of one key once, with all the places that show it. */
function merge<Line extends StatedLine | AttendedLine>(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
): Line[] {
  const byKey = new Map<string, Line>();
  for (const line of lines) {
    const key = keyOf(line);
    const evidence = [...(byKey.get(key)?.evidence ?? []), ...line.evidence];
    byKey.set(key, { ...line, ...byKey.get(key), evidence });
  }
  return [...byKey.values()].slice(0, MOST_LINES);
}

function attendedIn({ reading: { article, facts }, entity }: Appearance): AttendedLine[] {
  return facts.gatherings.flatMap(({ name, place, attended }) => {
    const attendee = attended.find((each) => each.entity === entity);
    if (attendee === undefined) return [];
    return {
      event: cite(article, name),
      ...(place === undefined ? {} : { place: cite(article, place) }),
      evidence: [cite(article, attendee.evidence)],
      ...(attendee.isCorrected ? { isCorrected: true } : {}),
    };
  });
}

/** Articles that call it the same and put it into the same place tell of one gathering. */
const gatheringKey = ({ event, place }: AttendedLine): string =>
  fold(`${event.text}|${place?.text ?? ''}`);

const namesIn = ({ reading: { article, facts }, entity }: Appearance): Citation[] =>
  facts.mentions
    .filter((mention) => mention.kind === 'name' && mention.entity === entity)
    .map((mention) => cite(article, mention.span));

/** The commonest first. */
function countSpellings(names: readonly Citation[]): SpellingLine[] {
  const bySpelling = new Map<string, SpellingLine>();
  for (const name of names) {
    const { count } = bySpelling.get(name.text) ?? { count: 0 };
    bySpelling.set(name.text, { name: bySpelling.get(name.text)?.name ?? name, count: count + 1 });
  }
  return [...bySpelling.values()].toSorted((a, b) => b.count - a.count).slice(0, MOST_LINES);
}

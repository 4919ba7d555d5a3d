import { isCalendarWord } from '../lexicon/calendar.ts';
import { isGivenName } from '../lexicon/first-names.ts';
import { isDemonymWord, isPlaceWord } from '../lexicon/places.ts';
import { ORGANISATION_HEADS, PERSON_NOUNS, PEOPLE_NOUNS, TITLES } from '../lexicon/roles.ts';
import { isSentenceOpener } from '../../text/abbreviations.ts';
import { type Document, isOrdinaryWord, type Sentence, type Token } from './document.ts';
import { testByNumber, wordSet } from '../../text/word-numbers.ts';

/** Tokens `[first, last)` that are capitalised together. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** Lower-case words inside a name: `Ursula von der Leyen`, `Mohammed bin Salman`, `al-Tayeb`. */
const PARTICLES = wordSet(
  'de del della di da dos das du la le van von der den ter bin ibn bint al el ul y ben'.split(' '),
);

/** Particles that a name may begin with where a title or nothing stands before it. */
const LEADING_PARTICLES = wordSet('de van von al el bin di du'.split(' '));

/** What the document shows of its words' capitals, away from the beginnings of sentences. */
interface Capitals {
  readonly inside: ReadonlySet<string>;
  readonly lower: ReadonlySet<string>;
}

/** The capitalised runs of a document: names, with whatever titles stand before them. */
export function findCapitalisedRuns(document: Document): Run[] {
  const { tokens, sentences } = document;
  const headlines = new Set(sentences.filter((sentence) => isHeadlineCase(document, sentence)));
  const capitals = surveyCapitals(document, headlines);
  const runs: Run[] = [];
  for (const sentence of sentences)
    addRuns(runs, tokens, sentence, capitals, headlines.has(sentence));
  return runs;
}

function surveyCapitals(
  { tokens, sentences }: Document,
  headlines: ReadonlySet<Sentence>,
): Capitals {
  const inside = new Set<string>();
  const lower = new Set<string>();
  for (const sentence of sentences) {
    const isHeadline = headlines.has(sentence);
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const token = tokens[at];
      if (token === undefined) continue;
      if (token.isLower) lower.add(token.lower);
      else if (isCapitalised(token) && !isHeadline && !opensClause(tokens, at, sentence))
        inside.add(token.lower);
    }
  }
  return { inside, lower };
}

/** `I` is no name. */
const isCapitalised = (token: Token | undefined): token is Token =>
  token?.isUpper === true && token.text !== 'I' && !token.text.startsWith("I'");

/** `NATO Talks End Without a Deal`: capitals tell nothing there. A verb in lower case is proof against it. */
function isHeadlineCase(document: Document, sentence: Sentence): boolean {
  const { tokens } = document;
  const { first, last } = sentence;
  let capitals = 0;
  let words = 0;
  for (let at = first; at < last; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    if ((token.pos === 'VERB' || token.pos === 'AUX') && token.isLower) return false;
    if (token.text.length < 4 || !/^\p{L}{4}/u.test(token.text)) continue;
    words += 1;
    if (isCapitalised(token)) capitals += 1;
  }
  return words >= 4 && capitals >= words * 0.8 && !isItem(document, sentence);
}

/** `- Rezwanul Karim, Minister for Water Resources;` is an item of a list. */
function isItem({ tokens, article }: Document, { start, first, last }: Sentence): boolean {
  const before = article.body.slice(Math.max(0, start - 8), start);
  return (
    /(?:^|\n)[^\S\n]*[•*·▪-]\s*$/u.test(before) ||
    /^[•*·▪-]$/u.test(tokens[first]?.text ?? '') ||
    tokens[last - 1]?.text === ';'
  );
}

const OPENING_MARKS = wordSet(['"', '“', '„', '«', '‘', "'", '(', ':', '—', '–', '•', '--']);

/** The first word of a sentence, of a quotation, or after a colon or a dateline's dash. */
function opensClause(tokens: readonly Token[], at: number, { first }: Sentence): boolean {
  return at === first || OPENING_MARKS.holds(tokens[at - 1]);
}

function addRuns(
  runs: Run[],
  tokens: readonly Token[],
  sentence: Sentence,
  capitals: Capitals,
  isHeadline: boolean,
): void {
  for (let at = sentence.first; at < sentence.last; at += 1) {
    if (!startsRun(tokens, at, sentence, capitals, isHeadline)) continue;
    const last = endOfRun(tokens, at, sentence, (token) => !isHeadline || isKnown(token, capitals));
    runs.push({ first: at, last });
    at = last - 1;
  }
}

function startsRun(
  tokens: readonly Token[],
  at: number,
  sentence: Sentence,
  capitals: Capitals,
  isHeadline: boolean,
): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.isLower && LEADING_PARTICLES.holds(token)) return leadsName(tokens, at, sentence);
  if (!isCapitalised(token) || isCalendarWord(token)) return false;
  // `He`, `In`, `The`: capitals that a wrongly ended sentence gives them.
  if (opensSentences(token)) return false;
  if (isHeadline) return isKnown(token, capitals);
  return !opensClause(tokens, at, sentence) || mayOpenWithName(tokens, at, sentence, capitals);
}

const opensSentences = testByNumber(isSentenceOpener);

/** `said von der Leyen`, `and al-Tayeb`: but not the `de` of `de facto`. */
function leadsName(tokens: readonly Token[], at: number, { last }: Sentence): boolean {
  let next = at + 1;
  while (next < last && (PARTICLES.holds(tokens[next]) || tokens[next]?.text === '-')) next += 1;
  return next < last && next - at <= 3 && isCapitalised(tokens[next]);
}

const isKnown = (token: Token, { inside }: Capitals): boolean =>
  inside.has(token.lower) || isGivenName(token) || isPlaceWord(token) || isDemonymWord(token);

/** Whether a word capitalised for its place may be a name all the same. */
function mayOpenWithName(
  tokens: readonly Token[],
  at: number,
  { last }: Sentence,
  { inside, lower }: Capitals,
): boolean {
  const token = tokens[at];
  const next = at + 1 < last ? tokens[at + 1] : undefined;
  if (token === undefined) return false;
  if (inside.has(token.lower) || isPlaceWord(token) || isDemonymWord(token)) return true;
  const isNextCapital = isCapitalised(next) && !isCalendarWord(next);
  if (isGivenName(token) && isNextCapital) return true;
  const isTitle = TITLES.holds(token);
  if (isTitle && (isNextCapital || /^(?:of|for)$/u.test(next?.lower ?? ''))) return true;
  const isParticle = /^(?:al|el|de|van|von|bin)$/u.test(token.lower);
  if (isParticle && (isNextCapital || next?.text === '-')) return true;
  const isNoun = PEOPLE_NOUNS.holds(token) || PERSON_NOUNS.holds(token);
  if (lower.has(token.lower) || isNoun) return false;
  if (!isNextCapital) return !isOrdinaryWord(token.lower);
  // `Absent Sanders, …`: the second word is a name elsewhere, the first is only the first.
  if (inside.has(next.lower) && token.pos !== 'NOUN' && isOrdinaryWord(token.lower)) return false;
  return /^(?:PROPN|NOUN|ADJ)$/u.test(token.pos);
}

function endOfRun(
  tokens: readonly Token[],
  first: number,
  { last }: Sentence,
  isAllowed: (token: Token) => boolean,
): number {
  let end = first + 1;
  for (;;) {
    const next = nextPart(tokens, first, end, last);
    if (next === undefined || !isAllowed(next.token)) return end;
    end = next.at + 1;
  }
}

const LINKS = wordSet(['of', 'for', 'and', '&', 'on']);

/** The capitalised token that goes on with the run, straight away or over a link such as `of`. */
function nextPart(
  tokens: readonly Token[],
  first: number,
  end: number,
  last: number,
): { token: Token; at: number } | undefined {
  let at = end;
  const link = tokens[at];
  if (at >= last || link === undefined) return undefined;
  if (link.text === '-' && isGlued(tokens, at)) {
    const token = tokens[at + 1];
    return token !== undefined && at + 1 < last && /^[\p{Lu}\p{N}]/u.test(token.text)
      ? { token, at: at + 1 }
      : undefined;
  }
  if (link.text === ',' && isNameSuffix(tokens[at + 1]) && at + 1 < last) {
    const token = tokens[at + 1];
    return token === undefined ? undefined : { token, at: at + 1 };
  }
  if (LINKS.holds(link)) {
    if (!mayLink(tokens, first, end, link.lower)) return undefined;
    at += 1;
    if (tokens[at]?.lower === 'the') at += 1;
  }
  while (at < last && PARTICLES.holds(tokens[at]) && tokens[at]?.isLower === true) {
    at += 1;
    if (tokens[at]?.text === '-') at += 1;
  }
  const token = tokens[at];
  if (at >= last || !isCapitalised(token) || isCalendarWord(token)) return undefined;
  return { token, at };
}

/** Both sides touch the hyphen: `Jean-Claude`, but not `Paris - Reuters`. */
const isGlued = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.end === tokens[at]?.start && tokens[at]?.end === tokens[at + 1]?.start;

/** `Department of State`, `Secretary of State`, `Ministry of Health and Welfare`: not `Biden of Delaware`. */
function mayLink(tokens: readonly Token[], first: number, end: number, link: string): boolean {
  const before = tokens.slice(first, end);
  const hasOf = before.some((token) => token.lower === 'of' || token.lower === 'for');
  const hasGivenName = before.some((token, index) => isGivenName(token) && index > 0);
  if (link === 'of') return isHead(before.at(-1)) || (hasOf && isHead(before[0]) && !hasGivenName);
  if (link === '&') return true;
  if (link === 'and')
    return hasOf && !hasGivenName && isHead(before[0]) && !isPlaceWord(tokens[end - 1]);
  if (link === 'for') return isHead(before.at(-1)) && !hasOf && !hasGivenName;
  return before.some((token) => ORGANISATION_HEADS.holds(token)) && !hasOf;
}

const isHead = (token: Token | undefined): boolean =>
  token !== undefined && (ORGANISATION_HEADS.holds(token) || TITLES.holds(token));

const NAME_SUFFIXES = new Set(['Jr', 'Jr.', 'Sr', 'Sr.', 'II', 'III', 'IV']);

/** A first test, whatever the case. */
const isSuffixWord = wordSet([...NAME_SUFFIXES].map((suffix) => suffix.toLowerCase())).holds;

/** `Jr.`, `III` */
export const isNameSuffix = (token: Token | undefined): boolean =>
  token !== undefined && isSuffixWord(token) && NAME_SUFFIXES.has(token.text);

import type { EntityKind } from '../../facts.ts';
import { plainReportingVerb } from '../../lexicon/reporting-verbs.ts';
import type { Phrase } from '../../syntax/phrases.ts';
import { type Role, withComplements } from '../roles.ts';
import type { Text } from '../../syntax/text.ts';
import { wordSet } from '../../../text/word-numbers.ts';

/** What is known of an entity so far; a gender may be learned from a pronoun. */
interface Person {
  readonly kind: EntityKind;
  readonly isNamed: boolean;
  gender: 'female' | 'male' | undefined;
}

/** One place where an entity was named or meant. */
export interface Sighting {
  readonly entity: number;
  readonly token: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly isSubject: boolean;
  /** Whether a sentence begins with it. */
  readonly isFirst: boolean;
  /** The subject of a reporting verb. */
  readonly isSpeaker: boolean;
  readonly isQuoted: boolean;
}

/** What a reader has met up to some word: grows as the reading goes on. */
export interface Discourse {
  readonly text: Text;
  readonly people: Person[];
  /** The stated roles of each named entity. */
  readonly rolesOf: readonly (readonly Role[])[];
  /** The country that each named entity is introduced with: `for Norway, minister Ada Vogt`. */
  readonly homes: readonly (string | undefined)[];
  readonly sightings: Sighting[];
  /** For each entity the token at which it was last met. */
  readonly lastMet: Map<number, number>;
  /** Those met last, the latest at the end; no more than a reader could keep apart. */
  readonly latest: number[];
  /** For each token the entity that it names, or -1, ahead of the reading too. */
  readonly namedAt: Int32Array;
}

/** Words resolved to an entity. */
export interface Resolved {
  readonly first: number;
  readonly last: number;
  readonly kind: 'pronoun' | 'nominal';
  readonly entity: number;
  /** How sure the reading is, from 0 to 1. */
  readonly sureness: number;
}

/** The phrase that begins at a token. */
export function phraseFrom({ phrases }: Text, at: number): Phrase | undefined {
  const phrase = phrases.at[at];
  return phrase?.first === at ? phrase : undefined;
}

/** No article has so many people whom `the minister` could mean. */
const MOST_MET = 300;

/** Takes note that an entity was met at a token. */
export function meet(discourse: Discourse, token: number, entity: number): void {
  const { text, sightings, lastMet, latest } = discourse;
  const { document, phrases } = text;
  const phrase = phrases.at[token] ?? {
    first: token,
    last: token + 1,
    head: token,
  };
  const isQuoted = (document.quotedOf[token] ?? -1) >= 0;
  const { sentence, paragraph } = placeOf(text, token);
  lastMet.set(entity, token);
  const before = latest.lastIndexOf(entity);
  if (before >= 0) latest.splice(before, 1);
  else if (latest.length >= MOST_MET) latest.shift();
  latest.push(entity);
  sightings.push({
    entity,
    token,
    sentence,
    paragraph,
    isFirst: document.sentences[document.sentenceOf[token] ?? -1]?.first === phrase.first,
    isSubject: isSubject(text, token, phrase),
    isSpeaker: !isQuoted && isBesideReport(text, phrase),
    isQuoted,
  });
}

/** The numbers of the sentence and the paragraph that a token stands in. */
export function placeOf(
  { document }: Text,
  token: number,
): { sentence: number; paragraph: number } {
  const sentence = document.sentenceOf[token] ?? -1;
  return { sentence, paragraph: document.sentences[sentence]?.paragraph ?? -1 };
}

export const reports = ({ document }: Text, at: number): boolean =>
  plainReportingVerb(document.tokens[at]) !== undefined;

/** `said Rubio`, `Rubio also said` */
function isBesideReport(text: Text, { first, last }: Phrase): boolean {
  if (reports(text, first - 1) || reports(text, last)) return true;
  const pos = text.document.tokens[last]?.pos;
  const isHelper = pos === 'ADV' || pos === 'AUX' || pos === 'PART';
  return isHelper && reports(text, last + 1);
}

/** A phrase before a verb of its own clause, no preposition in front; or behind `said`. */
function isSubject(text: Text, at: number, phrase: Phrase): boolean {
  const { tokens } = text.document;
  if (reports(text, phrase.first - 1)) return true;
  const before = tokens[phrase.first - 1];
  if (before?.pos === 'ADP' || before?.pos === 'VERB' || before?.text === '-') return false;
  if (isOwner(text, at, phrase)) return false;
  // `Calvin Overstreet | of Utah, who voted …, said`
  let next = overJoined(text, withComplements(text, phrase.last));
  while (tokens[next]?.pos === 'ADV' || tokens[next]?.pos === 'PART') next += 1;
  const pos = tokens[next]?.pos;
  return pos === 'VERB' || pos === 'AUX' || pos === 'PUNCT';
}

const CONJUNCTIONS = wordSet(['and', 'or']);

/** `Luis Marsh | and Paul Reed left`: what is joined shares the verb. */
function overJoined({ document, phrases, names }: Text, from: number): number {
  let end = from;
  while (CONJUNCTIONS.holds(document.tokens[end])) {
    const joined = phrases.at[end + 1];
    if (joined === undefined || names.at[joined.head] === undefined) return from;
    end = joined.last;
  }
  return end;
}

/** `Trump’s plan`: the owner is not what the sentence is about. */
function isOwner({ document }: Text, from: number, { head }: Phrase): boolean {
  for (let at = from; at < head; at += 1) {
    const text = document.tokens[at]?.text;
    if (text === "'s" || text === "'") return true;
  }
  return false;
}

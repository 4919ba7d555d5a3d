import { quotingVerb } from '../../lexicon/reporting-verbs.ts';
import { subjectBefore } from '../../syntax/subjects.ts';
import { byNumber } from '../../../text/word-numbers.ts';
import { type Discourse, placeOf, reports, type Resolved, type Sighting } from './discourse.ts';

type Pronoun = 'male' | 'female' | 'plural' | 'it';

const PRONOUNS = new Map<string, Pronoun>([
  ['it', 'it'],
  ...['he', 'him', 'his', 'himself'].map((word) => [word, 'male'] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, 'female'] as const),
  ...['they', 'their', 'them'].map((word) => [word, 'plural'] as const),
]);

const pronounAt = byNumber((word) => PRONOUNS.get(word));

/** How many sentences back an antecedent may stand. */
const REACH = 4;

/** Whom a pronoun means: `he` the most salient man, `they` the most salient group. */
export function resolvePronoun(discourse: Discourse, at: number): Resolved | undefined {
  const { people, text } = discourse;
  const pronoun = pronounAt(text.document.tokens[at]);
  if (pronoun === undefined) return undefined;
  if (pronoun === 'it') return resolveIt(discourse, at);
  const gender = pronoun === 'plural' ? undefined : pronoun;
  const agrees = (entity: number): boolean => {
    const person = people[entity];
    if (gender === undefined) return person?.kind === 'group';
    return person?.kind === 'person' && (person.gender ?? gender) === gender;
  };
  const best =
    reporter(discourse, at, agrees) ??
    relativeOwner(discourse, at, agrees) ??
    mostSalient(discourse, at, agrees);
  const person = people[best?.entity ?? -1];
  if (best === undefined || person === undefined) return undefined;
  // A name whose gender nothing told has one from the first pronoun that means it.
  person.gender ??= gender;
  const sureness = best.lead >= CLEAR_LEAD ? 1 : 0.83;
  return { first: at, last: at + 1, kind: 'pronoun', entity: best.entity, sureness };
}

/** `The letter was short. [It] rejected “any tariff”`: the body that the words before were about. */
function resolveIt({ text, people, sightings }: Discourse, at: number): Resolved | undefined {
  if (quotingVerb(text.document.tokens[at + 1]) === undefined) return undefined;
  const here = placeOf(text, at);
  const met = sightings.findLast(
    ({ entity, isSubject, paragraph, sentence }) =>
      isSubject &&
      paragraph === here.paragraph &&
      here.sentence - sentence <= 2 &&
      /^(?:organisation|place)$/u.test(people[entity]?.kind ?? ''),
  );
  return met && { first: at, last: at + 1, kind: 'pronoun', entity: met.entity, sureness: 1 };
}

/** `[Vogt], who voted for it, said [she] had changed her mind`: whoever is said to speak of himself. */
function reporter(
  { text, sightings }: Discourse,
  at: number,
  agrees: (entity: number) => boolean,
): { readonly entity: number; readonly lead: number } | undefined {
  const verb = text.document.tokens[at - 1]?.lower === 'that' ? at - 2 : at - 1;
  const subject = reports(text, verb) ? subjectBefore(text, verb) : undefined;
  if (subject === undefined) return undefined;
  const met = sightings.findLast(({ token }) => token >= subject.first && token < subject.last);
  return met && agrees(met.entity) ? { entity: met.entity, lead: Infinity } : undefined;
}

/** How far a relative clause is followed, in tokens. */
const CLAUSE_REACH = 14;

/** `[Shiyam], who had flown there for what [he] called a talk`: nobody else is named in between. */
function relativeOwner(
  { text, sightings }: Discourse,
  at: number,
  agrees: (entity: number) => boolean,
): { readonly entity: number; readonly lead: number } | undefined {
  const { tokens, sentenceOf } = text.document;
  const last = sightings.at(-1);
  if (last === undefined || !agrees(last.entity)) return undefined;
  for (let who = at - 1; who > Math.max(last.token, at - CLAUSE_REACH); who -= 1) {
    if (sentenceOf[who] !== sentenceOf[at]) return undefined;
    if (tokens[who]?.lower !== 'who') continue;
    const before = tokens[who - 1]?.text === ',' ? who - 2 : who - 1;
    const phrase = text.phrases.at[before];
    const isOwner = phrase !== undefined && last.token >= phrase.first && last.token < phrase.last;
    return isOwner ? { entity: last.entity, lead: Infinity } : undefined;
  }
  return undefined;
}

/** By how much the most salient must lead the next, for the reading to be sure. */
const CLEAR_LEAD = 0.3;

/** Where a pronoun stands, and who is not meant by it. */
interface Here {
  readonly at: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly isQuoted: boolean;
  /** Those whom the words name that the pronoun is said to have spoken. */
  readonly spokenOf: ReadonlySet<number>;
}

/** The most salient entity, and by how much it leads the next one. */
function mostSalient(
  discourse: Discourse,
  at: number,
  agrees: (entity: number) => boolean,
): { readonly entity: number; readonly lead: number } | undefined {
  const { text, people, sightings } = discourse;
  const here: Here = {
    at,
    ...placeOf(text, at),
    isQuoted: (text.document.quotedOf[at] ?? -1) >= 0,
    spokenOf: spokenOf(discourse, at),
  };
  const scores = new Map<number, number>();
  for (let index = sightings.length - 1; index >= 0; index -= 1) {
    const sighting = sightings[index];
    if (sighting === undefined || here.sentence - sighting.sentence > REACH) break;
    const { entity } = sighting;
    if (!agrees(entity)) continue;
    const score = salience(sighting, here, people[entity]?.isNamed === true);
    scores.set(entity, Math.max(score, scores.get(entity) ?? -Infinity));
  }
  let best: { readonly entity: number; readonly score: number } | undefined;
  let next = -Infinity;
  for (const [entity, score] of scores) {
    if (best !== undefined && score <= best.score) next = Math.max(next, score);
    else {
      next = best?.score ?? -Infinity;
      best = { entity, score };
    }
  }
  return best && { entity: best.entity, lead: best.score - next };
}

/** `“Trump is right,” he said`: whoever speaks seldom names himself. */
function spokenOf({ text, namedAt }: Discourse, at: number): ReadonlySet<number> {
  const { sentences, sentenceOf, quotedOf } = text.document;
  const found = new Set<number>();
  if (!reports(text, at + 1) && !reports(text, at - 1)) return found;
  const { first = at, last = at } = sentences[sentenceOf[at] ?? -1] ?? {};
  for (let token = first; token < last; token += 1)
    if ((quotedOf[token] ?? -1) >= 0 && (namedAt[token] ?? -1) >= 0)
      found.add(namedAt[token] ?? -1);
  return found;
}

/**
 * Recency, subjects before others, as Lappin & Leass (1994) have it, and what a sentence begins
 * with before the rest of it (Grosz, Joshi & Weinstein 1995). The weights are set by hand: a
 * subject outweighs two sentences' distance, a new paragraph counts as one more sentence, and
 * outside quotation marks hardly anyone is meant who was named only inside them.
 */
function salience(
  { entity, sentence, paragraph, token, isSubject, isFirst, isSpeaker, isQuoted }: Sighting,
  here: Here,
  isNamed: boolean,
): number {
  return (
    -(here.sentence - sentence) -
    (here.paragraph - paragraph) +
    (isSubject ? 2 : 0) +
    (isFirst ? 1 : 0) +
    (isSpeaker ? 0.5 : 0) -
    (isQuoted && !here.isQuoted ? 5 : 0) -
    (!isNamed && !isSpeaker ? 3 : 0) -
    (here.spokenOf.has(entity) ? 4 : 0) -
    (here.at - token) / 400
  );
}

import type { Discourse, Resolved, Sighting } from './discourse.ts';

const MALE = new Set(['he', 'him', 'his', 'himself']);
const FEMALE = new Set(['she', 'her', 'hers', 'herself']);
const PLURAL = new Set(['they', 'their', 'them']);

/** How many sentences back an antecedent may stand. */
const REACH = 4;

/** Whom a pronoun means: `he` the most salient man, `they` the most salient group. */
export function resolvePronoun(discourse: Discourse, at: number): Resolved | undefined {
  const { people, text } = discourse;
  const word = text.document.tokens[at]?.lower ?? '';
  const gender = MALE.has(word) ? 'male' : FEMALE.has(word) ? 'female' : undefined;
  if (gender === undefined && !PLURAL.has(word)) return undefined;
  const agrees = (entity: number): boolean => {
    const person = people[entity];
    if (gender === undefined) return person?.kind === 'group';
    return person?.kind === 'person' && (person.gender ?? gender) === gender;
  };
  const best = mostSalient(discourse, at, agrees);
  const person = people[best?.entity ?? -1];
  if (best === undefined || person === undefined) return undefined;
  // A name whose gender nothing told has one from the first pronoun that means it.
  person.gender ??= gender;
  const sureness = best.lead >= CLEAR_LEAD ? 1 : 0.83;
  return { first: at, last: at + 1, kind: 'pronoun', entity: best.entity, sureness };
}

/** By how much the most salient must lead the next, for the reading to be sure. */
const CLEAR_LEAD = 0.3;

/** The most salient entity, and by how much it leads the next one. */
function mostSalient(
  { text, people, sightings }: Discourse,
  at: number,
  agrees: (entity: number) => boolean,
): { readonly entity: number; readonly lead: number } | undefined {
  const { sentenceOf, quotedOf } = text.document;
  const here = { at, sentence: sentenceOf[at] ?? 0, isQuoted: (quotedOf[at] ?? -1) >= 0 };
  const scores = new Map<number, number>();
  for (let index = sightings.length - 1; index >= 0; index -= 1) {
    const sighting = sightings[index];
    if (sighting === undefined || here.sentence - sighting.sentence > REACH) break;
    const { entity } = sighting;
    if (!agrees(entity)) continue;
    const score = salience(sighting, here, people[entity]?.isNamed === true);
    scores.set(entity, Math.max(score, scores.get(entity) ?? -Infinity));
  }
  const [first, second] = [...scores].toSorted(([, a], [, b]) => b - a);
  return first && { entity: first[0], lead: first[1] - (second?.[1] ?? -Infinity) };
}

/**
 * Recency in sentences, subjects before others, as Lappin & Leass (1994) have it. The weights are
 * set by hand: a subject outweighs one sentence's distance, and outside quotation marks hardly
 * anyone is meant who was named only inside them.
 */
function salience(
  { sentence, token, isSubject, isSpeaker, isQuoted }: Sighting,
  here: { readonly at: number; readonly sentence: number; readonly isQuoted: boolean },
  isNamed: boolean,
): number {
  return (
    -1.6 * (here.sentence - sentence) +
    (isSubject ? 2.5 : 0) +
    (isSpeaker ? 1.5 : 0) -
    (isQuoted && !here.isQuoted ? 5 : 0) -
    (!isNamed && !isSpeaker ? 3 : 0) -
    (here.at - token) / 400
  );
}

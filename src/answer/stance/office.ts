import { type AskedHolder, DEPUTY, type HolderFit, NAMED_BEHALF, NEARLY, NO_FIT } from './asked.ts';
import { countriesAway, countriesOf, isSameUnit } from './group.ts';
import { LATELY, rememberedByKey } from './memory.ts';
import { type Naming, type Unit, readNaming } from './naming.ts';
import { OFFICIALS, OUTSIDERS } from '../../extraction/lexicon/stance-modifiers.ts';
import type { Reading } from '../../search/corpus.ts';
import { ORGANS, PARTY_VOICES, SPOKESPEOPLE } from '../../search/lexicon/bodies.ts';
import { addTo } from '../../text/multimap.ts';
import { rememberedLately } from '../../text/remembered.ts';
import { slice, type Span } from '../../text/span.ts';

// In whose name somebody speaks: as the article says beside the words, and by their offices.

/** In whose name it was said, as the article puts it there. */
export function fitBehalf(
  fitWords: (words: string) => HolderFit,
  onBehalfOf: Span | undefined,
  entity: number | undefined,
  reading: Reading,
): HolderFit {
  if (onBehalfOf === undefined) return NO_FIT;
  const words = slice(reading.article.body, onBehalfOf);
  if (fitWords(words).score === 0) return NO_FIT;
  const office = officeOf(reading, entity ?? -1).units;
  return isForMany(readNaming(words)) && !office.some(({ word }) => SPOKESPEOPLE.has(word))
    ? NO_FIT
    : NAMED_BEHALF;
}

/** A chamber or a party: who has an office in it does not speak for it. */
const isForMany = ({ units }: Naming): boolean =>
  units.some(({ kind }) => kind === 'chamber' || kind === 'party');

/** By roles and delegation: `Norwegian Foreign Minister` for Norway, `the mayor` by his office. */
export function fitOffice(asked: AskedHolder, office: Office): HolderFit {
  if (asked.kind === 'role') return holdsRole(asked, office) ? NEARLY : NO_FIT;
  if (asked.kind === 'country')
    return speaksForCountry(office, asked.country ?? '') ? DEPUTY : NO_FIT;
  if (office.units.some(({ word }) => OUTSIDERS.has(word))) return NO_FIT;
  const isOfAll = asked.telling.some(({ kind }) => kind === 'chamber' || kind === 'party');
  const voices = isOfAll ? (asked.kind === 'party' ? PARTY_VOICES : SPOKESPEOPLE) : OFFICIALS;
  const isVoice = ({ head }: Naming): boolean => voices.has(head.at(-1)?.word ?? '');
  const isNamedIn = (units: readonly Unit[]): boolean =>
    asked.telling.every((unit) => units.some((own) => isSameUnit(unit, own)));
  const isInOneRole = (role: Naming): boolean =>
    isVoice(role) &&
    isNamedIn(role.units) &&
    (asked.kind !== 'party' || role.units.every(({ kind }) => kind !== 'chamber'));
  const speaks = isOfAll
    ? office.roles.some(isInOneRole)
    : isNamedIn(office.units) && office.roles.some(isVoice);
  return speaks ? DEPUTY : NO_FIT;
}

/** An official of the country, or its delegate, by a country's common key. */
export const speaksForCountry = (
  { countries, isDelegate, units }: Office,
  country: string,
): boolean =>
  countries.has(country) &&
  (isDelegate || units.some(({ word }) => OFFICIALS.has(word))) &&
  !units.some(({ word }) => OUTSIDERS.has(word));

const holdsRole = ({ naming }: AskedHolder, { units }: Office): boolean =>
  naming.units.every((unit) => units.some((own) => isSameUnit(unit, own)));

/** In whose name somebody may speak, by what an article says of them. */
export interface Office {
  readonly roles: readonly Naming[];
  readonly units: readonly Unit[];
  readonly countries: ReadonlySet<string>;
  /** Sat somewhere for a side. */
  readonly isDelegate: boolean;
}

const NO_OFFICE: Office = { roles: [], units: [], countries: new Set(), isDelegate: false };

/** An entity's roles, affiliation and delegation; else the country that it is introduced in. */
export const officeOf = rememberedByKey((reading, entity: number): Office => {
  const { article, facts } = reading;
  const known = facts.entities[entity];
  if (known === undefined) return NO_OFFICE;
  const sides = sidesOf(reading).get(entity) ?? [];
  if (known.roles.length + sides.length === 0 && known.affiliation === undefined) return NO_OFFICE;
  const read = (span: Span): Naming => readNaming(slice(article.body, span));
  const roles = known.roles.map(read);
  const bodies = [...(known.affiliation === undefined ? [] : [known.affiliation]), ...sides].map(
    read,
  );
  const units = [...roles, ...bodies].flatMap((one) => one.units);
  // `the foreign ministry’s spokesman` leaves open whose ministry it is.
  const isBound =
    bodies.some(({ head }) => !ORGANS.has(head.at(-1)?.word ?? '')) ||
    !units.some(({ word }) => OFFICIALS.has(word));
  const away = new Set(roles.flatMap(countriesAway));
  const own = [
    ...roles.flatMap(countriesOf),
    ...bodies.flatMap(countriesOf).filter((country) => !away.has(country)),
  ];
  const countries = isBound || own.length > 0 ? own : countriesBeside(known.name.start, reading);
  return { roles, units, countries: new Set(countries), isDelegate: sides.length > 0 };
});

/** For which sides each of an article's entities sat somewhere. */
const sidesOf = rememberedLately(({ facts }: Reading): ReadonlyMap<number, readonly Span[]> => {
  const sides = new Map<number, Span[]>();
  for (const { attended, absent } of facts.gatherings)
    for (const { entity, side } of [...attended, ...absent])
      if (entity !== undefined && side !== undefined) addTo(sides, entity, side);
  return sides;
}, LATELY);

/** `In Dublin the agriculture minister, Donal Meagher`: the one country named before him. */
function countriesBeside(offset: number, { article, facts }: Reading): readonly string[] {
  const sentence = facts.sentences.find(({ end }) => end > offset);
  if (sentence === undefined) return [];
  const { units } = readNaming(slice(article.body, { start: sentence.start, end: offset }));
  const found = new Set(units.filter(({ kind }) => kind === 'country').map(({ key }) => key));
  return found.size === 1 ? [...found] : [];
}

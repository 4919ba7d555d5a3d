import { type AskedHolder, DEPUTY, type HolderFit, NAMED_BEHALF, NEARLY, NO_FIT } from './asked.ts';
import { countriesAway, countriesOf, fitWords, isSameUnit } from './group.ts';
import { rememberedByKey } from './memory.ts';
import { type Naming, type Unit, readNaming } from './naming.ts';
import { OFFICIALS, OUTSIDERS } from '../../extraction/lexicon/stance-modifiers.ts';
import type { Reading } from '../../search/corpus.ts';
import { ORGANS, PARTY_VOICES, SPOKESPEOPLE } from '../../search/lexicon/bodies.ts';
import { slice, type Span } from '../../text/span.ts';

// In whose name somebody speaks: as the article says beside the words, and by their offices.

/** In whose name it was said, as the article puts it there. */
export function fitBehalf(
  asked: AskedHolder,
  onBehalfOf: Span | undefined,
  entity: number | undefined,
  reading: Reading,
): HolderFit {
  if (onBehalfOf === undefined) return NO_FIT;
  const words = readNaming(slice(reading.article.body, onBehalfOf));
  if (fitWords(asked, words).score === 0) return NO_FIT;
  const office = officeOf(reading, entity ?? -1).units;
  return isForMany(words) && !office.some(({ word }) => SPOKESPEOPLE.has(word))
    ? NO_FIT
    : NAMED_BEHALF;
}

/** A chamber or a party: who has an office in it does not speak for it. */
const isForMany = ({ units }: Naming): boolean =>
  units.some(({ kind }) => kind === 'chamber' || kind === 'party');

/** By roles and delegation: `Norwegian Foreign Minister` for Norway, `the mayor` by his office. */
export function fitOffice(asked: AskedHolder, entity: number, reading: Reading): HolderFit {
  const office = officeOf(reading, entity);
  if (asked.kind === 'role') return holdsRole(asked, office) ? NEARLY : NO_FIT;
  const heads = office.roles.flatMap(({ head }) => head.slice(-1));
  const isVoice = (nouns: ReadonlySet<string>): boolean =>
    heads.some(({ word }) => nouns.has(word)) &&
    !office.units.some(({ word }) => OUTSIDERS.has(word));
  if (asked.kind === 'country')
    return speaksForCountry(entity, asked.country ?? '', reading) ? DEPUTY : NO_FIT;
  const isOfAll = asked.telling.some(({ kind }) => kind === 'chamber' || kind === 'party');
  const voices = isOfAll ? (asked.kind === 'party' ? PARTY_VOICES : SPOKESPEOPLE) : OFFICIALS;
  const names = asked.telling.every((unit) => office.units.some((own) => isSameUnit(unit, own)));
  const isInOneRole = office.roles.some(
    ({ units, head }) =>
      voices.has(head.at(-1)?.word ?? '') &&
      asked.telling.every((unit) => units.some((own) => isSameUnit(unit, own))) &&
      (asked.kind !== 'party' || units.every(({ kind }) => kind !== 'chamber')),
  );
  return isVoice(voices) && (isOfAll ? isInOneRole : names) ? DEPUTY : NO_FIT;
}

/** An official of the country, or its delegate, by a country's common key. */
export function speaksForCountry(entity: number, country: string, reading: Reading): boolean {
  const { countries, isDelegate, units } = officeOf(reading, entity);
  return (
    countries.has(country) &&
    (isDelegate || units.some(({ word }) => OFFICIALS.has(word))) &&
    !units.some(({ word }) => OUTSIDERS.has(word))
  );
}

const holdsRole = ({ naming }: AskedHolder, { units }: Office): boolean =>
  naming.units.every((unit) => units.some((own) => isSameUnit(unit, own)));

interface Office {
  readonly roles: readonly Naming[];
  readonly units: readonly Unit[];
  readonly countries: ReadonlySet<string>;
  /** Sat somewhere for a side. */
  readonly isDelegate: boolean;
}

const NO_OFFICE: Office = { roles: [], units: [], countries: new Set(), isDelegate: false };

/** An entity's roles, affiliation and delegation; else the country that it is introduced in. */
const officeOf = rememberedByKey((reading, entity: number): Office => {
  const { article, facts } = reading;
  const known = facts.entities[entity];
  if (known === undefined) return NO_OFFICE;
  const sides = facts.gatherings.flatMap(({ attended, absent }) =>
    [...attended, ...absent].flatMap((one) =>
      one.entity === entity && one.side !== undefined ? [one.side] : [],
    ),
  );
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

/** `In Dublin the agriculture minister, Donal Meagher`: the one country named before him. */
function countriesBeside(offset: number, { article, facts }: Reading): readonly string[] {
  const sentence = facts.sentences.find(({ end }) => end > offset);
  if (sentence === undefined) return [];
  const { units } = readNaming(slice(article.body, { start: sentence.start, end: offset }));
  const found = new Set(units.filter(({ kind }) => kind === 'country').map(({ key }) => key));
  return found.size === 1 ? [...found] : [];
}

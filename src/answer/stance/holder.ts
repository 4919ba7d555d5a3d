import { type AskedHolder, DEPUTY, type HolderFit, NO_FIT, WHOLE } from './asked.ts';
import { countriesOf, fitPerson, fitWords, isOneMember } from './group.ts';
import { type Naming, readNaming } from './naming.ts';
import { type Office, fitBehalf, fitOffice, officeOf, speaksForCountry } from './office.ts';
import type { Reading } from '../../search/corpus.ts';
import { type NameWord, nameWords } from '../../search/naming.ts';
import type { Stance } from '../../extraction/facts.ts';
import { remembered, rememberedLately } from '../../text/remembered.ts';
import { contains, slice, type Span } from '../../text/span.ts';

export { type AskedHolder, askedHolder } from './asked.ts';

// Whether the one who holds a position is the one asked about: by name, by role, or because they
// speak for the country or body that is asked about.

/** Words of an article that stand for a holder, and the entity that they mean. */
export interface Holder {
  readonly span: Span;
  readonly entity?: number | undefined;
  readonly onBehalfOf?: Span | undefined;
}

/** How well a holder in an article is the one asked about. */
export function fitHolder(asked: AskedHolder, holder: Holder, reading: Reading): HolderFit {
  const { article, facts } = reading;
  const entity = facts.entities[holder.entity ?? -1];
  const mention = slice(article.body, holder.span);
  const own = entity === undefined ? mention : slice(article.body, entity.name);
  if (article.body[holder.span.end] === '-') return NO_FIT;
  const { byName, byWords, byOffice } = fitsOf(asked);
  if (entity?.kind === 'person' && entity.isNamed) {
    const named = byName(own);
    if (named.score === WHOLE.score) return named;
    return best([
      named,
      fitBehalf(byWords, holder.onBehalfOf, holder.entity, reading),
      byOffice(officeOf(reading, holder.entity ?? -1)),
    ]);
  }
  const name = readNaming(own);
  const said = isPronoun(mention) ? undefined : readNaming(mention);
  if (said !== undefined && isPartOnly(asked, said, mention)) return NO_FIT;
  // `Senate Democrats` are more than the Democrats that the name has.
  const isFuller = said !== undefined && said.units.length > name.units.length;
  return best([
    /^\p{Lu}/u.test(own) && !isFuller ? byName(own) : NO_FIT,
    isFuller ? NO_FIT : byWords(own),
    said === undefined ? NO_FIT : byWords(mention),
    fitBehalf(byWords, holder.onBehalfOf, holder.entity, reading),
    entity === undefined ? NO_FIT : byOffice(officeOf(reading, holder.entity ?? -1)),
  ]);
}

/** One question puts the same few names and offices to whom it asks about thousands of times. */
const fitsOf = remembered((asked: AskedHolder) => ({
  byName: rememberedLately((name: string) => fitName(asked, nameWords(name))),
  byWords: rememberedLately((words: string) => fitWords(asked, readNaming(words))),
  byOffice: rememberedLately((office: Office) => fitOffice(asked, office)),
}));

/**
 * How well whoever is quoted with a position of the own country is the one asked about: `“Norway
 * will never pay,” the minister said`. Nobody is taken for what he says of another country.
 */
export function fitSpokesman(
  asked: AskedHolder,
  { holder, cue }: Pick<Stance, 'holder' | 'cue'>,
  reading: Reading,
): number {
  const { article, facts } = reading;
  const [country] = countriesOf(readNaming(slice(article.body, holder)));
  if (country === undefined) return 0;
  const quoted = facts.quotations.find(({ span: words }) => contains(words, cue));
  const speaker = quoted?.speaker;
  if (speaker?.entity === undefined) return 0;
  if (!speaksForCountry(officeOf(reading, speaker.entity), country)) return 0;
  const { score, isDeputy } = fitHolder(
    asked,
    { span: speaker.mention, entity: speaker.entity },
    reading,
  );
  return isDeputy ? 0 : score * speaker.confidence * speaker.sureness;
}

const best = (fits: readonly HolderFit[]): HolderFit =>
  fits.reduce((a, b) => (b.score > a.score ? b : a), NO_FIT);

/** `some Republicans`, `a Republican` for the party: what they say, it does not. */
const isPartOnly = ({ kind, isLoose }: AskedHolder, words: Naming, text: string): boolean =>
  (words.isPart && !isLoose) ||
  (kind === 'party' && (/^an?\s\S+$/iu.test(text.trim()) || isOneMember(words)));

const isPronoun = (words: string): boolean =>
  /^(?:he|she|it|they|his|her|its|their|we|us|our|i|who|that|which)$/iu.test(words);

/** A person's name: `Bill Moran` for `William J. Moran`, `Moran` alone. */
function fitName({ name, led, kind }: AskedHolder, own: readonly NameWord[]): HolderFit {
  if (led.length > 0 && fitPerson(led, own).score > 0) return DEPUTY;
  return kind === 'country' || kind === 'party' ? NO_FIT : fitPerson(name, own);
}

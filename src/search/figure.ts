import type { Country } from '../extraction/lexicon/places.ts';
import { type Appearance, type Form, type Known, type Namesakes, inOrder, keyIn } from './known.ts';
import type { Office } from './naming.ts';

/** One person, body or country across articles. */
export interface Figure {
  /** The fullest of the names that articles give, as one of them spells it. */
  readonly name: string;
  /** Where it stands so. */
  readonly fullest: Appearance;
  /** Newest article first. */
  readonly appearances: readonly Appearance[];
  readonly isNamed: boolean;
  readonly isPerson: boolean;
  /** Its names, each once, as words. */
  readonly forms: readonly Form[];
  readonly offices: readonly Office[];
  readonly countries: ReadonlySet<Country>;
  /** What it was put together from, which says where it comes among others. */
  readonly lead: Namesakes;
}

export function toFigure(lead: Namesakes, known: readonly Known[]): Figure {
  const newest = byDate(lead, known);
  const wellFormed = newest.filter(({ as }) => as.hasGiven);
  const [first = lead.first, ...others] = wellFormed.length > 0 ? wellFormed : newest;
  const fullest = others.reduce(
    (best, one) => (one.as.form.length > best.as.form.length ? one : best),
    first,
  );
  return {
    name: fullest.as.text,
    fullest,
    appearances: newest,
    isNamed: fullest.isNamed,
    isPerson: newest.some(({ isPerson }) => isPerson),
    forms: [...new Map(newest.map(({ as }) => [as.words, as.form])).values()],
    offices: newest.flatMap(({ offices }) => offices),
    countries: countriesOf(newest),
    lead,
  };
}

const NOWHERE: ReadonlySet<Country> = new Set();

function countriesOf(known: readonly Known[]): ReadonlySet<Country> {
  const countries = known.flatMap(({ as }) => as.country ?? []);
  return countries.length === 0 ? NOWHERE : new Set(countries);
}

/** Newest first; of one day, full names before short ones. Those called the same are in order already. */
function byDate({ key }: Namesakes, known: readonly Known[]): readonly Known[] {
  if (known.every((one) => keyIn(one) === key)) return known;
  return known.toSorted((a, b) => {
    const [ours, theirs] = [a.reading.article.date ?? '', b.reading.article.date ?? ''];
    return ours === theirs ? 0 : ours < theirs ? 1 : -1;
  });
}

/** The longest names first, then in the order of the articles that give them. */
export const inFigureOrder = ({ lead: a }: Figure, { lead: b }: Figure): number =>
  b.form.length - a.form.length || inOrder(a.first, b.first);

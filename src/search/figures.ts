import type { Corpus, Reading } from './corpus.ts';
import type { Figure } from './figure.ts';
import { type FigureIndex, changeFigures, findFigure, noFigures } from './figure-index.ts';
import type { Changed } from './full-names.ts';
import type { Appearance } from './known.ts';
import { type Rest, runResting, runThrough } from './pause.ts';
import { remembered } from '../text/remembered.ts';

export type { Figure } from './figure.ts';
export type { Appearance, Form } from './known.ts';

const known = new WeakMap<Corpus, FigureIndex>();

/** Everybody in the corpus, made once a view. */
export function figureIndexOf(corpus: Corpus): FigureIndex {
  const found =
    known.get(corpus) ?? runThrough(changeFigures(noFigures, { went: [], came: corpus.readings }));
  known.set(corpus, found);
  return found;
}

/** Makes everybody in a corpus from everybody in another, of which it differs by some readings. */
export async function deriveFigures(
  corpus: Corpus,
  from: Corpus,
  changed: Changed<Reading>,
  rest: Rest,
): Promise<void> {
  known.set(corpus, await runResting(changeFigures(figureIndexOf(from), changed), rest));
}

/** Everybody in the corpus, each once. */
export const figuresOf = (corpus: Corpus): readonly Figure[] => figureIndexOf(corpus).figures;

/** Whose an entity of an article is. One question asks it thousands of times, of the same articles. */
export function figureOf(corpus: Corpus, appearance: Appearance): Figure | undefined {
  const { reading, entity } = appearance;
  const ofReading = askedOf(corpus).get(reading) ?? new Map<number, Figure | null>();
  askedOf(corpus).set(reading, ofReading);
  const asked = ofReading.get(entity);
  if (asked !== undefined) return asked ?? undefined;
  const found = findFigure(figureIndexOf(corpus), appearance);
  ofReading.set(entity, found ?? null);
  return found;
}

/** What was asked of a view before, and found; null where nobody was. */
const askedOf = remembered((_corpus: Corpus) => new Map<Reading, Map<number, Figure | null>>());

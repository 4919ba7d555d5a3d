import { type Citation, cite } from '../article/citation.ts';
import type { Corpus } from '../search/corpus.ts';
import { memberAt } from '../search/digested.ts';
import { type Appearance, type Figure, findFigures } from '../search/people.ts';
import type { Ambiguous, Choice } from './answer.ts';
import { rolesOf } from './role.ts';

const MOST_CHOICES = 25;
const LONGEST_VALUE = 100;

/** Asks which of several figures is meant; `isWanted` tells where one can be asked about. */
export const askWhich = (
  figures: readonly Figure[],
  corpus: Corpus,
  isWanted: (appearance: Appearance) => boolean,
): Ambiguous => ({
  kind: 'ambiguous',
  option: 'who',
  choices: figures
    .slice(0, MOST_CHOICES)
    .flatMap((figure) => choiceOf(figure, corpus, isWanted) ?? []),
});

/**
 * The name, if it finds this one alone. A bare surname that others have as well does not, so it is
 * asked for in an article that has no more than that.
 */
function choiceOf(
  figure: Figure,
  corpus: Corpus,
  isWanted: (appearance: Appearance) => boolean,
): Choice | undefined {
  const { name, fullest, appearances } = figure;
  const entity = memberAt(fullest);
  if (entity === undefined) return undefined;
  const role = firstRole(appearances);
  const wanted = appearances.find(isWanted)?.reading.article.id;
  const isAlone = findFigures(name, corpus).length <= 1;
  return {
    value: name.slice(0, LONGEST_VALUE),
    label: [cite(fullest.reading.article, entity.name), ...(role === undefined ? [] : [role])],
    ...(isAlone || wanted === undefined ? {} : { article: wanted }),
  };
}

/** The first role that an article states, in its words. */
function firstRole(appearances: readonly Appearance[]): Citation | undefined {
  for (const appearance of appearances) {
    const [role] = rolesOf(appearance.reading.article, memberAt(appearance) ?? { roles: [] });
    if (role !== undefined) return role;
  }
  return undefined;
}

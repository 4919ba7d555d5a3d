import type { Article } from '../article/article.ts';
import { type Citation, cite } from '../article/citation.ts';
import type { Entity } from '../extraction/facts.ts';
import { type Span, slice } from '../text/span.ts';

const DANGLING = /^(?:his|her|its|their|my|our)\b/iu;

/** Whether words say something away from their sentence; `his spokesman` leaves open whose. */
export const standsAlone = ({ body }: Article, words: Span): boolean =>
  !DANGLING.test(slice(body, words));

/** An entity's roles, in the article's words, that say something beside its name on a card. */
export const rolesOf = (article: Article, { roles }: Entity): readonly Citation[] =>
  roles.filter((role) => standsAlone(article, role)).map((role) => cite(article, role));

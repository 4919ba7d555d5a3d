import type { Article } from '../article/article.ts';
import { type Span, slice } from '../text/span.ts';

const DANGLING = /^(?:his|her|its|their|my|our)\b/iu;

/** Whether words say something away from their sentence; `his spokesman` leaves open whose. */
export const standsAlone = ({ body }: Article, words: Span): boolean =>
  !DANGLING.test(slice(body, words));

import type { Article } from '../article/article.ts';
import { rememberedLately } from '../text/remembered.ts';
import { stems } from '../text/stems.ts';

/** The stems of an article's body. */
export const stemsOf = rememberedLately(
  ({ body }: Article): ReadonlySet<string> => new Set(stems(body)),
  200,
);

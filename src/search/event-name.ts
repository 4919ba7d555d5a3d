import type { Article } from '../article/article.ts';
import type { Gathering } from '../extraction/facts.ts';
import { fold } from '../text/fold.ts';
import { type Span, slice } from '../text/span.ts';

// What a gathering is called where it is offered to be asked for.

const LONGEST = 100;

/** `talks`, `Oslo` and `Tuesday`; not `Oslo` again behind `talks in Oslo`. */
export function eventParts(
  { body }: Article,
  { name, place, time }: Gathering,
  withTime: boolean,
): readonly Span[] {
  const more = withTime ? [place, time] : [place];
  const words = fold(slice(body, name));
  const isNew = (part: Span): boolean => !words.includes(fold(slice(body, part)));
  return [name, ...more.flatMap((part) => (part !== undefined && isNew(part) ? [part] : []))];
}

/** At most 100 characters. */
export const joinParts = ({ body }: Article, parts: readonly Span[]): string =>
  parts
    .map((part) => slice(body, part).replaceAll(/\s+/gu, ' '))
    .join(', ')
    .slice(0, LONGEST)
    .trim();

/** Its words and its place, which tell it apart as a rule: `fourth meeting of ministers, Aktau`. */
export const eventName = (article: Article, gathering: Gathering): string =>
  joinParts(article, eventParts(article, gathering, false));

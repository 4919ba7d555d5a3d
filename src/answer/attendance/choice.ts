import { cite } from '../../article/citation.ts';
import { fold } from '../../text/fold.ts';
import { type Span, slice } from '../../text/span.ts';
import type { Choice } from '../answer.ts';
import type { Event } from './match.ts';

// What a gathering is called where it is offered to be asked for, so that whoever takes the offer
// gets that gathering and no other.

const LONGEST = 100;

/** `talks`, `Oslo` and `Tuesday`; not `Oslo` again behind `talks in Oslo`. */
function partsOf({ reading: { article }, gathering }: Event, withTime: boolean): Span[] {
  const { name, place, time } = gathering;
  const more = withTime ? [place, time] : [place];
  const words = fold(slice(article.body, name));
  const isNew = (part: Span): boolean => !words.includes(fold(slice(article.body, part)));
  return [name, ...more.flatMap((part) => (part !== undefined && isNew(part) ? [part] : []))];
}

const join = ({ reading: { article } }: Event, parts: readonly Span[]): string =>
  parts
    .map((part) => slice(article.body, part).replaceAll(/\s+/gu, ' '))
    .join(', ')
    .slice(0, LONGEST)
    .trim();

/** Its words and its place, which tell it apart as a rule: `fourth meeting of ministers, Aktau`. */
export const eventName = (event: Event): string => join(event, partsOf(event, false));

/** The gatherings of the choices, each once, with the article in which each is the only one so called. */
export function eventChoices(events: readonly Event[]): Choice[] {
  const seen = new Set<string>();
  return events.flatMap((event) => {
    const { article } = event.reading;
    const parts = partsOf(event, true);
    const value = join(event, parts);
    const key = `${article.id} ${value}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ value, label: parts.map((part) => cite(article, part)), article: article.id }];
  });
}

/**
 * Whether the typed words are what a gathering is offered by. A single word, such as `talks`, is so
 * only inside one article: anybody may type it of their own accord.
 */
export function isOfferedAs(words: string, event: Event, isInArticle: boolean): boolean {
  if (!isInArticle && !/\s/u.test(words.trim())) return false;
  const offers = [eventName(event), join(event, partsOf(event, true))];
  return offers.some((offer) => fold(offer) === fold(words.trim()));
}

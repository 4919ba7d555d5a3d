import { cite } from '../../article/citation.ts';
import { eventName, eventParts, joinParts } from '../../search/event-name.ts';
import { fold } from '../../text/fold.ts';
import type { Choice } from '../answer.ts';
import type { Event } from './match.ts';

// What a gathering is called where it is offered to be asked for, so that whoever takes the offer
// gets that gathering and no other.

/** The gatherings of the choices, each once, with the article in which each is the only one so called. */
export function eventChoices(events: readonly Event[]): Choice[] {
  const seen = new Set<string>();
  return events.flatMap((event) => {
    const { article } = event.reading;
    const parts = eventParts(article, event.gathering, true);
    const value = joinParts(article, parts);
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
  const { article } = event.reading;
  const whole = joinParts(article, eventParts(article, event.gathering, true));
  const offers = [eventName(article, event.gathering), whole];
  return offers.some((offer) => fold(offer) === fold(words.trim()));
}

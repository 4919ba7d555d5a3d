import { type Span, span } from '../text/span.ts';
import { fold } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';
import type { Reading } from './corpus.ts';
import { digestOf } from './digest.ts';
import type { Order } from './ordered.ts';
import { newestFirst } from './reading-order.ts';

/** A gathering of which somebody is said to have been there, by a name to ask for it by. */
export interface NamedEvent {
  /** At most 100 characters: `Riyadh talks`, `fourth meeting of ministers, Aktau`. */
  readonly name: string;
  readonly reading: Reading;
  /** The sentence that introduces it. */
  readonly sentence: Span;
  /** How many it is known of that they were there or not. */
  readonly told: number;
  /** Its number among those of the article. */
  readonly at: number;
  /** Its name folded, and with it its article's title. */
  readonly folded: string;
  readonly words: string;
}

/** The gatherings of an article. */
export const eventsIn = remembered((reading: Reading): readonly NamedEvent[] =>
  digestOf(reading).events.map(({ name, told, sentence: [start, end] }, at) => ({
    name,
    reading,
    sentence: span(start, end),
    told,
    at,
    folded: fold(name),
    words: fold(`${name} ${reading.article.title}`),
  })),
);

/** Best told first, then the newest. */
export const byTold: Order<NamedEvent> = (a, b) =>
  b.told - a.told || newestFirst(a.reading, b.reading) || a.at - b.at;

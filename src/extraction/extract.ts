import type { Article } from '../article/article.ts';
import { openCast } from './cast/casting.ts';
import { findDates } from './dates.ts';
import type { Facts } from './facts.ts';
import { findGatherings } from './gatherings.ts';
import { findQuotations } from './quotations.ts';
import { findStances } from './stances.ts';

/** Reads all facts out of an article. Pure: the same article always gives the same facts. */
export function extractFacts(article: Article): Facts {
  const text = openCast(article);
  const quotations = findQuotations(text);
  return {
    sentences: text.document.sentences.map(({ start, end }) => ({ start, end })),
    entities: text.cast.entities,
    mentions: text.cast.mentions,
    quotations,
    gatherings: findGatherings(text),
    stances: findStances(text, quotations),
    dates: findDates(text.document),
  };
}

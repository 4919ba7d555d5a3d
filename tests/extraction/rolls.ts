import { findGatherings } from '../../src/extraction/gatherings.ts';
import type { Attendee } from '../../src/extraction/facts.ts';
import { slice } from '../../src/text/span.ts';
import { castOf } from './read.ts';

const LISTS = ['attended', 'absent', 'expected'] as const;

/** Each gathering's people, those absent with `-`, those expected with `?`, sides behind `@`. */
export function rolls(text: string): string[] {
  const { article } = castOf(text).document;
  const mark = { attended: '', absent: '-', expected: '?' };
  const one = ({ name, side }: Attendee): string =>
    slice(article.body, name) + (side === undefined ? '' : ` @${slice(article.body, side)}`);
  return findGatherings(castOf(text)).flatMap((gathering) => {
    const people = LISTS.flatMap((list) => gathering[list].map((who) => mark[list] + one(who)));
    return people.length === 0 ? [] : [people.join('; ')];
  });
}

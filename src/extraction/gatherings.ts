import type { CastText } from './cast/cast.ts';
import type { Gathering } from './facts.ts';
import { groupClaims } from './gatherings/grouping.ts';
import { findOccasions } from './gatherings/occasion.ts';
import { callRoll } from './gatherings/roll.ts';
import { setScene } from './gatherings/scene.ts';

/**
 * The gatherings that an article reports, in order of mention, with who was there, who was not and
 * who is expected. What no construction states is left out: who only commented was not there.
 *
 *     The US delegation included Marco Rubio. Kyiv was not invited.
 *     → attended: Marco Rubio (US); absent: Kyiv (was not invited)
 *
 * Linear in the article's length but for the number of gatherings, of which there are few.
 */
export function findGatherings(text: CastText): Gathering[] {
  const scene = setScene(text, findOccasions(text));
  const drafts = groupClaims(scene);
  const main = drafts.find(({ isPast }) => !isPast);
  return drafts.flatMap((draft) => callRoll(text, draft, draft === main) ?? []);
}

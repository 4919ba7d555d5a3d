import type { OpenInteraction } from '../../src/sandbox/state.ts';

const looked = new Set<string>();

/** How many of those that were not looked at before were answered with more messages than one. */
export function countTwice(interactions: readonly OpenInteraction[]): number {
  const fresh = interactions.filter(({ id }) => !looked.has(id));
  for (const { id } of fresh) looked.add(id);
  // Those that the sandbox has forgotten are not asked about again.
  if (looked.size > 10 * interactions.length)
    for (const id of looked) if (!interactions.some((each) => each.id === id)) looked.delete(id);
  return fresh.filter(isTwice).length;
}

/** A thread on a card that is shared first is told of in a message of its own. */
const isTwice = ({ title, followUpIds, originalId, sourceId }: OpenInteraction): boolean => {
  const isApart = originalId === undefined || originalId === sourceId || title.includes('Discuss');
  return followUpIds.length > (isApart ? 1 : 0);
};

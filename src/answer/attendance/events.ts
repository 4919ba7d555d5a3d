import type { Corpus } from '../../search/corpus.ts';
import type { NamedEvent } from '../../search/events.ts';
import { fold } from '../../text/fold.ts';
import { remembered } from '../../text/remembered.ts';

/** The gatherings of which somebody is said to have been there, each name once, best told first. */
export const listEvents = remembered(({ events }: Corpus): readonly NamedEvent[] => {
  const seen = new Set<string>();
  return events.filter(({ folded }) => !seen.has(folded) && seen.add(folded));
});

/** Those whose names have the typed words. */
export function completeEvents(typed: string, corpus: Corpus): readonly NamedEvent[] {
  const typedWords = fold(typed).split(/\s+/u).filter(Boolean);
  return listEvents(corpus).filter(({ words }) => typedWords.every((word) => words.includes(word)));
}

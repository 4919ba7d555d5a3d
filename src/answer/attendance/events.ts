import type { Gathering } from '../../extraction/facts.ts';
import type { Corpus, Reading } from '../../search/corpus.ts';
import { fold } from '../../text/fold.ts';
import { eventName } from './choice.ts';

/** A gathering that the corpus tells of, by a name to ask for it by. */
export interface NamedEvent {
  /** At most 100 characters: `Riyadh talks`, `fourth meeting of ministers, Aktau`. */
  readonly name: string;
  readonly reading: Reading;
  readonly gathering: Gathering;
}

/** Longer names are the sentences of gatherings that an article gives no name. */
const LONGEST_NAME = 70;

/** The gatherings of which somebody is said to have been there, best told first. */
export function listEvents({ readings }: Corpus): NamedEvent[] {
  const events = readings.flatMap((reading) =>
    reading.facts.gatherings
      .filter(({ attended, name }) => attended.length > 0 && name.end - name.start <= LONGEST_NAME)
      .map((gathering) => ({ name: eventName({ reading, gathering }), reading, gathering })),
  );
  const best = events.toSorted((a, b) => toldOf(b) - toldOf(a));
  return distinct(best);
}

/** Those whose names have the typed words. */
export function completeEvents(typed: string, corpus: Corpus): NamedEvent[] {
  const words = fold(typed).split(/\s+/u).filter(Boolean);
  return listEvents(corpus).filter(({ name, reading }) => {
    const known = fold(`${name} ${reading.article.title}`);
    return words.every((word) => known.includes(word));
  });
}

const toldOf = ({ gathering: { attended, absent } }: NamedEvent): number =>
  attended.filter(({ entity }) => entity !== undefined).length + absent.length;

function distinct(events: readonly NamedEvent[]): NamedEvent[] {
  const seen = new Set<string>();
  return events.filter(({ name }) => !seen.has(fold(name)) && seen.add(fold(name)));
}

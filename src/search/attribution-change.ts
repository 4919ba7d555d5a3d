import { paragraphAt } from '../article/article.ts';
import type { Attendee } from '../extraction/facts.ts';
import { type Span, slice } from '../text/span.ts';
import type { Reading } from './corpus.ts';

/**
 * To whom two readings of one article give words, a place at a gathering or a position, where they
 * differ, a line each: `oslo ¶3, said: Ann Petrova → Bo Lund`. Nothing of what is said.
 */
export function attributionChanges(was: Reading, is: Reading): readonly string[] {
  const [before, now] = [attributionsOf(was), attributionsOf(is)];
  const places = [...new Set([...before.keys(), ...now.keys()])];
  return places.flatMap((place) => {
    const [old, other] = [before.get(place), now.get(place)];
    return old === other ? [] : [`${place}: ${old ?? 'nobody'} → ${other ?? 'nobody'}`];
  });
}

/** The names, by the paragraph and what is told of them. */
function attributionsOf({ article, facts }: Reading): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  const note = (at: Span, what: string, names: readonly string[]): void => {
    const place = `${article.id} ¶${String(paragraphAt(article, at.start))}, ${what}`;
    const others = named.get(place);
    const all = [...(others === undefined ? [] : [others]), ...names].join(', ');
    if (all !== '') named.set(place, all);
  };
  const nameOf = (words: Span, entity: number | undefined): string =>
    slice(article.body, facts.entities[entity ?? -1]?.name ?? words).replace(/\s+/gu, ' ');
  for (const { span, speaker } of facts.quotations)
    note(span, 'said', speaker === undefined ? [] : [nameOf(speaker.mention, speaker.entity)]);
  for (const gathering of facts.gatherings)
    for (const how of ['attended', 'absent', 'expected'] as const)
      note(gathering.sentence, how, namesOf(gathering[how], nameOf));
  for (const { evidence, holder, entity, polarity } of facts.stances)
    note(evidence, polarity, [nameOf(holder, entity)]);
  return named;
}

const namesOf = (
  some: readonly Attendee[],
  nameOf: (words: Span, entity: number | undefined) => string,
): readonly string[] => some.map(({ name, entity }) => nameOf(name, entity));

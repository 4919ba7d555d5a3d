import type { Article } from '../../article/article.ts';
import { fold } from '../../text/fold.ts';
import { overlaps, sameSpan, slice, type Span } from '../../text/span.ts';
import type { Attendee, Facts, Gathering } from '../facts.ts';
import { findAnchor } from './anchor.ts';
import { entityNamed, findName } from './naming.ts';
import type { AttendeeRuling } from './ruling.ts';

/** Puts somebody on the list of a gathering where they belong, or on none; undefined if anchors are gone. */
export function placeAttendee(
  article: Article,
  facts: Facts,
  ruling: AttendeeRuling,
): Facts | undefined {
  const at = findAnchor(article.body, ruling.gathering);
  const name = findName(article, facts, ruling.name);
  const evidence = findAnchor(article.body, ruling.evidence);
  const gathering = at && gatheringAt(facts, at);
  if (gathering === undefined || name === undefined || evidence === undefined) return undefined;
  const named = entityNamed(article, facts, name);
  const guest: Attendee = {
    name,
    ...(typeof named === 'number' ? { entity: named } : {}),
    evidence,
    isCorrected: true,
  };
  const placed = place(article, gathering, guest, ruling.verdict);
  return {
    ...facts,
    gatherings: facts.gatherings.map((one) => (one === gathering ? placed : one)),
  };
}

/** By what it is called, else by the sentence that introduces it, else by any that tells of it. */
function gatheringAt({ gatherings }: Facts, at: Span): Gathering | undefined {
  return (
    gatherings.find(({ name }) => sameSpan(name, at)) ??
    gatherings.find(({ name }) => overlaps(name, at)) ??
    gatherings.find(({ sentence }) => overlaps(sentence, at)) ??
    gatherings.find(({ told }) => told.some((sentence) => overlaps(sentence, at)))
  );
}

function place(
  { body }: Article,
  gathering: Gathering,
  guest: Attendee,
  verdict: AttendeeRuling['verdict'],
): Gathering {
  const isGuest = ({ name, entity }: Attendee): boolean =>
    overlaps(name, guest.name) ||
    (entity !== undefined && entity === guest.entity) ||
    fold(slice(body, name)) === fold(slice(body, guest.name));
  const without = (list: readonly Attendee[]): readonly Attendee[] =>
    list.filter((one) => !isGuest(one));
  const { attended, absent, expected, isNotHeld, ...rest } = gathering;
  const known = [...attended, ...absent, ...expected].find(isGuest);
  const wasHeld = verdict === 'attended' || isNotHeld === undefined;
  return {
    ...rest,
    ...(wasHeld ? {} : { isNotHeld }),
    attended: verdict === 'attended' ? withGuest(attended) : without(attended),
    absent: verdict === 'absent' ? withGuest(absent) : without(absent),
    expected: without(expected),
  };

  /** In the same place, with all that was read of the guest; else last, without a reason for the contrary. */
  function withGuest(list: readonly Attendee[]): readonly Attendee[] {
    const at = list.findIndex(isGuest);
    if (at < 0)
      return [...list, { ...withoutNote(known), ...guest, name: known?.name ?? guest.name }];
    return list.flatMap((one, index) => {
      if (!isGuest(one)) return [one];
      return index === at
        ? [{ ...guest, ...one, evidence: guest.evidence, isCorrected: true }]
        : [];
    });
  }
}

function withoutNote(known: Attendee | undefined): Partial<Attendee> {
  if (known === undefined) return {};
  const { note: _note, ...rest } = known;
  return rest;
}

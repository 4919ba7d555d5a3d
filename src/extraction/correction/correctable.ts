import { type Article, paragraphAt } from '../../article/article.ts';
import type { Span } from '../../text/span.ts';
import type { Attendee, Facts, Gathering, Polarity, Quotation } from '../facts.ts';
import { isSurelyNamed } from '../quotations/speaker.ts';
import { saidTogether } from './speech.ts';

// What a moderator can correct in some paragraphs, with the spans that rulings are anchored by.

interface MayBeCorrected {
  /** A moderator has ruled on it. */
  readonly isCorrected?: true;
}

/** One thing that somebody said. */
export interface CorrectableQuotation extends MayBeCorrected {
  readonly kind: 'speaker';
  /** To anchor the ruling by: the words, or the first part of them. */
  readonly of: Span;
  /** All quotations that the ruling gives to the same speaker, in order of place. */
  readonly parts: readonly Span[];
  readonly manner: Quotation['manner'];
  /** What the article calls the speaker there: `he`. */
  readonly mention?: Span;
  /** Whom cards name; left out where that is not sure enough. */
  readonly name?: Span;
}

export interface CorrectableAttendee extends MayBeCorrected {
  readonly kind: 'attendee';
  readonly gathering: Span;
  readonly name: Span;
  readonly list: AttendeeList;
  readonly evidence: Span;
}

type AttendeeList = 'attended' | 'absent' | 'expected';

export interface CorrectableStance extends MayBeCorrected {
  readonly kind: 'stance';
  readonly of: Span;
  /** The words by which the article names the holder there. */
  readonly holder: Span;
  /** The fullest name of the holder, where the article gives one. */
  readonly name?: Span;
  readonly target: Span;
  readonly polarity: Polarity;
}

export interface Correctable {
  readonly quotations: readonly CorrectableQuotation[];
  readonly attendees: readonly CorrectableAttendee[];
  /** Those told of, by what they are called: somebody may be missing from their lists. */
  readonly gatherings: readonly Span[];
  readonly stances: readonly CorrectableStance[];
}

/** What was read out of some paragraphs, numbered from 1. */
export function factsUnder(
  article: Article,
  facts: Facts,
  paragraphs: readonly number[],
): Correctable {
  const asked = new Set(paragraphs);
  const isUnder = ({ start, end }: Span): boolean => {
    const last = paragraphAt(article, Math.max(start, end - 1));
    for (let at = paragraphAt(article, start); at <= last; at += 1) if (asked.has(at)) return true;
    return false;
  };
  return {
    quotations: quotationsIn(article, facts).filter(({ parts }) => parts.some(isUnder)),
    attendees: facts.gatherings
      .flatMap(attendeesOf)
      .filter(({ name, evidence }) => isUnder(name) || isUnder(evidence)),
    gatherings: facts.gatherings.filter(({ told }) => told.some(isUnder)).map(({ name }) => name),
    stances: stancesIn(facts).filter(({ of }) => isUnder(of)),
  };
}

function quotationsIn(article: Article, facts: Facts): readonly CorrectableQuotation[] {
  const listed = new Set<number>();
  return facts.quotations.flatMap((quotation, at) => {
    if (quotation.isTopic || listed.has(at)) return [];
    const together = saidTogether(article, facts, at);
    for (const one of together) listed.add(one);
    return listQuotation(
      facts,
      together.flatMap((one) => facts.quotations[one] ?? []),
    );
  });
}

/** By the words between quotation marks, where there are any. */
function listQuotation(
  { entities }: Facts,
  together: readonly Quotation[],
): readonly CorrectableQuotation[] {
  const parts = together.toSorted((a, b) => a.span.start - b.span.start);
  const lead = parts.find(({ manner }) => manner === 'direct') ?? parts[0];
  if (lead === undefined) return [];
  const { span: of, manner, speaker, isCorrected } = lead;
  const name = speaker && isSurelyNamed(speaker) ? entities[speaker.entity ?? -1]?.name : undefined;
  return [
    {
      kind: 'speaker',
      of,
      parts: parts.map(({ span }) => span),
      manner,
      ...(speaker === undefined ? {} : { mention: speaker.mention }),
      ...(name === undefined ? {} : { name }),
      ...(isCorrected ? { isCorrected } : {}),
    },
  ];
}

const LISTS: readonly AttendeeList[] = ['attended', 'absent', 'expected'];

const attendeesOf = (gathering: Gathering): readonly CorrectableAttendee[] =>
  LISTS.flatMap((list) => gathering[list].map((one) => listAttendee(gathering, list, one)));

const listAttendee = (
  gathering: Gathering,
  list: AttendeeList,
  { name, evidence, isCorrected }: Attendee,
): CorrectableAttendee => ({
  kind: 'attendee',
  gathering: gathering.name,
  name,
  list,
  evidence,
  ...(isCorrected ? { isCorrected } : {}),
});

const stancesIn = ({ entities, stances }: Facts): readonly CorrectableStance[] =>
  stances.map(({ evidence, holder, entity, target, polarity, isCorrected }) => {
    const known = entities[entity ?? -1];
    return {
      kind: 'stance',
      of: evidence,
      holder,
      ...(known?.isNamed === true ? { name: known.name } : {}),
      target,
      polarity,
      ...(isCorrected ? { isCorrected } : {}),
    };
  });

import { type Article, paragraphAt } from '../../article/article.ts';
import { type Citation, cite } from '../../article/citation.ts';
import {
  type CorrectableAttendee,
  type CorrectableQuotation,
  type CorrectableStance,
  factsUnder,
} from '../../extraction/correction/correctable.ts';
import { extractFacts } from '../../extraction/extract.ts';
import { type Ruling, anchorAt, keyOfRuling } from '../../extraction/correction.ts';
import type { Facts, Polarity } from '../../extraction/facts.ts';
import { factId } from '../../keeping/correction.ts';
import { sentenceAt } from '../../search/sentence-place.ts';
import { remembered } from '../../text/remembered.ts';
import type { Span } from '../../text/span.ts';
import type { MessageKey } from '../messages.ts';
import { type Entry, type Message, cited, message } from '../reply.ts';

// A fact that was read out of an article, as moderators see and correct it.

type Correctable = CorrectableQuotation | CorrectableAttendee | CorrectableStance;

export interface Fact {
  readonly article: Article;
  readonly facts: Facts;
  readonly read: Correctable;
  /** What the fact is called among those of its article. */
  readonly key: string;
  /** A short name for the same, among all articles. */
  readonly id: string;
  /** From 1. */
  readonly paragraph: number;
}

/** A paragraph of an article, from 1. */
export interface Place {
  readonly article: Article;
  readonly paragraph: number;
}

/** What was read before anybody decided about it; asked for again while a moderator looks at it. */
const factsOf = remembered(extractFacts);

/**
 * What was read out of some paragraphs, in order of place. What an article says twice in the same
 * words is one fact: whatever is decided of it holds for both.
 */
export function factsAt(places: readonly Place[]): readonly Fact[] {
  const byId = new Map<string, Fact>();
  for (const fact of allFactsAt(places)) if (!byId.has(fact.id)) byId.set(fact.id, fact);
  return [...byId.values()];
}

function allFactsAt(places: readonly Place[]): readonly Fact[] {
  const byArticle = new Map<Article, number[]>();
  for (const { article, paragraph } of places)
    byArticle.set(article, [...(byArticle.get(article) ?? []), paragraph]);
  return [...byArticle].flatMap(([article, paragraphs]) => {
    const facts = factsOf(article);
    const { quotations, attendees, stances } = factsUnder(article, facts, paragraphs);
    return [...quotations, ...attendees, ...stances].map((read) => toFact(article, facts, read));
  });
}

export const gatheringsAt = (places: readonly Place[]): readonly Citation[] =>
  places.flatMap(({ article, paragraph }) =>
    factsUnder(article, factsOf(article), [paragraph]).gatherings.map((name) =>
      cite(article, name),
    ),
  );

export function toFact(article: Article, facts: Facts, read: Correctable): Fact {
  const key = keyOfRuling(rulingFor(article, read));
  const at = read.kind === 'attendee' ? read.evidence : read.of;
  return {
    article,
    facts,
    read,
    key,
    id: factId(article, key),
    paragraph: paragraphAt(article, at.start),
  };
}

/** The ruling that says nothing about the fact: from it the others are made. */
function rulingFor(article: Article, read: Correctable): Ruling {
  const anchor = (span: Span) => anchorAt(article.body, span);
  switch (read.kind) {
    case 'speaker':
      return { kind: 'speaker', of: anchor(read.of) };
    case 'attendee':
      return {
        kind: 'attendee',
        gathering: anchor(read.gathering),
        name: anchor(read.name),
        verdict: 'not-listed',
        evidence: anchor(read.evidence),
      };
    case 'stance':
      return {
        kind: 'stance',
        of: anchor(read.of),
        holder: anchor(read.holder),
        target: anchor(read.target),
        verdict: 'none',
      };
    default:
      return read satisfies never;
  }
}

export const hidingRuling = ({ article, read }: Fact): Ruling => rulingFor(article, read);

/** The words were said by somebody, whom the article names there. */
export const speakerRuling = ({ article, read }: Fact, name: Span): Ruling => ({
  kind: 'speaker',
  of: anchorAt(article.body, read.kind === 'speaker' ? read.of : name),
  name: anchorAt(article.body, name),
});

export function attendeeRuling(
  fact: Fact,
  verdict: 'attended' | 'absent' | 'not-listed',
  evidence?: Span,
): Ruling {
  const ruling = hidingRuling(fact);
  if (ruling.kind !== 'attendee') return ruling;
  const shown = evidence === undefined ? ruling.evidence : anchorAt(fact.article.body, evidence);
  return { ...ruling, verdict, evidence: shown };
}

export function stanceRuling(fact: Fact, verdict: Polarity | 'none'): Ruling {
  const ruling = hidingRuling(fact);
  return ruling.kind === 'stance' ? { ...ruling, verdict } : ruling;
}

/** What is read now: who is named, or where, or what stance. */
export const namedIn = ({ article, read }: Fact): Citation | undefined => {
  const name = read.kind === 'stance' ? (read.name ?? read.holder) : read.name;
  return name === undefined ? undefined : cite(article, name);
};

const LISTS: Readonly<Record<CorrectableAttendee['list'], MessageKey>> = {
  attended: 'fact.attended',
  absent: 'fact.absent',
  expected: 'fact.expected',
};

const POLARITIES: Readonly<Record<Polarity, MessageKey>> = {
  supports: 'fact.supports',
  opposes: 'fact.opposes',
  mixed: 'fact.mixed',
};

/** `Said by Marco Rubio: “it went well”`, for a line of a card or a menu. */
export function factMessage(fact: Fact): Message {
  const { article, read } = fact;
  const part = (span: Span) => cited(cite(article, span));
  switch (read.kind) {
    case 'speaker':
      return read.name === undefined
        ? message('fact.unsaid', { words: part(read.of) })
        : message('fact.said', { name: part(read.name), words: part(read.of) });
    case 'attendee':
      return message(LISTS[read.list], { name: part(read.name), gathering: part(read.gathering) });
    case 'stance':
      return message(POLARITIES[read.polarity], {
        name: part(read.name ?? read.holder),
        target: part(read.target),
      });
    default:
      return read satisfies never;
  }
}

/** The fact over the sentence that it was read out of. */
export function factEntry(fact: Fact, said: Message = factMessage(fact)): Entry {
  const { article, facts, read } = fact;
  const at = read.kind === 'attendee' ? read.evidence : read.of;
  const sentence = facts.sentences[sentenceAt(facts.sentences, at.start)] ?? at;
  return [
    { kind: 'line', parts: [said], sources: [] },
    { kind: 'quote', citation: cite(article, sentence), emphasis: [] },
  ];
}

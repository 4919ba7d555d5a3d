import { paragraphAt } from '../article/article.ts';
import type { Facts, Quotation, Speaker } from '../extraction/facts.ts';
import { isSurelyMentioned, isSurelyNamed } from '../extraction/quotations/speaker.ts';
import { type Span, contains, cover, sameSpan, slice, span } from '../text/span.ts';
import type { Reading } from './corpus.ts';
import { jointSpeakers } from './joint-speakers.ts';
import { standsAlone } from './role.ts';
import { sentenceAt } from './sentence-place.ts';

/** What somebody said in one go, a cue in the middle notwithstanding: `“We tried,” she said. “It failed.”` */
export interface Utterance {
  readonly reading: Reading;
  readonly manner: Quotation['manner'];
  /** From the first part to the end of the last. */
  readonly span: Span;
  readonly parts: readonly Span[];
  readonly sentence: Span;
  readonly cue?: Span;
  readonly speaker?: Spoken;
  /** Each entity that surely spoke: one, or those who did together. */
  readonly by: readonly number[];
  /** A moderator said who spoke, or that nobody is to be named. */
  readonly isCorrected?: true;
}

/** What an article tells of who spoke. */
export interface Spoken {
  /** The words nearest the quotation that name the speaker. */
  readonly mention: Span;
  /** Whether these may be shown. */
  readonly isSurelyMentioned: boolean;
  /** Whether the words stand for one of the article's entities, be it sure for which or not. */
  readonly isOne: boolean;
  /** Where it is sure whom they mean. */
  readonly named?: NamedSpeaker;
  /** The words are a name that is no person's of the article: `“Shame.” — Dana Petrov (@danapetrov)` */
  readonly isStranger: boolean;
}

export interface NamedSpeaker {
  /** The fullest name that the article gives. */
  readonly name: Span;
  /** For `he`: the last place before it, else the first behind, that names whom it means. */
  readonly namedAt?: Span;
  /** The first role that says something beside the name. */
  readonly role?: Span;
}

/** Reads the utterances of an article, in order, from its facts. */
export function readUtterances(reading: Reading): readonly Utterance[] {
  const utterances: Utterance[] = [];
  for (const quotation of reading.facts.quotations) {
    if (quotation.isTopic) continue;
    const one = utteranceOf(reading, quotation);
    const last = utterances.at(-1);
    if (last !== undefined && goesOn(last, one))
      utterances[utterances.length - 1] = join(last, one);
    else utterances.push(one);
  }
  return utterances;
}

function utteranceOf(reading: Reading, quotation: Quotation): Utterance {
  const { manner, sentence, cue, speaker, isCorrected } = quotation;
  const by = speakersOf(reading, speaker);
  return {
    reading,
    manner,
    span: quotation.span,
    parts: [quotation.span],
    sentence,
    ...(cue === undefined ? {} : { cue }),
    ...(speaker === undefined ? {} : { speaker: spokenOf(reading, speaker, by) }),
    by,
    ...(isCorrected ? { isCorrected } : {}),
  };
}

function speakersOf(reading: Reading, speaker: Speaker | undefined): readonly number[] {
  if (speaker === undefined) return [];
  if (speaker.entity === undefined) return jointSpeakers(reading, speaker);
  return isSurelyNamed(speaker) ? [speaker.entity] : [];
}

function spokenOf(reading: Reading, speaker: Speaker, by: readonly number[]): Spoken {
  const named = namedSpeaker(reading, speaker);
  return {
    mention: speaker.mention,
    isSurelyMentioned: isSurelyMentioned(speaker),
    isOne: speaker.entity !== undefined,
    ...(named === undefined ? {} : { named }),
    isStranger: isStranger(reading, speaker, by),
  };
}

function namedSpeaker({ article, facts }: Reading, speaker: Speaker): NamedSpeaker | undefined {
  const entity = facts.entities[speaker.entity ?? -1];
  if (entity === undefined || !isSurelyNamed(speaker)) return undefined;
  const namedAt = placeNamed(speaker, facts);
  const role = entity.roles.find((each) => standsAlone(article, each));
  return {
    name: entity.name,
    ...(namedAt === undefined ? {} : { namedAt }),
    ...(role === undefined ? {} : { role }),
  };
}

function placeNamed({ mention, entity }: Speaker, { mentions }: Facts): Span | undefined {
  const own = mentions.find((each) => sameSpan(each.span, mention));
  const names = mentions.filter((each) => each.entity === entity && each.kind === 'name');
  const spans = names.map((each) => each.span);
  if (own?.kind === 'name' || spans.some((name) => contains(mention, name))) return undefined;
  return spans.findLast(({ end }) => end <= mention.start) ?? spans[0];
}

/** Words that each begin with a capital, as names do; `the` may stand in front. */
const NAME = /^(?:the )?\p{Lu}[\p{L}\p{M}\p{N}.'’-]*(?: \p{Lu}[\p{L}\p{M}\p{N}.'’-]*)*$/u;

function isStranger({ article, facts }: Reading, speaker: Speaker, by: readonly number[]): boolean {
  if (by.length > 1 || !isSurelyMentioned(speaker)) return false;
  if (!NAME.test(slice(article.body, speaker.mention))) return false;
  if (speaker.entity === undefined) return true;
  const entity = facts.entities[speaker.entity];
  return by.length === 1 && entity?.isNamed === true && entity.kind !== 'person';
}

/** The same speaker, surely, in one paragraph, with no sentence of the article's own between. */
function goesOn(before: Utterance, after: Utterance): boolean {
  if (before.manner !== 'direct' || after.manner !== 'direct') return false;
  if (before.by.length === 0 || before.by.join() !== after.by.join()) return false;
  const { article, facts } = before.reading;
  const gap = span(before.span.end, after.span.start);
  if (paragraphAt(article, gap.start) !== paragraphAt(article, gap.end)) return false;
  const next = facts.sentences[sentenceAt(facts.sentences, gap.start) + 1];
  return next === undefined || !contains(gap, next);
}

const join = (before: Utterance, after: Utterance): Utterance => ({
  ...before,
  ...(after.isCorrected ? { isCorrected: true } : {}),
  span: cover(before.span, after.span),
  parts: [...before.parts, ...after.parts],
  sentence: cover(before.sentence, after.sentence),
});

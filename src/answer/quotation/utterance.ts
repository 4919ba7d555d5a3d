import { paragraphAt } from '../../article/article.ts';
import type { Quotation, Speaker } from '../../extraction/facts.ts';
import { isSurelyNamed } from '../../extraction/quotations/speaker.ts';
import type { Reading } from '../../search/corpus.ts';
import { sentenceAt } from '../../search/sentence-place.ts';
import { remembered } from '../../text/remembered.ts';
import { jointSpeakers } from './joint-speakers.ts';
import { contains, cover, type Span, span } from '../../text/span.ts';

/** What somebody said in one go, a cue in the middle notwithstanding: `“We tried,” she said. “It failed.”` */
export interface Utterance {
  readonly reading: Reading;
  readonly manner: Quotation['manner'];
  /** From the first part to the end of the last. */
  readonly span: Span;
  readonly parts: readonly Span[];
  readonly sentence: Span;
  readonly cue?: Span;
  readonly speaker?: Speaker;
  /** Each entity that surely spoke: one, or those who did together. */
  readonly by: readonly number[];
  /** A moderator said who spoke, or that nobody is to be named. */
  readonly isCorrected?: true;
}

/** Whether the reading is sure enough that the entity spoke for its name to be shown. */
export const isSurelyBy = (speaker: Speaker | undefined, entity: number): boolean =>
  speaker?.entity === entity && isSurelyNamed(speaker);

/** The utterances of an article, in order. */
export const utterancesIn = remembered((reading: Reading): readonly Utterance[] => {
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
});

function utteranceOf(reading: Reading, quotation: Quotation): Utterance {
  const { manner, sentence, cue, speaker, isCorrected } = quotation;
  return {
    reading,
    manner,
    span: quotation.span,
    parts: [quotation.span],
    sentence,
    ...(cue === undefined ? {} : { cue }),
    ...(speaker === undefined ? {} : { speaker }),
    by: speakersOf(reading, speaker),
    ...(isCorrected ? { isCorrected } : {}),
  };
}

function speakersOf(reading: Reading, speaker: Speaker | undefined): readonly number[] {
  if (speaker === undefined) return [];
  if (speaker.entity === undefined) return jointSpeakers(reading, speaker);
  return isSurelyNamed(speaker) ? [speaker.entity] : [];
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

/** The entities, people left out, that stand in a sentence which quotes somebody. */
export const topicsOf = remembered(({ facts }: Reading): ReadonlySet<number> => {
  const { mentions, entities, quotations } = facts;
  const sentences = quotations.flatMap(({ isTopic, sentence }) => (isTopic ? [] : [sentence]));
  return new Set(
    mentions
      .filter(({ entity }) => entities[entity]?.kind !== 'person')
      .filter(({ span: words }) => sentences.some((sentence) => contains(sentence, words)))
      .map(({ entity }) => entity),
  );
});

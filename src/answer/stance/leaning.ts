import { judgingWords } from '../../extraction/lexicon/stance-judgements.ts';
import { splitCues } from '../../extraction/lexicon/stance-entry.ts';
import { deniedIn } from '../../extraction/correction/denied.ts';
import type { Stance } from '../../extraction/facts.ts';
import type { Reading } from '../../search/corpus.ts';
import { contains, overlaps, slice, span, type Span } from '../../text/span.ts';
import { type AskedHolder, fitHolder } from './holder.ts';
import { sentenceAt } from '../../search/sentence-place.ts';
import { type AskedTarget, fitTarget, placesOfAsked } from './target.ts';
import type { Weighed } from './verdict.ts';

// Where no position is stated outright: what the one asked about says beside what is asked, and
// words in it that judge.

const QUOTED = 0.4;
const ABOUT = 0.45;

/** What the quotations of the one asked about lean to, where they are about what is asked. */
export function findLeanings(reading: Reading, who: AskedHolder, on: AskedTarget): Weighed[] {
  return reading.facts.quotations.flatMap((quotation) => {
    const { speaker, manner, isCorrected } = quotation;
    // Words that judge in reported speech may be another's, or the narrator's.
    if (speaker === undefined || manner !== 'direct') return [];
    const fit = fitHolder(who, { span: speaker.mention, entity: speaker.entity }, reading);
    if (fit.score === 0) return [];
    return lean(reading, on, {
      holder: speaker.mention,
      entity: speaker.entity,
      words: quotation.span,
      worth: QUOTED * fit.score,
      isCorrected,
    });
  });
}

interface Leaning {
  readonly holder: Span;
  readonly entity: number | undefined;
  readonly words: Span;
  readonly worth: number;
  readonly isCorrected: true | undefined;
}

function lean(
  reading: Reading,
  on: AskedTarget,
  { holder, entity, words, worth, isCorrected }: Leaning,
): Weighed[] {
  const { sentences } = reading.facts;
  const from = sentenceAt(sentences, words.start);
  const to = sentenceAt(sentences, Math.max(words.start, words.end - 1));
  return sentences.slice(from, to + 1).flatMap((sentence) => {
    const about = fitTarget(on, reading, sentence, sentence);
    if (about.score < ABOUT) return [];
    const places = placesOfAsked(on, reading, sentence);
    if (isBehind(holder, words, places, sentence)) return [];
    if (isDenied(reading, { holder, entity }, sentence)) return [];
    const marks = findMarks(
      reading,
      contains(words, sentence)
        ? sentence
        : span(Math.max(words.start, sentence.start), Math.min(words.end, sentence.end)),
    ).filter(({ place }) => !isTakenCue(reading, place));
    const balance = marks.reduce((sum, { sign, place }) => sum + sign * nearness(place, places), 0);
    const cue = marks.find(({ sign }) => sign === Math.sign(balance));
    if (cue === undefined || balance === 0) return [];
    const sure =
      Math.min(1, Math.abs(balance) / marks.length + 0.2) *
      Math.min(1.3, 0.7 + 0.3 * Math.abs(balance));
    const stance: Stance = {
      kind: 'stance',
      holder,
      ...(entity === undefined ? {} : { entity }),
      target: places[0] ?? sentence,
      polarity: balance > 0 ? 'supports' : 'opposes',
      strength: 'hedged',
      cue: cue.place,
      evidence: sentence,
      confidence: worth,
      ...(isCorrected ? { isCorrected } : {}),
    };
    return [
      {
        reading,
        stance,
        side: stance.polarity,
        weight: worth * sure * about.score,
        inside: about.inside,
      },
    ];
  });
}

/** `The plan that angered | Ann`: what stands before the holder, outside her words, is not hers. */
const isBehind = (holder: Span, words: Span, places: readonly Span[], sentence: Span): boolean =>
  contains(sentence, holder) &&
  places.length > 0 &&
  places.every((place) => place.start < holder.start && !contains(words, place));

/** A moderator found that the sentence shows no position of the holder. */
const isDenied = (
  { facts }: Reading,
  { holder, entity }: Pick<Leaning, 'holder' | 'entity'>,
  sentence: Span,
): boolean =>
  deniedIn(facts).some(
    (stance) =>
      overlaps(stance.evidence, sentence) &&
      (entity === undefined ? overlaps(stance.holder, holder) : stance.entity === entity),
  );

/** The cue of a position that has been read: it says whose it is and toward what. */
const isTakenCue = ({ facts }: Reading, place: Span): boolean =>
  facts.stances.some(({ cue }) => overlaps(cue, place));

/** Code units within which a judging word surely goes with what is asked. */
const NEAR = 60;

/** How likely a judging word goes with what is asked: 1 beside it, less farther away. */
function nearness(mark: Span, places: readonly Span[]): number {
  const gaps = places.map(({ start, end }) => Math.max(0, start - mark.end, mark.start - end));
  const gap = Math.min(Infinity, ...gaps);
  if (gap === Infinity) return 0.6;
  return gap <= NEAR ? 1 : NEAR / gap;
}

interface Mark {
  readonly sign: 1 | -1;
  readonly place: Span;
}

const table = new Map<string, 1 | -1>();
for (const { words: list, sign, isTelling } of judgingWords)
  if (isTelling) for (const words of splitCues(list)) table.set(words.join(' '), sign);

const LONGEST = 4;

/** The judging words of a stretch, longest first at each place; a negation before turns them about. */
function findMarks({ article }: Reading, place: Span): Mark[] {
  const text = slice(article.body, place).toLowerCase().replaceAll('’', "'");
  const words = [...text.matchAll(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu)];
  const marks: Mark[] = [];
  for (let at = 0; at < words.length; at += 1)
    for (let count = Math.min(LONGEST, words.length - at); count > 0; count -= 1) {
      const run = words.slice(at, at + count);
      const sign = table.get(run.map(([word]) => word).join(' '));
      const [first, last] = [run[0], run.at(-1)];
      if (sign === undefined || first === undefined || last === undefined) continue;
      const turned = words
        .slice(Math.max(0, at - 3), at)
        .some(([word]) =>
          /^(?:not|never|no|cannot|without|neither|nor|hardly|\p{L}+n't)$/u.test(word),
        );
      marks.push({
        sign: turned ? (sign === 1 ? -1 : 1) : sign,
        place: span(place.start + first.index, place.start + last.index + last[0].length),
      });
      at += count - 1;
      break;
    }
  return marks;
}

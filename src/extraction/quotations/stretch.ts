import { type Span, span } from '../../text/span.ts';
import type { QuotedStretch } from '../../text/quotation-marks.ts';
import type { CastText } from '../cast/cast.ts';
import type { Quotation, Speaker } from '../facts.ts';

/** A quoted stretch with the tokens of its marks and words: `[first, last)`. */
export interface Stretch {
  readonly quoted: QuotedStretch;
  readonly first: number;
  readonly last: number;
  /** From 0. */
  readonly paragraph: number;
}

export interface Attribution {
  readonly speaker: Speaker;
  readonly cue?: Span;
}

/** A stretch beside the one looked at, with its speaker where an earlier sieve found one. */
export interface Neighbour {
  readonly stretch: Stretch;
  readonly attribution: Attribution | undefined;
}

/** What a sieve looks at. */
export interface Look {
  readonly text: CastText;
  readonly stretch: Stretch;
  readonly before: Neighbour | undefined;
  readonly behind: Neighbour | undefined;
  /** What the article reports without quotation marks. */
  readonly reports: readonly Quotation[];
}

/** Finds a speaker in one kind of place, or leaves the stretch to the sieves after it. */
export type Sieve = (look: Look) => Attribution | undefined;

export function placeStretches({ document }: CastText): Stretch[] {
  const { quotedOf, quoted, sentences, sentenceOf } = document;
  const bounds = quoted.map(() => ({ first: -1, last: -1 }));
  for (let at = 0; at < quotedOf.length; at += 1) {
    const index = quotedOf[at] ?? -1;
    const bound = index < 0 ? undefined : bounds[index];
    if (bound === undefined) continue;
    if (bound.first < 0) bound.first = at;
    bound.last = at + 1;
  }
  return quoted.flatMap((stretch, index) => {
    const { first = -1, last = -1 } = bounds[index] ?? {};
    const paragraph = sentences[sentenceOf[first] ?? -1]?.paragraph ?? -1;
    return first < 0 ? [] : [{ quoted: stretch, first, last, paragraph }];
  });
}

/** Whether a sentence begins with the stretch. */
export function opensSentence({ text, stretch }: Look): boolean {
  const { sentences, sentenceOf } = text.document;
  return sentences[sentenceOf[stretch.first] ?? -1]?.first === stretch.first;
}

/** Whether a token stands between quotation marks. */
export const isQuoted = ({ document }: CastText, at: number): boolean =>
  (document.quotedOf[at] ?? -1) >= 0;

/** The sentence, or the sentences, that tokens `[first, last)` stand in. */
export function sentencesAround({ document }: CastText, first: number, last: number): Span {
  const { sentences, sentenceOf, tokens } = document;
  const start = sentences[sentenceOf[first] ?? -1]?.start ?? tokens[first]?.start ?? 0;
  const end = sentences[sentenceOf[last - 1] ?? -1]?.end ?? tokens[last - 1]?.end ?? start;
  return span(start, end);
}

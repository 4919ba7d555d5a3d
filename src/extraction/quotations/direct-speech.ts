import type { CastText } from '../cast/cast.ts';
import type { Quotation } from '../facts.ts';
import {
  goesOn,
  insideReport,
  interrupted,
  laterInParagraph,
  reopened,
  reportBefore,
  sameParagraph,
  sentenceBefore,
  sentenceSubject,
} from './around.ts';
import { cueBehind, cueLater } from './behind.ts';
import { label, possessive } from './beside.ts';
import { cueAtNeed, cueInFront, denied, introduced } from './in-front.ts';
import {
  type Attribution,
  type Neighbour,
  placeStretches,
  sentencesAround,
  type Sieve,
  type Stretch,
} from './stretch.ts';

// Who spoke the words between quotation marks. Ordered sieves, surest first (after Muzny et al.
// 2017, "A Two-stage Sieve Approach for Quote Attribution"): each looks at the quotations that the
// ones before it left open, and says how sure it is.
const SIEVES: readonly Sieve[] = [
  label,
  denied,
  cueBehind,
  cueInFront,
  cueLater,
  introduced,
  possessive,
  interrupted,
  reopened,
  sameParagraph,
  goesOn,
  reportBefore,
  laterInParagraph,
  insideReport,
  cueAtNeed,
  sentenceSubject,
  sentenceBefore,
];

/** The stretches between quotation marks, with their speakers where one is found; `reports` is what is told of without marks. */
export function attributeDirect(text: CastText, reports: readonly Quotation[]): Quotation[] {
  const stretches = placeStretches(text);
  const done: (Attribution | undefined)[] = stretches.map(() => undefined);
  const beside = (index: number): Neighbour | undefined => {
    const stretch = stretches[index];
    return stretch && { stretch, attribution: done[index] };
  };
  for (const sieve of SIEVES)
    for (const [index, stretch] of stretches.entries())
      done[index] ??= sieve({
        text,
        stretch,
        reports,
        before: beside(index - 1),
        behind: beside(index + 1),
      });
  return stretches.map((stretch, index) => toQuotation(text, stretch, done[index]));
}

function toQuotation(
  text: CastText,
  { quoted, first, last }: Stretch,
  attribution: Attribution | undefined,
): Quotation {
  return {
    kind: 'quotation',
    manner: 'direct',
    span: quoted.inner,
    sentence: sentencesAround(text, first, last),
    ...attribution,
  };
}

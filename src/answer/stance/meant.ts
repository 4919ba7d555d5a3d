import { PEOPLE_NOUNS, PERSON_NOUNS } from '../../extraction/lexicon/roles.ts';
import { CALENDAR_WORDS } from '../../extraction/lexicon/calendar.ts';
import type { Stance } from '../../extraction/facts.ts';
import type { Reading } from '../../search/corpus.ts';
import { sentenceAt } from '../../search/sentence-place.ts';
import { slice, span, type Span } from '../../text/span.ts';
import { type AskedTarget, fitTarget, type TargetFit } from './target.ts';

// What `the move` or `such a rule` goes back to: what has just been said.

/** A definite noun phrase that says no more than what kind of thing it is. */
const BARE =
  /^(?:the|this|that|these|those|such(?: an?)?) (?:(?:new|latest|proposed|whole|entire|same|very) )?(\p{Ll}[\p{Ll}-]+)$/u;

/** Nouns that go back to nothing in particular, or to what is said against somebody. */
const EMPTY = new Set(
  `way fact notion idea prospect lack kind sort end time moment season morning afternoon evening night
   world country nation public people law government economy poor rich incident situation
   allegation allegations accusation accusations charge charges criticism claim claims`.split(
    /\s+/u,
  ),
);

/** So much must stand there of what is asked. */
const LEAST = 0.5;
/** What it is worth where it stands before it in the sentence, in the one before, and before that. */
const WORTH = [0.6, 0.55, 0.45];

/**
 * How well what a bare target goes back to is what is asked: `Moran wants a toll. Lee condemned | the
 * plan | .` is on the toll, and on Moran.
 */
export function fitMeant(
  asked: AskedTarget,
  reading: Reading,
  { target, evidence }: Stance,
): TargetFit | undefined {
  const noun = BARE.exec(slice(reading.article.body, target))?.[1];
  if (noun === undefined || isNoThing(noun)) return undefined;
  for (const [back, place] of placesBefore(reading, target, evidence).entries()) {
    if (place === undefined) continue;
    const fit = fitTarget(asked, reading, place, place, LEAST);
    const worth = WORTH[back] ?? 0;
    // `a vote on ending the toll`: whether `the plan` is the vote, the end or the toll is not sure.
    if (fit.inside >= LEAST)
      return fit.isTurned
        ? undefined
        : {
            score: fit.inside * worth,
            inside: fit.inside * worth,
            covered: 1,
            isOfKind: true,
            isTurned: false,
          };
  }
  return undefined;
}

const isNoThing = (noun: string): boolean =>
  EMPTY.has(noun) || CALENDAR_WORDS.has(noun) || PERSON_NOUNS.has(noun) || PEOPLE_NOUNS.has(noun);

function placesBefore({ facts }: Reading, target: Span, evidence: Span): (Span | undefined)[] {
  const { sentences } = facts;
  const at = sentenceAt(sentences, evidence.start);
  const own = sentences[at];
  const inFront =
    own !== undefined && own.start < target.start ? span(own.start, target.start) : undefined;
  return [inFront, sentences[at - 1], sentences[at - 2]];
}

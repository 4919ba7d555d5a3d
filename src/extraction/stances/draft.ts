import { span, type Span } from '../../text/span.ts';
import type { Polarity, Stance } from '../facts.ts';
import type { Holding, VoicedText } from './party.ts';
import type { Stretch } from './target.ts';

/** A position before it is written down: `sign` is 1 for, -1 against, 0 neither. */
export interface Draft {
  readonly target: Stretch;
  readonly cue: Stretch;
  readonly polarity: Polarity;
  readonly strength: Stance['strength'];
  readonly confidence: number;
}

/** Writes a draft down as a fact; none where the target is no more than a pronoun. */
export function stanceOf(text: VoicedText, holding: Holding, draft: Draft): Stance | undefined {
  const { target, cue } = draft;
  const words = spanOf(text, target);
  const sentence = text.document.sentences[text.document.sentenceOf[cue.first] ?? -1];
  if (words === undefined || sentence === undefined) return undefined;
  return {
    kind: 'stance',
    holder: holding.span,
    ...(holding.entity === undefined ? {} : { entity: holding.entity }),
    ...(holding.onBehalfOf === undefined ? {} : { onBehalfOf: holding.onBehalfOf }),
    target: words,
    polarity: draft.polarity,
    strength: draft.strength,
    cue: spanOf(text, cue) ?? words,
    evidence: span(sentence.start, sentence.end),
    confidence: draft.confidence * holding.trust,
  };
}

function spanOf({ document }: VoicedText, { first, last }: Stretch): Span | undefined {
  const start = document.tokens[first]?.start;
  const end = document.tokens[last - 1]?.end;
  return start === undefined || end === undefined || start >= end ? undefined : span(start, end);
}

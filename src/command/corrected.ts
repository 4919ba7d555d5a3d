import type { Citation } from '../article/citation.ts';
import { overlaps } from '../text/span.ts';
import { type Block, type Part, message } from './reply.ts';

// What a moderator put right says so wherever it is shown.

/** Behind the one who is named: ` · corrected by a moderator`. */
export const correctedParts = (isCorrected: true | undefined): readonly Part[] =>
  isCorrected ? [message('corrected')] : [];

/** Under words shown without who spoke them. */
export const correctedLines = (
  corrected: readonly Citation[] | undefined,
  shown: Citation,
): readonly Block[] =>
  corrected?.some((words) => overlaps(words, shown)) === true
    ? [{ kind: 'line', parts: [message('corrected.speaker')], sources: [] }]
    : [];

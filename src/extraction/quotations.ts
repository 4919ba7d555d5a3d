import { contains } from '../text/span.ts';
import type { CastText } from './cast/cast.ts';
import type { Quotation } from './facts.ts';
import { attributeDirect } from './quotations/direct-speech.ts';
import { findIndirect } from './quotations/indirect-speech.ts';

/** The quotations of an article, direct and indirect, in order of place. */
export function findQuotations(text: CastText): Quotation[] {
  const reports = findIndirect(text);
  const direct = attributeDirect(text, reports);
  const indirect = reports.filter(
    (clause) => !direct.some((quotation) => contains(quotation.span, clause.span)),
  );
  return [...direct, ...indirect].toSorted((a, b) => a.span.start - b.span.start);
}

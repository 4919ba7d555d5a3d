import { span, type Span } from '../text/span.ts';

/** A run of `*`, `_` or `~` of which some may yet open or close emphasis. */
export interface Run {
  readonly mark: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  start: number;
  end: number;
}

const isSpace = (mark: string): boolean => mark === '' || /\s/u.test(mark);
const isWord = (mark: string): boolean => /[\p{L}\p{N}]/u.test(mark);
const isPunctuation = (mark: string): boolean => !isSpace(mark) && !isWord(mark);

/**
 * Reads what the run at `[start, end)` may do by CommonMark's flanking rules, but more strictly:
 * never beside a letter or digit outside it, so that `2*3*4`, `snake_case_name` and `f***ing` stay.
 */
export function readRun(text: string, start: number, end: number): Run {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const leftFlanking = !isSpace(after) && (!isPunctuation(after) || !isWord(before));
  const rightFlanking = !isSpace(before) && (!isPunctuation(before) || !isWord(after));
  return {
    mark: text.charAt(start),
    canOpen: leftFlanking && !isWord(before),
    canClose: rightFlanking && !isWord(after),
    start,
    end,
  };
}

/**
 * The marks that pair, nearest first, as CommonMark pairs them: `**a *b* c**` gives four spans.
 * Linear: a run that is passed over is never looked at again.
 */
export function pairRuns(runs: readonly Run[]): Span[] {
  const paired: Span[] = [];
  const open: Run[] = [];
  const waiting = new Map<string, number>();
  const count = (mark: string, by: number) => waiting.set(mark, (waiting.get(mark) ?? 0) + by);
  for (const run of runs) {
    while (run.canClose && run.start < run.end && (waiting.get(run.mark) ?? 0) > 0) {
      const opener = open.pop();
      if (opener === undefined) break;
      if (opener.mark === run.mark) paired.push(...spend(opener, run));
      if (opener.mark === run.mark && opener.start < opener.end) open.push(opener);
      else count(opener.mark, -1);
    }
    if (run.canOpen && run.start < run.end) {
      open.push(run);
      count(run.mark, 1);
    }
  }
  return paired;
}

/** Takes as many marks as both have from the opener's end and the closer's start. */
function spend(opener: Run, closer: Run): Span[] {
  const used = Math.min(opener.end - opener.start, closer.end - closer.start);
  const spent = [span(opener.end - used, opener.end), span(closer.start, closer.start + used)];
  opener.end -= used;
  closer.start += used;
  return spent;
}

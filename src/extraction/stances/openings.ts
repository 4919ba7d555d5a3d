import type { CastText } from '../cast/cast.ts';
import { backedCompounds, epithets } from '../lexicon/stance-epithets.ts';
import { CUE_OPENERS } from './cue.ts';
import { DEED_OPENERS } from './deed.ts';
import { JUDGEMENT_OPENERS } from './judgement.ts';
import { UTTERANCE_OPENERS } from './uttered.ts';

const OPENERS: ReadonlySet<string> = new Set([
  ...CUE_OPENERS,
  ...JUDGEMENT_OPENERS,
  ...DEED_OPENERS,
  ...UTTERANCE_OPENERS,
  ...epithets.keys(),
  ...backedCompounds,
]);

/** The tokens at which anything that shows a position may begin: a first test, which most fail. */
export function findOpenings({ document }: CastText): number[] {
  const { tokens } = document;
  const found: number[] = [];
  for (let at = 0; at < tokens.length; at += 1)
    if (OPENERS.has(tokens[at]?.lower ?? '')) found.push(at);
  return found;
}

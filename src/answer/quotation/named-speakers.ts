import type { Corpus } from '../../search/corpus.ts';
import { type NameWord, keyOf, nameWords } from '../../search/naming.ts';
import { foldName } from '../../text/fold.ts';
import { slice } from '../../text/span.ts';
import { isSurelyMentioned } from '../../extraction/quotations/speaker.ts';
import type { Selection } from '../selection.ts';
import { type Utterance, utterancesIn } from './utterance.ts';

/** Words that each begin with a capital, as names do; `the` may stand in front. */
const NAME = /^(?:the )?\p{Lu}[\p{L}\p{M}\p{N}.'’-]*(?: \p{Lu}[\p{L}\p{M}\p{N}.'’-]*)*$/u;

/**
 * Words whose speaker has the name asked for on the card and yet is no person of the article:
 * `“Shame.” — Dana Petrov (@danapetrov)`, or a `Kovac` whom it calls `Petra Kovač` elsewhere.
 */
export function spokenUnder(who: string, corpus: Corpus, { has }: Selection): Utterance[] {
  const asked = nameWords(who);
  return corpus.readings
    .filter(has)
    .flatMap(utterancesIn)
    .filter((said) => isNobodyElse(said) && fits(said, asked));
}

function isNobodyElse({ reading, speaker, by }: Utterance): boolean {
  if (speaker === undefined || by.length > 1 || !isSurelyMentioned(speaker)) return false;
  if (speaker.entity === undefined) return true;
  const entity = reading.facts.entities[speaker.entity];
  return by.length === 1 && entity?.isNamed === true && entity.kind !== 'person';
}

/** The same surname, and all words of one name stand in the other or in its article. */
function fits({ reading: { article }, speaker }: Utterance, asked: readonly NameWord[]): boolean {
  const mention = speaker === undefined ? '' : slice(article.body, speaker.mention);
  if (!NAME.test(mention)) return false;
  const own = nameWords(mention);
  const last = asked.at(-1);
  if (last === undefined || own.at(-1)?.folded !== last.folded) return false;
  if (asked.every((word) => own.some(({ folded }) => folded === word.folded))) return true;
  return own.length === 1 && foldName(article.body).includes(keyOf(asked));
}

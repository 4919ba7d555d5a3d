import type { Article } from '../../article/article.ts';
import type { Corpus } from '../../search/corpus.ts';
import { utterancesIn } from '../../search/digested.ts';
import { hashWord } from '../../search/likeness.ts';
import { type NameWord, keyOf, nameWords } from '../../search/naming.ts';
import type { Utterance } from '../../search/utterance.ts';
import { foldName } from '../../text/fold.ts';
import { rememberedLately } from '../../text/remembered.ts';
import { slice } from '../../text/span.ts';
import type { Selection } from '../selection.ts';

/**
 * Words whose speaker has the name asked for on the card and yet is no person of the article:
 * `“Shame.” — Dana Petrov (@danapetrov)`, or a `Kovac` whom it calls `Petra Kovač` elsewhere.
 */
export function spokenUnder(who: string, corpus: Corpus, { has }: Selection): Utterance[] {
  const asked = nameWords(who);
  const last = asked.at(-1);
  if (last === undefined) return [];
  return corpus
    .hearing(hashWord(last.folded))
    .filter(has)
    .flatMap(utterancesIn)
    .filter((said) => said.speaker?.isStranger === true && fits(said, asked));
}

/** The same surname, and all words of one name stand in the other or in its article. */
function fits({ reading: { article }, speaker }: Utterance, asked: readonly NameWord[]): boolean {
  const name = speaker === undefined ? [] : nameWords(slice(article.body, speaker.mention));
  if (name.at(-1)?.folded !== asked.at(-1)?.folded) return false;
  if (asked.every((word) => name.some(({ folded }) => folded === word.folded))) return true;
  return name.length === 1 && foldedBody(article).includes(keyOf(asked));
}

const foldedBody = rememberedLately(({ body }: Article): string => foldName(body), 100);

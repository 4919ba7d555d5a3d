import type { Corpus, Reading } from '../../search/corpus.ts';
import { remembered } from '../../text/remembered.ts';
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
    .flatMap((reading) => namedIn(reading).filter((named) => fits(named, reading, asked)))
    .map(({ said }) => said);
}

/** Words said under a name that is no person’s of the article. */
interface Named {
  readonly said: Utterance;
  readonly name: readonly NameWord[];
}

const namedIn = remembered((reading: Reading): readonly Named[] =>
  utterancesIn(reading).flatMap((said) => {
    const mention = said.speaker && slice(reading.article.body, said.speaker.mention);
    return mention !== undefined && isNobodyElse(said) && NAME.test(mention)
      ? [{ said, name: nameWords(mention) }]
      : [];
  }),
);

function isNobodyElse({ reading, speaker, by }: Utterance): boolean {
  if (speaker === undefined || by.length > 1 || !isSurelyMentioned(speaker)) return false;
  if (speaker.entity === undefined) return true;
  const entity = reading.facts.entities[speaker.entity];
  return by.length === 1 && entity?.isNamed === true && entity.kind !== 'person';
}

/** The same surname, and all words of one name stand in the other or in its article. */
function fits({ name }: Named, reading: Reading, asked: readonly NameWord[]): boolean {
  const last = asked.at(-1);
  if (last === undefined || name.at(-1)?.folded !== last.folded) return false;
  if (asked.every((word) => name.some(({ folded }) => folded === word.folded))) return true;
  return name.length === 1 && foldedBody(reading).words.includes(keyOf(asked));
}

const foldedBody = remembered(({ article }: Reading) => ({ words: foldName(article.body) }));

import { fold } from '../../text/fold.ts';
import { countries } from '../../extraction/lexicon/places.ts';

// `Russia` in a question finds `Russian` and `Moscow`: what stands for one country in one word.
const kin = new Map<string, readonly string[]>();
for (const { names, demonyms, seats } of countries) {
  const words = [...names, ...demonyms, ...seats].map(fold).filter((word) => !/[\s.]/u.test(word));
  for (const word of words)
    if (!kin.has(word))
      kin.set(
        word,
        words.filter((other) => other !== word),
      );
}

/** Other names of a country, its people and its seat of government, by any of them, folded. */
export const findCountryWords = (word: string): readonly string[] => kin.get(word) ?? [];

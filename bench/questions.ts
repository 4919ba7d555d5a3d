import type { OptionValues } from '../src/command/command.ts';
import type { Corpus, Reading } from '../src/search/corpus.ts';
import { type Span, slice } from '../src/text/span.ts';
import { contentWords } from '../src/text/stems.ts';
import { createRandom } from './random.ts';

/** A question with the sentence that it was made from. */
export interface KnownQuestion {
  readonly question: string;
  readonly reading: Reading;
  readonly sentence: Span;
}

/** Questions to `/ask`, each of a few words of one sentence. */
export function askQuestions(corpus: Corpus, count: number, seed: number): KnownQuestion[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const reading = random.pick(corpus.readings);
    const sentence = random.pick(reading.facts.sentences);
    const words = contentWords(slice(reading.article.body, sentence));
    const chosen = Array.from({ length: 5 }, () =>
      random.pick(words.length > 0 ? words : ['talks']),
    );
    const opening = random.pick(['what about', 'who', 'why did', 'when did', 'how many', 'where']);
    return { question: `${opening} ${chosen.join(' ')}?`, reading, sentence };
  });
}

/** Options for the commands that ask by names and topics, taken from what the articles state. */
export function optionsFor(
  command: string,
  corpus: Corpus,
  count: number,
  seed: number,
): OptionValues[] {
  const random = createRandom(seed);
  const all = corpus.readings.flatMap((reading) => readOptions(command, reading));
  return all.length === 0 ? [] : Array.from({ length: count }, () => random.pick(all));
}

function readOptions(command: string, { article, facts }: Reading): OptionValues[] {
  const words = (place: Span): string => slice(article.body, place);
  switch (command) {
    case 'quote':
      return facts.quotations.flatMap(({ speaker }) => {
        const name = speaker && facts.entities[speaker.entity ?? -1]?.name;
        return name ? [{ who: words(name) }] : [];
      });
    case 'who-attended':
      return facts.gatherings.map(({ name, place }) => ({
        event: [place, name].flatMap((part) => (part ? [words(part)] : [])).join(' '),
      }));
    case 'stance':
      return facts.stances.map(({ holder, target }) => ({ who: words(holder), on: words(target) }));
    case 'timeline':
      return namesIn({ article, facts }).map((about) => ({ about }));
    case 'who-is':
      return namesIn({ article, facts }).map((who) => ({ who }));
    case 'search':
      return namesIn({ article, facts }).map((name) => ({ words: `"${name}"` }));
    default:
      return [];
  }
}

/** The people that an article names. */
const namesIn = ({ article, facts }: Reading): readonly string[] =>
  facts.entities
    .filter(({ kind, isNamed }) => kind === 'person' && isNamed)
    .map(({ name }) => slice(article.body, name));

import type { FoundLine, FoundLines } from '../src/answer/answer.ts';
import { searchCorpus } from '../src/answer/search.ts';
import { askingCommand } from '../src/command/asking.ts';
import { isAnybody, textOption } from '../src/command/options.ts';
import { type Entry, type Question, type Reply, message } from '../src/command/reply.ts';
import { readSearch } from '../src/command/search-words.ts';
import type { Corpus } from '../src/search/corpus.ts';
import { completeFigures } from '../src/search/people.ts';

export const search = askingCommand({
  name: 'search',
  description: 'search.description',
  options: { words: textOption('search.words') },
  answer: ({ words = '' }, corpus) => searchCorpus(readSearch(words), corpus),
  card: foundReply,
  noneCaveat: message('none.caveat.known'),
  examples: findExamples,
});

function foundReply({ lines }: FoundLines): Reply {
  return {
    outcome: 'found',
    isPrivate: false,
    heading: message('search.heading'),
    entries: lines.map(lineEntry),
    notes: [],
    choices: [],
  };
}

const lineEntry = ({ sentence, matched }: FoundLine): Entry => [
  { kind: 'quote', citation: sentence, emphasis: matched },
];

/** Those whom most articles name, word for word. */
function findExamples(corpus: Corpus): Question[] {
  return completeFigures('', corpus, isAnybody)
    .filter(({ name }) => !/["“”]/u.test(name))
    .slice(0, 3)
    .map(({ name }) => ({ command: 'search', options: { words: `"${name}"` } }));
}

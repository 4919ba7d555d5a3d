import type { Count, Holdings } from '../src/answer/answer.ts';
import { answerHoldings, publishersOf, tagsOf } from '../src/answer/holdings.ts';
import type { Article } from '../src/article/article.ts';
import { askingCommand } from '../src/command/asking.ts';
import type { Completion } from '../src/command/command.ts';
import { completeNames, completions, periodOptions, textOption } from '../src/command/options.ts';
import { countedScope } from '../src/command/replies.ts';
import {
  type Entry,
  type Part,
  type Reply,
  field,
  message,
  under,
  countPart,
  datePart,
} from '../src/command/reply.ts';
import type { Corpus } from '../src/search/corpus.ts';
import { fold } from '../src/text/fold.ts';
import { remembered } from '../src/text/remembered.ts';

export const articles = askingCommand({
  name: 'articles',
  description: 'articles.description',
  options: {
    publisher: textOption('articles.publisher', completeFrom(publishersOf)),
    person: textOption('articles.person', completeNames),
    tag: textOption('articles.tag', completeFrom(tagsOf)),
    ...periodOptions,
  },
  answersBare: true,
  answer: answerHoldings,
  card: foundReply,
  noneHeading: () => message('articles.none'),
  noneCaveat: message('none.caveat.known'),
  examples: () => [],
});

/** More than this, and the list is told to be cut. */
const MOST_LISTED = 200;
const MOST_COUNTED = 5;

function foundReply({ scope, articles: all, publishers, tags }: Holdings): Reply {
  const counts = [
    ...countEntry('articles.publishers', publishers),
    ...countEntry('articles.tags', tags),
  ];
  return {
    outcome: 'found',
    isPrivate: false,
    heading: message('articles.heading', { scope: countedScope(scope) }),
    entries: [
      ...counts,
      ...under(message('articles.newest'), all.slice(0, MOST_LISTED).map(articleEntry)),
    ],
    notes:
      all.length > MOST_LISTED
        ? [message('articles.more', { count: countPart(all.length - MOST_LISTED) })]
        : [],
    choices: [],
  };
}

/** `By publisher: The Daily (12), The Herald (3)` */
function countEntry(
  key: 'articles.publishers' | 'articles.tags',
  counts: readonly Count[],
): readonly Entry[] {
  if (counts.length === 0) return [];
  const parts = counts.slice(0, MOST_COUNTED).map(({ name, count }, at) =>
    message(at === 0 ? 'articles.count' : 'articles.count.next', {
      name: field(name),
      count: countPart(count),
    }),
  );
  const more = counts.length - MOST_COUNTED;
  const rest = more > 0 ? [message('articles.count.more', { count: countPart(more) })] : [];
  return [[{ kind: 'line', parts: [message(key), ...parts, ...rest], sources: [] }]];
}

/** `Talks in Riyadh · The Daily · 18 Feb 2025 · riyadh-talks`, by which `/source` finds it. */
function articleEntry({ title, publisher, date, id }: Article): Entry {
  const details = [
    ...(publisher === undefined ? [] : [field(publisher)]),
    ...(date === undefined ? [] : [datePart(date)]),
    field(id),
  ].map((detail): Part => message('articles.detail', { detail }));
  return [{ kind: 'line', parts: [field(title), ...details], sources: [] }];
}

function completeFrom(
  valuesOf: (articles: readonly Article[]) => readonly string[],
): (typed: string, corpus: Corpus) => readonly Completion[] {
  const valuesIn = remembered(({ readings }: Corpus) =>
    valuesOf(readings.map(({ article }) => article)).map((value) => ({
      value,
      folded: fold(value),
    })),
  );
  return (typed, corpus) => {
    const wanted = fold(typed);
    return completions(
      valuesIn(corpus).filter(({ folded }) => folded.includes(wanted)),
      ({ value }) => [value, value],
    );
  };
}

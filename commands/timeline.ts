import type { Timeline, TimelineLine } from '../src/answer/answer.ts';
import { answerTimeline } from '../src/answer/timeline.ts';
import { askingCommand } from '../src/command/asking.ts';
import type { OptionValues } from '../src/command/command.ts';
import { correctedLines } from '../src/command/corrected.ts';
import { completeNames, dayOption, textOption } from '../src/command/options.ts';
import {
  type Entry,
  type Part,
  type Question,
  type Reply,
  cited,
  field,
  message,
  daysPart,
  countPart,
} from '../src/command/reply.ts';
import type { Corpus } from '../src/search/corpus.ts';
import { isPerson } from '../src/search/digested.ts';
import { completeFigures } from '../src/search/people.ts';

export const timeline = askingCommand({
  name: 'timeline',
  description: 'timeline.description',
  options: {
    about: textOption('timeline.about', completeNames),
    since: dayOption('timeline.since', 'first'),
    until: dayOption('timeline.until', 'last'),
  },
  answer: answerTimeline,
  card: foundReply,
  noneCaveat: message('none.caveat.known'),
  examples: findExamples,
});

function foundReply({ lines, more }: Timeline, { about }: OptionValues): Reply {
  return {
    outcome: 'found',
    isPrivate: false,
    heading:
      about === undefined
        ? message('timeline.heading.all')
        : message('timeline.heading', { about: field(about) }),
    entries: lines.map(lineEntry),
    notes: more > 0 ? [message('timeline.more', { count: countPart(more) })] : [],
    choices: [],
  };
}

/** `18 Feb 2025 (there “Tuesday”)`, over the sentence with these words in bold. */
function lineEntry(line: TimelineLine): Entry {
  const { sentence, words, corrected, alsoIn } = line;
  return [
    { kind: 'line', parts: [dayPart(line)], sources: [sentence, ...alsoIn] },
    { kind: 'quote', citation: sentence, emphasis: words === undefined ? [] : [words] },
    ...correctedLines(corrected, sentence),
  ];
}

function dayPart({ days, words, isCounted }: TimelineLine): Part {
  const day = daysPart(days);
  if (words === undefined) return message('timeline.reported', { day });
  return isCounted
    ? message('timeline.counted', { day, words: cited(words) })
    : message('timeline.stated', { day });
}

/** On the people whom most articles name. */
function findExamples(corpus: Corpus): Question[] {
  return completeFigures('', corpus, isPerson)
    .slice(0, 3)
    .map(({ name }) => ({ command: 'timeline', options: { about: name } }));
}

import type { StanceLine, StanceVerdict } from '../src/answer/answer.ts';
import { answerStance } from '../src/answer/stance.ts';
import {
  findPositions,
  findStanceHolders,
  findStanceTargets,
} from '../src/answer/stance-examples.ts';
import type { Citation } from '../src/article/citation.ts';
import { askingCommand } from '../src/command/asking.ts';
import type { Completion, OptionValues } from '../src/command/command.ts';
import { articleOption, completions, textOption } from '../src/command/options.ts';
import {
  type Entry,
  type Message,
  type Part,
  type Question,
  type Reply,
  cited,
  field,
  message,
  under,
} from '../src/command/reply.ts';
import type { Corpus } from '../src/search/corpus.ts';
import { contains, overlaps } from '../src/text/span.ts';

export const stance = askingCommand({
  name: 'stance',
  description: 'stance.description',
  options: {
    who: textOption('stance.who', completeHolders),
    on: textOption('stance.on', completeTargets),
    article: articleOption,
  },
  answer: answerStance,
  card: foundReply,
  examples: findExamples,
});

function foundReply(verdict: StanceVerdict, options: OptionValues): Reply {
  return {
    outcome: 'found',
    isPrivate: false,
    heading: heading(verdict, options),
    entries: options['who'] === undefined ? fieldEntries(verdict) : verdict.lines.map(lineEntry),
    notes: [],
    choices: [],
  };
}

function heading({ verdict }: StanceVerdict, { who, on }: OptionValues): Message {
  if (who !== undefined && on !== undefined)
    return message(`stance.verdict.${verdict}`, { who: field(who), on: field(on) });
  if (who !== undefined) return message('stance.held', { who: field(who) });
  return on === undefined ? message('stance.article') : message('stance.field', { on: field(on) });
}

const SIDES = [
  ['supports', 'stance.for'],
  ['opposes', 'stance.against'],
  ['mixed', 'stance.between'],
] as const;

/** The whole field: those for it, those against it, and the rest. */
function fieldEntries({ lines }: StanceVerdict): Entry[] {
  return SIDES.flatMap(([polarity, key]) =>
    under(message(key), lines.filter((line) => line.polarity === polarity).map(lineEntry)),
  );
}

/** Who, for whom, which way, toward what; then the words that show it. */
function lineEntry(line: StanceLine): Entry {
  const { evidence, cue, holder, polarity, strength } = line;
  const manner: Part[] = strength === 'firm' ? [] : [message(`stance.${strength}`)];
  const parts = [holderPart(line), message(`stance.${polarity}`, { target: cited(line.target) })];
  return [
    {
      kind: 'line',
      parts: [...parts, ...manner],
      sources: isFarFrom(holder, evidence) ? [holder] : [],
    },
    { kind: 'quote', citation: evidence, emphasis: contains(evidence, cue) ? [cue] : [] },
  ];
}

function holderPart({ holder, onBehalfOf }: StanceLine): Part {
  const isOther = onBehalfOf !== undefined && !overlaps(holder, onBehalfOf);
  return isOther
    ? message('stance.holder.for', { holder: cited(holder), body: cited(onBehalfOf) })
    : message('stance.holder', { holder: cited(holder) });
}

/** The full name stands elsewhere in the article than the evidence. */
const isFarFrom = (holder: Citation, evidence: Citation): boolean => !contains(evidence, holder);

function completeHolders(typed: string, corpus: Corpus): Completion[] {
  return completions(findStanceHolders(typed, corpus), (name) => [name, name]);
}

function completeTargets(typed: string, corpus: Corpus): Completion[] {
  return completions(findStanceTargets(typed, corpus), (words) => [words, words]);
}

/** The surest positions of the newest articles, each of another holder. */
function findExamples(corpus: Corpus): Question[] {
  return findPositions(corpus)
    .slice(0, 3)
    .map(({ who, on }) => ({ command: 'stance', options: { who, on } }));
}

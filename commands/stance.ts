import type { Stances, Stand, StanceLine } from '../src/answer/answer.ts';
import { answerStance, MOST_HOLDERS } from '../src/answer/stance.ts';
import {
  findPositions,
  findStanceHolders,
  findStanceTargets,
} from '../src/answer/stance/examples.ts';
import type { Citation } from '../src/article/citation.ts';
import { askingCommand } from '../src/command/asking.ts';
import type { Completion, OptionValues } from '../src/command/command.ts';
import { correctedParts } from '../src/command/corrected.ts';
import { beforeAndAfter, moreBy, personOf, whoDisagrees } from '../src/command/follow-up.ts';
import { oneLine } from '../src/command/markup.ts';
import { articleOption, completions, textOption } from '../src/command/options.ts';
import {
  type Entry,
  type Message,
  type Part,
  type Question,
  type Reply,
  type ReplyChoice,
  type ReplyMenu,
  cited,
  field,
  message,
  under,
  datePart,
} from '../src/command/reply.ts';
import type { Polarity } from '../src/extraction/facts.ts';
import { isDemonym } from '../src/extraction/lexicon/places.ts';
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

function foundReply(found: Stances, options: OptionValues): Reply {
  const menu = menuOf(found, options);
  return {
    outcome: 'found',
    isPrivate: false,
    heading: heading(found, options),
    entries: entriesOf(found),
    notes: [],
    choices: [],
    ...(menu === undefined ? {} : { menu }),
    ...(found.stands.length === 1 ? personOf(found.stands[0]?.holder) : {}),
    followUps: followUpsOf(found, options),
  };
}

function followUpsOf({ stands: [stand] }: Stances, { on }: OptionValues): readonly ReplyChoice[] {
  const line = stand?.strongest[0];
  if (line === undefined) return [];
  const topic = on ?? oneLine(line.target.text);
  return [moreBy(line.holder), whoDisagrees(topic), beforeAndAfter(topic, line.evidence)];
}

function heading(
  { asked, stands: [stand] }: Stances,
  { who = '', on = '' }: OptionValues,
): Message {
  switch (asked) {
    case 'verdict':
      return stand === undefined ? message('none.heading') : verdictHeading(stand, who, on);
    case 'positions':
      return message('stance.held', { who: field(who) });
    case 'field':
      return on === '' ? message('stance.article') : message('stance.field', { on: field(on) });
    case 'comparison':
      return message('stance.side.by.side', { on: field(on) });
    default:
      return asked satisfies never;
  }
}

/** `Norway on the toll: opposes, in articles since 3 Jun 2025; supported until 12 Mar 2025` */
function verdictHeading({ polarity, change }: Stand, who: string, on: string): Message {
  const asked = { who: field(who), on: field(on) };
  if (change === undefined) return message(`stance.verdict.${polarity}`, asked);
  return message('stance.changed', {
    ...asked,
    now: message(`stance.now.${polarity}`, { date: dateOf(change.since) }),
    before: message(`stance.before.${change.before}`, { date: dateOf(change.until) }),
  });
}

const dateOf = ({ article }: Citation): Part => datePart(article.date ?? '');

function entriesOf({ asked, stands, silent }: Stances): readonly Entry[] {
  switch (asked) {
    case 'verdict':
      return stands.flatMap(standEntries);
    case 'positions':
    case 'field':
      return bySide(stands);
    case 'comparison':
      return [...stands.flatMap(comparedEntries), ...silent.map(silentEntry)];
    default:
      return asked satisfies never;
  }
}

/** All that shows where one stands, each with its day where there are several. */
function standEntries({ lines }: Stand): readonly Entry[] {
  const days = new Set(lines.map(({ evidence }) => evidence.article.date));
  return lines.map((line) => lineEntry(line, days.size > 1));
}

const SIDES: readonly (readonly [Polarity, Message])[] = [
  ['supports', message('stance.for')],
  ['opposes', message('stance.against')],
  ['mixed', message('stance.between')],
];

/** Those for it, those against it and the rest, each with the surest evidence. */
const bySide = (stands: readonly Stand[]): readonly Entry[] =>
  SIDES.flatMap(([side, text]) =>
    under(text, stands.filter(({ polarity }) => polarity === side).flatMap(strongestEntries)),
  );

/** One holder among several: the name, the side, and the surest evidence. */
function comparedEntries(stand: Stand): readonly Entry[] {
  const { typed, holder, polarity } = stand;
  const who = typed === undefined ? cited(holder) : field(typed);
  const text = message(`stance.side.${polarity}`, { who });
  return under(text, strongestEntries(stand));
}

const silentEntry = (who: string): Entry => [
  { kind: 'line', parts: [message('stance.silent', { who: field(who) })], sources: [] },
];

/** The surest line; where the stand is torn, the surest of either side. */
function strongestEntries({ polarity, strongest }: Stand): readonly Entry[] {
  const shown = polarity === 'mixed' ? strongest : strongest.slice(0, 1);
  return shown.map((line) => lineEntry(line));
}

/** Who, for whom, which way, toward what; then the words that show it. */
function lineEntry(line: StanceLine, isDated = false): Entry {
  const { evidence, cue, holder, polarity, strength } = line;
  const manner: Part[] = strength === 'firm' ? [] : [message(`stance.${strength}`)];
  const day = isDated ? [message('stance.date', { date: dateOf(evidence) })] : [];
  const parts = [holderPart(line), message(`stance.${polarity}`, { target: cited(line.target) })];
  return [
    {
      kind: 'line',
      parts: [...parts, ...manner, ...day, ...correctedParts(line.isCorrected)],
      sources: isFarFrom(holder, evidence) ? [holder] : [],
    },
    { kind: 'quote', citation: evidence, emphasis: contains(evidence, cue) ? [cue] : [] },
  ];
}

/** `Ann Lee, on behalf of Norway`; where another tells of it: `Ann Lee, according to Bob Kerr`. */
function holderPart({ holder, onBehalfOf, saidBy }: StanceLine): Part {
  const named = { holder: cited(holder) };
  if (saidBy !== undefined)
    return message('stance.holder.told', { ...named, speaker: cited(saidBy) });
  if (onBehalfOf === undefined || overlaps(holder, onBehalfOf))
    return message('stance.holder', named);
  // `Ann Lee (Norwegian)`, but `Ann Lee, on behalf of Norway`.
  const key = isDemonym(onBehalfOf.text) ? 'stance.holder.of' : 'stance.holder.for';
  return message(key, { ...named, body: cited(onBehalfOf) });
}

/** The full name stands elsewhere in the article than the evidence. */
const isFarFrom = (holder: Citation, evidence: Citation): boolean => !contains(evidence, holder);

/** Whoever stands somewhere on the thing asked about can be put next to others. */
const menuOf = ({ asked, stands }: Stances, { on }: OptionValues): ReplyMenu | undefined =>
  asked === 'field' && on !== undefined && stands.length > 1
    ? {
        prompt: 'stance.menu',
        option: 'who',
        values: stands.map(({ holder }) => holder),
        most: MOST_HOLDERS,
      }
    : undefined;

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

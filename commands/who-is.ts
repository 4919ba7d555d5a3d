import type { AttendedLine, Profile, SpellingLine, StatedLine } from '../src/answer/answer.ts';
import { answerProfile } from '../src/answer/profile.ts';
import type { Citation } from '../src/article/citation.ts';
import { askingCommand } from '../src/command/asking.ts';
import type { Completion } from '../src/command/command.ts';
import { correctedParts } from '../src/command/corrected.ts';
import { beforeAndAfter, moreBy, personOf } from '../src/command/follow-up.ts';
import { oneLine } from '../src/command/markup.ts';
import { articleOption, completions, textOption } from '../src/command/options.ts';
import { quotationEntry } from '../src/command/quotation-entry.ts';
import {
  type Block,
  type Entry,
  type Part,
  type Question,
  type Reply,
  cited,
  message,
  under,
  datePart,
  countPart,
} from '../src/command/reply.ts';
import type { Corpus } from '../src/search/corpus.ts';
import { isPerson } from '../src/search/digested.ts';
import { completeFigures } from '../src/search/people.ts';

export const whoIs = askingCommand({
  name: 'who-is',
  description: 'who.description',
  options: { who: textOption('who.who', completePeople), article: articleOption },
  answer: ({ who, article }, corpus) => answerProfile({ who, article }, corpus),
  card: foundReply,
  noneCaveat: message('none.caveat.known'),
  examples: findExamples,
});

function foundReply(profile: Profile): Reply {
  const { name, roles, speaksFor, quotations, attended, spellings } = profile;
  return {
    outcome: 'found',
    isPrivate: false,
    heading: message('who.heading', { name: cited(name) }),
    entries: [
      ...under(message('who.roles'), roles.map(statedEntry)),
      ...under(message('who.speaks'), speaksFor.map(statedEntry)),
      ...under(message('who.said'), quotations.map(quotationEntry)),
      ...under(message('who.attended'), attended.map(attendedEntry)),
      ...under(message('who.spellings'), spellings.map(spellingEntry)),
    ],
    notes: [],
    choices: [],
    ...personOf(name),
    followUps: [moreBy(name), beforeAndAfter(oneLine(name.text), quotations[0]?.sentence ?? name)],
  };
}

/** `Secretary of State · 18 Feb 2025 [1] [2]` */
const statedEntry = ({ words, evidence }: StatedLine): Entry => [
  line([cited(words), ...dateParts(evidence[0])], evidence),
];

function attendedEntry({ event, place, evidence, isCorrected }: AttendedLine): Entry {
  const isNamed = place === undefined || event.text.includes(place.text);
  const where = isNamed ? [] : [message('who.place', { place: cited(place) })];
  const parts = [cited(event), ...where, ...dateParts(evidence[0])];
  return [line([...parts, ...correctedParts(isCorrected)], evidence)];
}

const spellingEntry = ({ name, count }: SpellingLine): Entry => [
  line([cited(name), message('who.times', { count: countPart(count) })], [name]),
];

const line = (parts: readonly Part[], sources: readonly Citation[]): Block => ({
  kind: 'line',
  parts,
  sources,
});

/** When the article appeared. */
function dateParts(evidence: Citation | undefined): readonly Part[] {
  const date = evidence?.article.date;
  return date === undefined ? [] : [message('who.date', { date: datePart(date) })];
}

function completePeople(typed: string, corpus: Corpus): Completion[] {
  return completions(completeFigures(typed, corpus, isPerson), ({ name }) => [name, name]);
}

/** Those whom most articles name. */
function findExamples(corpus: Corpus): Question[] {
  return completePeople('', corpus)
    .slice(0, 3)
    .map(({ value }) => ({ command: 'who-is', options: { who: value } }));
}

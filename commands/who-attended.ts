import type { Citation } from '../src/article/citation.ts';
import type { Attendance, AttendeeLine } from '../src/answer/answer.ts';
import { answerAttendance } from '../src/answer/attendance.ts';
import { completeEvents, listEvents } from '../src/answer/attendance/events.ts';
import { countryOf, isDemonym } from '../src/extraction/lexicon/places.ts';
import { askingCommand } from '../src/command/asking.ts';
import type { Completion } from '../src/command/command.ts';
import { correctedParts } from '../src/command/corrected.ts';
import { beforeAndAfter, whoIsThis } from '../src/command/follow-up.ts';
import { oneLine } from '../src/command/markup.ts';
import { articleOption, completions, textOption } from '../src/command/options.ts';
import {
  type Entry,
  type Message,
  type Part,
  type Question,
  type Reply,
  type ReplyChoice,
  cited,
  message,
  under,
  daysPart,
} from '../src/command/reply.ts';
import type { Corpus } from '../src/search/corpus.ts';
import { tellsOfGathering } from '../src/search/digested.ts';
import type { Days } from '../src/text/days.ts';
import { fold } from '../src/text/fold.ts';

export const whoAttended = askingCommand({
  name: 'who-attended',
  description: 'attendance.description',
  options: { event: textOption('attendance.event', completeEventNames), article: articleOption },
  answer: ({ event, article }, corpus) => answerAttendance({ event, article }, corpus),
  card: foundReply,
  examples: findExamples,
});

/** Of so many attendees it can be asked who they are. */
const MOST_ASKED = 3;

function foundReply(answer: Attendance): Reply {
  return {
    outcome: 'found',
    isPrivate: false,
    heading: heading(answer),
    entries: [
      ...settingEntries(answer),
      ...bySide(answer.attended).flatMap(sideEntries),
      ...under(message('attendance.absent'), answer.absent.map(attendeeEntry)),
      ...under(message('attendance.expected'), answer.expected.map(attendeeEntry)),
      ...under(
        message('attendance.nearest'),
        answer.nearest === undefined ? [] : [quoteEntry(answer.nearest)],
      ),
    ],
    notes: [],
    choices: [],
    followUps: followUpsOf(answer),
  };
}

function followUpsOf({ event: [event], attended }: Attendance): readonly ReplyChoice[] {
  const present = attended.slice(0, MOST_ASKED).map(({ name }) => whoIsThis(name));
  return [...present, ...(event === undefined ? [] : [beforeAndAfter(oneLine(event.text), event)])];
}

function heading({ event: [event], attended }: Attendance): Message {
  if (event === undefined) return message('attendance.heading.untold');
  const key = attended.length > 0 ? 'attendance.heading' : 'attendance.heading.ahead';
  return message(key, { event: cited(event) });
}

/** Where and when, as far as the articles say. */
function settingEntries({ event, settings, told }: Attendance): Entry[] {
  if (event.length === 0) return told.map(quoteEntry);
  return settings.map(({ place, time, days, evidence }): Entry => {
    const parts: Part[] = [
      ...(place === undefined ? [] : [message('attendance.place', { place: cited(place) })]),
      ...(time === undefined ? [] : [timePart(time, days)]),
    ];
    return [{ kind: 'line', parts, sources: [evidence] }];
  });
}

const timePart = (time: Citation, days: Days | undefined): Part =>
  days === undefined
    ? message('attendance.time', { time: cited(time) })
    : message('attendance.time.day', { time: cited(time), day: daysPart(days) });

const quoteEntry = (citation: Citation): Entry => [{ kind: 'quote', citation, emphasis: [] }];

/** The lines of one side together, in the order of the first of each; those without one last. */
function bySide(lines: readonly AttendeeLine[]): (readonly AttendeeLine[])[] {
  const sides = new Map<string, AttendeeLine[]>();
  for (const line of lines) {
    const key = sideKey(line);
    const known = sides.get(key);
    if (known === undefined) sides.set(key, [line]);
    else known.push(line);
  }
  const sideless = sides.get('');
  sides.delete('');
  return [...sides.values(), ...(sideless === undefined ? [] : [sideless])];
}

/** `US` and `United States` are one side, `Russian` and `Russia` another. */
const sideKey = ({ side }: AttendeeLine): string =>
  side === undefined ? '' : (countryOf(side.text)?.name ?? fold(side.text));

function sideEntries(lines: readonly AttendeeLine[]): readonly Entry[] {
  const side = lines[0]?.side;
  const entries = lines.map(attendeeEntry);
  if (side === undefined) return under(message('attendance.others'), entries);
  // `On the Russian side`, `On the US side`, but `For the Faroes`.
  const isAdjective = isDemonym(side.text) || /^\p{Lu}[\p{Lu}.-]+$/u.test(side.text);
  const key = isAdjective ? 'attendance.side' : 'attendance.side.for';
  return under(message(key, { side: cited(side) }), entries);
}

/** `Yuri Ushakov, Putin's advisor (by video link) [1]` */
function attendeeEntry({
  name,
  roles,
  note,
  isDisputed,
  isCorrected,
  evidence,
}: AttendeeLine): Entry {
  // A second role, of another article, stands behind the first: `Ann Lee, minister, envoy`.
  let person: Part = cited(name);
  for (const role of roles)
    person = message('attendance.role', { name: person, role: cited(role) });
  const notes = [
    ...(note === undefined ? [] : [message('attendance.note', { note: cited(note) })]),
    ...(isDisputed === true ? [message('attendance.disputed')] : []),
    ...correctedParts(isCorrected),
  ];
  return [{ kind: 'line', parts: [person, ...notes], sources: evidence }];
}

function completeEventNames(typed: string, corpus: Corpus): Completion[] {
  return completions(completeEvents(typed, corpus), ({ name }) => [name, name]);
}

const MOST_EXAMPLES = 3;

/** The gatherings that the corpus tells most of; then articles that tell of any. */
function findExamples(corpus: Corpus): Question[] {
  const events = listEvents(corpus)
    .slice(0, MOST_EXAMPLES)
    .map(({ name }) => ({ event: name }));
  const articles: { article: string }[] = [];
  for (const reading of corpus.readings) {
    if (events.length + articles.length === MOST_EXAMPLES) break;
    if (tellsOfGathering(reading)) articles.push({ article: reading.article.id });
  }
  return [...events, ...articles].map((options) => ({ command: 'who-attended', options }));
}

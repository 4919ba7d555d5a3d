import { randomUUID } from 'node:crypto';
import type { Citation } from '../article/citation.ts';
import { MISTAKES, type Mistake, type MistakeReport } from '../store/server-store.ts';
import { answerQuestion, told } from './answering.ts';
import type { Acted, Actions, Context, Pressed } from './command.ts';
import { readCardArgument } from './custom-id.ts';
import { standAlone } from './follow-up.ts';
import type { MessageKey } from './messages.ts';
import { refusedReply } from './replies.ts';
import {
  type Form,
  type Message,
  type Question,
  type Reply,
  type ReplyChoice,
  field,
  message,
  datePart,
  countPart,
} from './reply.ts';

// What a member does with a card that is there, whatever command it answers.

/** What can be done with a card: questions that go on from it, and its buttons. */
export async function moreReply(
  question: Question,
  reply: Reply,
  argument: string,
  context: Context,
): Promise<Reply> {
  const choices = await answerable(question, reply.followUps ?? [], context);
  const isShown = readCardArgument(argument).messageId !== undefined;
  return {
    outcome: 'guide',
    isPrivate: true,
    heading: message(choices.length > 0 ? 'more.heading' : 'more.heading.bare'),
    entries: [],
    notes: [],
    choices,
    controls: [
      { kind: 'button', label: 'card.ask', action: 'card.ask', argument },
      { kind: 'button', label: 'card.discuss', action: 'card.discuss', argument },
      { kind: 'button', label: 'card.wrong', action: 'card.wrong', argument },
      ...(isShown
        ? [
            {
              kind: 'button',
              label: 'card.remove',
              action: 'card.remove',
              argument,
              isDangerous: true,
            } as const,
          ]
        : []),
    ],
  };
}

const MOST_FOLLOW_UPS = 5;

/** A question to tap that finds nothing would be a dead end, so each is tried first. */
async function answerable(
  question: Question,
  followUps: readonly ReplyChoice[],
  context: Context,
): Promise<readonly ReplyChoice[]> {
  const asked = new Set([JSON.stringify(question)]);
  const found: ReplyChoice[] = [];
  for (const choice of followUps) {
    const key = JSON.stringify(choice.question);
    if (found.length === MOST_FOLLOW_UPS) break;
    if (asked.has(key)) continue;
    asked.add(key);
    const { outcome } = await answerQuestion(choice.question, context);
    if (outcome === 'found') found.push(choice);
  }
  return found;
}

/** The passages that a card cites, each to be read where it stands. */
export const contextReply = (cited: readonly Citation[]): Reply => ({
  ...refusedReply(message('context.heading')),
  outcome: 'guide',
  choices: placesOf(cited).map(([place, { article }]) => ({
    label: [field(article.title)],
    question: contextQuestion(place),
  })),
});

/** Reads `riyadh-talks 3` where it stands. */
export const contextQuestion = (place: string): Question => ({
  command: 'source',
  options: { ref: place },
});

/** `riyadh-talks 3` for each paragraph that is cited, in order, with a citation of it. */
export function placesOf(cited: readonly Citation[]): readonly (readonly [string, Citation])[] {
  const places = new Map<string, Citation>();
  for (const citation of cited) {
    const place = `${citation.article.id} ${citation.paragraph}`;
    if (!places.has(place)) places.set(place, citation);
  }
  return [...places];
}

/** More than Discord lets be typed into a question's option would be no question. */
const LONGEST_QUESTION = 300;
const LONGEST_DETAIL = 1000;

const askForm = (argument: string): Form => ({
  kind: 'form',
  title: 'ask.about.title',
  action: 'card.ask.send',
  argument,
  fields: [
    {
      kind: 'text',
      name: 'question',
      label: 'ask.about.field',
      isLong: false,
      isRequired: true,
      most: LONGEST_QUESTION,
    },
  ],
});

/** Answers what was asked about a card, as one question that stands alone. */
async function askAbout(pressed: Pressed, context: Context): Promise<Acted> {
  const card =
    pressed.question === undefined ? {} : await answerQuestion(pressed.question, context);
  const question = askedAbout(pressed.fields['question'] ?? '', card);
  const reply = await answerQuestion(question, context);
  // What is asked about a card that one member sees is for that member, too.
  const isPrivate = reply.isPrivate || pressed.place === undefined;
  return { kind: 'reply', reply: { ...reply, isPrivate }, question, isInPlace: false };
}

/** A question in plain words that may lean on a card. */
export const askedAbout = (words: string, card: Pick<Reply, 'person'>): Question => ({
  command: 'ask',
  options: { question: standAlone(words, card) },
});

const wrongForm = (argument: string): Form => ({
  kind: 'form',
  title: 'wrong.title',
  action: 'card.wrong.send',
  argument,
  fields: [
    {
      kind: 'choice',
      name: 'mistake',
      label: 'wrong.kind',
      options: MISTAKES.map((value) => ({ value, label: MISTAKE_LABELS[value] })),
    },
    {
      kind: 'text',
      name: 'detail',
      label: 'wrong.detail',
      isLong: true,
      isRequired: false,
      most: LONGEST_DETAIL,
    },
  ],
});

export const MISTAKE_LABELS: Readonly<Record<Mistake, MessageKey>> = {
  speaker: 'wrong.speaker',
  person: 'wrong.person',
  context: 'wrong.context',
  other: 'wrong.other',
};

/** Once reported, the same button tells what came of it. */
async function startReport({ argument, place, places }: Pressed, context: Context): Promise<Acted> {
  const { guildId, userId } = context.actor;
  if (guildId === undefined) return told(message('wrong.server'));
  const cited = await places();
  const own = context.servers
    .reports(guildId)
    .findLast((report) => report.userId === userId && isAbout(report, cited, place));
  if (own !== undefined) return outcomeOf(own);
  return wrongForm(argument);
}

/** The same passages on the same card; on one that a member sees alone, the same passages. */
const isAbout = (
  { places, card }: MistakeReport,
  cited: readonly string[],
  place: Pressed['place'],
): boolean => places.join('\n') === cited.join('\n') && card?.messageId === place?.messageId;

function outcomeOf({ at, verdict }: MistakeReport): Acted {
  const day = datePart(at);
  if (verdict === undefined) return told(message('wrong.open', { day }));
  const decided = datePart(verdict.at);
  const key = verdict.isUpheld ? 'wrong.upheld' : 'wrong.dismissed';
  const reply = refusedReply(message(key, { day, decided }));
  const notes: readonly Message[] =
    verdict.reason === '' ? [] : [message('wrong.reason', { reason: field(verdict.reason) })];
  return { kind: 'reply', reply: { ...reply, notes }, question: undefined, isInPlace: false };
}

/** A member's reports that wait for a moderator are at most so many. */
const MOST_OPEN = 10;

async function sendReport(pressed: Pressed, context: Context): Promise<Acted> {
  const { guildId, userId } = context.actor;
  if (guildId === undefined) return told(message('wrong.server'));
  const open = context.servers
    .reports(guildId)
    .filter((report) => report.userId === userId && report.verdict === undefined);
  if (open.length >= MOST_OPEN)
    return told(message('wrong.most', { count: countPart(open.length) }));
  const { fields, place } = pressed;
  const mistake = MISTAKES.find((each) => each === fields['mistake']) ?? 'other';
  await context.servers.saveReport({
    id: randomUUID(),
    guildId,
    userId,
    at: new Date().toISOString(),
    mistake,
    detail: (fields['detail'] ?? '').slice(0, LONGEST_DETAIL).trim(),
    places: await pressed.places(),
    ...(place === undefined
      ? {}
      : { card: { channelId: place.channelId, messageId: place.messageId } }),
  });
  const notice = message('review.notice', { mistake: message(MISTAKE_LABELS[mistake]) });
  return { ...told(message('wrong.thanks')), notice };
}

export const cardActions: Actions = {
  'card.ask': ({ argument }) => Promise.resolve(askForm(argument)),
  'card.ask.send': askAbout,
  'card.wrong': startReport,
  'card.wrong.send': sendReport,
};

import { cite } from '../../article/citation.ts';
import type { Acted, Context } from '../command.ts';
import type { MessageKey } from '../messages.ts';
import { Refusal } from '../refusal.ts';
import { refusedReply } from '../replies.ts';
import {
  type Form,
  type Message,
  type Question,
  type Reply,
  field,
  message,
  plainEntry,
} from '../reply.ts';
import { type Keeper, mustKeep } from './access.ts';
import { type Place, factsAt, gatheringsAt } from './fact.ts';
import { factMenu, itemReply } from './review-card.ts';
import { type ReviewItem, readPlace, reviewQueue } from './review-queue.ts';

export const QUESTION: Question = { command: 'review', options: {} };

/** The first that waits. */
export function reviewReply(context: Context): Reply {
  const keeper = mustKeep(context);
  const queue = reviewQueue(context, keeper);
  return replyTo(queue[0], queue, keeper);
}

const replyTo = (
  item: ReviewItem | undefined,
  queue: readonly ReviewItem[],
  keeper: Keeper,
): Reply =>
  item === undefined ? refusedReply(message('review.none')) : itemReply(item, queue, keeper);

/** The next that waits after another, in the place of its card; after a decision it says so first. */
export function reviewActed(context: Context, after: string, notice?: Message): Acted {
  const keeper = mustKeep(context);
  const queue = reviewQueue(context, keeper);
  const next = queue[queue.findIndex(({ key }) => key === after) + 1] ?? queue[0];
  // Its other pages are asked for by its key, as others may wait before it.
  const question = next === undefined ? QUESTION : questionAbout(next.key);
  const reply = replyTo(next, queue, keeper);
  return {
    kind: 'reply',
    reply:
      notice === undefined
        ? reply
        : said(reply, next === undefined ? 'review.done' : 'review.next'),
    question,
    isInPlace: true,
    ...(notice === undefined ? {} : { notice }),
  };
}

/** The same again, as it is now: it is still to be decided. */
export const itemActed = (context: Context, key: string, notice: Message): Acted => ({
  kind: 'reply',
  reply: placeReply(key, context),
  question: questionAbout(key),
  isInPlace: true,
  notice,
});

const questionAbout = (place: string): Question => ({ command: 'review', options: { place } });

/** After a decision about a passage that a moderator named, the same passage; else what waits next. */
export function decided(
  key: string,
  question: Question | undefined,
  context: Context,
  notice: Message,
): Acted {
  const place = question?.options['place'];
  if (key !== PLACE_KEY || place === undefined) return reviewActed(context, key, notice);
  const reply = said(placeReply(place, context), 'review.done');
  return { kind: 'reply', reply, question, isInPlace: true, notice };
}

const said = (reply: Reply, key: MessageKey): Reply => ({
  ...reply,
  entries: [plainEntry(message(key)), ...reply.entries],
});

/** What was read out of a passage; or what waits, by its key. */
export function placeReply(place: string, context: Context): Reply {
  const keeper = mustKeep(context);
  const queue = reviewQueue(context, keeper);
  const item = queue.find(({ key }) => key === place);
  return item === undefined ? passageReply(place, keeper) : itemReply(item, queue, keeper);
}

function passageReply(place: string, keeper: Keeper): Reply {
  const { corpus } = keeper;
  const found = readPlace(place, corpus);
  if (found === undefined)
    throw new Refusal(message('review.place.unknown', { place: field(place) }));
  const facts = factsAt([found]);
  const span = found.article.paragraphs[found.paragraph - 1];
  return {
    outcome: 'guide',
    isPrivate: true,
    heading: message(facts.length === 0 ? 'review.place.none' : 'review.place.heading', {
      place: field(place),
    }),
    entries:
      span === undefined
        ? []
        : [[{ kind: 'quote', citation: cite(found.article, span), emphasis: [] }]],
    notes: [],
    choices: [],
    controls: [...factMenu(facts, PLACE_KEY, keeper), ...addButton([found], PLACE_KEY)],
  };
}

/** The key of a passage that a moderator named: the card itself says which. */
export const PLACE_KEY = 'p';

const addButton = (places: readonly Place[], key: string) =>
  gatheringsAt(places).length === 0
    ? []
    : [{ kind: 'button', label: 'review.add', action: 'review.add', argument: key } as const];

/** An item by its key, while it still waits. */
export const findItem = (key: string, context: Context, keeper: Keeper): ReviewItem | undefined =>
  reviewQueue(context, keeper).find((item) => item.key === key);

/** A form that asks a moderator to decide. */
export const formWith = (action: string, argument: string, fields: Form['fields']): Form => ({
  kind: 'form',
  title: 'review.title',
  action,
  argument,
  fields,
});

import { cite } from '../../article/citation.ts';
import type { Acted, ActedReply, Context } from '../command.ts';
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

/** The first that waits, or the next one after another. */
export function reviewReply(context: Context, after?: string): Reply {
  const keeper = mustKeep(context);
  const queue = reviewQueue(context, keeper);
  const next = queue[queue.findIndex(({ key }) => key === after) + 1] ?? queue[0];
  return next === undefined ? refusedReply(message('review.none')) : itemReply(next, queue, keeper);
}

/** The same once something was decided, which it says first. */
export function nextReply(context: Context, after: string): Reply {
  const next = reviewReply(context, after);
  const said = message(next.outcome === 'refused' ? 'review.done' : 'review.next');
  return { ...next, entries: [plainEntry(said), ...next.entries] };
}

/** After a decision about a passage that a moderator named, the same passage; else what waits next. */
export function decided(
  key: string,
  question: Question | undefined,
  context: Context,
  notice: Message,
): Acted {
  const place = question?.options['place'];
  if (key !== PLACE_KEY || place === undefined) return shown(nextReply(context, key), notice);
  const reply = placeReply(place, mustKeep(context));
  const entries = [plainEntry(message('review.done')), ...reply.entries];
  return { ...shown({ ...reply, isPrivate: true, entries }, notice), question };
}

/** What was read out of a passage. */
export function placeReply(place: string, keeper: Keeper): Reply {
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

export const shown = (reply: Reply, notice?: Message): ActedReply => ({
  kind: 'reply',
  reply,
  question: QUESTION,
  isInPlace: true,
  ...(notice === undefined ? {} : { notice }),
});

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

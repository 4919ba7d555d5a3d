import { changeFeed, ownFeed, pauseFeed, resumeFeed, withMode } from '../../keeping/feeds.ts';
import type { Feed } from '../../store/server-store.ts';
import type { Acted, Actions, Context, Pressed } from '../command.ts';
import { type Keeper, mustKeep } from '../keeping/access.ts';
import type { MessageKey } from '../messages.ts';
import { refusedReply } from '../replies.ts';
import { type Message, type Reply, field, message, userMention } from '../reply.ts';
import { type FeedAct, feedReply, modeMessage } from './feed-card.ts';

// What moderators do with a feed, by a command or on its card.

interface FeedDeed {
  /** Removes it where it gives nothing. */
  readonly change: (feed: Feed) => Feed | undefined;
  readonly notice: MessageKey;
  /** There is nothing to do. */
  readonly isDone: (feed: Feed) => boolean;
}

const setMode = (mode: Feed['mode']): FeedDeed => ({
  change: withMode(mode),
  notice: 'notice.feed.mode',
  isDone: (feed) => feed.mode === mode,
});

const DEEDS: Readonly<Record<FeedAct, FeedDeed>> = {
  'feeds.pause': {
    change: pauseFeed,
    notice: 'notice.feed.paused',
    isDone: ({ paused }) => paused !== undefined,
  },
  'feeds.resume': {
    change: resumeFeed,
    notice: 'notice.feed.resumed',
    isDone: ({ paused }) => paused === undefined,
  },
  'feeds.remove': {
    change: () => undefined,
    notice: 'notice.feed.removed',
    isDone: () => false,
  },
  'feeds.to.queue': setMode('queue'),
  'feeds.to.save': setMode('save'),
};

/**
 * Does something with a feed of the actor's own server; its notice is to be told where there is one.
 * @param named its id, address or title
 * @throws Refusal for somebody who may not; FeedError where the server follows none such
 */
export async function actOnFeed(
  act: FeedAct,
  named: string,
  context: Context,
): Promise<{ readonly reply: Reply; readonly notice?: Message }> {
  const keeper = mustKeep(context);
  const { keeping, guildId } = keeper;
  const { change, notice, isDone } = DEEDS[act];
  const feed = ownFeed(keeping, guildId, named);
  if (isDone(feed)) return { reply: feedReply(feed, keeping) };
  const changed = await changeFeed(keeping, feed, change);
  const isGone = act === 'feeds.remove';
  const reply = isGone
    ? refusedReply(message('feeds.removed', { title: field(changed.title) }))
    : feedReply(changed, keeping);
  return { reply, notice: feedNotice(notice, changed, keeper) };
}

/** `@mo paused the feed “The Daily”.` */
export const feedNotice = (
  key: MessageKey,
  feed: Feed,
  { userId }: Pick<Keeper, 'userId'>,
): Message =>
  message(key, {
    user: userMention('user', userId),
    title: field(feed.title),
    mode: modeMessage(feed),
  });

async function press(act: FeedAct, { argument }: Pressed, context: Context): Promise<Acted> {
  const acted = await actOnFeed(act, argument, context);
  return { kind: 'reply', question: undefined, isInPlace: true, ...acted };
}

/** One of several feeds, chosen in a menu. */
function open({ chosen }: Pressed, context: Context): Promise<Acted> {
  const { keeping, guildId } = mustKeep(context);
  const reply = feedReply(ownFeed(keeping, guildId, chosen[0] ?? ''), keeping);
  return Promise.resolve({ kind: 'reply', reply, question: undefined, isInPlace: false });
}

const pressing =
  (act: FeedAct): Actions[string] =>
  (pressed, context) =>
    press(act, pressed, context);

export const feedActions: Actions = {
  'feeds.open': open,
  'feeds.pause': pressing('feeds.pause'),
  'feeds.resume': pressing('feeds.resume'),
  'feeds.remove': pressing('feeds.remove'),
  'feeds.to.queue': pressing('feeds.to.queue'),
  'feeds.to.save': pressing('feeds.to.save'),
};

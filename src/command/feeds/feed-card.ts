import type { Keeping } from '../../keeping/keeping.ts';
import type { Feed } from '../../store/server-store.ts';
import { dayOf, memberPart } from '../keeping/origin.ts';
import type { MessageKey } from '../messages.ts';
import { refusedReply } from '../replies.ts';
import {
  type ButtonControl,
  type Message,
  type Reply,
  countPart,
  field,
  message,
  plainEntry,
} from '../reply.ts';

type Kept = Pick<Keeping, 'servers' | 'quotas'>;

const MOST_IN_MENU = 25;

/** The feeds of a server, one of which can be looked at. */
export function feedsReply({ servers, quotas }: Kept, guildId: string): Reply {
  const feeds = servers.feeds.of(guildId);
  if (feeds.length === 0) return refusedReply(message('feeds.none'));
  return {
    outcome: 'guide',
    isPrivate: true,
    heading: message('feeds.heading', {
      count: countPart(feeds.length),
      most: countPart(quotas.feeds),
    }),
    entries: feeds.map((feed) => plainEntry(feedLine(feed))),
    notes: [],
    choices: [],
    controls: [
      {
        kind: 'select',
        prompt: 'feeds.open',
        action: 'feeds.open',
        options: feeds.slice(0, MOST_IN_MENU).map(({ id, title }) => ({
          value: id,
          label: message('feeds.label', { title: field(title) }),
          isChosen: false,
        })),
      },
    ],
  };
}

/** `The Daily: followed; new articles wait in /review` */
const feedLine = (feed: Feed): Message =>
  message('feeds.line', {
    title: field(feed.title),
    state: message(stateOf(feed)),
    mode: modeMessage(feed),
  });

const MODES = { queue: 'feeds.does.queue', save: 'feeds.does.save' } as const;

export const modeMessage = ({ mode }: Feed): Message => message(MODES[mode]);

function stateOf({ paused, state }: Feed): MessageKey {
  if (paused !== undefined) return `feeds.state.${paused}`;
  return state.failures > 0 ? 'feeds.state.failing' : 'feeds.state.followed';
}

/** One feed, and what can be done with it. */
export function feedReply(
  feed: Feed,
  { servers }: Pick<Keeping, 'servers'>,
  heading: MessageKey = 'feeds.card',
): Reply {
  const { id, guildId, title, url, by, at, mode, paused } = feed;
  const waiting = servers.drafts.of(guildId).filter(({ feedId }) => feedId === id).length;
  const button = (name: FeedAct): ButtonControl => ({
    kind: 'button',
    label: name,
    action: name,
    argument: id,
  });
  return {
    outcome: 'guide',
    isPrivate: true,
    heading: message(heading, { title: field(title) }),
    entries: [
      message('feeds.card.url', { url: field(url) }),
      message('feeds.card.state', { state: message(stateOf(feed)) }),
      message('feeds.card.mode', { mode: modeMessage(feed) }),
      message('feeds.card.by', { user: memberPart(by), day: dayOf(at) }),
      ...(waiting === 0 ? [] : [message('feeds.card.waiting', { count: countPart(waiting) })]),
    ].map((line) => plainEntry(line)),
    notes: [],
    choices: [],
    controls: [
      button(paused === undefined ? 'feeds.pause' : 'feeds.resume'),
      button(mode === 'queue' ? 'feeds.to.save' : 'feeds.to.queue'),
      { ...button('feeds.remove'), isDangerous: true },
    ],
  };
}

/** What a button of a feed's card does, by which it is labelled, too. */
export type FeedAct =
  'feeds.pause' | 'feeds.resume' | 'feeds.remove' | 'feeds.to.save' | 'feeds.to.queue';

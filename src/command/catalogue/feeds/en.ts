import { FEED_FAULTS } from '../../../feed/feed-error.ts';
import type { Text } from '../../messages.ts';

/** What the bot says of the feeds that a server follows, in English. */
export const englishFeeds = {
  'group.feeds': 'Follow feeds of the press, so that new articles come by themselves',
  'feeds.add.description': 'Follow a feed from now on: RSS, Atom or JSON Feed',
  'feeds.list.description': 'The feeds that this server follows, and how they fare',
  'feeds.pause.description': 'Take nothing more from a feed until it is resumed',
  'feeds.resume.description': 'Follow a paused feed again, from now on',
  'feeds.remove.description': 'Follow a feed no more; what came from it stays',
  'feeds.url': 'The address of the feed: https://…',
  'feeds.add.nothing': 'Please give the address of a feed.',
  'feeds.mode': 'What becomes of new articles; without this, they wait',
  'feeds.mode.queue': 'wait for a moderator, in /review',
  'feeds.mode.save': 'save at once what raises no doubt',
  'feeds.feed': 'Which feed',
  'feeds.none': 'This server follows no feed yet. /feeds add takes the address of one.',
  'feeds.heading': {
    by: 'count',
    forms: {
      one: 'This server follows {count} feed of at most {most}.',
      other: 'This server follows {count} feeds of at most {most}.',
    },
  },
  'feeds.line': '{title}: {state}; new articles {mode}',
  'feeds.label': '{title}',
  'feeds.open': 'Look at one',
  'feeds.added': 'I follow “{title}” from now on; what is in it already is not taken.',
  'feeds.card': 'The feed “{title}”',
  'feeds.card.url': 'Address: {url}',
  'feeds.card.state': 'State: {state}',
  'feeds.card.mode': 'New articles {mode}',
  'feeds.card.by': 'Added by {user} on {day}',
  'feeds.card.waiting': {
    by: 'count',
    forms: {
      one: '{count} article from it waits in /review.',
      other: '{count} articles from it wait in /review.',
    },
  },
  'feeds.does.queue': 'wait in /review',
  'feeds.does.save': 'are saved at once, unless there is a doubt',
  'feeds.state.followed': 'followed',
  'feeds.state.failing': 'cannot be read at present; I try again',
  'feeds.state.moderator': 'paused',
  'feeds.state.busy': 'paused, since it brought too much',
  'feeds.state.gone': 'paused, since it is not there any more',
  'feeds.pause': 'Pause',
  'feeds.resume': 'Resume',
  'feeds.remove': 'Remove',
  'feeds.to.queue': 'Let them wait',
  'feeds.to.save': 'Save at once',
  'feeds.removed': 'I follow “{title}” no more. What came from it stays.',
  'notice.feed.added': '{user} added the feed “{title}”: new articles {mode}.',
  'notice.feed.paused': '{user} paused the feed “{title}”.',
  'notice.feed.resumed': '{user} resumed the feed “{title}”.',
  'notice.feed.removed': '{user} removed the feed “{title}”.',
  'notice.feed.mode': '{user} changed the feed “{title}”: new articles {mode}.',
  'notice.feed.busy':
    'I paused the feed “{title}”: more than 30 articles came in a day, or 200 wait in /review. /feeds resume follows it again.',
  'notice.feed.gone':
    'I paused the feed “{title}”: it is not there any more. /feeds resume tries it again.',
  'notice.feeds.digest': 'From feeds in the last hour: {what}.',
  'notice.feeds.both': '{saved}, {waiting}',
  'notice.feeds.saved': {
    by: 'count',
    forms: { one: '{count} article saved', other: '{count} articles saved' },
  },
  'notice.feeds.waiting': {
    by: 'count',
    forms: {
      one: '{count} article to look at (/review)',
      other: '{count} articles to look at (/review)',
    },
  },
  'feeds.line.alike': {
    by: 'count',
    forms: {
      one: '{title} (and {count} more that is nearly the same)',
      other: '{title} (and {count} more that are nearly the same)',
    },
  },
  'feeds.kept': 'What comes from feeds waits for fourteen days; /review shows it.',
  'warning.unread':
    'I could not read the page: it may be for subscribers only, or closed to bots. Please paste the text.',
  ...FEED_FAULTS,
} as const satisfies Readonly<Record<string, Text>>;

export type FeedTexts = Readonly<Record<keyof typeof englishFeeds, Text>>;

import type { FeedNews } from '../../keeping/feed-poller.ts';
import { type Message, countPart, field, message } from '../reply.ts';

/** What a server's feeds brought, or why one of them was paused. */
export function newsMessage(news: FeedNews): Message {
  switch (news.kind) {
    case 'digest':
      return message('notice.feeds.digest', { what: countsMessage(news) });
    case 'busy':
      return message('notice.feed.busy', { title: field(news.feed.title) });
    case 'gone':
      return message('notice.feed.gone', { title: field(news.feed.title) });
    default:
      return news satisfies never;
  }
}

/** `4 articles saved, 3 articles to look at (/review)` */
function countsMessage(counts: Extract<FeedNews, { readonly kind: 'digest' }>): Message {
  const saved = message('notice.feeds.saved', { count: countPart(counts.saved) });
  const waiting = message('notice.feeds.waiting', { count: countPart(counts.waiting) });
  if (counts.saved === 0) return waiting;
  return counts.waiting === 0 ? saved : message('notice.feeds.both', { saved, waiting });
}

import { FaultError } from '../article/user-error.ts';

/** What can be wrong with a feed, in English; other languages have it by its key. */
export const FEED_FAULTS = {
  'fault.feed.none':
    'There is no feed at this address: neither RSS nor Atom nor JSON Feed. Please give the address of a feed.',
  'fault.feed.page':
    'This is a page, not a feed. Please give the address of the feed, often behind a link called RSS.',
  'fault.feed.page.link': 'This is a page, not a feed. Its feed is at {feed}.',
  'fault.feed.broken':
    'This feed is broken: line {line} is not well-formed XML. Please tell its publisher, or try again later.',
  'fault.feed.doctype':
    'This feed declares a document type or entities of its own, which are not read. Please give another feed.',
  'fault.feed.deep':
    'This feed has too many elements, or nests them too deeply, to be an ordinary one. Please give another feed.',
  'fault.feed.size':
    'This feed is larger than {most} MB. Please give a feed that has only the newest articles.',
  'fault.feed.encoding':
    'This feed is written in the encoding “{encoding}”, which is not known here. Please give one in UTF-8.',
  'fault.feed.address':
    '“{url}” is no address on the public web. Please give that of a feed, which begins with https://.',
  'fault.feed.status':
    'The feed’s server answered with the status {status}. Please check the address, or try again later.',
  'fault.feed.unreachable':
    'The feed’s server cannot be reached. Please check the address, or try again later.',
  'fault.feed.gone': 'The feed’s server says that the feed is gone for good. Please remove it.',
  'fault.feed.same': 'This server follows this feed already: “{title}”.',
  'fault.feed.unlisted': 'This server follows no such feed. Please choose one from /feeds list.',
} as const;

/** The key of what is wrong with a feed. */
export type FeedFault = keyof typeof FEED_FAULTS;

/** A feed that cannot be read, and what to do about it. */
export class FeedError extends FaultError {
  override name = 'FeedError';
  declare readonly fault: FeedFault;

  constructor(fault: FeedFault, params: FaultError['params'] = {}) {
    super(FEED_FAULTS, fault, params);
  }
}

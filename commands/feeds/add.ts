import type { Command, Context, FixedChoice } from '../../src/command/command.ts';
import { feedNotice } from '../../src/command/feeds/feed-acts.ts';
import { feedReply } from '../../src/command/feeds/feed-card.ts';
import { mustKeep } from '../../src/command/keeping/access.ts';
import { textOption } from '../../src/command/options.ts';
import { Refusal } from '../../src/command/refusal.ts';
import { type Reply, message } from '../../src/command/reply.ts';
import { addFeed } from '../../src/keeping/feeds.ts';

const MODES: readonly FixedChoice[] = [
  { value: 'queue', label: 'feeds.mode.queue' },
  { value: 'save', label: 'feeds.mode.save' },
];

/** Follows a feed from now on. */
export const feedsAdd: Command = {
  name: 'feeds add',
  description: 'feeds.add.description',
  options: {
    url: textOption('feeds.url'),
    mode: { ...textOption('feeds.mode'), choices: MODES },
  },
  access: 'manage-messages',
  answersBare: true,
  run: ({ url, mode }, context) => add(url, mode, context),
  examples: () => [],
};

async function add(
  url: string | undefined,
  mode: string | undefined,
  context: Context,
): Promise<Reply> {
  const keeper = mustKeep(context);
  const { keeping, guildId, userId: by } = keeper;
  if (url === undefined) throw new Refusal(message('feeds.add.nothing'));
  const wish = { guildId, by, url, mode: mode === 'save' ? mode : 'queue' } as const;
  const feed = await addFeed(keeping, wish);
  context.announce?.(feedNotice('notice.feed.added', feed, keeper));
  return feedReply(feed, keeping, 'feeds.added');
}

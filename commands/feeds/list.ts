import type { Command } from '../../src/command/command.ts';
import { feedActions } from '../../src/command/feeds/feed-acts.ts';
import { feedsReply } from '../../src/command/feeds/feed-card.ts';
import { mustKeep } from '../../src/command/keeping/access.ts';

/** The feeds of the server, each of which opens on a card of its own. */
export const feedsList: Command = {
  name: 'feeds list',
  description: 'feeds.list.description',
  options: {},
  access: 'manage-messages',
  answersBare: true,
  run: async (_options, context) => {
    const { keeping, guildId } = mustKeep(context);
    return feedsReply(keeping, guildId);
  },
  examples: () => [],
  actions: feedActions,
};

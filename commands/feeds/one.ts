import type { Command, Completion, Context } from '../../src/command/command.ts';
import { actOnFeed } from '../../src/command/feeds/feed-acts.ts';
import { feedsReply } from '../../src/command/feeds/feed-card.ts';
import { mayKeep, mustKeep } from '../../src/command/keeping/access.ts';
import { completions, textOption } from '../../src/command/options.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { fold } from '../../src/text/fold.ts';

// What is done with one of the server's feeds; without saying with which, they are shown.

export const feedsPause = feedCommand('pause');
export const feedsResume = feedCommand('resume');
export const feedsRemove = feedCommand('remove');

function feedCommand(act: 'pause' | 'resume' | 'remove'): Command {
  return {
    name: `feeds ${act}`,
    description: `feeds.${act}.description`,
    options: { feed: textOption('feeds.feed', completeFeeds) },
    access: 'manage-messages',
    answersBare: true,
    run: async ({ feed }, context) => {
      const { keeping, guildId } = mustKeep(context);
      if (feed === undefined) return feedsReply(keeping, guildId);
      const { reply, notice } = await actOnFeed(`feeds.${act}`, feed, context);
      if (notice !== undefined) context.announce?.(notice);
      return reply;
    },
    examples: () => [],
  };
}

/** Discord takes no longer value. */
const LONGEST = 100;

/** By address, which says more than an id where a card repeats what was asked. */
function completeFeeds(typed: string, _corpus: Corpus, context?: Context): readonly Completion[] {
  const guildId = context?.actor.guildId;
  if (context === undefined || guildId === undefined || !mayKeep(context)) return [];
  const wanted = fold(typed);
  const found = context.servers.feeds
    .of(guildId)
    .filter(({ title, url }) => fold(`${title} ${url}`).includes(wanted));
  return completions(found, ({ id, url, title }) => [
    url.length > LONGEST ? id : url,
    `${title} (${new URL(url).hostname})`,
  ]);
}

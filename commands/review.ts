import type { Acted, Command, Context, Pressed } from '../src/command/command.ts';
import { type Keeper, mustKeep } from '../src/command/keeping/access.ts';
import { saved } from '../src/command/keeping/draft-actions.ts';
import { factActions } from '../src/command/keeping/fact-actions.ts';
import { reportActions } from '../src/command/keeping/report-actions.ts';
import { readShown } from '../src/command/keeping/review-card.ts';
import {
  findItem,
  placeReply,
  reviewActed,
  reviewReply,
} from '../src/command/keeping/review-reply.ts';
import { completeAnyArticle, textOption } from '../src/command/options.ts';
import { decideDraft, isBlockedDraft, saveDrafts } from '../src/keeping/draft.ts';
import { KeepingError } from '../src/keeping/keeping-error.ts';

/** What waits for a moderator, one at a time; or what was read out of a passage, to put it right. */
export const review: Command = {
  name: 'review',
  description: 'review.description',
  options: { place: textOption('review.place', completeAnyArticle) },
  access: 'manage-messages',
  answersBare: true,
  run: ({ place }, context) =>
    Promise.resolve(place === undefined ? reviewReply(context) : placeReply(place, context)),
  examples: () => [],
  actions: {
    ...reportActions,
    ...factActions,
    'review.skip': skip,
    'review.feed.save': saveFeed,
    'review.feed.skip': skipFeed,
  },
};

function skip({ argument }: Pressed, context: Context): Promise<Acted> {
  return Promise.resolve(reviewActed(context, argument));
}

// What came from a feed.

/** Those of them that the card showed whose button was pressed. */
const draftsOf = (argument: string, context: Context, keeper: Keeper) => {
  const { key, shownOf } = readShown(argument);
  const item = findItem(key, context, keeper);
  return item?.kind === 'feed' ? shownOf(item.drafts) : [];
};

async function saveFeed({ argument }: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const drafts = draftsOf(argument, context, keeper).filter((draft) => !isBlockedDraft(draft));
  if (drafts.length === 0) throw new KeepingError('keeping.draft');
  return saved(await saveDrafts(keeper.keeping, keeper.change(), drafts), keeper);
}

async function skipFeed({ argument }: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  for (const draft of draftsOf(argument, context, keeper))
    await decideDraft(keeper.keeping, draft, keeper.userId, false);
  return reviewActed(context, readShown(argument).key);
}

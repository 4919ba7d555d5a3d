import { createHash } from 'node:crypto';
import { ArticleError, UserError } from '../article/user-error.ts';
import type { FeedItem } from '../feed/read-feed.ts';
import { type Taken, type TakenFields, makeTaken } from '../intake/taken.ts';
import type { Corpus } from '../search/corpus.ts';
import type { Draft, Feed } from '../store/server-store.ts';
import { draftOf, saveDrafts } from './draft.ts';
import { type QueueGroup, feedQueue, groupLike, pageOf, waitsFrom } from './feed-queue.ts';
import { KeepingError } from './keeping-error.ts';
import type { Keeping } from './keeping.ts';

/** What came of an article that a feed named: it was here already, is saved, or waits. */
export type ItemOutcome = 'known' | 'saved' | 'waiting';

/** Takes in an article that a feed names. @param report told what went wrong here */
export async function takeItem(
  keeping: Keeping,
  feed: Feed,
  item: FeedItem,
  report: (error: unknown) => void,
): Promise<ItemOutcome> {
  const { guildId } = feed;
  const corpus = await keeping.catchUp(guildId);
  if (isHere(item.url, corpus, feedQueue(keeping, guildId))) return 'known';
  const taken = await readItem(keeping, item, report);
  return inTurn(guildId, () => settle(keeping, feed, taken));
}

const isHere = (url: string, { readings }: Corpus, queue: readonly QueueGroup[]): boolean =>
  waitsFrom(queue, url) ||
  readings.some(({ article }) => article.url !== undefined && pageOf(article.url) === pageOf(url));

/** Of what cannot be read stays what the feed says of it, for a moderator to paste the rest. */
async function readItem(
  { intake }: Keeping,
  { title, date, url, summary }: FeedItem,
  report: (error: unknown) => void,
): Promise<Taken> {
  const told: TakenFields = { title, url, ...(date === undefined ? {} : { date }) };
  try {
    const { body, warnings, ...fields } = await intake.takeLink(url);
    return makeTaken({ ...told, ...fields }, body, warnings);
  } catch (error) {
    if (!(error instanceof UserError)) report(error);
    return makeTaken(told, summary ?? title, ['unread']);
  }
}

// One after the other a server: of the same story from two feeds, the second sees the first.
const turns = new Map<string, Promise<unknown>>();

function inTurn<Result>(guildId: string, work: () => Promise<Result>): Promise<Result> {
  const done = (turns.get(guildId) ?? Promise.resolve()).then(work);
  turns.set(
    guildId,
    done.catch(() => undefined),
  );
  return done;
}

async function settle(keeping: Keeping, feed: Feed, taken: Taken): Promise<ItemOutcome> {
  const { guildId, by, mode } = feed;
  const corpus = await keeping.catchUp(guildId);
  const queue = feedQueue(keeping, guildId);
  const { url = '', body } = taken;
  const alike = corpus.alike(body, 1);
  if (isHere(url, corpus, queue) || alike.some(({ isSame }) => isSame)) return 'known';
  const alikeTo = groupLike(queue, body);
  const draft: Draft = {
    ...draftOf({
      taken,
      from: { kind: 'feed', host: hostOf(url) },
      guildId,
      by,
      kind: 'feed',
      feedId: feed.id,
      ...(alikeTo === undefined ? {} : { alikeTo }),
    }),
    id: idOfItem(guildId, url),
  };
  if (!(await claim(keeping, draft, url))) return 'known';
  const isNew = alike.length === 0 && alikeTo === undefined;
  const isSaved = mode === 'save' && isNew && isClear(draft) && (await save(keeping, draft));
  return isSaved ? 'saved' : 'waiting';
}

/**
 * Keeps the draft of an item, unless another process that follows the same feed has done so: both would
 * give it the same id. Gives whether it is for this one to go on with.
 */
async function claim(keeping: Keeping, draft: Draft, url: string): Promise<boolean> {
  const { drafts } = keeping.servers;
  const kept = await drafts.change(draft.id, (before) => before ?? draft);
  if (kept !== draft) return false;
  // The other may have saved its own and be done with it already.
  if (!isHere(url, await keeping.catchUp(draft.guildId), [])) return true;
  await drafts.change(draft.id, () => undefined);
  return false;
}

/** An id that is the same for the same page, and looks as those of other drafts do. */
function idOfItem(guildId: string, url: string): string {
  const digest = createHash('sha256')
    .update(`${guildId} ${pageOf(url)}`)
    .digest('hex');
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}

const hostOf = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : '?';

/** Whatever a moderator would be warned of waits for one, but for fields that were left out. */
const isClear = ({ warnings }: Draft): boolean => warnings.every((warning) => warning === 'fields');

/** Whether it could be saved; else it waits: the server may have no room for it. */
async function save(keeping: Keeping, draft: Draft): Promise<boolean> {
  try {
    await saveDrafts(keeping, { guildId: draft.guildId, by: draft.by }, [draft]);
    return true;
  } catch (error) {
    if (error instanceof KeepingError || error instanceof ArticleError) return false;
    throw error;
  }
}

import { dropTracking } from '../intake/link.ts';
import { isBlocking } from '../intake/taken.ts';
import { hashedWords, isAlike, sketchOf } from '../search/likeness.ts';
import type { Draft } from '../store/server-store.ts';
import { addTo } from '../text/multimap.ts';
import type { Keeping } from './keeping.ts';
import { readDraft } from './read-draft.ts';

// What feeds brought and nobody has decided on yet. A wire story comes from five papers in as many
// wordings; a moderator sees one group and decides on one of them.

/** What is nearly the same, the oldest first; at least one. */
export interface QueueGroup {
  /** The draft that began it, which may be gone. */
  readonly id: string;
  readonly drafts: readonly Draft[];
}

/** The one of a group to decide on: the oldest that is an article, else the oldest. */
export const chosenOf = ({ drafts }: QueueGroup): Draft | undefined =>
  drafts.find(({ warnings }) => !warnings.some(isBlocking)) ?? drafts[0];

type Servers = Pick<Keeping, 'servers'>;

/** What of a server's feeds is to be decided on, the oldest first. */
export function feedQueue({ servers }: Servers, guildId: string): readonly QueueGroup[] {
  const groups = new Map<string, Draft[]>();
  for (const draft of servers.drafts.of(guildId))
    if (draft.kind === 'feed' && draft.decided === undefined) addTo(groups, groupOf(draft), draft);
  return Array.from(groups, ([id, drafts]) => ({ id, drafts }));
}

const groupOf = ({ id, alikeTo }: Draft): string => alikeTo ?? id;

/** The others that are nearly the same and wait beside a draft; none where it is no feed's. */
export const alikeInQueue = (keeping: Servers, draft: Draft): readonly Draft[] =>
  draft.kind === 'feed'
    ? (
        feedQueue(keeping, draft.guildId).find(({ id }) => id === groupOf(draft))?.drafts ?? []
      ).filter(({ id }) => id !== draft.id)
    : [];

/** Ends those that are nearly the same as one that was decided on. */
export async function endAlike(keeping: Servers, draft: Draft): Promise<void> {
  for (const { id } of alikeInQueue(keeping, draft))
    await keeping.servers.drafts.change(id, () => undefined);
}

/** The group that a text would join: that whose first one it is nearly the same as. */
export function groupLike(queue: readonly QueueGroup[], text: string): string | undefined {
  const sketch = sketchOf(hashedWords(text));
  const isLike = ([first]: readonly Draft[]): boolean =>
    first !== undefined && isAlike(sketch, contentOf(first).sketch);
  return queue.find(({ drafts }) => isLike(drafts))?.id;
}

/** Whether something from this address waits already. */
export const waitsFrom = (queue: readonly QueueGroup[], url: string): boolean =>
  queue.some(({ drafts }) => drafts.some((draft) => contentOf(draft).page === pageOf(url)));

/**
 * A web page, however it is linked to:
 *
 *     http://www.example.org/a/?utm_source=rss → example.org/a
 */
export function pageOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search } = new URL(dropTracking(url));
  return host.replace(/^www\./u, '') + pathname.replace(/\/$/u, '') + search;
}

interface Content {
  readonly page: string | undefined;
  readonly sketch: Uint32Array;
}

// Drafts never change, a change makes a new one; so each is read once.
const contents = new WeakMap<Draft, Content>();

function contentOf(draft: Draft): Content {
  const known = contents.get(draft);
  if (known !== undefined) return known;
  const { url, body } = readDraft(draft);
  const content = {
    page: url === undefined ? undefined : pageOf(url),
    sketch: sketchOf(hashedWords(body)),
  };
  contents.set(draft, content);
  return content;
}

import { BASE_SHELF } from '../article/article.ts';
import { createAttachmentFetcher } from '../intake/attachment.ts';
import { type Fetcher, createFetcher } from '../intake/fetcher.ts';
import { takeFile } from '../intake/take-file.ts';
import { takePage } from '../intake/take-page.ts';
import type { Corpora } from '../search/corpora.ts';
import type { ArticleStore } from '../store/article-store.ts';
import type { Erasure } from '../store/erasing/erasure.ts';
import type { ServerStore } from '../store/server-store.ts';
import { feedFetcher } from './fetch-feed.ts';
import type { Keeping, Quotas } from './keeping.ts';

export interface KeepingOptions {
  readonly store: ArticleStore;
  readonly servers: ServerStore;
  readonly corpora: Pick<Corpora, 'of' | 'catchUp' | 'left'>;
  readonly erasure: Erasure;
  /** The server whose moderators write the base shelf, if any may. */
  readonly baseGuildId?: string | undefined;
  readonly quotas: Quotas;
  /** The origin that keeps attachments in Discord's place: the sandbox's. */
  readonly attachmentOrigin?: string | undefined;
  /** Fetches links; for tests, whose links lead to this machine. */
  readonly fetcher?: Fetcher;
}

/** Everything that it takes to change articles, until it is closed. */
export function openKeeping(options: KeepingOptions): {
  keeping: Keeping;
  close: () => Promise<void>;
} {
  const { store, servers, corpora, erasure, quotas, baseGuildId, attachmentOrigin } = options;
  const { fetcher = createFetcher() } = options;
  const attachments = createAttachmentFetcher(
    attachmentOrigin === undefined ? {} : { hosts: [attachmentOrigin], isAllowed: isOnThisMachine },
  );
  const shelfOf = (guildId: string): string => (guildId === baseGuildId ? BASE_SHELF : guildId);
  const keeping: Keeping = {
    store,
    servers,
    erasure,
    quotas,
    shelfOf,
    catchUp: async (guildId) => {
      await corpora.catchUp(shelfOf(guildId));
      return corpora.of(guildId);
    },
    left: (guildId) => corpora.left(shelfOf(guildId)),
    intake: {
      takeLink: (url) => takePage(url, fetcher),
      fetchArchive: async ({ url }) =>
        (await attachments.fetch(url, { mostBytes: LARGEST_ARCHIVE })).bytes,
      takeFile: async ({ name, url }) =>
        takeFile({ name, bytes: (await attachments.fetch(url)).bytes }),
      fetchFeed: feedFetcher(fetcher),
    },
  };
  const close = async (): Promise<void> => {
    await Promise.all([fetcher.close(), attachments.close()]);
  };
  return { keeping, close };
}

/** Bytes; Discord takes no larger file from most members. */
const LARGEST_ARCHIVE = 26_214_400;

const isOnThisMachine = (address: string): boolean => address === '127.0.0.1' || address === '::1';

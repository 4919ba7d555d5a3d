import { BASE_SHELF } from '../article/article.ts';
import { createAttachmentFetcher } from '../intake/attachment.ts';
import { createFetcher } from '../intake/fetcher.ts';
import { takeFile } from '../intake/take-file.ts';
import { takePage } from '../intake/take-page.ts';
import type { Corpora } from '../search/corpora.ts';
import type { ArticleStore } from '../store/article-store.ts';
import type { ServerStore } from '../store/server-store.ts';
import type { Keeping, Quotas } from './keeping.ts';

export interface KeepingOptions {
  readonly store: ArticleStore;
  readonly servers: ServerStore;
  readonly corpora: Corpora;
  /** The server whose moderators write the base shelf, if any may. */
  readonly baseGuildId?: string | undefined;
  readonly quotas: Quotas;
  /** Where attachments are fetched from instead of Discord's own hosts. */
  readonly attachmentHosts?: readonly string[] | undefined;
}

/** Everything that it takes to change articles, until it is closed. */
export function openKeeping(options: KeepingOptions): { keeping: Keeping; close: () => Promise<void> } {
  const { store, servers, corpora, quotas, baseGuildId, attachmentHosts } = options;
  const fetcher = createFetcher({});
  const attachments = createAttachmentFetcher(
    attachmentHosts === undefined ? {} : { hosts: attachmentHosts },
  );
  const shelfOf = (guildId: string): string => (guildId === baseGuildId ? BASE_SHELF : guildId);
  const keeping: Keeping = {
    store,
    servers,
    quotas,
    shelfOf,
    catchUp: async (guildId) => {
      await corpora.catchUp(shelfOf(guildId));
      return corpora.of(guildId);
    },
    intake: {
      takeLink: (url) => takePage(url, fetcher),
      takeFile: async ({ name, url }) =>
        takeFile({ name, bytes: await attachments.fetch(url) }),
    },
  };
  return { keeping, close: () => fetcher.close() };
}

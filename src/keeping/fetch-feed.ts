import type { FetchFeed } from '../feed/feed.ts';
import type { Fetcher } from '../intake/fetcher.ts';

/** Fetches feeds as pages are fetched, from public addresses alone; robots.txt is not asked. */
export const feedFetcher =
  (fetcher: Fetcher): FetchFeed =>
  async (url, { accept, mostBytes, etag, lastModified }) => {
    const { type, charset, ...answer } = await fetcher.fetch(url, {
      accept,
      mostBytes,
      takesFailures: true,
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
    });
    const contentType = charset === undefined ? type : `${type ?? ''}; charset=${charset}`;
    return { ...answer, contentType };
  };

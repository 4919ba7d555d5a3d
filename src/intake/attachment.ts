import { isPublicAddress } from './address.ts';
import { createFetcher, type Fetched } from './fetcher.ts';
import { IntakeError } from './intake-error.ts';
import { LARGEST_PAGE } from './take-file.ts';

/** Where Discord keeps what members upload. */
export const DISCORD_HOSTS: readonly string[] = ['cdn.discordapp.com', 'media.discordapp.net'];

export interface AttachmentFetcherOptions {
  /** Names, which are asked over https alone; or origins, `http://127.0.0.1:8787`, as they stand. */
  readonly hosts?: readonly string[];
  /** Whether an address may be connected to; for tests and the sandbox. */
  readonly isAllowed?: (address: string) => boolean;
}

export interface AttachmentFetcher {
  /**
   * Fetches an uploaded file; 5 MiB, if `mostBytes` is left out.
   * @throws IntakeError if it is not one of Discord's, is too large, or cannot be fetched.
   */
  fetch(
    link: string,
    wanted?: { readonly mostBytes?: number; readonly signal?: AbortSignal },
  ): Promise<Fetched>;
  close(): Promise<void>;
}

/** A fetcher of its own, which follows no redirects and leads to Discord's hosts alone. */
export function createAttachmentFetcher({
  hosts = DISCORD_HOSTS,
  isAllowed = isPublicAddress,
}: AttachmentFetcherOptions = {}): AttachmentFetcher {
  const origins = new Set(hosts.map(originOf));
  // Which hosts and ports may be asked, the origins say.
  const fetcher = createFetcher({
    isAllowed,
    mostRedirects: 0,
    ports: 'any',
    isAllowedName: () => true,
  });
  return {
    fetch: async (link, { mostBytes = LARGEST_PAGE, signal } = {}) => {
      const isOurs = URL.canParse(link) && origins.has(new URL(link).origin);
      if (!isOurs) throw new IntakeError('intake.attachment-host');
      return fetcher.fetch(link, { accept: '*/*', mostBytes, ...(signal && { signal }) });
    },
    close: () => fetcher.close(),
  };
}

const originOf = (host: string): string =>
  new URL(host.includes('://') ? host : `https://${host}`).origin;

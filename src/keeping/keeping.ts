import type { FetchFeed } from '../feed/feed.ts';
import type { Taken } from '../intake/taken.ts';
import type { Corpus } from '../search/corpus.ts';
import type { ArticleStore } from '../store/article-store.ts';
import type { Erasure } from '../store/erasing/erasure.ts';
import type { ServerStore } from '../store/server-store.ts';

/** What it takes to change a server's articles. */
export interface Keeping {
  readonly store: ArticleStore;
  readonly servers: ServerStore;
  /** The shelf that a server's moderators write: its own, or the base shelf where the operator says so. */
  readonly shelfOf: (guildId: string) => string;
  /** What the server sees once all that was appended counts. */
  readonly catchUp: (guildId: string) => Promise<Corpus>;
  /** How many of its articles are yet to be read before they count. */
  readonly left: (guildId: string) => Promise<number>;
  readonly intake: Intake;
  readonly quotas: Quotas;
  readonly erasure: Erasure;
}

/** Takes in what members give, from where it is. */
interface Intake {
  takeLink(url: string): Promise<Taken>;
  takeFile(file: { readonly name: string; readonly url: string }): Promise<Taken>;
  /** The bytes of a zip of articles. */
  fetchArchive(file: { readonly url: string }): Promise<Uint8Array>;
  readonly fetchFeed: FetchFeed;
}

/** How much one server may keep. */
export interface Quotas {
  readonly articles: number;
  /** Of all its articles' words together. */
  readonly megabytes: number;
  readonly feeds: number;
}

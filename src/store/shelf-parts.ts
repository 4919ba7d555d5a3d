import type { Article } from '../article/article.ts';
import type { Provenance } from '../article/provenance.ts';
import type { Folder } from './article-file.ts';
import type { Revision } from './article-store.ts';
import type { Bodies } from './bodies.ts';
import type { ChangeLog, RecordedOrigin } from './change-log.ts';
import type { PendingWrite } from './pending-write.ts';

/** What a shelf in a folder is made of. */
export interface ShelfParts {
  readonly folder: Folder;
  readonly log: ChangeLog;
  readonly bodies: Bodies;
  readonly pending: PendingWrite;
  /** Whether the folder is made when it is first written to, and may be missing before. */
  readonly isMadeOnDemand: boolean;
  /** Throws if the log must not be written to any more. */
  readonly checkOwner: () => void;
}

/** An article that the shelf has, as the log has it. */
export interface Entry {
  readonly revision: Revision;
  readonly body: string;
  readonly origin: RecordedOrigin;
  readonly provenance: Provenance;
  /** The file's name, where there is one that can be read. */
  readonly file?: string;
  /** Undefined if neither its file nor its body can be read. */
  readonly article?: Article;
}

import { hash } from 'node:crypto';
import { type Article, articleKey } from '../article/article.ts';
import {
  type ArticleReader,
  type ReadArticle,
  readArticles,
  readInBackground,
} from './article-reader.ts';
import { READING_PACKING } from './packed-reading.ts';
import { readingVersion } from './reading-version.ts';
import {
  type Frame,
  appendFrames,
  leaveFrames,
  readFrame,
  readSnapshotFile,
  replaceFrames,
  snapshotIn,
  writeFrame,
} from '../store/snapshot-file.ts';

/** The readings of a shelf's articles that are kept on the disk, and whoever reads the others. */
export interface Snapshot extends ArticleReader {
  /** Articles that are shown as older code read them. */
  readonly outdated: readonly Article[];
  /** Reads the articles anew, in the background. */
  readonly reread: ArticleReader;
  /**
   * Lets go of what only the first reading of the shelf needed, and of what is on the disk of other
   * articles than the shelf's.
   * @param keys of the shelf's articles
   */
  settle(keys: ReadonlySet<string>): Promise<void>;
}

export interface SnapshotOptions {
  readonly path: string;
  /** Of the code that reads; `snapshotsIn` finds it. */
  readonly version: string;
  /** Whether nothing is written: for a process beside the one that has the folder. */
  readonly isReadOnly?: boolean;
  /** Told once when the file cannot be written, which is then done without. */
  readonly report: (error: unknown) => void;
}

/** Opens the snapshot of a shelf. */
export type OpenSnapshot = (shelf: string) => Promise<Snapshot>;

/** Opens the snapshots of the shelves whose data is in a folder. */
export async function snapshotsIn(
  dataDir: string,
  options: Pick<SnapshotOptions, 'isReadOnly' | 'report'>,
): Promise<OpenSnapshot> {
  const version = `${READING_PACKING} ${await readingVersion()}`;
  return (shelf) => openSnapshot({ ...options, path: snapshotIn(dataDir, shelf), version });
}

const isOfThisPacking = ({ version }: Frame): boolean => version.startsWith(`${READING_PACKING} `);

/** Opens a snapshot; one that is not there is made when something was read. */
export async function openSnapshot(options: SnapshotOptions): Promise<Snapshot> {
  const { path, version, report } = options;
  const found = await readSnapshotFile(path);
  let { frames } = found;
  let isWritable = options.isReadOnly !== true;
  // Whether there is a file to append to.
  let isBegun = frames.size > 0 && !found.hasMore;
  /** Of which articles the file has frames, and whether it has more than the newest of each. */
  const kept = new Set(frames.keys());
  let { hasMore } = found;
  const outdated = new Set<Article>();
  let waiting: Uint8Array[] = [];
  let last: Promise<void> = Promise.resolve();

  /** One write after the other; after one that failed, none. */
  function inTurn(write: () => Promise<void>): Promise<void> {
    last = last.then(() => attempt(write));
    return last;
  }

  async function attempt(write: () => Promise<void>): Promise<void> {
    if (!isWritable) return;
    try {
      await write();
    } catch (error) {
      isWritable = false;
      report(error);
    }
  }

  function keep({ article, packed }: ReadArticle): void {
    if (!isWritable) return;
    const key = articleKey(article);
    hasMore ||= kept.has(key);
    kept.add(key);
    waiting.push(writeFrame({ key, content: contentOf(article), version, packed }));
    if (waiting.length === 1) void inTurn(flush);
  }

  async function flush(): Promise<void> {
    const written = waiting;
    waiting = [];
    if (isBegun) await appendFrames(path, written);
    else await replaceFrames(path, [...frames.values(), ...written]);
    isBegun = true;
  }

  const keeping = (reader: ArticleReader): ArticleReader => ({
    async *read(articles) {
      for await (const read of reader.read(articles)) {
        keep(read);
        outdated.delete(read.article);
        yield read;
      }
    },
  });

  const readAnew = keeping(readArticles);

  return {
    get outdated() {
      return [...outdated];
    },
    async *read(articles) {
      const others: Article[] = [];
      for (const article of articles) {
        const frame = frames.get(articleKey(article));
        const known = frame && readFrame(frame);
        if (known?.content !== contentOf(article) || !isOfThisPacking(known)) others.push(article);
        else {
          if (known.version !== version) outdated.add(article);
          yield { article, packed: known.packed };
        }
      }
      yield* readAnew.read(others);
      // A file is written anew with what it had; one that is only appended to is in memory no longer.
      if (isBegun) frames = new Map();
    },
    reread: keeping(readInBackground),
    async settle(keys) {
      await last;
      frames = new Map();
      const others = [...kept].filter((key) => !keys.has(key));
      if (!hasMore && others.length === 0) return;
      await inTurn(() => leaveFrames(path, (key) => keys.has(key)));
      for (const key of others) kept.delete(key);
      hasMore = false;
    },
  };
}

// As many bytes as make two articles with one digest improbable.
const DIGEST = 16;

/** Tells an article from others by all that its reading depends on. */
function contentOf({ title, date, publisher, url, authors, tags, body }: Article): string {
  const told = JSON.stringify([title, date, publisher, url, authors, tags]);
  return hash('sha256', `${told}\0${body}`, 'base64url').slice(0, DIGEST);
}

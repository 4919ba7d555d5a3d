/** What the bot needs to answer, each by a word that says what is missing. */
export type Lack = 'stopping' | 'corpus' | 'store' | 'gateway';

/** What can be asked about the bot at any moment; what has not begun yet is left out. */
export interface Watched {
  /** Reads the base shelf's newest revision from the store; rejects if that is out of reach. */
  readonly head?: () => Promise<number>;
  readonly corpora?: () => CorporaState;
  readonly shards?: () => readonly ShardState[];
  readonly isStopping?: () => boolean;
}

interface CorporaState {
  /** Whether the base shelf was read once, without which nothing is answered. */
  readonly isRead: boolean;
  /** The base shelf's revision that answers show. */
  readonly revision: number;
  /** Articles of the base shelf that answers show. */
  readonly articles: number;
  /** Shelves that are loaded, the base shelf among them. */
  readonly shelves: number;
  /** About how many bytes those of servers take. */
  readonly bytes: number;
  /** Articles of all loaded shelves that are yet to be read before the newest changes show. */
  readonly unread: number;
  /** For how long the shelf that is furthest behind has been so, in milliseconds; 0 if none is. */
  readonly behind: number;
}

interface ShardState {
  readonly id: number;
  readonly isReady: boolean;
  /** In milliseconds; negative before it is known. */
  readonly ping: number;
}

/** What the store said when it was last asked. */
export interface StoreState {
  readonly isReachable: boolean;
  /** Undefined where it is out of reach. */
  readonly head: number | undefined;
}

/** How long the store may take, in milliseconds. */
const PATIENCE = 2000;

/**
 * Asks the store for its head. Whoever asks while an answer is awaited gets the same one, so that a
 * store that hangs is not asked more than once at a time.
 */
export function createStoreProbe(
  watched: () => Watched,
  patience = PATIENCE,
): () => Promise<StoreState> {
  let asking: Promise<number | undefined> | undefined;
  return async () => {
    asking ??= (watched().head?.() ?? Promise.resolve(undefined))
      .catch(() => undefined)
      .finally(() => (asking = undefined));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), patience);
    });
    const head = await Promise.race([asking, late]);
    clearTimeout(timer);
    return { isReachable: head !== undefined, head };
  };
}

/** What is missing; nothing where the bot answers. */
export async function lacksOf(
  { isStopping, corpora, shards }: Watched,
  askStore: () => Promise<StoreState>,
): Promise<readonly Lack[]> {
  const connected = shards?.() ?? [];
  const isConnected = connected.length > 0 && connected.every(({ isReady }) => isReady);
  const has: Readonly<Record<Lack, boolean>> = {
    stopping: isStopping?.() !== true,
    corpus: corpora?.().isRead === true,
    store: (await askStore()).isReachable,
    gateway: isConnected,
  };
  return LACKS.filter((lack) => !has[lack]);
}

const LACKS: readonly Lack[] = ['stopping', 'corpus', 'store', 'gateway'];

// Lists of numbers in one array, as Lucene keeps postings while it indexes: a list is a chain of blocks,
// each twice as long as the one before. So lists of one number take little room, the numbers of a long
// one stand next to each other, and the collector sees one array, however many tens of thousands there are.
//
//     block   where the one before begins │ its length │ number │ number │ …

/** Numbers from 0 to 2³² - 1, each list under a small number of its own. */
export interface PostingLists {
  /** How many numbers a list has. */
  readonly count: (list: number) => number;
  readonly push: (list: number, number: number) => void;
  /** Takes out one for which it holds, if there is one; the others may change their order. */
  readonly take: (list: number, isIt: (number: number) => boolean) => void;
  /** Tells each number of a list. */
  readonly each: (list: number, tell: (number: number) => void) => void;
}

const HEADER = 2;
/** Numbers of the first block, and of the longest. */
const FIRST = 2;
const LONGEST = 256;
// No block begins there, for there is room for none before it.
const NONE = 0;

export function createPostingLists(): PostingLists {
  // By list: where its last block begins, how many numbers that has, and how many all have.
  let lasts = new Uint32Array(0);
  let used = new Uint32Array(0);
  let counts = new Uint32Array(0);
  let blocks = new Uint32Array(1);
  let end = 1;
  /** Blocks that were given back, by their length, each leading to the next. */
  const free = new Map<number, number>();

  function push(list: number, number: number): void {
    if (list >= lasts.length) {
      lasts = grown(lasts, list + 1);
      used = grown(used, list + 1);
      counts = grown(counts, list + 1);
    }
    const last = lasts[list] ?? NONE;
    const size = last === NONE ? 0 : (blocks[last + 1] ?? 0);
    if (used[list] === size) {
      const block = takeBlock(size === 0 ? FIRST : Math.min(LONGEST, 2 * size));
      blocks[block] = last;
      lasts[list] = block;
      used[list] = 0;
    }
    const at = used[list] ?? 0;
    blocks[(lasts[list] ?? NONE) + HEADER + at] = number;
    used[list] = at + 1;
    counts[list] = (counts[list] ?? 0) + 1;
  }

  function takeBlock(size: number): number {
    const given = free.get(size) ?? NONE;
    if (given !== NONE) {
      free.set(size, blocks[given] ?? NONE);
      return given;
    }
    const block = end;
    end += HEADER + size;
    if (end > blocks.length) blocks = grown(blocks, end);
    blocks[block + 1] = size;
    return block;
  }

  function take(list: number, isIt: (number: number) => boolean): void {
    const last = lasts[list] ?? NONE;
    let size = used[list] ?? 0;
    for (let block = last; block !== NONE; block = blocks[block] ?? NONE) {
      if (block !== last) size = blocks[block + 1] ?? 0;
      const from = block + HEADER;
      for (let at = from; at < from + size; at += 1)
        if (isIt(blocks[at] ?? 0)) return moveLastTo(at, list);
    }
  }

  function moveLastTo(at: number, list: number): void {
    const last = lasts[list] ?? NONE;
    const left = (used[list] ?? 0) - 1;
    blocks[at] = blocks[last + HEADER + left] ?? 0;
    counts[list] = (counts[list] ?? 0) - 1;
    used[list] = left;
    if (left > 0) return;
    const before = blocks[last] ?? NONE;
    lasts[list] = before;
    used[list] = before === NONE ? 0 : (blocks[before + 1] ?? 0);
    const size = blocks[last + 1] ?? 0;
    blocks[last] = free.get(size) ?? NONE;
    free.set(size, last);
  }

  function each(list: number, tell: (number: number) => void): void {
    const last = lasts[list] ?? NONE;
    let size = used[list] ?? 0;
    for (let block = last; block !== NONE; block = blocks[block] ?? NONE) {
      if (block !== last) size = blocks[block + 1] ?? 0;
      const to = block + HEADER + size;
      for (let at = block + HEADER; at < to; at += 1) tell(blocks[at] ?? 0);
    }
  }

  return { count: (list) => counts[list] ?? 0, push, take, each };
}

/** A longer copy, so much longer that few are made. */
function grown(numbers: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(Math.max(least, 2 * numbers.length));
  copy.set(numbers);
  return copy;
}

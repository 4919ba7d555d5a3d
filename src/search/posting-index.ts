import type { IndexedText, PassageIndex, WeightedStem } from './passage-index.ts';

// A posting list for each stem: which articles have it and how often. An article has a slot, a number
// that is never given again; a posting is its slot and count in one number, so that a list is an
// array of small integers. Scores are summed in an array by slot and need no object for an article.

const COUNT_BITS = 8;
const MOST_COUNTED = (1 << COUNT_BITS) - 1;

interface Slot {
  readonly key: string;
  /** Stems of title and body together. */
  readonly length: number;
}

// BM25's parameters (Robertson and Zaragoza 2009, section 3) for whole articles.
const SATURATION = 1.2;
const LENGTH_SHARE = 0.5;
// A title says in few words what the article is about.
const TITLE_COUNTS = 3;

/** A passage index in memory. */
export function createPostingIndex(): PassageIndex {
  const postings: (number[] | undefined)[] = [];
  const slots: (Slot | undefined)[] = [];
  const slotOf = new Map<string, number>();
  let length = 0;
  // By slot; zeros but while a question is asked.
  let scores = new Float64Array(0);
  let matched = new Uint8Array(0);

  function add(text: IndexedText): void {
    const size = sizeOf(text);
    const slot = slots.push({ key: text.key, length: size }) - 1;
    slotOf.set(text.key, slot);
    length += size;
    for (const [stem, count] of countStems(text))
      (postings[stem] ??= []).push((slot << COUNT_BITS) | count);
  }

  function remove(text: IndexedText): void {
    const slot = slotOf.get(text.key);
    if (slot === undefined) return;
    slotOf.delete(text.key);
    slots[slot] = undefined;
    length -= sizeOf(text);
    for (const [stem, count] of countStems(text)) {
      const list = postings[stem] ?? [];
      const at = list.lastIndexOf((slot << COUNT_BITS) | count);
      if (at >= 0) list.splice(at, 1);
      if (list.length === 0) postings[stem] = undefined;
    }
  }

  /** Adds what the articles with a stem score for it; gives the slots that had no score before. */
  function score({ stem, weight }: WeightedStem, touched: number[]): void {
    const list = postings[stem] ?? [];
    const articles = slotOf.size;
    const rarity = Math.log(1 + (articles - list.length + 0.5) / (list.length + 0.5));
    const mean = length / articles;
    for (const posting of list) {
      const slot = posting >> COUNT_BITS;
      const count = posting & MOST_COUNTED;
      const relative = (slots[slot]?.length ?? mean) / mean;
      const damping = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * relative);
      if (matched[slot] === 0) touched.push(slot);
      matched[slot] = (matched[slot] ?? 0) + 1;
      scores[slot] = (scores[slot] ?? 0) + (weight * rarity * count) / (count + damping);
    }
  }

  function propose(stems: readonly WeightedStem[], limit: number): string[] {
    if (scores.length < slots.length) {
      scores = new Float64Array(2 * slots.length);
      matched = new Uint8Array(2 * slots.length);
    }
    const touched: number[] = [];
    for (const stem of stems.slice(0, MOST_COUNTED)) score(stem, touched);
    const found = Float64Array.from(touched, (slot) => (scores[slot] ?? 0) * (matched[slot] ?? 0));
    const least = found.toSorted()[Math.max(0, found.length - limit)] ?? 0;
    const best = touched.flatMap((slot, at) => {
      scores[slot] = 0;
      matched[slot] = 0;
      const total = found[at] ?? 0;
      return total < least ? [] : [{ key: slots[slot]?.key ?? '', total }];
    });
    return best
      .toSorted((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1))
      .slice(0, limit)
      .map(({ key }) => key);
  }

  return {
    add: async (text) => add(text),
    remove: async (text) => remove(text),
    propose: async (stems, limit) => propose(stems, limit),
  };
}

/** Stems of title and body together. */
const sizeOf = ({ title, said }: IndexedText): number => title.length + said.stems.length;

/** How often each stem stands in a text, one in the title counting for several. */
function countStems({ title, said }: IndexedText): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const count = (stems: Uint32Array, by: number): void => {
    for (const stem of stems)
      counts.set(stem, Math.min(MOST_COUNTED, (counts.get(stem) ?? 0) + by));
  };
  count(title, TITLE_COUNTS);
  count(said.stems, 1);
  return counts;
}

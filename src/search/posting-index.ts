import { MOST_COUNTED, dampingOf, eachStem, rarityAmong, sizeOf } from './article-score.ts';
import { leastOf } from './best.ts';
import type { IndexedText, PassageIndex, WeightedStem } from './passage-index.ts';
import { createPostingLists } from './posting-lists.ts';

// A posting list for each stem: which articles have it and how often. An article has a slot, a number
// that is never given again; a posting is its slot and count in one number. Scores are summed in an
// array by slot and need no object for an article.

/** As many as `MOST_COUNTED` needs. */
const COUNT_BITS = 8;

/** A passage index in memory. */
export function createPostingIndex(): PassageIndex {
  const postings = createPostingLists();
  // By slot: the article that has it, and how many stems its title and body have together.
  const keys: (string | undefined)[] = [];
  const sizes: number[] = [];
  const slotOf = new Map<string, number>();
  let length = 0;
  // By slot; zeros but while a question is asked.
  let scores = new Float64Array(0);
  let matched = new Uint8Array(0);

  function add(text: IndexedText): void {
    const size = sizeOf(text);
    const slot = keys.push(text.key) - 1;
    sizes.push(size);
    slotOf.set(text.key, slot);
    length += size;
    eachStem(text, (stem, count) => postings.push(stem, (slot << COUNT_BITS) | count));
  }

  function remove(text: IndexedText): void {
    const slot = slotOf.get(text.key);
    if (slot === undefined) return;
    slotOf.delete(text.key);
    keys[slot] = undefined;
    length -= sizeOf(text);
    const isOfSlot = (posting: number): boolean => posting >>> COUNT_BITS === slot;
    eachStem(text, (stem) => postings.take(stem, isOfSlot));
  }

  /** Adds what the articles with a stem score for it; gives the slots that had no score before. */
  function score({ stem, weight }: WeightedStem, touched: number[]): void {
    const articles = slotOf.size;
    const worth = weight * rarityAmong(articles, postings.count(stem));
    const mean = length / articles;
    postings.each(stem, (posting) => {
      const slot = posting >>> COUNT_BITS;
      const count = posting & MOST_COUNTED;
      const damping = dampingOf((sizes[slot] ?? mean) / mean);
      if (matched[slot] === 0) touched.push(slot);
      matched[slot] = (matched[slot] ?? 0) + 1;
      scores[slot] = (scores[slot] ?? 0) + (worth * count) / (count + damping);
    });
  }

  function propose(stems: readonly WeightedStem[], limit: number): string[] {
    if (scores.length < keys.length) {
      scores = new Float64Array(2 * keys.length);
      matched = new Uint8Array(2 * keys.length);
    }
    const touched: number[] = [];
    for (const stem of stems.slice(0, MOST_COUNTED)) score(stem, touched);
    const totals = new Float64Array(touched.length);
    for (let at = 0; at < totals.length; at += 1) {
      const slot = touched[at] ?? 0;
      totals[at] = (scores[slot] ?? 0) * (matched[slot] ?? 0);
      scores[slot] = 0;
      matched[slot] = 0;
    }
    const least = leastOf(totals, limit);
    const best: { readonly key: string; readonly total: number }[] = [];
    for (let at = 0; at < totals.length; at += 1) {
      const total = totals[at] ?? 0;
      if (total >= least) best.push({ key: keys[touched[at] ?? 0] ?? '', total });
    }
    return best
      .toSorted((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1))
      .slice(0, limit)
      .map(({ key }) => key);
  }

  return {
    add: async (texts) => texts.forEach(add),
    remove: async (texts) => texts.forEach(remove),
    propose: async (stems, limit) => propose(stems, limit),
  };
}

import { MOST_COUNTED, dampingOf, eachStem, rarityAmong, sizeOf } from './article-score.ts';
import { leastOf } from './best.ts';
import type { IndexedText, PassageIndex, WeightedStem } from './passage-index.ts';

// A posting list for each stem: which articles have it and how often. An article has a slot, a number
// that is never given again; a posting is its slot and count in one number. All lists stand in two
// arrays, the postings in one and the place of each list's next posting in the other, since tens of
// thousands of lists would take three times the room, and the collector's time. Scores are summed in
// an array by slot and need no object for an article.
//
//     heads      envoy → 3    talk → 2
//     postings   – │ slot 0, once │ slot 0, twice │ slot 1, once
//     nexts      – │ 0            │ 0             │ 1            so envoy: 3, then 1

/** As many as `MOST_COUNTED` needs. */
const COUNT_BITS = 8;

const NONE = 0;

/** A passage index in memory. */
export function createPostingIndex(): PassageIndex {
  // By stem: the place of its first posting, and how many it has.
  let heads = new Uint32Array(0);
  let having = new Uint32Array(0);
  // By place, of which the first is none.
  let postings = new Uint32Array(1);
  let nexts = new Uint32Array(1);
  let end = 1;
  /** The first of the places that were given back, which are listed like postings. */
  let free = NONE;
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
    eachStem(text, (stem, count) => {
      if (stem >= heads.length) {
        heads = grown(heads, stem + 1);
        having = grown(having, stem + 1);
      }
      const place = takePlace();
      postings[place] = (slot << COUNT_BITS) | count;
      nexts[place] = heads[stem] ?? NONE;
      heads[stem] = place;
      having[stem] = (having[stem] ?? 0) + 1;
    });
  }

  function takePlace(): number {
    if (free !== NONE) {
      const place = free;
      free = nexts[place] ?? NONE;
      return place;
    }
    if (end === postings.length) {
      postings = grown(postings, end + 1);
      nexts = grown(nexts, end + 1);
    }
    end += 1;
    return end - 1;
  }

  /** Takes what an article has of a stem out of the stem's list. */
  function takeOut(slot: number, stem: number): void {
    let before = NONE;
    let place = heads[stem] ?? NONE;
    while (place !== NONE && (postings[place] ?? 0) >>> COUNT_BITS !== slot) {
      before = place;
      place = nexts[place] ?? NONE;
    }
    if (place === NONE) return;
    const after = nexts[place] ?? NONE;
    if (before === NONE) heads[stem] = after;
    else nexts[before] = after;
    nexts[place] = free;
    free = place;
    having[stem] = (having[stem] ?? 0) - 1;
  }

  function remove(text: IndexedText): void {
    const slot = slotOf.get(text.key);
    if (slot === undefined) return;
    slotOf.delete(text.key);
    keys[slot] = undefined;
    length -= sizeOf(text);
    eachStem(text, (stem) => takeOut(slot, stem));
  }

  /** Adds what the articles with a stem score for it; gives the slots that had no score before. */
  function score({ stem, weight }: WeightedStem, touched: number[]): void {
    const articles = slotOf.size;
    const worth = weight * rarityAmong(articles, having[stem] ?? 0);
    const mean = length / articles;
    for (let place = heads[stem] ?? NONE; place !== NONE; place = nexts[place] ?? NONE) {
      const posting = postings[place] ?? 0;
      const slot = posting >>> COUNT_BITS;
      const count = posting & MOST_COUNTED;
      const damping = dampingOf((sizes[slot] ?? mean) / mean);
      if (matched[slot] === 0) touched.push(slot);
      matched[slot] = (matched[slot] ?? 0) + 1;
      scores[slot] = (scores[slot] ?? 0) + (worth * count) / (count + damping);
    }
  }

  function propose(stems: readonly WeightedStem[], limit: number): string[] {
    if (scores.length < keys.length) {
      scores = new Float64Array(2 * keys.length);
      matched = new Uint8Array(2 * keys.length);
    }
    const touched: number[] = [];
    for (const stem of stems.slice(0, MOST_COUNTED)) score(stem, touched);
    const totals = new Float64Array(touched.length);
    for (const [at, slot] of touched.entries()) {
      totals[at] = (scores[slot] ?? 0) * (matched[slot] ?? 0);
      scores[slot] = 0;
      matched[slot] = 0;
    }
    const least = leastOf(totals, limit);
    const best: { readonly key: string; readonly total: number }[] = [];
    for (const [at, total] of totals.entries())
      if (total >= least) best.push({ key: keys[touched[at] ?? 0] ?? '', total });
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

/** A longer copy, so much longer that few are made. */
function grown(numbers: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(Math.max(least, 2 * numbers.length));
  copy.set(numbers);
  return copy;
}

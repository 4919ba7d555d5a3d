import { type Article, articleKey } from '../article/article.ts';
import type { Facts } from '../extraction/facts.ts';
import { unpackEntities, unpackFacts } from '../extraction/packed-facts.ts';
import type { Reading } from './corpus.ts';
import { type Digest, knowDigest } from './digest.ts';
import { type WordTable, unpackReading } from './packed-reading.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Stems of consecutive sentences: those of sentence `i` stand from `starts[i]` to `starts[i + 1]`. */
export interface StemTable {
  readonly stems: Uint32Array;
  readonly starts: Uint32Array;
}

/** A reading with its words as numbers, made once so that a question has little to do. */
export interface IndexedReading {
  readonly key: string;
  readonly reading: Reading;
  readonly title: Uint32Array;
  readonly said: StemTable;
  /** Names and roles that a sentence means but need not say. */
  readonly meant: StemTable;
  /** What the article is compared by with another text. */
  readonly sketch: Uint32Array;
  readonly digest: Digest;
}

/**
 * @param packed `packReading` the article
 * @param amended of a reading that moderators changed: what tells it from others
 */
export function indexReading(
  article: Article,
  packed: Uint8Array,
  vocabulary: Vocabulary,
  amended?: string,
): IndexedReading {
  const { facts, words, title, said, meant, sketch, digest } = unpackReading(packed);
  const stems = vocabulary.learnWords(words);
  // Parts of one array, since each array of its own would take 300 bytes more.
  const room = new Uint32Array(title.length + roomOf(said) + roomOf(meant));
  let end = 0;
  const take = (length: number): Uint32Array => room.subarray(end, (end += length));
  const toStems = (numbers: readonly number[]): Uint32Array => {
    const own = take(numbers.length);
    for (let at = 0; at < own.length; at += 1) own[at] = stems[numbers[at] ?? 0] ?? 0;
    return own;
  };
  const toTable = ({ numbers, sizes }: WordTable): StemTable => {
    const starts = take(sizes.length + 1);
    for (let at = 0; at < sizes.length; at += 1)
      starts[at + 1] = (starts[at] ?? 0) + (sizes[at] ?? 0);
    return { stems: toStems(numbers), starts };
  };
  const reading = new PackedFactsReading(article, new Uint8Array(facts), amended);
  return {
    key: articleKey(article),
    reading,
    title: toStems(title),
    said: toTable(said),
    meant: toTable(meant),
    sketch,
    digest: knowDigest(reading, digest),
  };
}

/** How many numbers the stems and starts of a table take. */
const roomOf = ({ numbers, sizes }: WordTable): number => numbers.length + sizes.length + 1;

// So many readings at least keep their facts unpacked, and twice as many at most.
const MOST_RECENT = 256;

/** Those whose facts were unpacked since the last change of guard, and in the turn before. */
let recent: PackedFactsReading[] = [];
let earlier: PackedFactsReading[] = [];

/** A class, since thousands of readings share one getter so. */
class PackedFactsReading implements Reading {
  readonly article: Article;
  declare readonly amended?: string;
  readonly #packed: Uint8Array;
  #facts: Facts | undefined;

  constructor(article: Article, packed: Uint8Array, amended: string | undefined) {
    this.article = article;
    this.#packed = packed;
    if (amended !== undefined) this.amended = amended;
  }

  get facts(): Facts {
    this.#facts ??= this.#unpack();
    return this.#facts;
  }

  get entities(): Facts['entities'] {
    return this.#facts?.entities ?? unpackEntities(this.#packed);
  }

  #unpack(): Facts {
    if (recent.length === MOST_RECENT) {
      for (const reading of earlier) reading.#facts = undefined;
      [earlier, recent] = [recent, []];
    }
    recent.push(this);
    return unpackFacts(this.#packed);
  }
}

import type { Article } from '../article/article.ts';
import { extractFacts } from '../extraction/extract.ts';
import type { Facts } from '../extraction/facts.ts';
import { PACKING, packFacts } from '../extraction/packed-facts.ts';
import { readBytes, writeBytes } from '../text/packing/bytes.ts';
import { type Codec, bytes, listOf, number, record, text } from '../text/packing/codec.ts';
import { slice } from '../text/span.ts';
import { contentWords } from '../text/stems.ts';
import { type Digest, digestOf } from './digest.ts';
import { hashWord, sketchOf } from './likeness.ts';
import { sentenceAt, sentencesUnder } from './sentence-place.ts';
import { stemOf } from './vocabulary.ts';

// All that is made of an article once: its facts, its words, and what it is compared by. It is made
// here or in a thread apart, kept on the disk, and understood without anything beside it.

/** As `PACKING`, for what is packed here. */
export const READING_PACKING = `${String(PACKING)}.3`;

/** Words of consecutive sentences, by their numbers in `words`. */
export interface WordTable {
  readonly numbers: readonly number[];
  /** How many words each sentence has. */
  readonly sizes: readonly number[];
}

export interface PackedReading {
  /** `packFacts` them. */
  readonly facts: Uint8Array;
  /** Every content word of the article, once, in UTF-8 with a space between. */
  readonly words: Uint8Array;
  readonly title: readonly number[];
  readonly said: WordTable;
  /** Names and roles that a sentence means but need not say. */
  readonly meant: WordTable;
  /** What the article is compared by with another text: `sketchOf` what is said in it. */
  readonly sketch: Uint32Array;
  readonly digest: Digest;
}

const sketch: Codec<Uint32Array> = {
  write: (value, out) =>
    out.bytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
  // Copied, since numbers of four bytes must begin at a multiple of four.
  read: (from) => new Uint32Array(new Uint8Array(from.bytes()).buffer),
};

const digest: Codec<Digest> = {
  // What JSON escapes could not be written as UTF-8: half of a pair of code units.
  write: (value, out) => text.write(JSON.stringify(value), out),
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as it was written
  read: (from) => JSON.parse(text.read(from)) as Digest,
};

const table = record<WordTable>({ numbers: listOf(number), sizes: listOf(number) });

const encoder = new TextEncoder();

const packed = record<PackedReading>({
  facts: bytes,
  words: bytes,
  title: listOf(number),
  said: table,
  meant: table,
  sketch,
  digest,
});

/** @param facts what was read out of the article, where that is not what anybody would read */
export function packReading(article: Article, facts: Facts = extractFacts(article)): Uint8Array {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  const tabulate = (rows: readonly string[][]): WordTable => ({
    numbers: rows.flat().map(numberOf),
    sizes: rows.map(({ length }) => length),
  });
  const said = facts.sentences.map((sentence) => contentWords(slice(article.body, sentence)));
  const out = writeBytes();
  packed.write(
    {
      facts: packFacts(facts),
      said: tabulate(said),
      title: contentWords(article.title).map(numberOf),
      meant: tabulate(findMeant(article, facts)),
      // Hashes of the words, not their numbers, so that a text not taken in can be compared too.
      sketch: sketchOf(said.flat().map((word) => hashWord(stemOf(word)))),
      digest: digestOf({ article, facts }),
      words: encoder.encode([...numbers.keys()].join(' ')),
    },
    out,
  );
  return out.done();
}

/** @throws RangeError if the bytes are cut short */
export const unpackReading = (from: Uint8Array): PackedReading => packed.read(readBytes(from));

/**
 * For each sentence the words of the full names and roles of those it names, of those behind its `he`
 * or `the minister`, and of whomever it quotes: `Rubio left` means `Marco Rubio`, `Secretary of State`.
 */
function findMeant({ body }: Article, facts: Facts): string[][] {
  const meant = facts.sentences.map(() => new Set<number>());
  for (const { span, entity } of facts.mentions)
    meant[sentenceAt(facts.sentences, span.start)]?.add(entity);
  for (const { span, speaker, isTopic } of facts.quotations)
    if (speaker?.entity !== undefined && !isTopic)
      for (const sentence of sentencesUnder(facts.sentences, span))
        meant[sentence]?.add(speaker.entity);
  const spelled = facts.entities.map(({ name, roles }) =>
    contentWords([name, ...roles].map((place) => slice(body, place)).join(' ')),
  );
  return meant.map((entities) => [...entities].flatMap((entity) => spelled[entity] ?? []));
}

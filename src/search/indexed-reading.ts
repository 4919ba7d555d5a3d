import { articleKey } from '../article/article.ts';
import { slice } from '../text/span.ts';
import type { Reading } from './corpus.ts';
import { type Digest, digestOf } from './digest.ts';
import { hashWord, sketchOf } from './likeness.ts';
import type { IndexedText } from './passage-index.ts';
import { sentenceAt, sentencesUnder } from './sentence-place.ts';
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
  /** What the article is compared by with another text: `sketchOf` what is said in it. */
  readonly sketch: Uint32Array;
  readonly digest: Digest;
}

export function indexReading(reading: Reading, vocabulary: Vocabulary): IndexedReading {
  const { article, facts } = reading;
  const said = tabulate(
    facts.sentences.map((sentence) => vocabulary.learn(slice(article.body, sentence))),
  );
  const meant = findMeant(reading).map((names) => names.flatMap((name) => vocabulary.learn(name)));
  return {
    key: articleKey(article),
    reading,
    title: Uint32Array.from(vocabulary.learn(article.title)),
    said,
    meant: tabulate(meant),
    digest: digestOf(reading),
    // Hashes of the words, not their numbers, so that a text not taken in can be compared too.
    sketch: sketchOf(said.stems.map((stem) => hashWord(vocabulary.stem(stem)))),
  };
}

/** What the passage index keeps of a reading. */
export function indexedText(indexed: IndexedReading, vocabulary: Vocabulary): IndexedText {
  const words = (stems: Uint32Array) =>
    Array.from(stems, (stem) => vocabulary.stem(stem)).join(' ');
  return { key: indexed.key, title: words(indexed.title), body: words(indexed.said.stems) };
}

function tabulate(rows: readonly (readonly number[])[]): StemTable {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => (starts[i + 1] = (starts[i] ?? 0) + row.length));
  return { stems: Uint32Array.from(rows.flat()), starts };
}

/**
 * For each sentence the full names and roles of those it names, of those behind its `he` or `the
 * minister`, and of whomever it quotes: `Rubio left` means `Marco Rubio`, `Secretary of State`.
 */
function findMeant({ article, facts }: Reading): string[][] {
  const meant = facts.sentences.map(() => new Set<number>());
  for (const { span, entity } of facts.mentions)
    meant[sentenceAt(facts.sentences, span.start)]?.add(entity);
  for (const { span, speaker, isTopic } of facts.quotations)
    if (speaker?.entity !== undefined && !isTopic)
      for (const sentence of sentencesUnder(facts.sentences, span))
        meant[sentence]?.add(speaker.entity);
  const words = facts.entities.map(({ name, roles }) =>
    [name, ...roles].map((place) => slice(article.body, place)).join(' '),
  );
  return meant.map((entities) => Array.from(entities, (entity) => words[entity] ?? ''));
}

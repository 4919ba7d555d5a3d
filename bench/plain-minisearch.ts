import MiniSearch, { type SearchResult } from 'minisearch';
import type { Corpus } from '../src/search/corpus.ts';
import { overlaps, slice } from '../src/text/span.ts';
import { type Times, round, summarise, time } from './figures.ts';
import type { KnownQuestion } from './questions.ts';

export interface PlainSearch {
  readonly build_s: number;
  readonly answers: Times;
  /** How often the first paragraph found holds the sentence that the question was made from. */
  readonly hit_at_1: number;
}

/** MiniSearch as it comes: its own tokens and scores, a paragraph a document. */
export async function measurePlainSearch(
  corpus: Corpus,
  questions: readonly KnownQuestion[],
): Promise<PlainSearch> {
  const passages = corpus.readings.flatMap((reading) =>
    reading.article.paragraphs.map((place) => ({ reading, place })),
  );
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  const built = await time(() =>
    passages.forEach(({ reading, place }, id) =>
      index.add({ id, text: slice(reading.article.body, place) }),
    ),
  );
  const times: number[] = [];
  let hits = 0;
  for (const { question, reading, sentence } of questions) {
    let results: SearchResult[] = [];
    times.push(await time(() => (results = index.search(question))));
    const found = passages[Number(results[0]?.id ?? -1)];
    if (found?.reading === reading && overlaps(found.place, sentence)) hits += 1;
  }
  return {
    build_s: round(built / 1_000),
    answers: summarise(times),
    hit_at_1: round(hits / questions.length),
  };
}

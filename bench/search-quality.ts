import { answerWithPassages } from '../src/answer/passage.ts';
import type { Corpus } from '../src/search/corpus.ts';
import { slice } from '../src/text/span.ts';
import { round, summarise, time } from './figures.ts';
import type { FigureRecord } from './report/results.ts';
import { type Rival, rivals } from './rivals.ts';
import { type WrittenQuestion, writtenQuestions } from './written-questions.ts';

/** How well and how fast one answers the written questions. */
type SearchQuality = {
  /** Of the questions that an article answers: the first passage, or one of five, holds the answer. */
  readonly hit_at_1: number;
  readonly hit_at_5: number;
  /** Of those, how many are said to have no answer. */
  readonly wrongly_refused: number;
  /** Of the others, how many are. */
  readonly rightly_silent: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
};

/** A passage that was found: its article and its words. */
interface Found {
  readonly article: string;
  readonly words: string;
}

type Search = (question: string) => Promise<readonly Found[]>;

/** The written questions asked of the same articles by our search and by each of the others. */
export async function measureSearch(corpus: Corpus): Promise<readonly FigureRecord[]> {
  const size = {
    articles: corpus.readings.length,
    paragraphs: corpus.readings.reduce((sum, { article }) => sum + article.paragraphs.length, 0),
  };
  const ours = await measureQuality(async (question) => searchOurs(question, corpus));
  const records: FigureRecord[] = [{ search: 'Verbatim', ...size, ...ours }];
  for (const rival of rivals)
    records.push({ search: rival.name, ...size, ...(await measureRival(rival, corpus)) });
  return records;
}

/** What the card of an answer would show. */
export async function searchOurs(question: string, corpus: Corpus): Promise<readonly Found[]> {
  const answer = await answerWithPassages(question, corpus);
  return answer.kind === 'found'
    ? answer.passages.map(({ passage: { article, text } }) => ({
        article: article.id,
        words: text,
      }))
    : [];
}

/** A paragraph is a passage, as far as a card would quote it. */
async function measureRival({ build }: Rival, corpus: Corpus): Promise<FigureRecord> {
  const passages = corpus.readings.flatMap(({ article }) =>
    article.paragraphs.map((place) => ({ article: article.id, words: slice(article.body, place) })),
  );
  const began = performance.now();
  const { ask, close } = await build(passages.map(({ words }) => words));
  const built = performance.now() - began;
  const figures = await measureQuality(async (question) =>
    (await ask(question)).flatMap((at) => passages[at] ?? []),
  );
  await close?.();
  return { build_s: round(built / 1_000), ...figures };
}

// The figures of time are of so many rounds over the questions, after one that is not counted; fewer
// for what is slow.
const ROUNDS = 5;
const LONGEST_MS = 20_000;

/** How well and how fast the written questions are answered. */
export async function measureQuality(search: Search): Promise<SearchQuality> {
  const outcomes: Outcome[] = [];
  for (const asked of writtenQuestions) outcomes.push(judge(asked, await search(asked.question)));
  const times: number[] = [];
  const began = performance.now();
  for (let i = 0; i < ROUNDS && performance.now() - began < LONGEST_MS; i += 1)
    for (const { question } of writtenQuestions) times.push(await time(() => search(question)));
  const answerable = outcomes.filter(({ isAnswerable }) => isAnswerable);
  const others = outcomes.filter(({ isAnswerable }) => !isAnswerable);
  const { p50_ms, p99_ms } = summarise(times);
  return {
    hit_at_1: share(answerable, ({ rank }) => rank === 1),
    hit_at_5: share(answerable, ({ rank }) => rank !== undefined),
    wrongly_refused: share(answerable, ({ isSilent }) => isSilent),
    rightly_silent: share(others, ({ isSilent }) => isSilent),
    p50_ms,
    p99_ms,
  };
}

interface Outcome {
  readonly isAnswerable: boolean;
  readonly isSilent: boolean;
  /** From 1, of the passage that holds the answer among the first five. */
  readonly rank?: number;
}

const SHOWN = 5;
const LONGEST = 700;

function judge({ answer }: WrittenQuestion, found: readonly Found[]): Outcome {
  const at = found
    .slice(0, SHOWN)
    .findIndex(
      ({ article, words }) =>
        answer !== undefined &&
        article === answer.article &&
        words.slice(0, LONGEST).includes(answer.words),
    );
  return {
    isAnswerable: answer !== undefined,
    isSilent: found.length === 0,
    ...(at < 0 ? {} : { rank: at + 1 }),
  };
}

const share = (outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean): number =>
  round(outcomes.filter(is).length / outcomes.length);

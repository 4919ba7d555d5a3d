import type { Article } from '../article/article.ts';
import { cite } from '../article/citation.ts';
import type { Corpus, Reading } from '../search/corpus.ts';
import { editDistance } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import { QuestionError } from './question-error.ts';
import type { Ambiguous, Answer, Source } from './answer.ts';

/** How many paragraphs are shown before and behind the one asked for. */
const AROUND = 1;
const WINDOW = 2 * AROUND + 1;

/** The paragraph that `riyadh-talks ¶3` or `riyadh-talks 3` names; without a number the first. */
export function answerSource(ref: string, corpus: Corpus): Answer<Source> {
  const { id, number } = readReference(ref);
  const reading = corpus.reading(id) ?? readingNamed(id, corpus);
  if (reading === undefined) return nearest(id, number, corpus);
  const { article } = reading;
  const count = article.paragraphs.length;
  if (number !== undefined && (number < 1 || number > count))
    throw new QuestionError('fault.paragraph', { article: article.id, count });
  return around(article, number ?? 1);
}

/** What is left of the article that a reference names, where it was removed. */
export function removedSource(ref: string, corpus: Corpus): ReturnType<Corpus['removed']> {
  const { id } = readReference(ref);
  return readingNamed(id, corpus) === undefined ? corpus.removed(id) : undefined;
}

/** The only article whose id is the same but for its capitals: `Riyadh-Talks`. */
function readingNamed(id: string, { readings }: Corpus): Reading | undefined {
  const wanted = foldedId(id);
  const [found, ...others] = readings.filter(({ article }) => foldedId(article.id) === wanted);
  return others.length > 0 ? undefined : found;
}

/** `riyadh-talks ¶3–5` names the third, too. */
const REFERENCE = /^(?<id>\S+?)(?:\s*[¶§#]\s*|\s+)(?<number>\d{1,6})(?:\s*[-–]\s*\d+)?$/u;

function readReference(ref: string): { readonly id: string; readonly number: number | undefined } {
  const typed = ref.trim();
  const { id = typed, number } = REFERENCE.exec(typed)?.groups ?? {};
  return { id, number: number === undefined ? undefined : Number(number) };
}

function around(article: Article, asked: number): Source {
  const count = article.paragraphs.length;
  const first = Math.max(1, Math.min(asked - AROUND, count - WINDOW + 1));
  const last = Math.min(count, first + WINDOW - 1);
  return {
    kind: 'found',
    article,
    asked,
    paragraphs: article.paragraphs.slice(first - 1, last).map((span) => cite(article, span)),
    ...(first > 1 ? { earlier: Math.max(1, first - 1 - AROUND) } : {}),
    ...(last < count ? { later: Math.min(count, last + 1 + AROUND) } : {}),
  };
}

const MOST_NEAR = 5;

/** @throws QuestionError where no article is called anything like it */
function nearest(id: string, number: number | undefined, { readings }: Corpus): Ambiguous {
  const wanted = fold(id);
  const found = readings.filter(({ article }) => isNear(wanted, article)).slice(0, MOST_NEAR);
  if (found.length === 0) throw unknownArticle(id, readings);
  const place = number === undefined ? '' : ` ${number}`;
  return {
    kind: 'ambiguous',
    option: 'ref',
    choices: found.map(({ article }) => ({ value: `${article.id}${place}`, label: [] })),
  };
}

const unknownArticle = (id: string, [newest]: readonly Reading[]): QuestionError =>
  newest === undefined
    ? new QuestionError('fault.article', { id })
    : new QuestionError('fault.article.example', { id, example: `${newest.article.id} 1` });

const isNear = (wanted: string, { id, title }: Article): boolean =>
  foldedId(id).includes(wanted) ||
  fold(title).includes(wanted) ||
  editDistance(foldedId(id), wanted, 2) <= 2;

/** Most ids are small letters, figures and hyphens, and are folded as they stand. */
const foldedId = (id: string): string => (/^[a-z0-9-]*$/u.test(id) ? id : fold(id));

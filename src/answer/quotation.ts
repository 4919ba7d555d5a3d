import { cite } from '../article/citation.ts';
import type { Quotation } from '../extraction/facts.ts';
import { SURE_SPEAKER } from '../extraction/quotations/speaker.ts';
import type { Corpus, Reading } from '../search/corpus.ts';
import { type Figure, findFigures } from '../search/people.ts';
import { slice } from '../text/span.ts';
import type { Answer, Choice, None, QuotationLine, Quotations } from './answer.ts';
import { type Comparison, compareWords } from './comparison.ts';
import { topicOf, type Topic } from './topic.ts';

export interface QuotationQuestion {
  readonly who?: string | undefined;
  readonly about?: string | undefined;
  /** What somebody claims was said. */
  readonly words?: string | undefined;
  /** An article's id. */
  readonly article?: string | undefined;
}

const MOST = 100;
const MOST_NEAR = 3;

/** What somebody said, what was said about something, or whether some words were said. */
export function answerQuotation(question: QuotationQuestion, corpus: Corpus): Answer<Quotations> {
  const figures = question.who === undefined ? [] : findFigures(question.who, corpus);
  if (question.who !== undefined) {
    const speaking = figures.filter((figure) => quotedAs(figure).length > 0);
    if (speaking.length > 1) return ambiguous(speaking);
    if (speaking.length === 0) return none(corpus, []);
    return answerFrom(speaking.flatMap(quotedAs), question, corpus);
  }
  return answerFrom(corpus.readings.flatMap(allQuoted), question, corpus);
}

/** A quotation with the article that reports it. */
interface Quoted {
  readonly reading: Reading;
  readonly quotation: Quotation;
}

function quotedAs({ appearances }: Figure): Quoted[] {
  return appearances.flatMap(({ reading, entity }) =>
    reading.facts.quotations.flatMap((quotation) =>
      isSurelyBy(quotation, entity) ? [{ reading, quotation }] : [],
    ),
  );
}

const isSurelyBy = ({ speaker }: Quotation, entity: number): boolean =>
  speaker !== undefined && speaker.entity === entity && speaker.confidence >= SURE_SPEAKER;

const allQuoted = (reading: Reading): Quoted[] =>
  reading.facts.quotations.map((quotation) => ({ reading, quotation }));

function answerFrom(
  all: readonly Quoted[],
  question: QuotationQuestion,
  corpus: Corpus,
): Answer<Quotations> {
  const inArticle = all.filter(
    ({ reading }) => question.article === undefined || reading.article.id === question.article,
  );
  const asked = question.words ?? question.about;
  if (asked === undefined)
    return found(
      inArticle.map((quoted) => ({ ...quoted, score: 0 })),
      corpus,
    );
  const ranked =
    question.words === undefined
      ? rankByTopic(
          inArticle,
          topicOf(asked, corpus),
          question.who === undefined ? ABOUT : ABOUT_FROM_SPEAKER,
        )
      : rankByWords(inArticle, question.words);
  return ranked.length > 0 ? found(ranked, corpus) : none(corpus, inArticle);
}

interface Ranked extends Quoted {
  readonly score: number;
  readonly comparison?: Comparison;
}

/**
 * The share of the topic's weight below which a quotation is not about it. Where the speaker is
 * asked for, a looser tie will do: the topic then only tells which of their words to put first.
 */
const ABOUT = 0.3;
const ABOUT_FROM_SPEAKER = 0.08;

function rankByTopic(all: readonly Quoted[], topic: Topic, least: number): Ranked[] {
  return all
    .map((quoted) => ({ ...quoted, score: topic.score(quoted.reading, quoted.quotation) }))
    .filter(({ score }) => score >= least);
}

function rankByWords(all: readonly Quoted[], words: string): Ranked[] {
  return all.flatMap((quoted) => {
    const { reading, quotation } = quoted;
    const comparison = compareWords(words, reading.article.body, quotation.span);
    return comparison === undefined ? [] : [{ ...quoted, score: comparison.likeness, comparison }];
  });
}

/** Best first; direct before reported, newer before older; then in the order of the article. */
function found(ranked: readonly Ranked[], corpus: Corpus): Answer<Quotations> {
  const best = ranked.toSorted(
    (a, b) =>
      b.score - a.score ||
      byManner(a, b) ||
      byDate(a, b) ||
      a.quotation.span.start - b.quotation.span.start,
  );
  const quotations = mergeSameWords(best).slice(0, MOST);
  return quotations.length > 0 ? { kind: 'found', quotations } : none(corpus, []);
}

const byManner = (a: Ranked, b: Ranked): number =>
  Number(a.quotation.manner === 'indirect') - Number(b.quotation.manner === 'indirect');

const byDate = (a: Ranked, b: Ranked): number =>
  (b.reading.article.date ?? '').localeCompare(a.reading.article.date ?? '');

/** The same words by the same speaker in several articles are one line with several sources. */
function mergeSameWords(ranked: readonly Ranked[]): QuotationLine[] {
  const lines = new Map<string, QuotationLine>();
  for (const one of ranked) {
    const line = toLine(one);
    const key = `${line.words.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()}|${line.speaker?.name.text ?? ''}`;
    const known = lines.get(key);
    lines.set(
      key,
      known === undefined ? line : { ...known, alsoIn: [...known.alsoIn, line.words] },
    );
  }
  return [...lines.values()];
}

function toLine({ reading, quotation, comparison }: Ranked): QuotationLine {
  const { article } = reading;
  const speaker = speakerOf(reading, quotation);
  return {
    words: cite(article, quotation.span),
    manner: quotation.manner,
    sentence: cite(article, quotation.sentence),
    ...(quotation.cue === undefined ? {} : { cue: cite(article, quotation.cue) }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(comparison === undefined
      ? {}
      : { likeness: comparison.differing.length > 0 ? 'altered' : 'same' }),
    differing: (comparison?.differing ?? []).map((words) => cite(article, words)),
    alsoIn: [],
  };
}

function speakerOf({ article, facts }: Reading, { speaker }: Quotation): QuotationLine['speaker'] {
  const entity = facts.entities[speaker?.entity ?? -1];
  if (speaker === undefined || entity === undefined || speaker.confidence < SURE_SPEAKER)
    return undefined;
  const [role] = entity.roles;
  return {
    name: cite(article, entity.name),
    mention: cite(article, speaker.mention),
    ...(role === undefined ? {} : { role: cite(article, role) }),
  };
}

function ambiguous(figures: readonly Figure[]): Answer<Quotations> {
  const choices = figures.slice(0, 25).flatMap((figure): Choice[] => {
    const [first] = figure.appearances;
    const entity = first?.reading.facts.entities[first.entity];
    if (first === undefined || entity === undefined) return [];
    const { article } = first.reading;
    const [role] = entity.roles;
    const label = [entity.name, ...(role === undefined ? [] : [role])].map((words) =>
      cite(article, words),
    );
    return [{ value: figure.name.slice(0, 100), label }];
  });
  return { kind: 'ambiguous', option: 'who', choices };
}

function none({ scope }: Corpus, near: readonly Quoted[]): None {
  const newest = near.filter(({ quotation }) => quotation.manner === 'direct').slice(0, MOST_NEAR);
  return {
    kind: 'none',
    scope,
    near: newest.map(({ reading, quotation }) => cite(reading.article, quotation.sentence)),
  };
}

/** Names of those who are quoted, for completing `who`. */
export const isQuoted = ({ reading, entity }: { reading: Reading; entity: number }): boolean =>
  reading.facts.quotations.some((quotation) => isSurelyBy(quotation, entity));

/** The words of a quotation, for examples. */
export const quotedWords = (reading: Reading, { span }: Quotation): string =>
  slice(reading.article.body, span);

import { type Citation, cite } from '../article/citation.ts';
import type { Corpus } from '../search/corpus.ts';
import { sentenceAt } from '../search/sentence-place.ts';
import { type Appearance, type Figure, findFigures } from '../search/people.ts';
import type { Answer, Choice, None, QuotationLine, Quotations, SpeakerLine } from './answer.ts';
import { type Comparison, compareWords } from './comparison.ts';
import { topicOf, type Topic } from './topic.ts';
import { isSurelyBy, type Utterance, utterancesIn } from './utterance.ts';

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
export async function answerQuotation(
  question: QuotationQuestion,
  corpus: Corpus,
): Promise<Answer<Quotations>> {
  const { who } = question;
  if (who === undefined) return answerFrom(corpus.readings.flatMap(utterancesIn), question, corpus);
  const figures = findFigures(who, corpus);
  const [speaking, ...others] = figures.filter((figure) => quotedAs(figure).length > 0);
  if (others.length > 0 && speaking !== undefined) return ambiguous([speaking, ...others]);
  if (speaking === undefined)
    return { kind: 'none', scope: corpus.scope, near: mentionsOf(figures) };
  return answerFrom(quotedAs(speaking), question, corpus);
}

function quotedAs({ appearances }: Figure): Utterance[] {
  return appearances.flatMap(({ reading, entity }) =>
    utterancesIn(reading).filter(({ speaker }) => isSurelyBy(speaker, entity)),
  );
}

async function answerFrom(
  all: readonly Utterance[],
  question: QuotationQuestion,
  corpus: Corpus,
): Promise<Answer<Quotations>> {
  const { article, words, about } = question;
  const inArticle = all.filter(
    ({ reading }) => article === undefined || reading.article.id === article,
  );
  const asked = words ?? about;
  if (asked === undefined)
    return found(
      inArticle.map((said) => ({ ...said, score: 0 })),
      corpus,
    );
  const near = await nearTopic(inArticle, asked, corpus);
  const least = question.who === undefined ? ABOUT : ABOUT_FROM_SPEAKER;
  const ranked =
    words === undefined
      ? rankByTopic(near, topicOf(asked, corpus), least)
      : rankByWords(near, words);
  return ranked.length > 0 ? found(ranked, corpus) : none(corpus, inArticle);
}

/** So many utterances are compared one by one; of more only those in articles that search proposes. */
const FEW = 300;
const PROPOSED = 150;

async function nearTopic(
  all: readonly Utterance[],
  asked: string,
  corpus: Corpus,
): Promise<readonly Utterance[]> {
  if (all.length <= FEW) return all;
  const hits = await corpus.search(asked, PROPOSED);
  const proposed = new Set(hits.map(({ reading }) => reading));
  return all.filter(({ reading }) => proposed.has(reading));
}

interface Ranked extends Utterance {
  readonly score: number;
  readonly comparison?: Comparison;
}

/**
 * The share of the topic's weight below which a quotation is not about it. Where the speaker is
 * asked for, a looser tie will do: the topic then only tells which of their words to put first.
 */
const ABOUT = 0.3;
const ABOUT_FROM_SPEAKER = 0.01;

/** What somebody's own words count for against what is reported of them. */
const REPORTED = 0.85;

function rankByTopic(all: readonly Utterance[], topic: Topic, least: number): Ranked[] {
  return all
    .map((said) => ({
      ...said,
      score: topic.score(said) * (said.manner === 'direct' ? 1 : REPORTED),
    }))
    .filter(({ score }) => score >= least);
}

function rankByWords(all: readonly Utterance[], words: string): Ranked[] {
  return all.flatMap((said) => {
    const comparison = compareWords(words, said.reading.article.body, said.span);
    return comparison === undefined ? [] : [{ ...said, score: comparison.likeness, comparison }];
  });
}

/** Best first; direct before reported, newer before older; then in the order of the article. */
function found(ranked: readonly Ranked[], corpus: Corpus): Answer<Quotations> {
  const best = ranked.toSorted(
    (a, b) => b.score - a.score || byManner(a, b) || byDate(a, b) || a.span.start - b.span.start,
  );
  const quotations = mergeSameWords(best).slice(0, MOST);
  return quotations.length > 0 ? { kind: 'found', quotations } : none(corpus, []);
}

const byManner = (a: Ranked, b: Ranked): number =>
  Number(a.manner === 'indirect') - Number(b.manner === 'indirect');

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

function toLine(said: Ranked): QuotationLine {
  const { reading, comparison, cue } = said;
  const { article } = reading;
  const speaker = speakerOf(said);
  const differing = (comparison?.differing ?? []).map((words) => cite(article, words));
  return {
    words: cite(article, said.span),
    parts: said.parts.map((part) => cite(article, part)),
    manner: said.manner,
    sentence: cite(article, said.sentence),
    ...(cue === undefined ? {} : { cue: cite(article, cue) }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(comparison === undefined ? {} : { likeness: differing.length > 0 ? 'altered' : 'same' }),
    differing,
    alsoIn: [],
  };
}

function speakerOf({ reading, speaker }: Utterance): SpeakerLine | undefined {
  const { article, facts } = reading;
  const entity = facts.entities[speaker?.entity ?? -1];
  if (speaker === undefined || entity === undefined || !isSurelyBy(speaker, speaker.entity))
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

function none({ scope }: Corpus, near: readonly Utterance[]): None {
  const direct = near.filter(({ manner }) => manner === 'direct').slice(0, MOST_NEAR);
  return {
    kind: 'none',
    scope,
    near: direct.map(({ reading, sentence }) => cite(reading.article, sentence)),
  };
}

/** Where the newest articles name somebody whom none of them quotes. */
function mentionsOf(figures: readonly Figure[]): Citation[] {
  const appearances = figures.flatMap((figure) => figure.appearances).slice(0, MOST_NEAR);
  return appearances.flatMap(({ reading: { article, facts }, entity }) => {
    const name = facts.entities[entity]?.name;
    const sentence = name && facts.sentences[sentenceAt(facts.sentences, name.start)];
    return sentence === undefined ? [] : [cite(article, sentence)];
  });
}

/** Whether an entity is quoted at all, for completing `who`. */
export const isQuoted = ({ reading, entity }: Appearance): boolean =>
  reading.facts.quotations.some(({ speaker }) => isSurelyBy(speaker, entity));

import { type Citation, cite } from '../article/citation.ts';
import type { Corpus } from '../search/corpus.ts';
import { isQuoted, memberAt, sentencesOf } from '../search/digested.ts';
import { type Figure, findFigures } from '../search/people.ts';
import { newestDate } from '../search/reading-order.ts';
import { sentenceAt } from '../search/sentence-place.ts';
import type { Utterance } from '../search/utterance.ts';
import type { Answer, None, QuotationLine, Quotations } from './answer.ts';
import { checkName, checkWords } from './asked.ts';
import {
  findOwnWords,
  findSeveral,
  findingOf,
  rankByClaim,
  readClaimed,
  withoutOthers,
} from './quotation/claim.ts';
import { askWhich } from './figure-choice.ts';
import type { Ranked } from './quotation/line.ts';
import { MOST_COMPARED, mergeSameWords } from './quotation/same-words.ts';
import {
  type Saying,
  allSayings,
  firstOf,
  isQuotedAnywhere,
  newestOf,
  newestOfBoth,
  sayingsOf,
  strangerSayings,
  utterancesOf,
} from './quotation/sayings.ts';
import { type Selecting, type Selection, select } from './selection.ts';
import { type Topic, topicOf } from './quotation/topic.ts';

export interface QuotationQuestion extends Selecting {
  readonly who?: string | undefined;
  readonly about?: string | undefined;
  /** What somebody claims was said. */
  readonly words?: string | undefined;
  /** Only what is about the topic, where the speaker alone is not what was asked for. */
  readonly isOnTopic?: boolean;
  /** Best first where it is asked what about or in which words; else newest first. */
  readonly order?: string | undefined;
}

const MOST = 100;
const MOST_NEAR = 3;

/**
 * What somebody said, what was said about something, or whether some words were said.
 * @throws UserError for a question that contradicts itself or has nothing to look for
 */
export async function answerQuotation(
  question: QuotationQuestion,
  corpus: Corpus,
): Promise<Answer<Quotations>> {
  const selection = select(question, corpus);
  const { who, about, words } = question;
  checkName(who);
  checkWords(about);
  checkWords(words);
  const figures = who === undefined ? undefined : findFigures(who, corpus);
  if (words !== undefined) return answerClaim({ ...question, words }, figures, corpus, selection);
  if (figures === undefined)
    return answerFrom(allSayings(corpus, selection), question, corpus, selection);
  const quoted = figures.filter((figure) => isQuotedAnywhere(figure, selection));
  const [speaking, ...others] = quoted;
  if (others.length > 0)
    return askWhich(quoted, corpus, (one) => selection.has(one.reading) && isQuoted(one));
  const own = speaking === undefined ? [] : sayingsOf(speaking, selection);
  const strangers = strangerSayings(who ?? '', corpus, selection);
  if (own.length === 0 && firstOf(utterancesOf(strangers), 1).length === 0)
    return none(selection, mentionsOf(figures, selection));
  // The newest of all stand in front, whoever of them it was.
  return answerFrom(newestOfBoth(own, strangers), question, corpus, selection);
}

/**
 * The same for a question in plain words, which other words of the speaker do not answer.
 * @throws UserError for a question that contradicts itself or has nothing to look for
 */
export const answerOnTopic = (
  question: QuotationQuestion,
  corpus: Corpus,
): Promise<Answer<Quotations>> => answerQuotation({ ...question, isOnTopic: true }, corpus);

/** What somebody is quoted with in the newest articles. */
export function latestQuotations(
  figure: Figure,
  most: number,
  corpus: Corpus,
  selection: Selection,
): readonly QuotationLine[] {
  const newest = newestOf(sayingsOf(figure, selection), most * NEWEST_EACH);
  return mergeSameWords(sorted(unscored(newest), 'newest'), most, corpus, selection);
}

/** So many utterances are looked at for each line wanted: others may have the same words. */
const NEWEST_EACH = 20;

const unscored = (utterances: Iterable<Utterance>): Ranked[] =>
  Array.from(utterances, (said): Ranked => ({ said, score: 0 }));

/** @param all the newest article first */
async function answerFrom(
  all: readonly Saying[],
  question: QuotationQuestion,
  corpus: Corpus,
  selection: Selection,
): Promise<Answer<Quotations>> {
  const { about, who, order } = question;
  const first = order ?? (about === undefined ? 'newest' : 'best');
  if (about === undefined) {
    const shown = first === 'newest' ? newestOf(all, MOST_COMPARED) : utterancesOf(all);
    return found(sorted(unscored(shown), first), corpus, selection);
  }
  const least = who === undefined || question.isOnTopic === true ? ABOUT : ABOUT_FROM_SPEAKER;
  const near = await nearTopic(all, about, corpus);
  const ranked = rankByTopic(near, topicOf(about, corpus), least);
  if (ranked.length === 0) return none(selection, who === undefined ? [] : directIn(all));
  return found(sorted(ranked, first), corpus, selection);
}

/** Whether the words were said; by whom is part of the answer, not of what is looked through. */
async function answerClaim(
  question: QuotationQuestion & { readonly words: string },
  figures: readonly Figure[] | undefined,
  corpus: Corpus,
  selection: Selection,
): Promise<Answer<Quotations>> {
  const { words, about, order } = question;
  const claimed = readClaimed(words, figures);
  const near = await nearTopic(allSayings(corpus, selection), words, corpus);
  const alike = rankByClaim(near, claimed, corpus);
  const topic = about === undefined ? undefined : topicOf(about, corpus);
  const ranked = alike.filter(({ said }) => !topic || topic.score(said) >= ABOUT_FROM_SPEAKER);
  const [best] = sorted(ranked, 'best');
  const finding = best && findingOf(best, claimed, corpus);
  const ownWords = finding?.kind === 'same' ? [] : await findOwnWords(claimed, corpus, selection);
  if (finding === undefined && ownWords.length === 0)
    return none(
      selection,
      directIn((figures ?? []).flatMap((figure) => sayingsOf(figure, selection))),
    );
  const wanted = finding ? withoutOthers(ranked, finding, claimed, corpus) : ranked;
  const quotations = mergeSameWords(sorted(wanted, order), MOST, corpus, selection);
  const told = finding && findSeveral(finding, wanted, quotations, claimed, corpus);
  const shown = ownWords.length > 0 ? OWN : told;
  return { kind: 'found', ...(shown ? { finding: shown } : {}), quotations, ownWords };
}

const OWN = { kind: 'own', manner: 'indirect', isOther: false } as const;

/** So many utterances are compared one by one; of more only those in articles that search proposes. */
const FEW = 300;
const PROPOSED = 150;

async function nearTopic(
  all: readonly Saying[],
  asked: string,
  corpus: Corpus,
): Promise<readonly Utterance[]> {
  const few = firstOf(utterancesOf(all), FEW + 1);
  if (few.length <= FEW) return few;
  const hits = await corpus.search(corpus.query(asked), PROPOSED);
  const proposed = new Set(hits.map(({ reading }) => reading));
  return [...utterancesOf(all.filter(({ reading }) => proposed.has(reading)))];
}

/**
 * The share of the topic's weight below which a quotation is not about it. Where the speaker is
 * asked for, a looser tie will do: the topic then only tells which of their words to put first.
 */
const ABOUT = 0.3;
const ABOUT_FROM_SPEAKER = 0.01;

/** What somebody's own words count for against what is reported of them. */
const REPORTED = 0.4;

const rankByTopic = (all: readonly Utterance[], topic: Topic, least: number): Ranked[] =>
  all
    .map((said) => ({
      said,
      score: topic.score(said) * (said.manner === 'direct' ? 1 : REPORTED),
    }))
    .filter(({ score }) => score >= least);

/** Best first, or newest first; direct before reported, then in the order of the article. */
function sorted(ranked: readonly Ranked[], order: string | undefined): readonly Ranked[] {
  const isNewest = order === 'newest';
  return ranked.toSorted(
    (a, b) =>
      (isNewest ? byDate(a, b) : b.score - a.score || byManner(a, b) || byDate(a, b)) ||
      byManner(a, b) ||
      a.said.span.start - b.said.span.start,
  );
}

const byManner = (a: Ranked, b: Ranked): number =>
  Number(a.said.manner === 'indirect') - Number(b.said.manner === 'indirect');

const byDate = (a: Ranked, b: Ranked): number => newestDate(a.said.reading, b.said.reading);

const found = (ranked: readonly Ranked[], corpus: Corpus, selection: Selection): Quotations => ({
  kind: 'found',
  quotations: mergeSameWords(ranked, MOST, corpus, selection),
  ownWords: [],
});

const none = ({ scope }: Selection, near: readonly Citation[]): None => ({
  kind: 'none',
  scope,
  near,
});

/** What whom was asked for is quoted with elsewhere. */
function directIn(all: readonly Saying[]): Citation[] {
  const near: Citation[] = [];
  for (const { manner, reading, sentence } of utterancesOf(all)) {
    if (near.length === MOST_NEAR) break;
    if (manner === 'direct') near.push(cite(reading.article, sentence));
  }
  return near;
}

/** Where the newest articles name somebody whom none of them quotes. */
function mentionsOf(figures: readonly Figure[], { has }: Selection): Citation[] {
  const appearances = figures
    .flatMap((figure) => figure.appearances)
    .filter(({ reading }) => has(reading))
    .slice(0, MOST_NEAR);
  return appearances.flatMap((appearance) => {
    const { reading } = appearance;
    const name = memberAt(appearance)?.name;
    const sentences = sentencesOf(reading);
    const sentence = name && sentences[sentenceAt(sentences, name.start)];
    return sentence === undefined ? [] : [cite(reading.article, sentence)];
  });
}

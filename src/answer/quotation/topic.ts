import type { Corpus } from '../../search/corpus.ts';
import { findParaphrases } from '../../search/lexicon/paraphrases.ts';
import { findCountryWords } from '../../search/lexicon/peoples.ts';
import { paragraphAt } from '../../article/article.ts';
import { sentencesOf } from '../../search/digested.ts';
import { sentenceAt } from '../../search/sentence-place.ts';
import { stemsOf } from '../../search/article-stems.ts';
import { contentWords, stem, stems } from '../../text/stems.ts';
import { once } from '../../text/remembered.ts';
import { type Span, slice, span } from '../../text/span.ts';
import type { Utterance } from '../../search/utterance.ts';

/** What an utterance may be about. */
export interface Topic {
  /** How much of the topic stands in the words or around them, from 0 to 1. */
  score(said: Utterance): number;
}

interface Word {
  readonly own: string;
  /** Stems that stand for it less well: paraphrases, and a country's other words. */
  readonly kin: ReadonlySet<string>;
  readonly weight: number;
}

/** What a word is worth by where it stands. */
const IN_WORDS = 1;
const IN_SENTENCE = 0.85;
const BESIDE = 0.55;
const IN_PARAGRAPH = 0.4;
const IN_TITLE = 0.2;
const IN_ARTICLE = 0.12;
const KIN = 0.7;

/** Reads a topic as typed: its content words, weighted by how rare they are in the corpus. */
export function topicOf(words: string, corpus: Corpus): Topic {
  const weights = new Map(
    corpus.query(words).terms.map(({ word, weight }) => [stem(word), weight]),
  );
  const terms = [...new Set(contentWords(words))].map((word): Word => {
    const own = stem(word);
    const kin = [...findParaphrases(word), ...findCountryWords(word)].flatMap(stems);
    return { own, kin: new Set(kin), weight: Math.max(weights.get(own) ?? 1, 0.1) };
  });
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  return {
    score: (said) => (whole === 0 ? 0 : weigh(terms, said) / whole),
  };
}

function weigh(terms: readonly Word[], said: Utterance): number {
  const places = placesOf(said);
  return terms.reduce((sum, term) => sum + term.weight * bestPresence(term, places), 0);
}

function bestPresence(term: Word, places: readonly Place[]): number {
  let best = 0;
  for (const { found, worth } of places)
    if (worth > best) best = Math.max(best, worth * presence(term, found()));
  return best;
}

function presence({ own, kin }: Word, found: ReadonlySet<string>): number {
  if (found.has(own)) return 1;
  for (const word of kin) if (found.has(word)) return KIN;
  return 0;
}

/** Read once, where no other place has been found that is worth as much. */
interface Place {
  readonly found: () => ReadonlySet<string>;
  readonly worth: number;
}

function placesOf({ reading, span: words, sentence }: Utterance): Place[] {
  const { article } = reading;
  const set = (place: Span): (() => ReadonlySet<string>) =>
    once(() => new Set(stems(slice(article.body, place))));
  const paragraph = article.paragraphs[paragraphAt(article, words.start) - 1] ?? sentence;
  return [
    { found: set(words), worth: IN_WORDS },
    { found: set(sentence), worth: IN_SENTENCE },
    { found: set(neighbours(sentencesOf(reading), sentence, paragraph)), worth: BESIDE },
    { found: set(paragraph), worth: IN_PARAGRAPH },
    { found: once(() => new Set(stems(article.title))), worth: IN_TITLE },
    { found: () => stemsOf(article), worth: IN_ARTICLE },
  ];
}

/** From the sentence before to the sentence behind, which in another paragraph tells of other things. */
function neighbours(sentences: readonly Span[], { start, end }: Span, paragraph: Span): Span {
  const before = sentences[sentenceAt(sentences, start) - 1];
  const behind = sentences[sentenceAt(sentences, end - 1) + 1];
  const isNear = behind !== undefined && behind.start < paragraph.end;
  return span(before?.start ?? start, isNear ? behind.end : end);
}

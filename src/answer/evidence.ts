import { type Article, isArticleId } from '../article/article.ts';
import { articleFromText } from '../article/markdown.ts';
import { extractFacts } from '../extraction/extract.ts';
import type { Facts, Quotation } from '../extraction/facts.ts';
import type { Corpus } from '../search/corpus.ts';
import { overlaps, slice } from '../text/span.ts';
import { contentWords } from '../text/stems.ts';
import type { Evidence, PassageLine, Quotations } from './answer.ts';
import { answerWithPassages } from './passage.ts';
import { answerQuotation } from './quotation.ts';

/** So many quotations and so many claims of a message are looked up. */
const MOST_QUOTATIONS = 3;
const MOST_CLAIMS = 3;
/** Fewer words are a word's own use, or nothing that could be told apart from chance. */
const LEAST_QUOTED = 3;
const LEAST_CLAIMED = 3;
/** The longest option of a question. */
const LONGEST_WORDS = 300;

/**
 * What the corpus has on somebody's message: for each quoted stretch whether it was said, by whom and
 * how; for what the message claims in its own words, the passages that bear on it. Read as an article
 * is, so that `Rubio said “…”` asks for Rubio.
 */
export async function findEvidence(message: string, corpus: Corpus): Promise<Evidence> {
  const article = articleOf(message);
  const facts = extractFacts(article);
  const quoted = quotedIn(facts, article);
  const claims = claimsIn(facts, article, quoted);
  return {
    kind: 'found',
    quotations: await Promise.all(
      quoted.slice(0, MOST_QUOTATIONS).map((each) => lookUp(each, facts, article, corpus)),
    ),
    claims: await Promise.all(
      claims.slice(0, MOST_CLAIMS).map((claim) => passageFor(claim, corpus)),
    ),
  };
}

function articleOf(text: string): Article {
  const id = 'message';
  if (!isArticleId(id)) throw new Error('a message needs an id to be read');
  return articleFromText({ id, text });
}

const quotedIn = ({ quotations }: Facts, { body }: Article): readonly Quotation[] =>
  quotations.filter(
    ({ manner, span }) =>
      manner === 'direct' && (slice(body, span).match(/\S+/gu) ?? []).length >= LEAST_QUOTED,
  );

/** Sentences that say something themselves, and do not only quote. */
function claimsIn(
  { sentences }: Facts,
  { body }: Article,
  quoted: readonly Quotation[],
): readonly string[] {
  return sentences
    .filter((sentence) => !quoted.some(({ span }) => overlaps(span, sentence)))
    .map((sentence) => slice(body, sentence).trim().slice(0, LONGEST_WORDS))
    .filter((sentence) => contentWords(sentence).length >= LEAST_CLAIMED);
}

async function lookUp(
  { span, speaker }: Quotation,
  { entities }: Facts,
  { body }: Article,
  corpus: Corpus,
): Promise<Quotations | undefined> {
  const words = slice(body, span).slice(0, LONGEST_WORDS);
  const named = speaker?.entity === undefined ? undefined : entities[speaker.entity];
  // A message names people more briefly than an article: `Smith said` without a first name.
  const who = nameIn(slice(body, named?.name ?? speaker?.mention ?? { start: 0, end: 0 }));
  const answer = await answerQuotation({ words, who }, corpus);
  return answer.kind === 'found' && answer.finding !== undefined ? answer : undefined;
}

/** A name, and no `he` or `the minister`. */
const nameIn = (words: string): string | undefined =>
  /^\p{Lu}/u.test(words) && !/^(?:he|she|they|it|we|i|you|the|a|an)\b/iu.test(words)
    ? words
    : undefined;

async function passageFor(claim: string, corpus: Corpus): Promise<PassageLine | undefined> {
  const answer = await answerWithPassages(claim, corpus);
  return answer.kind === 'found' ? answer.passages[0] : undefined;
}

import { type Citation, cite } from '../../article/citation.ts';
import { QuestionError } from '../question-error.ts';
import type { Corpus, Hit } from '../../search/corpus.ts';
import { sentencesOf } from '../../search/digested.ts';
import type { Figure } from '../../search/figures.ts';
import { contains, length, overlaps, slice, span } from '../../text/span.ts';
import { sentencesAround } from '../../search/sentence-place.ts';
import type { Finding, OwnWords, QuotationLine } from '../answer.ts';
import {
  type Claim,
  type Comparison,
  compareWords,
  isOneWord,
  isSame,
  isShort,
  isTooPlain,
  readClaims,
} from './comparison.ts';
import { type Ranked, speakerOf } from './line.ts';
import { readWords } from '../../search/quoted-words.ts';
import { speakingFigures } from './same-words.ts';
import type { Selection } from '../selection.ts';
import type { Utterance } from '../../search/utterance.ts';

// Whether somebody said some words: who did, how near they come, or that they are an article's own.

/** What a member claims was said, and by whom if they say so. */
export interface Claimed {
  readonly claims: readonly Claim[];
  /** Undefined where nobody was asked for; empty where nobody fits. */
  readonly asked: readonly Figure[] | undefined;
}

/** @throws UserError for a word or two that stand everywhere */
export function readClaimed(words: string, asked: readonly Figure[] | undefined): Claimed {
  const claims = readClaims(words);
  const [first] = claims;
  if (first !== undefined && isTooPlain(first)) throw new QuestionError('fault.everywhere');
  return { claims, asked };
}

/** A share of the claim below which words are not worth showing beside those that match it all. */
const NEARLY = 0.8;

/**
 * Utterances like the claim, best first: just so by whom it was asked of, just so by somebody else,
 * then what is only alike.
 */
export function rankByClaim(
  all: readonly Utterance[],
  claimed: Claimed,
  corpus: Corpus,
): readonly Ranked[] {
  const ranked = all.flatMap((said): Ranked[] => {
    const comparison = compareBest(said, claimed.claims);
    if (comparison === undefined) return [];
    const isAsked = isByAsked(said, claimed, corpus);
    return [{ said, comparison, score: worth(comparison, isAsked) + closeness(comparison, said) }];
  });
  const hasSame = ranked.some(({ comparison }) => comparison && isSame(comparison));
  return ranked.filter(({ comparison }) => !hasSame || (comparison?.likeness ?? 0) >= NEARLY);
}

function compareBest(said: Utterance, claims: readonly Claim[]): Comparison | undefined {
  const compared = claims.flatMap(
    (claim) => compareWords(claim, said.reading.article.body, said.parts) ?? [],
  );
  return compared.toSorted((a, b) => worth(b, false) - worth(a, false))[0];
}

/** Between 0 and 4: what is just so is worth more than who said it, and that more than likeness. */
const worth = (comparison: Comparison, isAsked: boolean): number =>
  (isSame(comparison) ? 2 : 0) + (isAsked ? 1 : 0) + comparison.likeness;

/** Tells `Shame.` from a speech in which the word stands, and what was said from what is reported. */
const closeness = ({ matching }: Comparison, { span: words, manner }: Utterance): number =>
  (manner === 'direct' ? 0.02 : 0) + (0.01 * length(matching)) / Math.max(1, length(words));

/** Whether it is by whom was asked for; by anybody where nobody was. */
function isByAsked(said: Utterance, { asked }: Claimed, corpus: Corpus): boolean {
  if (asked === undefined) return true;
  return speakingFigures(said, corpus).some((figure) => asked.includes(figure));
}

/** What the best of the ranked says about the claim. */
export function findingOf(best: Ranked, claimed: Claimed, corpus: Corpus): Finding {
  const { said, comparison } = best;
  const speaker = speakerOf(said)?.name ?? jointly(said);
  const kind = comparison !== undefined && isSame(comparison) ? 'same' : 'altered';
  return {
    kind: isScrap(best, claimed) ? 'word' : kind,
    manner: said.manner,
    ...(speaker === undefined ? {} : { speaker }),
    isOther: speaker !== undefined && !isByAsked(said, claimed, corpus),
  };
}

/** Whether the claim is one word of more that was said: `never`, but not `“Never,” she said.` */
function isScrap({ said, comparison }: Ranked, { claims: [claim] }: Claimed): boolean {
  if (claim === undefined || comparison === undefined || !isOneWord(claim)) return false;
  const part = said.parts.find((each) => contains(each, comparison.matching));
  return part !== undefined && readWords(slice(said.reading.article.body, part)).length > 1;
}

/** What an article calls those who spoke together. */
const jointly = ({ reading, speaker, by }: Utterance): Citation | undefined =>
  speaker !== undefined && by.length > 1 ? cite(reading.article, speaker.mention) : undefined;

/** The finding where just these words are several people's. */
export function findSeveral(
  finding: Finding,
  ranked: readonly Ranked[],
  lines: readonly QuotationLine[],
  claimed: Claimed,
  corpus: Corpus,
): Finding {
  if (finding.kind !== 'same') return finding;
  if (lines.some((line) => isDisputed(line, claimed))) return { ...finding, kind: 'disputed' };
  const same = ranked.filter(
    ({ said, comparison }) => said.manner === finding.manner && comparison && isSame(comparison),
  );
  const speakers = new Set(same.flatMap(({ said }) => speakingFigures(said, corpus).slice(0, 1)));
  return speakers.size > 1 ? { ...finding, kind: 'several' } : finding;
}

/** Whether articles give just the words of the claim to several, not only what was said beside them. */
function isDisputed({ likeness, disputed }: QuotationLine, { claims }: Claimed): boolean {
  const having = disputed.filter(({ words: { text } }) =>
    claims.some((claim) => {
      const comparison = compareWords(claim, text, [span(0, text.length)]);
      return comparison !== undefined && isSame(comparison);
    }),
  );
  return likeness === 'same' && having.length > 1;
}

/** Without the words of others where whom was asked for said so, or used the word. */
export function withoutOthers(
  ranked: readonly Ranked[],
  { kind, isOther }: Finding,
  claimed: Claimed,
  corpus: Corpus,
): readonly Ranked[] {
  if (isOther || kind === 'altered') return ranked;
  return ranked.filter(({ said }) => said.by.length === 0 || isByAsked(said, claimed, corpus));
}

const MOST_SENTENCES = 30;
const MOST_SHOWN = 5;

/** Sentences that have just these words outside of all quotations. */
export async function findOwnWords(
  { claims: [claim] }: Claimed,
  corpus: Corpus,
  { has }: Selection,
): Promise<readonly OwnWords[]> {
  if (claim === undefined || isShort(claim)) return [];
  const hits = await corpus.search(corpus.query(claim.text), MOST_SENTENCES);
  const found = hits.filter(({ reading }) => has(reading)).map((hit) => ownWordsIn(hit, claim));
  const places = new Map(
    found.flatMap((own) => (own ? [[`${own.words.article.id} ${own.words.start}`, own]] : [])),
  );
  return [...places.values()].slice(0, MOST_SHOWN);
}

function ownWordsIn({ reading, passage }: Hit, claim: Claim): OwnWords | undefined {
  const { article } = reading;
  const comparison = compareWords(claim, article.body, [passage]);
  if (comparison === undefined || !isSame(comparison)) return undefined;
  const words = comparison.matching;
  if (reading.facts.quotations.some((quotation) => overlaps(quotation.span, words)))
    return undefined;
  const around = sentencesAround(sentencesOf(reading), words);
  return { words: cite(article, words), sentence: cite(article, around) };
}

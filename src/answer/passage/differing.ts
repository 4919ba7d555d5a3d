import { type Citation, cite } from '../../article/citation.ts';
import type { Query } from '../../search/query.ts';
import { slice } from '../../text/span.ts';
import { stems } from '../../text/stems.ts';
import type { DifferingLine } from '../answer.ts';
import { type Amount, contradict, readAmount } from './amount.ts';
import type { Asked } from './asked.ts';
import { type Candidate, saysItself } from './candidate.ts';
import type { Wanted } from './wanted.ts';

// A sentence tells of the same thing if it has most of what the one that answers has of the question.
const COVERED_AS_WELL = 0.65;
// So much of the question each sentence must say itself.
const SAID = 0.4;
const MOST = 4;

/** What is answered with an amount. Of dates it is too seldom sure that they are of one event. */
const AMOUNTS: ReadonlySet<Wanted> = new Set([
  'money',
  'duration',
  'distance',
  'share',
  'age',
  'number',
]);

/** What one or several articles give, as far as it can be counted. */
interface Given {
  readonly amount: Amount;
  readonly answer: Citation;
  readonly evidence: Citation[];
}

/**
 * The amounts that articles give in answer to one question, where they differ: each once, with the
 * sentences that give it, that of the best answer first. None where no two contradict each other.
 */
export function findDiffering(
  asked: Asked,
  query: Query,
  [answering, ...others]: readonly [Candidate, ...Candidate[]],
): readonly DifferingLine[] {
  const isCounted = asked.wanted !== 'number' || asked.noun !== undefined;
  if (!AMOUNTS.has(asked.wanted) || !isCounted || !saysItself(answering, query, SAID)) return [];
  const first = givenIn(answering, asked);
  if (first === undefined) return [];
  const all = [first];
  for (const candidate of others) {
    const isSame = tellsOfSame(candidate, answering) && saysItself(candidate, query, SAID);
    const given = isSame ? givenIn(candidate, asked) : undefined;
    if (given === undefined) continue;
    const same = all.find(({ amount }) => !contradict(amount, given.amount));
    if (same === undefined) all.push(given);
    else if (same.amount.unit === given.amount.unit) same.evidence.push(...given.evidence);
  }
  return all.length > 1
    ? all.slice(0, MOST).map(({ answer, evidence }) => ({ answer, evidence }))
    : [];
}

const tellsOfSame = (other: Candidate, { hit, reading }: Candidate): boolean =>
  other.reading !== reading &&
  other.hit.coverage >= COVERED_AS_WELL * hit.coverage &&
  !looksBack(other);

/** Whether a sentence names an earlier year than its article's: `The 1974 earthquake killed 430.` */
function looksBack({ reading: { article }, hit }: Candidate): boolean {
  const years = slice(article.body, hit.sentence).match(
    /(?<![\d.,$€£])(?:1[5-9]|20)\d\d(?![\d.,])/gu,
  );
  return (years ?? []).some((year) => year < (article.date ?? '').slice(0, 4));
}

/** The amount that a sentence answers with, where its shape and place leave no doubt that it does. */
function givenIn({ reading, hit, answers }: Candidate, asked: Asked): Given | undefined {
  const { article } = reading;
  const [telling, ...others] = answers.filter(
    ({ isTelling, fitness }) => isTelling && fitness === 1,
  );
  if (others.length > 0) return undefined;
  const amount = telling && readAmount(slice(article.body, telling.span));
  if (telling === undefined || amount === undefined) return undefined;
  if (
    !standsByTopic(
      slice(article.body, hit.sentence),
      telling.span.start - hit.sentence.start,
      asked,
    )
  )
    return undefined;
  return { amount, answer: cite(article, telling.span), evidence: [cite(article, hit.sentence)] };
}

/** How many words from an amount something that the question says must stand. */
const REACH = 4;

/** `the 448-page report`, not `a four-page letter on the report`, where the report is asked about. */
function standsByTopic(sentence: string, at: number, { wanted, near, kinds }: Asked): boolean {
  const before = sentence
    .slice(0, at)
    .split(/\s+/u)
    .slice(-REACH - 1);
  const behind = sentence
    .slice(at)
    .split(/\s+/u)
    .slice(0, REACH + 1);
  const isCounted = (stem: string): boolean => wanted === 'number' && kinds.has(stem);
  return stems([...before, ...behind].join(' ')).some((stem) => near.has(stem) && !isCounted(stem));
}

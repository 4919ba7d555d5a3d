import { stems } from '../../text/stems.ts';

/** What kind of words would answer a question. */
export type Wanted =
  | 'person'
  | 'time'
  | 'place'
  | 'money'
  | 'duration'
  | 'distance'
  | 'share'
  | 'age'
  | 'number'
  | 'reason'
  | 'statement'
  | 'anything';

const BEFORE = String.raw`^(?:so|and|but|or|then|wait)?,? ?(?:about|around|to|for|from|with|by|until|till|since|on|at|of|in|after|before|roughly|exactly)? ?`;
const SAY = String.raw`(?:say|said|tell|told|tweet|post|write|respond|reply|think|suggest|claim|argue|call|accuse|warn|complain|promise|announce)`;
const PEOPLE = String.raw`(?:minister|president|senator|lawmaker|leader|official|judge|envoy|ambassador|general|person|people|congressman|congresswoman|politician|deputy|aide|advis[eo]r|lawyer|attorney|diplomat|commissioner|manager|spokes\w+|negotiator|governor|mayor|candidate)`;
const AMOUNTS = String.raw`(?:fine|loan|budget|bill|debt|deficit|cost|price|grant|fee|salary|bribe|donation|fund|damage|penalty)s?`;

const sign = (pattern: string, wanted: Wanted) => [new RegExp(pattern, 'u'), wanted] as const;

// The first that fits decides. Questions come in any case and without a question mark.
const SIGNS = [
  sign(String.raw`\b(?:why|how come)\b|\bfor (?:what|which) reasons?\b`, 'reason'),
  sign(
    String.raw`\bhow (?:do|does|did|would|has|have) .+ (?:explain|justify|excuse|defend)\b`,
    'reason',
  ),
  sign(
    String.raw`\bwhat (?:made|makes|led|prompted|caused|drove|convinced|persuaded|triggered)\b`,
    'reason',
  ),
  sign(String.raw`\b(?:reasons?|excuse|explanation|motive)\b`, 'reason'),
  sign(
    String.raw`\bhow (?:long|soon)\b|\bhow many (?:hours?|days?|weeks?|months?|years?|minutes?)\b`,
    'duration',
  ),
  sign(String.raw`\b(?:how much|most|least|longest) time\b`, 'duration'),
  sign(String.raw`\b(?:what|which) (?:day|date|year|month|time)\b`, 'time'),
  sign(String.raw`${BEFORE}when\b|\b(?:by|since|until|and) (?:when|what)\b|\bwhen$`, 'time'),
  sign(String.raw`\bhow old\b|\bwhat age\b|\bage\b`, 'age'),
  sign(String.raw`\bhow (?:far|tall|deep|wide)\b`, 'distance'),
  sign(String.raw`\b(?:what|which) (?:share|percentage|percent|proportion|fraction)\b`, 'share'),
  sign(
    String.raw`\bhow much\b.*\b(?:money|cash|cost|pay|paid|raised?|spend|spent|lend|lent|owe|donated?|worth|earn|fund\w*|fined?|price)\b`,
    'money',
  ),
  sign(String.raw`\bhow (?:big|large|high|steep)\b.*\b${AMOUNTS}\b`, 'money'),
  sign(
    String.raw`\bhow (?:many|much|big|large|often|high)\b|\b(?:what|which) (?:number|amount|size)\b`,
    'number',
  ),
  sign(
    String.raw`\bwhere\b|\b(?:what|which) (?:city|country|town|state|province|region|village|place)\b`,
    'place',
  ),
  sign(String.raw`\bwhat (?:did|does|do|has|have|had|was|were|is) .+ ${SAY}\b`, 'statement'),
  sign(
    String.raw`\bwhat .*\b(?:complaint|criticism|warning|joke|comment|response|reaction|take|message|reply|answer)\b`,
    'statement',
  ),
  sign(
    String.raw`\bhow (?:did|does|has) .+ (?:describe|respond|react|reply|answer|characteri[sz]e)\b`,
    'statement',
  ),
  sign(String.raw`\b(?:reaction|reply|response|comment|quote)\b`, 'statement'),
  sign(
    String.raw`${BEFORE}who(?:m|se)?\b|\b(?:from|to|with|by|for) who(?:m|se)?\b|\bwho$`,
    'person',
  ),
  sign(String.raw`\b(?:what|which) (?:\w+ ){0,2}${PEOPLE}s?\b|\bname of .*\b${PEOPLE}\b`, 'person'),
] as const;

/** `how long did the talks last` → duration; `rubio reply lavrov` → statement. */
export function readWanted(question: string): Wanted {
  const asked = question
    .toLowerCase()
    .replace(/[?!.\s]+/gu, ' ')
    .trim();
  return SIGNS.find(([pattern]) => pattern.test(asked))?.[1] ?? 'anything';
}

/** Whether a question asks about what is to come: `When will they meet next?` */
export const asksOfFuture = (question: string): boolean =>
  /\b(?:will|next|going to|due|upcoming|plan(?:s|ned|ning)?|expect(?:ed)?|scheduled|supposed to|when (?:do|does|is|are|can)|might)\b/iu.test(
    question,
  );

/** Whether a sentence speaks of what is to come. */
export const tellsOfFuture = (sentence: string): boolean =>
  /\b(?:will|would|due|(?:is|are|was|were) to|expect(?:s|ed)|scheduled|plan(?:s|ned|ning)?|next|set to|intends?|aims? to|before|until|can)\b/iu.test(
    sentence,
  );

/** The stem of what a question counts: `How many former lawmakers signed?` → lawmak. */
export function readCounted(question: string): string | undefined {
  const noun = /\bhow (?:many|much) ((?:[\p{L}-]+ ?){1,3})/iu.exec(question)?.[1];
  return noun === undefined ? undefined : stems(noun)[0];
}

const ACT =
  /^(?:who|whom|where|which \p{L}+)\s+(?:(?:did|does|do|has|had|have|will|would)\s+)?(?:(?:they|he|she|we|(?:the|a)\s+\p{L}+)\s+)?(\p{L}+)/u;
const PASSIVE =
  /^(?:who|where|which \p{L}+)\s+(?:is|are|was|were)\s+(?:(?:it|the\s+\p{L}+)\s+)?(\p{L}+(?:ed|en))\b/u;

/**
 * The word for what was done, where the question says it: `led` of `Who led the delegation?`. None
 * of `Who is Kellogg?`, which any sentence about him would seem to answer.
 */
export function readAct(question: string): string | undefined {
  const plain = question.trim().toLowerCase();
  if (/^(?:who|where)\s+(?:is|are|was|were)\b/u.test(plain)) return PASSIVE.exec(plain)?.[1];
  return ACT.exec(plain)?.[1];
}

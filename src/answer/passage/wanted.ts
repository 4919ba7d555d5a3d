import { tokenize } from '../../extraction/syntax/document.ts';
import { findBroader } from '../../search/word-kin.ts';

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
  | 'organisation'
  /** What the asked noun names: `Which song`, `What punishment`. */
  | 'thing'
  | 'anything';

const BEFORE = String.raw`^(?:so|and|but|or|then|wait)?,? ?(?:about|around|to|for|from|with|by|until|till|since|on|at|of|in|after|before|roughly|exactly)? ?`;
const SAY = String.raw`(?:say|said|tell|told|tweet|post|write|respond|reply|think|suggest|claim|argue|call|accuse|warn|complain|promise|announce|joke|answer)`;
const PEOPLE = String.raw`(?:minister|president|senator|lawmaker|leader|official|judge|envoy|ambassador|general|person|people|congressman|congresswoman|politician|deputy|aide|advis[eo]r|lawyer|attorney|diplomat|commissioner|manager|spokes\w+|negotiator|governor|mayor|candidate)`;
const AMOUNTS = String.raw`(?:fine|loan|budget|bill|debt|deficit|cost|price|grant|fee|salary|wage|income|revenue|bribe|donation|fund|damage|penalty|bail|payout|payment)s?`;
const SUMS = String.raw`(?:fine|price|cost|fee|salary|wage|income|revenue|bribe|bail|payout|payment|sum)s?`;
const PAYING = String.raw`(?:money|cash|cost|costs|pay|paid|pays|raised?|spend|spent|lend|lent|owe|owed|donated?|worth|earn|earned|fund\w*|fined?|price|charged?|sell|sold|tickets?)`;
const COUNTS = String.raw`(?:tally|count|vote|margin|score|rating|turnout|polling|total|toll)`;
/** Asks for something else than what somebody said. */
const NO_OTHER = String.raw`^(?!(?:\w+ )?(?:who|whom|whose|which|where|when|how|why)\b)`;

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
    String.raw`\bhow (?:long|soon)\b|\bhow many (?:more )?(?:hours?|days?|weeks?|months?|years?|minutes?)\b`,
    'duration',
  ),
  sign(String.raw`\b(?:how much|most|least|longest) time\b`, 'duration'),
  sign(String.raw`\b(?:what|which) (?:day|date|year|month|time)\b|\bhow (?:early|late)\b`, 'time'),
  sign(String.raw`${BEFORE}when\b|\b(?:by|since|until|and) when\b|\bwhen$`, 'time'),
  sign(String.raw`\bhow old\b|\bwhat age\b|\bage\b`, 'age'),
  sign(String.raw`\bhow far (?:ahead|behind|up|down)\b`, 'number'),
  sign(String.raw`\bhow (?:far|tall|deep|wide)\b`, 'distance'),
  sign(
    String.raw`\b(?:what|which|how big a) (?:share|percentage|percent|proportion|fraction|slice)\b|\bpercent(?:age)?\b`,
    'share',
  ),
  sign(
    String.raw`\bhow much\b.*\b${PAYING}\b|\bhow much (?:was|were|is|are) (?:the|a|an|it|\w+s)\b`,
    'money',
  ),
  sign(
    String.raw`\bhow (?:big|large|high|steep)\b.*\b${AMOUNTS}\b|\b(?:what|which) (?:(?!did|does|do|was|were|is|are|has|had)\w+ ){0,2}${SUMS}\b`,
    'money',
  ),
  sign(
    String.raw`\bhow (?:many|much|big|large|often|high)\b|\b(?:what|which) (?:\w+ )?(?:number|amount|size)\b`,
    'number',
  ),
  sign(
    String.raw`\bwhat(?:'s|’s|s)?(?: is| was| were| are)? .*\b${COUNTS}\b(?! in favor)`,
    'number',
  ),
  sign(
    String.raw`${BEFORE}where\b|\bwhere$|\bwhere (?:did|does|do|is|was|are|were|will|has)\b|\b(?:what|which) (?:city|country|town|state|province|region|village|place)\b`,
    'place',
  ),
  sign(String.raw`\bwhat (?:did|does|do|has|have|had|was|were|is) .+ ${SAY}\b`, 'statement'),
  sign(
    String.raw`\bhow (?:did|does|has) .+ (?:describe|respond|react|reply|answer|characteri[sz]e)\b`,
    'statement',
  ),
  sign(
    String.raw`${BEFORE}who(?:m|se)?\b|\b(?:from|to|with|by|for) who(?:m|se)?\b|\bwho$`,
    'person',
  ),
  sign(
    String.raw`${NO_OTHER}.*\b(?:complaint|criticism|warning|joke|comment|response|reaction|message|reply|answer|quote|remark|jab|gripe)\b`,
    'statement',
  ),
  sign(String.raw`${NO_OTHER}.*\btake (?:on|about)\b`, 'statement'),
  sign(String.raw`\b(?:what|which) (?:\w+ ){0,2}${PEOPLE}s?\b|\bname of .*\b${PEOPLE}\b`, 'person'),
] as const;

/**
 * `how long did the talks last` → duration; `rubio reply lavrov` → statement.
 * @param noun the noun asked for, which tells where the question word does not: `which senator`
 */
export function readWanted(question: string, noun?: string): Wanted {
  if (noun === 'pages') return 'number';
  const asked = question
    .toLowerCase()
    .replace(/[?!.\s]+/gu, ' ')
    .trim();
  const told = SIGNS.find(([pattern]) => pattern.test(asked))?.[1] ?? 'anything';
  return told === 'anything' && noun !== undefined ? kindOfNoun(noun) : told;
}

const KINDS: readonly (readonly [broader: string, wanted: Wanted])[] = [
  ['person', 'person'],
  ['organization', 'organisation'],
  ['district', 'place'],
  ['geographical area', 'place'],
  ['building', 'place'],
];

function kindOfNoun(noun: string): Wanted {
  const broader = findBroader(noun);
  return KINDS.find(([kind]) => broader.has(kind))?.[1] ?? 'thing';
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

/** Verbs that say little by themselves: `ended up winning`, `get hired`. */
const LIGHT = new Set(
  `end ends ended get gets got getting go goes went going try tried trying want wanted use used
  happen happened decide decided manage managed come came take took give gave make made keep kept
  have had do did be start started help helped`.split(/\s+/u),
);

/**
 * The word for what was done, where the question says it: `led` of `Who led the delegation?`. None
 * of `Who is Kellogg?`, which any sentence about him would seem to answer.
 */
export function readAct(question: string): string | undefined {
  const tokens = tokenize(question);
  const asking = tokens.findIndex(({ lower }) => /^(?:who|whom|where|which|what)$/u.test(lower));
  const verb = tokens
    .slice(asking + 1)
    .find(({ pos, lower }) => pos === 'VERB' && !LIGHT.has(lower));
  return asking < 0 ? undefined : verb?.lower;
}

/** Who is asked about in `what did [the mayor of Bern] say about it`. */
export function readSayer(question: string): string | undefined {
  const words = question.toLowerCase().replaceAll(/\s+/gu, ' ');
  const asking = ASKING_WHAT.exec(words);
  if (asking === null) return undefined;
  const rest = words.slice(asking.index + asking[0].length);
  const end = SAYING.exec(rest)?.index;
  return end === undefined ? undefined : rest.slice(0, end);
}

// Apart, as one pattern would look for each end again from each beginning.
const ASKING_WHAT = /\b(?:what|how) (?:did|does|do|has|have|had|was|is) /u;
const SAYING = new RegExp(
  String.raw`(?<=.) (?:have to |had to )?(?:${SAY}|saying|describe|respond|react|characteri[sz]e|wish|want)\b`,
  'u',
);

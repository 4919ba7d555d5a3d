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

// The first that fits decides. Questions come in any case and without a question mark.
const SIGNS: readonly (readonly [RegExp, Wanted])[] = [
  [/\b(?:why|how come)\b|\b(?:for|for the|the) (?:what )?reasons?\b/u, 'reason'],
  [/\bhow (?:do|does|did|would|has|have) .+ (?:explain|justify|excuse|defend)\b/u, 'reason'],
  [/\bwhat (?:made|makes|led|prompted|caused|drove|convinced|persuaded|triggered)\b/u, 'reason'],
  [/\b(?:reason|excuse|explanation|motive)\b/u, 'reason'],
  [
    /\bhow (?:long|soon)\b|\bhow many (?:hours?|days?|weeks?|months?|years?|minutes?)\b/u,
    'duration',
  ],
  [/\bwhat (?:day|date|year|month|time)\b|\bwhich (?:day|date|year|month)\b/u, 'time'],
  [/\bwhen\b|\b(?:since|by|until) what\b/u, 'time'],
  [/\bhow old\b|\bwhat age\b|\bage when\b/u, 'age'],
  [/\bhow (?:far|tall|high|deep|wide)\b/u, 'distance'],
  [/\b(?:what|which) (?:share|percentage|percent|proportion|fraction)\b/u, 'share'],
  [/\bhow much (?:money|cash|funding|aid|does .+ (?:cost|owe|want|pay))\b/u, 'money'],
  [
    /\bhow (?:big|large|high|steep)\b.* (?:fine|loan|budget|bill|debt|deficit|cost|price|grant|fee)\b/u,
    'money',
  ],
  [
    /\bhow much\b.* (?:cost|pay|paid|raised?|spend|spent|lend|lent|owe|donated?|worth|earn)\b/u,
    'money',
  ],
  [/\bhow (?:many|much|big|large|often)\b|\b(?:what|which) (?:number|amount|size)\b/u, 'number'],
  [
    /\bwhere\b|\b(?:what|which) (?:city|country|town|state|province|region|village|place)\b/u,
    'place',
  ],
  [
    /\bwhat (?:did|does|do|has|have|had|was|were|is) .+ (?:say|said|tell|told|tweet|post|write|respond|reply|think|suggest|claim|argue|call|accuse|warn|complain)\b/u,
    'statement',
  ],
  [
    /\bwhat .*(?:complaint|criticism|warning|joke|comment|response|reaction|take|message|reply|answer)\b/u,
    'statement',
  ],
  [
    /\bhow (?:did|does|has) .+ (?:describe|respond|react|reply|answer|characteri[sz]e)\b/u,
    'statement',
  ],
  [/\b(?:reaction|reply|response|comment|said|quote)\b/u, 'statement'],
  [/\b(?:who|whom|whose)\b/u, 'person'],
  [
    /\b(?:what|which) (?:\w+ ){0,2}(?:minister|president|senator|lawmaker|leader|official|judge|judges|envoy|ambassador|general|person|people|congressman|congresswoman|politician|deputy|aide|adviser|lawyer)s?\b/u,
    'person',
  ],
];

/** `how long did the talks last` → duration; `rubio reply lavrov` → statement. */
export function readWanted(question: string): Wanted {
  const asked = question.toLowerCase().replace(/\s+/gu, ' ');
  return SIGNS.find(([sign]) => sign.test(asked))?.[1] ?? 'anything';
}

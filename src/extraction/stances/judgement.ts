import type { CastText } from '../cast/cast.ts';
import { badDeeds, badWords, goodDeeds, goodWords } from '../lexicon/stance-judgements.ts';
import { indexEntries, splitCues } from '../lexicon/stance-entry.ts';
import { COPULAS, NAMING_VERBS, NEGATIONS } from '../lexicon/stance-modifiers.ts';
import { inflect } from '../lexicon/inflection.ts';
import { follow } from './turn.ts';
import { candidatesAt, endOfMatch } from './cue.ts';
import type { Stretch } from './target.ts';

/** Words that judge, and which way: 1 for, -1 against. */
export interface Judgement extends Stretch {
  readonly sign: 1 | -1;
}

type Table = ReadonlyMap<string, readonly (readonly [readonly string[], 1 | -1])[]>;

const judgements = tabulate([
  [goodWords, 1],
  [badWords, -1],
]);

function tabulate(lists: readonly (readonly [string, 1 | -1])[]): Table {
  const table = new Map<string, (readonly [readonly string[], 1 | -1])[]>();
  for (const [list, sign] of lists)
    for (const words of splitCues(list)) {
      const [first = '', ...rest] = words.flatMap((word) => word.split(/(?=-)|(?<=-)/u));
      table.set(first, [...(table.get(first) ?? []), [rest, sign]]);
    }
  for (const [first, entries] of table)
    table.set(
      first,
      entries.toSorted((a, b) => b[0].length - a[0].length),
    );
  return table;
}

/** The judging words that begin at a token, the longest. */
export function judgementAt(text: CastText, at: number): Judgement | undefined {
  const candidates = judgements.get(text.document.tokens[at]?.lower ?? '');
  if (candidates === undefined || text.names.at[at] !== undefined) return undefined;
  for (const [rest, sign] of candidates)
    if (follow(text.document.tokens, at + 1, rest))
      return { first: at, last: at + 1 + rest.length, sign };
  return undefined;
}

/** The judgements between two tokens, negated ones turned about where that means the contrary. */
export function judgementsIn(text: CastText, from: number, to: number): Judgement[] {
  const found: Judgement[] = [];
  for (let at = from; at < to; at += 1) {
    const judgement = judgementAt(text, at);
    if (judgement === undefined) continue;
    found.push(judgement);
    at = judgement.last - 1;
  }
  return found;
}

/** Whether a negation stands up to four tokens before. */
export function isNegated({ document }: CastText, first: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - 4); at -= 1) {
    const word = document.tokens[at]?.lower ?? '';
    if (/^[,;:.“”"]$/u.test(word)) return false;
    if (NEGATIONS.has(word)) return !/^(?:only|just)$/u.test(document.tokens[at + 1]?.lower ?? '');
  }
  return false;
}

/** The copula that leads to a judgement: `is | the worst deal`; none over a clause's end. */
export function copulaBefore({ document }: CastText, first: number): number | undefined {
  for (let at = first - 1; at >= Math.max(0, first - 7); at -= 1) {
    const token = document.tokens[at];
    if (token === undefined || document.sentenceOf[at] !== document.sentenceOf[first])
      return undefined;
    if (COPULAS.has(token.lower) && token.pos !== 'PART') return at;
    if (
      /^[;:.,]$/u.test(token.text) ||
      /^(?:VERB|CCONJ|SCONJ)$/u.test(token.pos) ||
      (token.pos === 'ADP' && !/^(?:of|than|as|like)$/u.test(token.lower))
    )
      return undefined;
  }
  return undefined;
}

const deeds = indexEntries([
  { frame: 'verb', polarity: 'supports', weight: 'hedged', cues: goodDeeds },
  { frame: 'verb', polarity: 'opposes', weight: 'hedged', cues: badDeeds },
]);

/** A verb whose subject it judges: `would destroy jobs`, `must resign`. */
export function judgingDeedAt(text: CastText, at: number): Judgement | undefined {
  const pos = text.document.tokens[at]?.pos;
  if (pos !== 'VERB' && pos !== 'AUX') return undefined;
  for (const { rest, polarity } of candidatesAt(text, at, deeds)) {
    const last = endOfMatch(text, at, rest);
    if (last !== undefined) return { first: at, last, sign: polarity === 'supports' ? 1 : -1 };
  }
  return undefined;
}

const naming = new Map<string, string[]>();
for (const [verb, link] of NAMING_VERBS)
  for (const form of inflect(verb)) naming.set(form, [...(naming.get(form) ?? []), link]);

/** The words that a judgement, a judging deed or a naming may begin with. */
export const JUDGEMENT_OPENERS: readonly string[] = [
  ...judgements.keys(),
  ...deeds.keys(),
  ...naming.keys(),
];

/** The words that may link a naming verb to its judgement: '' for `call`, `as` for `describe`. */
export const namingLinks = (form: string): readonly string[] | undefined => naming.get(form);

import type { CastText } from '../cast/cast.ts';
import { backedCompounds, epithets } from '../lexicon/stance-epithets.ts';
import { ownActs } from '../lexicon/stance-own-acts.ts';
import { CUE_OPENERS } from './cue.ts';
import { DEED_OPENERS } from './deed.ts';
import { JUDGEMENT_OPENERS, NAMING_OPENERS } from './judgement.ts';
import { UTTERANCE_OPENERS } from './uttered.ts';
import { byNumber } from '../../text/word-numbers.ts';

/** The words that each kind of thing that shows a position may begin with. */
const OPENERS = {
  cue: CUE_OPENERS,
  judgement: JUDGEMENT_OPENERS,
  naming: NAMING_OPENERS,
  deed: DEED_OPENERS,
  utterance: UTTERANCE_OPENERS,
  epithet: [...epithets.keys(), ...backedCompounds],
  ownAct: [...ownActs],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Opening = keyof typeof OPENERS;

const KINDS: readonly Opening[] = [
  'cue',
  'judgement',
  'naming',
  'deed',
  'utterance',
  'epithet',
  'ownAct',
];

/** For each word the kinds that it may begin, a bit each. */
const kindsByWord = new Map<string, number>();
for (const [index, kind] of KINDS.entries())
  for (const word of OPENERS[kind])
    kindsByWord.set(word, (kindsByWord.get(word) ?? 0) | (1 << index));
const kindsOf = byNumber((word) => kindsByWord.get(word));

/** For each kind the tokens, in order, at which one may begin. */
export type Openings = Readonly<Record<Opening, readonly number[]>>;

/** Where anything that shows a position may begin: a first test, which most tokens fail. */
export function findOpenings({ document }: CastText): Openings {
  const { tokens } = document;
  const lists = KINDS.map((): number[] => []);
  for (let at = 0; at < tokens.length; at += 1) {
    let kinds = kindsOf(tokens[at]) ?? 0;
    for (let kind = 0; kinds > 0; kind += 1, kinds >>= 1)
      if ((kinds & 1) === 1) lists[kind]?.push(at);
  }
  const [
    cue = [],
    judgement = [],
    naming = [],
    deed = [],
    utterance = [],
    epithet = [],
    ownAct = [],
  ] = lists;
  return { cue, judgement, naming, deed, utterance, epithet, ownAct };
}

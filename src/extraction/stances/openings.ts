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

const kindsByWord = new Map<string, Opening[]>();
for (const kind of KINDS)
  for (const word of new Set(OPENERS[kind]))
    kindsByWord.set(word, [...(kindsByWord.get(word) ?? []), kind]);
const kindsOf = byNumber((word) => kindsByWord.get(word));

/** For each kind the tokens, in order, at which one may begin. */
export type Openings = Readonly<Record<Opening, readonly number[]>>;

/** Where anything that shows a position may begin: a first test, which most tokens fail. */
export function findOpenings({ document }: CastText): Openings {
  const { tokens } = document;
  const found: Record<Opening, number[]> = {
    cue: [],
    judgement: [],
    naming: [],
    deed: [],
    utterance: [],
    epithet: [],
    ownAct: [],
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const kinds = kindsOf(tokens[at]);
    if (kinds !== undefined) for (const kind of kinds) found[kind].push(at);
  }
  return found;
}

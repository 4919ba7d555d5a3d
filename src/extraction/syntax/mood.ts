import type { Document } from './document.ts';
import { wordSet } from '../../text/word-numbers.ts';

/** Whether what a verb says happened, did not, is still to come, or is only thought of. */
export type Mood = 'did' | 'did-not' | 'will' | 'might';

const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'neither', 'no', 'nobody', 'cannot']);
const FUTURE = new Set(
  `will 'll ’ll wo due expected scheduled slated set planning plans plan planned going hopes intends
   aims poised bound preparing prepares about likely hoped hoping anticipated tipped slated supposed
   confirmed promised agreed agree agrees vowed`.split(/\s+/u),
);
const UNSURE = new Set(
  `would may might could should can must invited asked urged wants want wanted tried offered ready
   willing refuses open able proposed called hoped wished ought need needs try trying
   opportunity chance effort bid order needs able seeking sought if whether unless`.split(/\s+/u),
);
const REFUSALS = new Set(
  `refused refuses refuse declined declines decline failed fails fail unable unwilling`.split(
    /\s+/u,
  ),
);
/** After these a purpose was reached as a rule: `flew to Doha to meet him`. */
const MOTIONS = new Set(
  `went flew traveled travelled came arrived gathered returned assembled visited sat landed goes
   drove convened joined stood stayed used began continued got decision`.split(/\s+/u),
);
const AUXILIARIES = new Set(
  `be been being is are was were am 's ’s 're ’re have has had having do does did get got gotten to
   also then later still already now just first both all together reportedly himself herself`.split(
    /\s+/u,
  ),
);

/** How far to the left the words around a verb are read. */
const REACH = 8;

/**
 * The mood of the verb at a token, from the words in front of it.
 *
 *     they [met] → did             she did not [attend] → did-not
 *     he is due to [speak] → will  he was invited to [speak] → might
 *     he flew to Doha to [meet] her → did
 */
export function readMood({ document }: { readonly document: Document }, verb: number): Mood {
  const mood = moodOfGroup(document, verb);
  return mood === 'did' && isSupposed(document, verb) ? 'might' : mood;
}

function moodOfGroup({ tokens, sentenceOf }: Document, verb: number): Mood {
  let hasTo = false;
  if (isPlanned(tokens, verb)) return 'will';
  let isRefused = false;
  for (let at = verb - 1; at >= Math.max(0, verb - REACH); at -= 1) {
    const token = tokens[at];
    if (token === undefined || sentenceOf[at] !== sentenceOf[verb]) break;
    const word = token.lower;
    if (NEGATIONS.has(word)) isRefused = true;
    else if (FUTURE.has(word) && (hasTo || isModal(word))) return isRefused ? 'did-not' : 'will';
    else if (UNSURE.has(word) && (hasTo || isModal(word))) return 'might';
    else if (REFUSALS.has(word) && hasTo) return 'did-not';
    else if (word === 'to') hasTo = true;
    else if (hasTo && isBe(word)) return isRefused ? 'did-not' : 'will';
    else if (!AUXILIARIES.has(word) && token.pos !== 'ADV')
      return closing(hasTo, isRefused, tokens, at);
  }
  return hasTo ? 'might' : isRefused ? 'did-not' : 'did';
}

const SUPPOSING = wordSet('if unless whether suppose supposing imagine'.split(' '));

/** `if [Ann Lee] met him`, `asked whether they had met`; not `if asked, she met him`. */
function isSupposed({ tokens, sentenceOf }: Document, verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(0, verb - 20); at -= 1) {
    const token = tokens[at];
    if (token === undefined || sentenceOf[at] !== sentenceOf[verb]) return false;
    if (SUPPOSING.holds(token)) return true;
    if (token.pos === 'VERB' || token.text === ';' || token.text === ':') return false;
  }
  return false;
}

/** `is [expected]`, `are [slated]`: the participle itself looks ahead. */
const isPlanned = (tokens: Document['tokens'], verb: number): boolean =>
  /^(?:expected|scheduled|slated|due|set|planned)$/u.test(tokens[verb]?.lower ?? '') &&
  /^(?:is|are|'s|’s|'re|’re)$/u.test(tokens[verb - 1]?.lower ?? '');

const isModal = (word: string): boolean =>
  /^(?:will|'ll|’ll|wo|would|may|might|could|should|can|must|planning|plans)$/u.test(word);

const isBe = (word: string): boolean => /^(?:is|are|was|were|'s|’s|'re|’re|am|be)$/u.test(word);

/** What the first word that belongs to no verb group says: `flew to Doha | to meet`. */
function closing(hasTo: boolean, isRefused: boolean, tokens: Document['tokens'], at: number): Mood {
  if (isRefused) return 'did-not';
  if (!hasTo) return 'did';
  for (let before = at; before >= Math.max(0, at - REACH); before -= 1) {
    const other = tokens[before]?.lower ?? '';
    if (MOTIONS.has(other)) return 'did';
    if (FUTURE.has(other)) return 'will';
    if (UNSURE.has(other) || /^(?:VERB)$/u.test(tokens[before]?.pos ?? '')) return 'might';
  }
  return 'might';
}

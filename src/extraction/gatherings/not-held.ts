import type { CastText } from '../cast/cast.ts';
import type { Token } from '../syntax/document.ts';
import type { Run } from './guest.ts';
import { subjectOf } from './subject.ts';
import { testByNumber, wordSet } from '../../text/word-numbers.ts';

// What an article says was not held: called off, or denied. Who was to be there was nowhere.

/** Verbs for what is done to a gathering that is then not held, with the word they need behind. */
const CANCELLING = new Map<string, ReadonlySet<string> | undefined>([
  ...words('cancelled canceled cancels cancel cancelling canceling scrapped scraps scrapping'),
  ...words('postponed postpones postponing shelved shelves aborted nixed axed'),
  ...words('called calls call calling put puts broke break', ['off']),
  ...words('pulled', ['out']),
  ...words('fell fallen fall', ['through']),
]);

function words(list: string, particles?: string[]): [string, ReadonlySet<string> | undefined][] {
  return list.split(' ').map((word) => [word, particles && new Set(particles)]);
}

const isCancellingVerb = testByNumber((word) => CANCELLING.has(word));

const HAPPENING = wordSet(
  'take taken took happen happened go occur occurred materialise materialize'.split(' '),
);

/** The nouns in a text for what was cancelled, postponed, or did not take place, by token. */
export function findNotHeld(text: CastText): ReadonlySet<number> {
  const { tokens } = text.document;
  const found = new Set<number>();
  for (let at = 0; at < tokens.length; at += 1) {
    const isCancelled = isCancelling(tokens, at);
    if (!isCancelled && !isMissed(tokens, at)) continue;
    const object = isCancelled ? objectOf(text, at) : undefined;
    if (object !== undefined) for (let on = object.first; on < object.last; on += 1) found.add(on);
    if (isCancelled && (object !== undefined || isToCome(tokens, at))) continue;
    const subject = subjectOf(text, at);
    for (let on = startOfSubject(text, subject); on < (subject?.last ?? 0); on += 1) found.add(on);
  }
  return found;
}

/** `[the summit between A and] B | was called off`: B is only part of it. */
function startOfSubject({ document, phrases }: CastText, subject: Run | undefined): number {
  const { tokens, sentenceOf } = document;
  let at = subject?.first ?? 0;
  while (
    /^(?:and|between|of|with|,)$/u.test(tokens[at - 1]?.lower ?? '') &&
    phrases.at[at - 2] !== undefined &&
    sentenceOf[at - 2] === sentenceOf[at]
  )
    at = phrases.at[at - 2]?.first ?? 0;
  return at;
}

function isCancelling(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if ((token?.pos !== 'VERB' && token?.pos !== 'AUX') || !isCancellingVerb(token)) return false;
  const particles = CANCELLING.get(token.lower);
  return particles === undefined || particles.has(tokens[at + 1]?.lower ?? '');
}

/** `might be cancelled`, `should have been cancelled`: it was not, so far as is said. */
const isToCome = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 4), at)
    .some(({ lower }) =>
      /^(?:may|might|could|should|would|not|n't|if|nearly|almost)$/u.test(lower),
    );

/** `did not | take place`, `never happened` */
const isMissed = (tokens: readonly Token[], at: number): boolean =>
  HAPPENING.holds(tokens[at]) &&
  (!/^(?:take|taken|took|go)$/u.test(tokens[at]?.lower ?? '') ||
    /^(?:place|ahead)$/u.test(tokens[at + 1]?.lower ?? '')) &&
  tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => /^(?:not|n't|never)$/u.test(lower));

/** `called off [the summit]`, `cancelled [his meeting] with Putin` */
function objectOf({ document, phrases }: CastText, verb: number): Run | undefined {
  const next =
    CANCELLING.get(document.tokens[verb]?.lower ?? '') === undefined ? verb + 1 : verb + 2;
  const phrase = phrases.at[next];
  const isTime = /^(?:on|in|at|last|this|after|because|over)$/u.test(
    document.tokens[next]?.lower ?? '',
  );
  return phrase?.first === next && !isTime ? phrase : undefined;
}

const DENIALS = wordSet(
  `deny denies denied denying dismiss dismisses dismissed dismissing refutes refuted disputes disputed
   disowns disowned`.split(/\s+/u),
);

/** How far to the left a denial may stand from what it denies. */
const REACH = 25;

/** `denied that she had [met] him`, `denied a report of [talks]`; not `denied it and [met] him`. */
export function isDenied({ document }: CastText, head: number): boolean {
  const { tokens, sentenceOf } = document;
  let at = head - 1;
  while (/^(?:ADV|AUX)$/u.test(tokens[at]?.pos ?? '')) at -= 1;
  if (/^(?:and|but|then)$/u.test(tokens[at]?.lower ?? '')) return false;
  for (; at >= Math.max(0, head - REACH) && sentenceOf[at] === sentenceOf[head]; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.text === ';') return false;
    if (DENIALS.holds(token)) return true;
    if (token.pos === 'VERB') return false;
  }
  return false;
}

import { readGuests } from './guest-list.ts';
import type { Claim, Scene } from './scene.ts';
import { wordSet } from '../../text/word-numbers.ts';

// Who is only expected, in a sentence that looks ahead.

const AHEAD = wordSet("will 'll ’ll due expected scheduled slated set invited".split(' '));

/** What `findAhead` may stop at: a first test, which most words fail. */
const MARKERS = wordSet(['is', 'are', ...AHEAD]);

const COMING =
  /^(?:meet|meets|attend|attending|come|arrive|appear|join|joined|joining|speak|return|lead|host|chair|take|brief|be|go|travel|open|testify|participate|hold|reconvene|continue|address|exchange|see|huddle|face|preside|visit|convene|fly|receive|sit|gather|deliver|headline|debate|it|together|again)$/u;

/**
 * The people of sentences that look ahead.
 *
 *     [Ms Lee] is expected to lead for Europe          [Anselm Drury] is due to brief the parties
 *     to which [the prime minister, A B] will come     the host will be [Ann Lee]
 */
export function expectedIn(scene: Scene, sentence: number): Claim[] {
  const { text } = scene;
  const { tokens, sentences, quotedOf } = text.document;
  const bounds = sentences[sentence];
  if (bounds === undefined) return [];
  const marker = findAhead(scene, bounds.first, bounds.last);
  if (marker === undefined || (quotedOf[marker] ?? -1) >= 0) return [];
  if (isOpen(tokens, bounds.first, bounds.last)) return [];
  const guests = readGuests(text, {
    first: startOfClause(tokens, bounds.first, marker),
    last: bounds.last,
  });
  const pronoun = text.cast.at[marker - 1] ?? -1;
  const subject = pronounGuest(scene, marker, pronoun);
  return [...subject, ...guests].map((guest) => ({
    standing: 'expected',
    guest,
    sentence,
    isWeak: true,
  }));
}

/** `[Whether] she will come is unclear`, `it is [doubtful] that he will attend`: nobody expects them. */
const isOpen = (
  tokens: Scene['text']['document']['tokens'],
  first: number,
  last: number,
): boolean => tokens.slice(first, last).some((token) => OPEN.holds(token));

const OPEN = wordSet(
  'whether unclear unsure uncertain undecided doubtful unlikely unconfirmed doubt doubts'.split(
    ' ',
  ),
);

function pronounGuest({ text }: Scene, marker: number, entity: number): Claim['guest'][] {
  const { document, cast, names } = text;
  const at = marker - 1;
  const found = cast.entities[entity];
  const isPronoun = /^(?:he|she)$/u.test(document.tokens[at]?.lower ?? '');
  if (found === undefined || !isPronoun || names.at[at] !== undefined) return [];
  return [
    {
      name: found.name,
      entity,
      isPerson: true,
      isNamed: true,
      at: { first: at, last: marker },
      ...(found.roles[0] === undefined ? {} : { role: found.roles[0] }),
    },
  ];
}

/** The first word of `will come`, `is due in`, `are to meet` that looks ahead. */
export function findAhead({ text }: Scene, first: number, last: number): number | undefined {
  const { tokens } = text.document;
  for (let at = first; at < last; at += 1) {
    if (!MARKERS.holds(tokens[at])) continue;
    const word = tokens[at]?.lower ?? '';
    const isPlan = AHEAD.has(word) && !/^(?:had|been|was|were)$/u.test(tokens[at - 1]?.lower ?? '');
    const isBeTo =
      (word === 'is' || word === 'are') &&
      tokens[at + 1]?.lower === 'to' &&
      COMING.test(tokens[at + 2]?.lower ?? '');
    if (isBeTo) return at;
    if (isPlan && comesNear(tokens, at, last)) return at;
  }
  return undefined;
}

function comesNear(tokens: Scene['text']['document']['tokens'], at: number, last: number): boolean {
  for (let next = at + 1; next < Math.min(last, at + 7); next += 1) {
    const word = tokens[next]?.lower ?? '';
    if (/^(?:not|n't|never)$/u.test(word)) return false;
    if (COMING.test(word) || (/^(?:in|for)$/u.test(word) && next === at + 1)) return true;
  }
  return false;
}

/** Clauses are parted by `;` and by `, and` before a new subject: guests stand in the marker's own. */
function startOfClause(
  tokens: Scene['text']['document']['tokens'],
  first: number,
  marker: number,
): number {
  for (let at = marker - 1; at > first; at -= 1)
    if (/^(?:;|but|while|whereas|which|when)$/u.test(tokens[at]?.lower ?? '')) return at + 1;
  return first;
}

import type { Polarity, Stance } from '../facts.ts';
import { NEGATIONS, WITH_A_REASON } from '../lexicon/stance-modifiers.ts';
import { PEOPLE_NOUNS } from '../lexicon/roles.ts';
import type { Phrase } from '../phrases.ts';
import type { Cue } from './cue.ts';
import { stanceOf } from './draft.ts';
import { type Holding, holdingOf, speakerAt, type VoicedText } from './party.ts';
import { earlierSubject, groupStart, possessorOf, subjectOf, antecedentOf } from './subject.ts';
import { gapTarget } from './gap.ts';
import { type Stretch, targetFrom, wholeSubject } from './target.ts';
import { isControlVerb } from './control.ts';
import { isDated, isTurnedAbout, type Turn, turnOf } from './turn.ts';

/** A cue read in its place: who holds, toward what, and which way. */
interface Side {
  readonly cue: Cue;
  readonly holdings: readonly Holding[];
  readonly target?: Stretch;
  readonly turn: Turn;
  readonly sign: 1 | 0 | -1;
}

/** The sides that are taken by word or deed, in order. */
export function findSides(text: VoicedText, cues: readonly Cue[]): Stance[] {
  const found: Stance[] = [];
  let outer: Side | undefined;
  for (const cue of cues) {
    const side = readSide(text, cue, outer);
    if (side.target !== undefined || side.holdings.length > 0) outer = side;
    found.push(...write(text, side));
  }
  return found;
}

function readSide(text: VoicedText, cue: Cue, outer: Side | undefined): Side {
  const turn = turnOf(text, cue.first, cue.last);
  const sign = applied(signOf(cue.entry.polarity), turn);
  const inside = outer !== undefined && isInside(text, cue, outer) ? outer : undefined;
  const { holders, target } = placeOf(text, cue);
  return {
    cue,
    turn,
    holdings: inside?.holdings ?? holdingsOf(text, cue, holders, outer),
    ...(target === undefined ? {} : { target }),
    sign:
      inside === undefined || inside.sign === 0 || isGoverned(text, cue, inside)
        ? sign
        : times(sign, inside.sign),
  };
}

/** `refused to | endorse`, `denied | opposing`: the turn of the second cue has counted the first. */
function isGoverned({ document }: VoicedText, { first }: Cue, { cue }: Side): boolean {
  const at = document.tokens[first - 1]?.lower === 'to' ? first - 1 : first;
  return cue.last === at && isControlVerb(document.tokens[cue.last - 1]?.lower ?? '');
}

const signOf = (polarity: Polarity): 1 | 0 | -1 =>
  polarity === 'supports' ? 1 : polarity === 'opposes' ? -1 : 0;

const times = (a: 1 | 0 | -1, b: 1 | 0 | -1): 1 | 0 | -1 =>
  a === 0 || b === 0 ? 0 : a === b ? 1 : -1;

/** Not to support is to oppose; not to oppose is neither. */
const applied = (sign: 1 | 0 | -1, turn: Turn): 1 | 0 | -1 =>
  turn.sign === 1 ? sign : turn.sign === -1 && sign === 1 ? -1 : 0;

/** `supports | repealing | the law`: the second cue heads the target of the first. */
function isInside({ document }: VoicedText, cue: Cue, { target, cue: outer }: Side): boolean {
  if (target === undefined || cue.first < target.first || cue.first >= target.last) return false;
  if (document.sentenceOf[cue.first] !== document.sentenceOf[outer.first]) return false;
  const isNoun = cue.entry.frame === 'noun';
  const isVerbal =
    document.tokens[cue.first]?.lower.endsWith('ing') === true ||
    document.tokens[cue.first - 1]?.lower === 'to';
  return (isNoun || isVerbal) && cue.first - target.first <= 6;
}

interface Place {
  readonly holders: readonly Phrase[];
  readonly target?: Stretch;
}

function placeOf(text: VoicedText, cue: Cue): Place {
  switch (cue.entry.frame) {
    case 'verb':
    case 'deed':
      return isPassive(text, cue) ? passivePlace(text, cue) : activePlace(text, cue);
    case 'adjective':
      return place(adjectiveHolder(text, cue.first), targetFrom(text, cue.last), text);
    case 'noun':
      return place(nounHolder(text, cue.first), targetFrom(text, cue.last), text);
    case 'feeling':
      return feelingPlace(text, cue);
    case 'alone':
      return place(subjectOf(text, cue.first), { first: cue.first, last: cue.last }, text);
    default:
      return cue.entry.frame satisfies never;
  }
}

function activePlace(text: VoicedText, cue: Cue): Place {
  const subject = subjectOf(text, cue.first);
  return place(
    subject,
    gapTarget(text, cue, subject) ??
      targetFrom(text, cue.last, WITH_A_REASON.test(text.document.tokens[cue.first]?.lower ?? '')),
    text,
  );
}

const place = (
  holder: Phrase | undefined,
  target: Stretch | undefined,
  text: VoicedText,
): Place => ({
  holders: holder === undefined ? [] : withCoordinated(text, holder),
  ...(target === undefined ? {} : { target }),
});

/** `Rubio and Waltz praised`: each of them holds it. */
function withCoordinated({ document, phrases }: VoicedText, holder: Phrase): Phrase[] {
  const all = [holder];
  for (let at = holder.first - 1; all.length < 5;) {
    if (!/^(?:and|,)$/u.test(document.tokens[at]?.lower ?? '')) break;
    if (all.length === 1 && document.tokens[at]?.lower !== 'and') break;
    const before = phrases.list[phrases.of[at - 1] ?? -1];
    if (before === undefined || document.tokens[before.head]?.pos !== 'PROPN') break;
    all.push(before);
    at = before.first - 1;
  }
  return all;
}

const BE = /^(?:is|are|was|were|be|been|being|get|gets|got|am|'s|’s|’re|'re)$/u;

/** `was (strongly) opposed by`, `a plan backed by` */
function isPassive({ document }: VoicedText, { first, last }: Cue): boolean {
  const word = document.tokens[first]?.lower ?? '';
  if (!/(?:ed|en|wn|ught|lt|id|ut|et|ld|de|nk|ck)$/u.test(word)) return false;
  if (document.tokens[last]?.lower === 'by') return true;
  let at = first - 1;
  while (first - at < 5 && /^(?:ADV|PART)$/u.test(document.tokens[at]?.pos ?? '')) at -= 1;
  return BE.test(document.tokens[at]?.lower ?? '') && last - first === 1;
}

/** `[target] was opposed by [holder]`; with `should`, by whoever speaks. */
function passivePlace(text: VoicedText, { first, last }: Cue): Place {
  const { tokens } = text.document;
  const subject = /^(?:AUX|ADV|PART)$/u.test(tokens[first - 1]?.pos ?? '')
    ? subjectOf(text, first)
    : (text.phrases.list[text.phrases.of[first - 1] ?? -1] ?? antecedentOf(text, first));
  const target = subject && wholeSubject(text, subject, first);
  const agent = agentAfter(text, last);
  if (agent !== undefined) return place(agent, target, text);
  return isUrged(text, first) ? place(undefined, target, text) : { holders: [] };
}

function agentAfter({ document, phrases }: VoicedText, last: number): Phrase | undefined {
  for (let at = last; at < last + 4; at += 1)
    if (document.tokens[at]?.lower === 'by') return phrases.list[phrases.of[at + 1] ?? -1];
  return undefined;
}

function isUrged(text: VoicedText, first: number): boolean {
  for (let at = groupStart(text, first); at < first; at += 1)
    if (/^(?:should|must|ought|needs?)$/u.test(text.document.tokens[at]?.lower ?? ''))
      return speakerAt(text, first) !== undefined;
  return false;
}

/** `[target] angered [holder]`; `[holder] was angered by [target]` */
function feelingPlace(text: VoicedText, cue: Cue): Place {
  const after = targetFrom(text, cue.last);
  if (isPassive(text, cue)) {
    const agent = agentAfter(text, cue.last);
    return place(subjectOf(text, cue.first), agent && targetFrom(text, agent.first), text);
  }
  const subject = subjectOf(text, cue.first);
  const holder = after && text.phrases.list[text.phrases.of[after.first] ?? -1];
  return place(holder, subject && { first: subject.first, last: subject.last }, text);
}

/** `[Ann] is wary of`, `[Ann], critical of`, `[Democrats] opposed to` */
function adjectiveHolder(text: VoicedText, first: number): Phrase | undefined {
  const { tokens } = text.document;
  let at = first - 1;
  while (
    first - at < 5 &&
    /^(?:ADV|PART|ADJ)$/u.test(tokens[at]?.pos ?? '') &&
    (text.phrases.of[at] ?? -1) < 0
  )
    at -= 1;
  if (/^(?:AUX|VERB)$/u.test(tokens[at]?.pos ?? '')) return subjectOf(text, at);
  if (tokens[at]?.text === ',') return antecedentOf(text, at + 1);
  const phrase = text.phrases.list[text.phrases.of[at] ?? -1];
  return phrase !== undefined && mayHold(text, phrase) ? phrase : undefined;
}

const mayHold = ({ cast, document }: VoicedText, { head }: Phrase): boolean =>
  (cast.at[head] ?? -1) >= 0 ||
  PEOPLE_NOUNS.has(document.tokens[head]?.lower ?? '') ||
  /^(?:those|anyone|everyone)$/u.test(document.tokens[head]?.lower ?? '');

/** `[Russia]’s opposition to`, `[she] voiced support for`, `[Lee], a critic of`, `no quarrel with` */
function nounHolder(text: VoicedText, first: number): Phrase | undefined {
  const { tokens } = text.document;
  const possessor = possessorOf(text, first);
  if (possessor !== undefined) return possessor;
  const own = text.phrases.list[text.phrases.of[first] ?? -1];
  const before = (own?.first ?? first) - 1;
  if (tokens[before]?.text === ',') return antecedentOf(text, before + 1);
  return earlierSubject(text, before, 0);
}

function holdingsOf(
  text: VoicedText,
  { first }: Cue,
  holders: readonly Phrase[],
  outer: Side | undefined,
): Holding[] {
  const { document, cast } = text;
  const [holder] = holders;
  // `The EU does not oppose it; | it | does reject …`: a pronoun goes on with the sentence's holder.
  const goesOn =
    holder !== undefined &&
    /^(?:it|they|he|she)$/u.test(document.tokens[holder.head]?.lower ?? '') &&
    (cast.at[holder.head] ?? -1) < 0;
  if (
    goesOn &&
    outer !== undefined &&
    document.sentenceOf[outer.cue.first] === document.sentenceOf[first]
  )
    return [...outer.holdings];
  if (holders.length === 0)
    return speaksHere(text, first) ? compact([holdingOf(text, first, undefined)]) : [];
  return compact(holders.map((one) => holdingOf(text, first, one)));
}

const speaksHere = (text: VoicedText, at: number): boolean => speakerAt(text, at) !== undefined;

const compact = <T>(list: readonly (T | undefined)[]): T[] =>
  list.flatMap((item) => (item === undefined ? [] : [item]));

function write(text: VoicedText, side: Side): Stance[] {
  const { target, turn } = side;
  if (target === undefined || turn.isOpen) return [];
  const cue = withNegation(text, side);
  const flipped = contrasted(text, target);
  return side.holdings.flatMap((holding) =>
    compact([
      stanceOf(text, { holding, target, cue, ...readingOf(text, side) }),
      flipped &&
        stanceOf(text, {
          holding,
          target: flipped,
          cue,
          ...readingOf(text, { ...side, sign: times(side.sign, -1) }),
        }),
    ]),
  );
}

/** `does not oppose`: what turns a cue about is shown with it. */
function withNegation(text: VoicedText, { cue, turn }: Side): Stretch {
  const first = groupStart(text, cue.first);
  const words = text.document.tokens.slice(first, cue.first).map(({ lower }) => lower);
  const isNegated = turn.sign !== 1 && words.some((word) => NEGATIONS.has(word));
  return isNegated ? { first, last: cue.last } : cue;
}

/** `…, but not | the rate`: what the same words leave out. */
function contrasted(text: VoicedText, { last }: Stretch): Stretch | undefined {
  const { tokens } = text.document;
  for (
    let at = last;
    at < last + 22 && text.document.sentenceOf[at] === text.document.sentenceOf[last - 1];
    at += 1
  ) {
    if (/^(?:but|and|though)$/u.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower === 'not')
      return text.phrases.of[at + 2] === -1 ? undefined : targetFrom(text, at + 2);
    if (/^[;:.]$/u.test(tokens[at]?.text ?? '')) break;
  }
  return undefined;
}

const CONFIDENCE = {
  verb: 0.85,
  deed: 0.5,
  adjective: 0.8,
  noun: 0.7,
  feeling: 0.75,
  alone: 0.75,
} as const;

function readingOf(
  text: VoicedText,
  { cue, turn, sign }: Side,
): Pick<Stance, 'polarity' | 'strength' | 'confidence'> {
  const isLeft = isTurnedAbout(text, cue.last);
  const now = isLeft ? times(sign, -1) : turn.isPast ? 0 : sign;
  const isHedged =
    turn.isHedged || (turn.isPast && !isLeft) || now === 0 || cue.entry.weight === 'hedged';
  return {
    polarity: now === 1 ? 'supports' : now === -1 ? 'opposes' : 'mixed',
    strength: turn.isConditional ? 'conditional' : isHedged ? 'hedged' : 'firm',
    confidence:
      CONFIDENCE[cue.entry.frame] *
      (turn.isPast && !isLeft ? 0.5 : isDated(text, cue.first, cue.last) && !isLeft ? 0.45 : 1) *
      (cue.entry.weight === 'hedged' ? 0.8 : 1),
  };
}

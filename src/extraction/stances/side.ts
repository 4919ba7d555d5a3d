import type { Polarity, Stance } from '../facts.ts';
import { NEGATIONS, WITH_A_REASON } from '../lexicon/stance-modifiers.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { isControlVerb } from './control.ts';
import type { Cue } from './cue.ts';
import { stanceOf } from './draft.ts';
import { type Holding, holdingOf, speakerAt, type VoicedText } from './party.ts';
import { placeOf } from './place.ts';
import { groupStart } from './subject.ts';
import { type Stretch, targetFrom } from './target.ts';
import { isDated, isTurnedAbout, type Turn, turnOf, UNTURNED } from './turn.ts';

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
  const inside = outer !== undefined && isInside(text, cue, outer) ? outer : undefined;
  const { holders, target } = placeOf(text, cue);
  const holdings = inside?.holdings ?? holdingsOf(text, cue, holders, outer);
  // Nothing is made of a cue that lacks either, whichever way it turns.
  const isWhole = target !== undefined && holdings.length > 0;
  const turn = isWhole ? turnOf(text, cue.first, cue.last) : UNTURNED;
  const sign = applied(signOf(cue.entry.polarity), turn);
  return {
    cue,
    turn,
    holdings,
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

function holdingsOf(
  text: VoicedText,
  { first, entry }: Cue,
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
  if (holders.length === 0 && entry.frame === 'noun') return [];
  if (holders.length === 0)
    return speaksHere(text, first) ? compact([holdingOf(text, first, undefined)]) : [];
  return compact(holders.map((one) => holdingOf(text, first, one)));
}

const speaksHere = (text: VoicedText, at: number): boolean => speakerAt(text, at) !== undefined;

const compact = <T>(list: readonly (T | undefined)[]): T[] =>
  list.filter((item) => item !== undefined);

function write(text: VoicedText, side: Side): Stance[] {
  const { target, turn } = side;
  if (target === undefined || turn.isOpen || side.holdings.length === 0) return [];
  const cue = withNegation(text, side);
  const flipped = contrasted(text, target);
  const reason = reasonAfter(text, side);
  const reading = readingOf(text, side);
  return side.holdings.flatMap((holding) =>
    compact([
      stanceOf(text, { holding, target, cue, ...reading }),
      flipped &&
        stanceOf(text, {
          holding,
          target: flipped,
          cue,
          ...readingOf(text, { ...side, sign: times(side.sign, -1) }),
        }),
      reason && stanceOf(text, { holding, target: reason, cue, ...reading }),
    ]),
  );
}

/** `accused her of | fuelling the row |`, `praised him for | signing |`: the fault or the merit. */
function reasonAfter(text: VoicedText, { cue, target }: Side): Stretch | undefined {
  const { tokens } = text.document;
  const hasReason = WITH_A_REASON.test(tokens[cue.first]?.lower ?? '');
  const link = target && tokens[target.last]?.lower;
  return hasReason && target && /^(?:of|for|over)$/u.test(link ?? '')
    ? targetFrom(text, target.last + 1)
    : undefined;
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
      return text.phrases.at[at + 2] === undefined ? undefined : targetFrom(text, at + 2);
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

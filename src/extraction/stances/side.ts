import type { Polarity, Stance } from '../facts.ts';
import { IDLE_DEEDS, NEGATIONS, WITH_A_REASON } from '../lexicon/stance-modifiers.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { isControlVerb } from './control.ts';
import type { Cue } from './cue.ts';
import { type Draft, stanceOf } from './draft.ts';
import { isInside } from './inside.ts';
import { type Holding, holdingOf, speakerAt, type VoicedText } from './party.ts';
import { placeOf } from './place.ts';
import type { Request } from './request.ts';
import { groupStart } from './subject.ts';
import { type Stretch, targetFrom } from './target.ts';
import { wordSet } from '../../text/word-numbers.ts';
import { isDated, isTurnedAbout, type Turn, turnOf, UNTURNED } from './turn.ts';

/** A cue read in its place: who holds, toward what, and which way. */
interface Side {
  readonly cue: Cue;
  readonly holdings: readonly Holding[];
  readonly target?: Stretch;
  readonly request?: Request;
  readonly turn: Turn;
  readonly sign: 1 | 0 | -1;
  /** How much less sure it is for where it stands: inside another position, or around one. */
  readonly sureness: number;
}

/** Sureness of a position that stands inside another, and of one that holds another’s contrary. */
const INSIDE = 0.85;
/** What is wanted or rejected by name is as sure as the one who does, however weak as a deed of its own. */
const SURE = 0.75;
const AROUND = 0.6;
const AROUND_A_REQUEST = 0.4;

/** The sides that are taken by word or deed, in order. */
export function findSides(text: VoicedText, cues: readonly Cue[]): Stance[] {
  const sides: Side[] = [];
  let outer = -1;
  for (const cue of cues) {
    const around = sides[outer];
    const inside = around !== undefined && isInside(text, cue, around) ? around : undefined;
    if (cue.entry.frame === 'fate' && inside === undefined) continue;
    const side = readSide(text, cue, around, inside);
    if (inside !== undefined && side.target !== undefined)
      sides[outer] = {
        ...inside,
        sureness:
          inside.sureness *
          (inside.cue.entry.asks === undefined
            ? side.sign === inside.sign
              ? 1
              : AROUND
            : AROUND_A_REQUEST),
      };
    sides.push(side);
    if (side.target !== undefined || side.holdings.length > 0) outer = sides.length - 1;
  }
  return sides.flatMap((side) => write(text, side));
}

function readSide(
  text: VoicedText,
  cue: Cue,
  outer: Side | undefined,
  inside: Side | undefined,
): Side {
  const { holders, target, request } = placeOf(text, cue);
  // Nothing is made of a cue that lacks either, whichever way it turns.
  const isToward = (target ?? request) !== undefined;
  const holdings = isToward ? (inside?.holdings ?? holdingsOf(text, cue, holders, outer)) : [];
  const isWhole = holdings.length > 0;
  const turn = isWhole ? turnOf(text, cue.first, cue.last) : UNTURNED;
  const own = applied(signOf(cue.entry.polarity), turn);
  const sign =
    inside === undefined && holders.some((holder) => isNobody(text, holder)) ? times(own, -1) : own;
  return {
    cue,
    turn,
    holdings,
    ...(target === undefined ? {} : { target }),
    ...(request === undefined ? {} : { request }),
    sign:
      inside === undefined || inside.sign === 0 || isGoverned(text, cue, inside)
        ? sign
        : nested(sign, inside),
    sureness:
      inside === undefined
        ? 1
        : INSIDE * Math.max(1, Math.min(SURE, inside.cue.entry.confidence) / cue.entry.confidence),
  };
}

/** `supports | repealing`; `hesitant to | challenge her` is not for her. */
const nested = (sign: 1 | 0 | -1, { sign: outer, cue }: Side): 1 | 0 | -1 =>
  sign === -1 && outer === -1 && cue.entry.weight === 'hedged' ? 0 : times(sign, outer);

/** `No Republican | voted for it`, `neither Lee nor Kerr | backs it` */
const isNobody = ({ document }: VoicedText, { first }: Phrase): boolean =>
  /^(?:no|few|neither)$/u.test(document.tokens[first]?.lower ?? '') ||
  /^(?:neither|nor)$/u.test(document.tokens[first - 1]?.lower ?? '');

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
  if (holders.length === 0 && /^(?:noun|reception|fate)$/u.test(entry.frame)) return [];
  if (holders.length === 0)
    return speaksHere(text, first) ? compact([holdingOf(text, first, undefined)]) : [];
  return compact(holders.map((one) => holdingOf(text, first, one)));
}

const speaksHere = (text: VoicedText, at: number): boolean => speakerAt(text, at) !== undefined;

const compact = <T>(list: readonly (T | undefined)[]): T[] =>
  list.filter((item) => item !== undefined);

function write(text: VoicedText, side: Side): Stance[] {
  const { target, turn, request } = side;
  if (turn.isOpen || side.holdings.length === 0) return [];
  const cue = withNegation(text, side);
  const reading = readingOf(text, side);
  const drafts: (Draft | undefined)[] = [];
  if (target !== undefined && saysMore(text, side, target)) {
    const flipped = contrasted(text, target);
    const reason = reasonAfter(text, side);
    drafts.push(
      { target, cue, ...reading },
      flipped && {
        target: flipped,
        cue,
        ...readingOf(text, { ...side, sign: times(side.sign, -1) }),
      },
      reason && { target: reason, cue, ...reading, confidence: reading.confidence * OF_A_REASON },
    );
  }
  if (request?.fate !== undefined)
    drafts.push({
      target: request.asked,
      cue: { first: side.cue.first, last: request.deed.last },
      ...readingOf(text, { ...side, sign: times(side.sign, request.fate), sureness: 1 }),
    });
  const told = compact(drafts);
  return compact(
    side.holdings.flatMap((holding) => told.map((draft) => stanceOf(text, holding, draft))),
  );
}

/** How sure it is that what somebody is blamed or praised for is meant as well. */
const OF_A_REASON = 0.7;

/** `wants | to know why`, `needs | to think about it` take no side. */
function saysMore({ document }: VoicedText, { cue }: Side, { first }: Stretch): boolean {
  if (cue.entry.asks === undefined && cue.entry.polarity !== 'opposes') return true;
  const { tokens } = document;
  const verb = tokens[first]?.lower === 'to' ? first + 1 : first;
  return tokens[cue.first]?.lower.startsWith('need') === true && verb > first
    ? false
    : !(verb > first && IDLE_DEEDS.holds(tokens[verb]));
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
  if (turn.sign === 1) return cue;
  const first = groupStart(text, cue.first);
  const words = text.document.tokens.slice(first, cue.first);
  return words.some(({ lower }) => NEGATIONS.has(lower)) ? { first, last: cue.last } : cue;
}

/** `…, but not | the rate`: what the same words leave out. */
function contrasted(text: VoicedText, { last }: Stretch): Stretch | undefined {
  const { tokens } = text.document;
  for (
    let at = last;
    at < last + 22 && text.document.sentenceOf[at] === text.document.sentenceOf[last - 1];
    at += 1
  ) {
    if (tokens[at + 1]?.lower === 'not' && CONTRASTS.holds(tokens[at]))
      return text.phrases.at[at + 2] === undefined ? undefined : targetFrom(text, at + 2);
    if (STOPS.holds(tokens[at])) break;
  }
  return undefined;
}

const CONTRASTS = wordSet(['but', 'and', 'though']);
const STOPS = wordSet([';', ':', '.']);

/** How sure it is that somebody wants to do what they could; `could accept` is as good as a word. */
const POSSIBLE = 0.6;

function readingOf(
  text: VoicedText,
  { cue, turn, sign, sureness }: Side,
): Pick<Stance, 'polarity' | 'strength' | 'confidence'> {
  const isLeft = isTurnedAbout(text, cue.last);
  const now = isLeft ? times(sign, -1) : turn.isPast ? 0 : sign;
  const isHedged =
    turn.isHedged || (turn.isPast && !isLeft) || now === 0 || cue.entry.weight === 'hedged';
  return {
    polarity: now === 1 ? 'supports' : now === -1 ? 'opposes' : 'mixed',
    strength: turn.isConditional ? 'conditional' : isHedged ? 'hedged' : 'firm',
    confidence:
      cue.entry.confidence *
      sureness *
      (turn.isPossible && cue.entry.frame === 'deed' ? POSSIBLE : 1) *
      (isLeft ? 1 : turn.isPast ? 0.5 : isDated(text, cue.first, cue.last) ? 0.45 : 1) *
      (cue.entry.weight === 'hedged' ? 0.8 : 1),
  };
}

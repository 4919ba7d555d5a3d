import type { Span } from '../text/span.ts';
import type { Reading } from './corpus.ts';
import { type Unpacking, pack, packApart, unpackAll, unpackAt } from './packed.ts';
import { nextSpan, nextSpans, numbersOf } from './packed-spans.ts';
import type { NamedSpeaker, Spoken, Utterance } from './utterance.ts';

// An utterance is a number that says what it has, and then what it has, in this order.
const DIRECT = 1;
const CORRECTED = 2;
const CUE = 4;
const SPEAKER = 8;
const SURELY_MENTIONED = 16;
const ONE = 32;
const NAMED = 64;
const NAMED_AT = 128;
const ROLE = 256;
const STRANGER = 512;
const SEVERAL_PARTS = 1024;

/** Each behind how many characters it takes, so that others are passed over. */
export const packUtterances = (utterances: readonly Utterance[]): string =>
  packApart(utterances.map((said) => pack(toNumbers(said))));

function toNumbers(said: Utterance): readonly number[] {
  const { parts, by, cue, speaker } = said;
  const named = speaker?.named;
  const has = parts.length > 1 ? [parts.length, ...parts.flatMap(numbersOf)] : [];
  return [
    flagsOf(said),
    ...numbersOf(said.span),
    ...numbersOf(said.sentence),
    ...has,
    ...spansOf([cue, speaker?.mention, named?.name, named?.namedAt, named?.role]),
    by.length,
    ...by,
  ];
}

const spansOf = (spans: readonly (Span | undefined)[]): readonly number[] =>
  spans.flatMap((each) => (each === undefined ? [] : numbersOf(each)));

function flagsOf({ manner, isCorrected, cue, speaker, parts }: Utterance): number {
  const named = speaker?.named;
  return (
    (manner === 'direct' ? DIRECT : 0) +
    (isCorrected === true ? CORRECTED : 0) +
    (cue === undefined ? 0 : CUE) +
    (speaker === undefined ? 0 : SPEAKER) +
    (speaker?.isSurelyMentioned === true ? SURELY_MENTIONED : 0) +
    (speaker?.isOne === true ? ONE : 0) +
    (named === undefined ? 0 : NAMED) +
    (named?.namedAt === undefined ? 0 : NAMED_AT) +
    (named?.role === undefined ? 0 : ROLE) +
    (speaker?.isStranger === true ? STRANGER : 0) +
    (parts.length > 1 ? SEVERAL_PARTS : 0)
  );
}

export const unpackUtterances = (reading: Reading, packed: string): readonly Utterance[] =>
  unpackAll(packed, (numbers) => nextUtterance(reading, numbers));

/** One alone, by its number. */
export const unpackUtterance = (
  reading: Reading,
  packed: string,
  number: number,
): Utterance | undefined => unpackAt(packed, number, (numbers) => nextUtterance(reading, numbers));

function nextUtterance(reading: Reading, numbers: Unpacking): Utterance {
  const flags = numbers.next();
  const has = (flag: number): boolean => (flags & flag) !== 0;
  const next = (flag: number): Span | undefined => (has(flag) ? nextSpan(numbers) : undefined);
  const words = nextSpan(numbers);
  const sentence = nextSpan(numbers);
  const parts = has(SEVERAL_PARTS) ? nextSpans(numbers) : [words];
  const cue = next(CUE);
  const mention = next(SPEAKER);
  const named = nextNamed(next);
  return {
    reading,
    manner: has(DIRECT) ? 'direct' : 'indirect',
    span: words,
    parts,
    sentence,
    ...(cue === undefined ? {} : { cue }),
    ...(mention === undefined ? {} : { speaker: spoken(mention, named, has) }),
    by: Array.from({ length: numbers.next() }, numbers.next),
    ...(has(CORRECTED) ? { isCorrected: true } : {}),
  };
}

function nextNamed(next: (flag: number) => Span | undefined): NamedSpeaker | undefined {
  const [name, namedAt, role] = [next(NAMED), next(NAMED_AT), next(ROLE)];
  return name === undefined
    ? undefined
    : {
        name,
        ...(namedAt === undefined ? {} : { namedAt }),
        ...(role === undefined ? {} : { role }),
      };
}

const spoken = (
  mention: Span,
  named: NamedSpeaker | undefined,
  has: (flag: number) => boolean,
): Spoken => ({
  mention,
  isSurelyMentioned: has(SURELY_MENTIONED),
  isOne: has(ONE),
  ...(named === undefined ? {} : { named }),
  isStranger: has(STRANGER),
});

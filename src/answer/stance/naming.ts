import { countryOf, isDemonym } from '../../extraction/lexicon/places.ts';
import {
  type BodyKind,
  EMPTY_WORDS,
  JOINED,
  LONGEST_BODY,
  QUANTITIES,
  SOME,
  bodyOf,
} from '../../search/lexicon/bodies.ts';
import { fold, foldName } from '../../text/fold.ts';
import { rememberedWords } from '../../text/remembered.ts';

// What a name or description is made of, read the same way in a question and in an article.

/** One word of it, or several that name one country or body. */
export interface Unit {
  readonly kind: 'country' | BodyKind | 'word';
  /** The same for all names of one country or body, and for all spellings of a word. */
  readonly key: string;
  /** Folded, as written. */
  readonly word: string;
}

export interface Naming {
  readonly units: readonly Unit[];
  /** Those before a preposition: `[Russian ambassador] to Germany`. */
  readonly head: readonly Unit[];
  /** Those behind an `of`: `the government of [Norway]`. */
  readonly owner: readonly Unit[];
  /** `some`, `four`, `former`: no whole. */
  readonly isPart: boolean;
}

const LONGEST_COUNTRY = 4;

/** `the U.S. Senate’s` → United States, senate */
export const readNaming = rememberedWords((text: string): Naming => {
  const words = wordsOf(text);
  const isPart = words.some((word) => SOME.has(word) || /^\d+$/u.test(word));
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  const units: Unit[] = [];
  let head: number | undefined;
  let owner = Infinity;
  let isApart = false;
  for (let at = 0; at < telling.length;) {
    const { unit, length } = unitAt(telling, at);
    at += length;
    if (unit.kind === 'word' && PREPOSITIONS.has(unit.word)) {
      if (unit.word === 'of' && owner === Infinity) owner = units.length;
      if (units.length > 0) head ??= units.length;
    } else if (unit.word === '-') isApart = true;
    else {
      const before = units.at(-1);
      if (before !== undefined && !isApart && areOnePeople(before, unit))
        units.splice(-1, 1, joined(before, unit));
      else units.push(unit);
      isApart = false;
    }
  }
  const first = units.slice(0, head ?? units.length);
  const isQuantity = owner === 1 && QUANTITIES.has(units[0]?.word ?? '');
  return { units, head: isQuantity ? units.slice(1) : first, owner: units.slice(owner), isPart };
});

/** `Greek Cypriots` are neither Greece nor all of Cyprus; in `Greek-Cypriot talks` both take part. */
const areOnePeople = (first: Unit, second: Unit): boolean =>
  isDemonym(first.word) && isDemonym(second.word) && first.key !== second.key;

const joined = (first: Unit, second: Unit): Unit => ({
  kind: 'country',
  key: `${first.key} ${second.key}`,
  word: `${first.word} ${second.word}`,
});

const PREPOSITIONS = new Set(
  'of for in at on to with from by against over under who that'.split(' '),
);

/** `Saudi-led coalition` → saudi-led, coalition; `Anglo-Irish` → anglo, irish */
const wordsOf = (text: string): string[] =>
  fold(
    text
      .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
      .replace(/\bUS\b/gu, 'USA')
      .replaceAll('_', ' '),
  )
    .replace(/'s?(?![\p{L}\p{N}])/gu, '')
    .replace(/[^\p{L}\p{N}'-]+/gu, ' ')
    .split(' ')
    .flatMap((word) =>
      JOINED.has(word.slice(word.lastIndexOf('-') + 1))
        ? [word]
        : word.replaceAll('-', ' - ').split(' '),
    )
    .filter(Boolean);

/** The longest run of words that is a country's or a body's name; else the word by itself. */
function unitAt(words: readonly string[], at: number): { unit: Unit; length: number } {
  for (let length = LONGEST_BODY; length > 0; length -= 1) {
    const word = words.slice(at, at + length).join(' ');
    const body = bodyOf(word);
    if (body !== undefined) return { unit: { kind: body.kind, key: body.name, word }, length };
    const country = length > LONGEST_COUNTRY || word === 'us' ? undefined : countryOf(word);
    if (country !== undefined)
      return { unit: { kind: 'country', key: country.name, word }, length };
  }
  const word = words[at] ?? '';
  return { unit: { kind: 'word', key: foldName(word), word }, length: 1 };
}

import { isCalendarWord } from '../lexicon/calendar.ts';
import { clauseSubjects } from './clause-guests.ts';
import type { Guest } from './guest.ts';
import { phraseGuest } from './guest.ts';
import { readParties } from './guest-list.ts';
import { readMood } from '../syntax/mood.ts';
import type { Occasion } from './occasion.ts';
import type { Claim, Scene } from './scene.ts';
import { readSubjects } from './subject.ts';

// Who was there by the words around an occasion: `her meeting with Obama`, `X met (with) Y`.

export function claimsOfOccasion(scene: Scene, index: number): Claim[] {
  const occasion = scene.occasions[index];
  if (occasion === undefined || occasion.tone === 'thought-of') return [];
  const { sentence, tone, isVerb } = occasion;
  const { named, told } = isVerb ? partiesOfVerb(scene, occasion) : partiesOfNoun(scene, occasion);
  const standing = tone === 'to-come' ? 'expected' : 'attended';
  const claim = (guest: Guest, isNaming: boolean): Claim => ({
    standing,
    guest,
    sentence,
    occasion: index,
    isWeak: false,
    isNaming,
  });
  return [...named.map((guest) => claim(guest, true)), ...told.map((guest) => claim(guest, false))];
}

/** Those whom the words for a gathering name, and those of whom its sentence tells besides. */
interface Parties {
  readonly named: readonly Guest[];
  readonly told: readonly Guest[];
}

const NOBODY: Parties = { named: [], told: [] };

/** `[Rubio] met (with) [Lavrov]`, `[the leaders] met` */
function partiesOfVerb({ text }: Scene, occasion: Occasion): Parties {
  const mood = readMood(text, occasion.head);
  if (mood === 'did-not') return NOBODY;
  const isWith = text.document.tokens[occasion.head + 1]?.lower === 'with';
  if (!isWith && isTransitive(text, occasion) && !isMetSomebody(text, occasion)) return NOBODY;
  const others = objects(text, occasion);
  // `met with contempt`
  if (others.length === 0 && isWith) return NOBODY;
  return { named: [...readSubjects(text, occasion.head), ...others], told: [] };
}

/** `met [the demands]`: where what is met is nobody, nobody met. */
export const isTransitive = (
  { document, phrases }: Scene['text'],
  { head, kind, isVerb }: Occasion,
): boolean => {
  const isWith = document.tokens[head + 1]?.lower === 'with';
  const phrase = phrases.at[isWith ? head + 2 : head + 1];
  return (
    isVerb &&
    kind === 'talks' &&
    phrase !== undefined &&
    !isCalendarWord(document.tokens[head + 1]) &&
    !/^(?:last|this|next|each|one|twice)$/u.test(document.tokens[head + 1]?.lower ?? '')
  );
};

/** `met [her Ghanaian counterpart, Bo Ek]`; not `gathered [evidence] showing that Bo Ek …` */
function isMetSomebody(text: Scene['text'], { head, sentence }: Occasion): boolean {
  const { tokens, sentences } = text.document;
  const end = Math.min(sentences[sentence]?.last ?? head, head + 12);
  let last = head + 1;
  while (last < end && !/^(?:VERB|AUX|SCONJ)$/u.test(tokens[last]?.pos ?? '')) last += 1;
  return readParties(text, { first: head + 1, last }).length > 0;
}

/** The most tokens that a list of parties may take. */
const LONGEST_LIST = 200;

function objects(text: Scene['text'], { head, sentence, kind }: Occasion): Guest[] {
  if (kind === 'rally') return [];
  const { tokens, sentences } = text.document;
  const end = Math.min(sentences[sentence]?.last ?? head, head + LONGEST_LIST);
  const isTo = kind === 'call' && tokens[head + 1]?.lower === 'to';
  const first = isTo ? head + 2 : afterWith(text, head + 1, end);
  if (first === undefined) return [];
  return readParties(text, { first, last: endOfComplement(tokens, first, end) });
}

/** Where the complement begins: right behind, or behind `with` after an adverb, a time or a place. */
function afterWith({ document }: Scene['text'], from: number, end: number): number | undefined {
  const { tokens } = document;
  for (let at = from; at < Math.min(end, from + 12); at += 1) {
    const token = tokens[at];
    if (token?.lower === 'with') return at + 1;
    if (at === from && /^(?:DET|PROPN|NOUN|PRON|ADJ)$/u.test(token?.pos ?? '')) return at;
    if (/^[,;.:]$/u.test(token?.text ?? '.') || /^(?:VERB|AUX|CCONJ)$/u.test(token?.pos ?? ''))
      return undefined;
  }
  return undefined;
}

/** A complement ends where another preposition of time, place or purpose begins. */
function endOfComplement(
  tokens: Scene['text']['document']['tokens'],
  first: number,
  end: number,
): number {
  for (let at = first; at < end; at += 1)
    if (
      /^(?:to|on|at|in|about|over|during|after|before|ahead|when|while|as|inside|aboard|following|last|this|earlier|,?who)$/u.test(
        tokens[at]?.lower ?? '',
      )
    )
      return at;
  return end;
}

/** Owner, complement and the subject of the clause that the occasion stands in. */
function partiesOfNoun(scene: Scene, occasion: Occasion): Parties {
  // `the funeral of Ann Lee`, `Ann Lee's memorial`: the one person who was not there.
  if (isForTheDead(scene, occasion)) return { named: [], told: clauseSubjects(scene, occasion) };
  const subjects = clauseSubjects(scene, occasion);
  const others = complements(scene, occasion);
  // `Reagan looked tired in his debate`: the owner is the subject, whoever else `his` might mean.
  const isOwnedBySubject = subjects.length > 0 && isPronoun(scene, occasion.first);
  const own = isOwnedBySubject ? [] : owners(scene, occasion);
  return {
    named: [...own, ...visitors(scene.text, occasion), ...others],
    told: subjects,
  };
}

const isForTheDead = ({ text }: Scene, { head }: Occasion): boolean =>
  /^(?:funeral|funerals|memorial|burial|commemoration|vigil|wake|service)$/u.test(
    text.document.tokens[head]?.lower ?? '',
  );

const isPronoun = ({ text }: Pick<Scene, 'text'>, at: number): boolean =>
  /^(?:his|her|its|their)$/u.test(text.document.tokens[at]?.lower ?? '');

/** `[her] meeting`, `[Trump]'s meeting`, `the [FBI]'s interview` */
function owners({ text }: Scene, { first, head }: Occasion): Guest[] {
  const { tokens } = text.document;
  if (/^(?:his|her)$/u.test(tokens[first]?.lower ?? '') && (text.cast.at[first] ?? -1) >= 0)
    return [phraseGuest(text, { first, last: first + 1, head: first })];
  if (isPronoun({ text }, first)) return bodyBefore(text, first);
  for (let at = first; at < head; at += 1)
    if (/^(?:'s|’s|'|’)$/u.test(tokens[at]?.text ?? '')) {
      const owner = text.names.at[at - 1];
      return owner === undefined ||
        owner.kind === 'place' ||
        text.cast.entities[text.cast.at[at - 1] ?? -1]?.kind === 'place'
        ? []
        : [phraseGuest(text, { ...owner, head: at - 1 })];
    }
  return [];
}

/** `[Mr Trump]'s visit to the parade` */
function visitors(text: Scene['text'], { first }: Occasion): Guest[] {
  const { tokens } = text.document;
  const isVisit =
    tokens[first - 1]?.lower === 'to' &&
    /^(?:visit|trip|invitation)$/u.test(tokens[first - 2]?.lower ?? '');
  const phrase = isVisit ? text.phrases.at[first - 2] : undefined;
  if (phrase === undefined) return [];
  const owner = text.names.at[phrase.head - 2];
  if (owner !== undefined) return [phraseGuest(text, { ...owner, head: phrase.head - 2 })];
  return (text.cast.at[phrase.first] ?? -1) < 0
    ? []
    : [phraseGuest(text, { ...phrase, head: phrase.first })];
}

/** `[NATO] at its summit` */
function bodyBefore(text: Scene['text'], pronoun: number): Guest[] {
  const name = text.names.at[pronoun - 2];
  const kind = text.cast.entities[text.cast.at[pronoun - 2] ?? -1]?.kind;
  if (name === undefined || kind !== 'organisation') return [];
  return [phraseGuest(text, { ...name, head: name.last - 1 })];
}

/** `talks between [A and B]`, `a call with [Putin]`, `a summit of [27 leaders]` */
function complements({ text }: Scene, occasion: Occasion): Guest[] {
  const { tokens, sentences } = text.document;
  const { last, sentence } = occasion;
  const limit = Math.min(sentences[sentence]?.last ?? last, last + LONGEST_LIST);
  const end = endOfClause(text, occasion, limit);
  for (let at = last; at < Math.min(end, last + 10); at += 1) {
    const word = tokens[at]?.lower ?? '';
    const isGuestOfHonour = occasion.kind === 'meal' && word === 'for';
    const isOfThem = word === 'of' && at === last;
    if (/^(?:with|between|among|against|before)$/u.test(word) || isOfThem || isGuestOfHonour)
      return readParties(text, { first: at + 1, last: endOfComplement(tokens, at + 1, end) });
    if (/^[,;.:()]$/u.test(word) || /^(?:VERB|AUX|CCONJ)$/u.test(tokens[at]?.pos ?? '')) return [];
  }
  return [];
}

/** `After a meeting with Obama, | the White House said`: in front, the comma ends the clause. */
function endOfClause(
  { document }: Scene['text'],
  { first, last, sentence }: Occasion,
  end: number,
): number {
  const { tokens, sentences } = document;
  if (first > (sentences[sentence]?.first ?? 0) + 2) return end;
  for (let at = last; at < end; at += 1)
    if (tokens[at]?.text === ',' && tokens[at + 1]?.lower !== 'including') return at;
  return end;
}

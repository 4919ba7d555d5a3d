import type { Stance } from '../facts.ts';
import { inflect } from '../lexicon/inflection.ts';
import { splitCues } from '../lexicon/stance-entry.ts';
import { blamingAdverbs, deedRows, reproaches } from '../lexicon/stance-conduct.ts';
import { isControlVerb } from './control.ts';
import { isDoubted, isOneself, isUrged, withConjuncts, written } from './judged.ts';
import { type Found, phraseAt, type PhraseBook, phraseBook } from './judgement.ts';
import { type Holding, holdingOf, type VoicedText } from './party.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { governorOf, groupStart, subjectOf } from './subject.ts';
import { type Stretch, targetFrom, wholeSubject } from './target.ts';
import { isBarePronoun, topicOf } from './topic.ts';
import { type Turn, turnOf } from './turn.ts';

// What somebody says that another does: `Kerr | betrayed | his voters`, `he | should resign`.

/** What a deed tells of who does it and to whom. */
interface Deed {
  readonly subject: 1 | -1;
  readonly object: 1 | 0 | -1;
  readonly needsObject: boolean;
}

const DONE = 0.5;
/** What whoever suffers is to the speaker is less sure. */
const SUFFERED = 0.35;

const deeds = deedBook();

/** Every form of every entry's verb. */
function deedBook(): PhraseBook<Deed> {
  const lists = deedRows.flatMap(({ verbs, ...deed }) =>
    splitCues(verbs).flatMap(([verb = '', ...rest]) =>
      inflect(verb).map((form) => [[form, ...rest].join(' '), deed] as const),
    ),
  );
  return phraseBook(lists);
}

const reproachBook = phraseBook(reproaches.map((words) => [words, -1 as const]));
const OUGHT = /^(?:should|must|ought|needs?|has|have)$/u;

/** The words that a deed may begin with. */
export const DEED_OPENERS: readonly string[] = [
  ...deeds.openers,
  ...blamingAdverbs,
  'should',
  'must',
  'ought',
  'needs',
  'need',
  'has',
  'have',
];

/**
 * What deeds show, of who does them and of whom they befall.
 * @param spoken tokens in somebody's words at which one may begin
 */
export function findDeeds(text: VoicedText, spoken: readonly number[]): Stance[] {
  const found: Stance[] = [];
  let free = 0;
  for (const at of spoken) {
    if (at < free) continue;
    const told = reproachAt(text, at) ?? doneAt(text, at) ?? doneBadly(text, at);
    if (told === undefined) continue;
    found.push(...told.stances);
    free = told.last;
  }
  return found;
}

interface Told {
  readonly stances: readonly Stance[];
  /** Where reading goes on. */
  readonly last: number;
}

/** `he | should resign`, `they | need to apologize`. */
function reproachAt(text: VoicedText, at: number): Told | undefined {
  const { tokens } = text.document;
  const word = tokens[at]?.lower ?? '';
  if (!OUGHT.test(word)) return undefined;
  let next = at + 1;
  while (next < at + 4 && /^(?:ADV|PUNCT)$/u.test(tokens[next]?.pos ?? '')) next += 1;
  const hasTo = tokens[next]?.lower === 'to';
  if (!hasTo && !/^(?:should|must)$/u.test(word)) return undefined;
  const cue = phraseAt(text, hasTo ? next + 1 : next, reproachBook, (one) => isWhole(text, one));
  if (cue === undefined) return undefined;
  const doer = doerOf(text, at);
  const judged = { first: at, last: cue.last, sign: cue.value };
  return doer && ofSubject(text, doer, judged, turnOf(text, cue.first, cue.last));
}

/** `must end.`, but not `must end the war`, which blames nobody. */
const isWhole = ({ document }: VoicedText, { first, last }: Stretch): boolean =>
  last - first > 1 ||
  !/^(?:end|stop|go|cease|explain|retire|be|concede|never)$/u.test(
    document.tokens[first]?.lower ?? '',
  ) ||
  /^(?:[.,;:!?"”»)]|—|–|--|and|or|but|now)$/u.test(document.tokens[last]?.lower ?? '.');

/** `he | betrayed | his voters`, `our voters | were betrayed | by him`. */
function doneAt(text: VoicedText, at: number): Told | undefined {
  if (text.names.at[at] !== undefined) return undefined;
  const deed = phraseAt(
    text,
    at,
    deeds,
    (one) =>
      isVerb(text, one) &&
      (!one.value.needsObject || objectOf(text, one) !== undefined || isPassive(text, one)),
  );
  if (deed === undefined) return undefined;
  const turn = turnOf(text, at, deed.last);
  if (turn.isOpen) return undefined;
  if (isPassive(text, deed)) return suffered(text, deed, turn);
  const doer = doerOf(text, at);
  // `we betrayed them`
  if (doer && isOneself(text, doer.subject, doer.holding)) return { stances: [], last: deed.last };
  const { subject, needsObject } = deed.value;
  const own =
    doer === undefined || isUrged(text, at) || isOughtTo(text, at) || isLoose(text, at)
      ? undefined
      : ofSubject(text, doer, { ...deed, sign: subject }, turn);
  const object = needsObject ? objectOf(text, deed) : undefined;
  const other = object && ofObject(text, deed, object, turn);
  return { stances: [...(own?.stances ?? []), ...(other ?? [])], last: deed.last };
}

/** Taggers take `sets a dangerous precedent` for nouns: several words are sure enough. */
const isVerb = ({ document }: VoicedText, { first, last }: Stretch): boolean =>
  /^(?:VERB|AUX)$/u.test(document.tokens[first]?.pos ?? '') ||
  (last - first > 1 && !/^(?:DET|ADJ)$/u.test(document.tokens[first - 1]?.pos ?? ''));

/** `should protect`: who ought to is not said to do it. */
function isOughtTo(text: VoicedText, verb: number): boolean {
  const { tokens } = text.document;
  for (let at = groupStart(text, verb) - 1; at < verb; at += 1)
    if (/^(?:should|must|ought|needs?)$/u.test(tokens[at]?.lower ?? '')) return true;
  return false;
}

/** `help | preserving records`, `a way to | protect him`: who does it is anybody's guess. */
function isLoose(text: VoicedText, verb: number): boolean {
  const { tokens } = text.document;
  const start = groupStart(text, verb);
  if (tokens[start]?.lower === 'to' || tokens[start - 1]?.lower === 'to') {
    const governor = governorOf(text, tokens[start]?.lower === 'to' ? start : start - 1);
    return governor === undefined || !isControlVerb(tokens[governor]?.lower ?? '');
  }
  if (!(tokens[verb]?.lower ?? '').endsWith('ing')) return false;
  return (
    !tokens.slice(start, verb).some(({ pos }) => pos === 'AUX') && tokens[start - 1]?.text !== ','
  );
}

/** Something in particular: more than one word, a name, or several. */
const isParticular = ({ document, names }: VoicedText, { first, last }: Stretch): boolean =>
  last - first > 1 ||
  names.at[first] !== undefined ||
  /(?<!self|selve|s)s$/u.test(document.tokens[first]?.lower ?? '');

/** A thing or somebody right behind the verb, no clause. */
function objectOf(text: VoicedText, { last }: Stretch): Stretch | undefined {
  const object = targetFrom(text, last);
  const word = text.document.tokens[object?.first ?? -1]?.lower ?? '';
  return object !== undefined &&
    object.first - last <= 2 &&
    !/^(?:to|that|what|how|why|when|where|whether)$/u.test(word)
    ? object
    : undefined;
}

const BE = /^(?:is|are|was|were|be|been|being|get|gets|got|am|'s|’s|’re|'re)$/u;

/** `were (badly) betrayed` */
function isPassive({ document }: VoicedText, { first, last, value }: Found<Deed>): boolean {
  const { tokens } = document;
  if (!value.needsObject || last - first > 1 || /(?:ing|s)$/u.test(tokens[first]?.lower ?? ''))
    return false;
  let at = first - 1;
  while (first - at < 4 && /^(?:ADV|PART)$/u.test(tokens[at]?.pos ?? '')) at -= 1;
  return BE.test(tokens[at]?.lower ?? '');
}

function suffered(text: VoicedText, deed: Found<Deed>, turn: Turn): Told | undefined {
  const { tokens } = text.document;
  if (turn.sign !== 1) return undefined;
  const subject = subjectOf(text, deed.first);
  const target = subject && wholeSubject(text, subject, deed.first);
  const of = target && ofObject(text, deed, target, turn);
  const agent = tokens[deed.last]?.lower === 'by' ? targetFrom(text, deed.last + 1) : undefined;
  const by =
    agent &&
    ofObject(text, { ...deed, value: { ...deed.value, object: deed.value.subject } }, agent, turn);
  return { stances: [...(of ?? []), ...(by ?? [])], last: deed.last };
}

/** `he | recklessly | shut it down`; `she was | unfairly | blamed`. */
function doneBadly(text: VoicedText, at: number): Told | undefined {
  const { tokens } = text.document;
  if (!blamingAdverbs.has(tokens[at]?.lower ?? '')) return undefined;
  const verb = tokens[at + 1]?.pos === 'VERB' ? at + 1 : at + 2;
  if (tokens[verb]?.pos !== 'VERB') return undefined;
  const turn = turnOf(text, verb, verb + 1);
  if (turn.isOpen || turn.sign !== 1) return undefined;
  const isDone =
    BE.test(tokens[at - 1]?.lower ?? '') && !(tokens[verb]?.lower ?? '').endsWith('ing');
  const doer = doerOf(text, verb);
  const judged = { first: at, last: verb + 1, sign: isDone ? (1 as const) : (-1 as const) };
  return doer && ofSubject(text, doer, judged, turn);
}

/** Who does what a verb says, and who says so. */
interface Doer {
  readonly holding: Holding;
  readonly subject: Phrase;
  readonly verb: number;
}

function doerOf(text: VoicedText, verb: number): Doer | undefined {
  const holding = holdingOf(text, verb, undefined);
  const subject = holding && subjectOf(text, verb);
  return holding && subject && { holding, subject, verb };
}

function ofSubject(
  text: VoicedText,
  { holding, subject, verb }: Doer,
  judgement: { first: number; last: number; sign: 1 | -1 },
  turn: Turn,
): Told | undefined {
  if (turn.isOpen) return undefined;
  if (isOneself(text, subject, holding)) return { stances: [], last: judgement.last };
  const topic = isBarePronoun(text, subject) ? topicOf(text, subject.first) : undefined;
  const target = topic ?? {
    ...withConjuncts(text, wholeSubject(text, subject, verb)),
    sureness: 1,
  };
  const isTurned = isDoubted(text, subject.first);
  const stance = written(text, {
    holding,
    target,
    judgement,
    turn: isTurned ? { ...turn, sign: -1 } : turn,
    confidence: DONE,
  });
  return { stances: stance === undefined ? [] : [stance], last: judgement.last };
}

/** Whom it befalls; nobody where it is said not to have been done to them. */
function ofObject(
  text: VoicedText,
  { first, last, value }: Found<Deed>,
  target: Stretch,
  turn: Turn,
): Stance[] | undefined {
  const { object, subject } = value;
  const holding = isParticular(text, target) ? holdingOf(text, first, undefined) : undefined;
  if (object === 0 || holding === undefined || (turn.sign !== 1 && subject === -1))
    return undefined;
  const stance = written(text, {
    holding,
    target: { ...target, sureness: 1 },
    judgement: { first, last, sign: object },
    turn: { ...turn, sign: 1 },
    confidence: SUFFERED,
  });
  return stance && [stance];
}

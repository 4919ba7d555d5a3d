import type { Span } from '../../text/span.ts';
import { DELEGATIONS, type Standing } from '../lexicon/gathering-cues.ts';
import { PEOPLE_NOUNS, PERSON_NOUNS } from '../lexicon/roles.ts';
import { spanOf } from '../cast/roles.ts';
import type { Finding } from './cue.ts';
import { type Guest, phraseGuest, type Run } from './guest.ts';
import { readGuests, readParties } from './guest-list.ts';
import { readMood } from '../syntax/mood.ts';
import type { Claim, Scene } from './scene.ts';
import { readSubjects, subjectOf } from './subject.ts';

/** What a construction says of whom. */
export function claimsOfCue(scene: Scene, finding: Finding, before: readonly Claim[]): Claim[] {
  const { cue } = finding;
  const sentence = scene.text.document.sentenceOf[finding.first] ?? -1;
  // `…, as did Bo Ek`: what was said of those before holds for him.
  const standing = cue.says.has('likewise') ? before.at(-1)?.standing : standingOf(scene, finding);
  if (standing === undefined) return [];
  const guests =
    cue.guests === 'after' ? guestsAfter(scene, finding) : guestsBefore(scene, finding);
  const note = noteOf(scene, finding, standing);
  const known = {
    isWeak: cue.needs !== 'nothing',
    isPartial: isPart(scene, finding),
    ...(finding.occasion === undefined ? {} : { occasion: finding.occasion }),
    ...(note === undefined ? {} : { note }),
  };
  const claim = (guest: Guest): Claim =>
    Object.assign({}, known, {
      standing: isNone(scene, guest) ? ('absent' as const) : standing,
      guest,
      sentence: scene.text.document.sentenceOf[guest.at.first] ?? sentence,
    });
  return [...guests.map(claim), ...claimsOfSubject(scene, finding)];
}

/** `[Bo Ek] stood in for Ann Lee`: he was there. `[Bo Ek] was represented by Ann Lee`: he was not. */
function claimsOfSubject({ text }: Scene, { cue, first, last }: Finding): Claim[] {
  const isDeputy = cue.says.has('deputy');
  if (!isDeputy && !cue.says.has('proxy')) return [];
  return readSubjects(text, first)
    .filter(({ isPerson, at }) => isPerson && (isDeputy || at.last <= first))
    .map((guest) => ({
      standing: isDeputy ? ('attended' as const) : ('absent' as const),
      guest,
      sentence: text.document.sentenceOf[first] ?? -1,
      note: isDeputy ? endOfNote(text, first, last) : { first, last: beforeBy(text, last) },
      isWeak: cue.needs !== 'nothing',
    }));
}

/** `skipped the [session] on debt` */
const isPart = ({ text, occasions }: Scene, { occasion }: Finding): boolean =>
  /^(?:session|sessions|round|rounds|dinner|lunch|breakfast|reception|opening|briefing|part)$/u.test(
    text.document.tokens[occasions[occasion ?? -1]?.head ?? -1]?.lower ?? '',
  );

const beforeBy = ({ document }: Scene['text'], last: number): number =>
  document.tokens[last - 1]?.lower === 'by' ? last - 1 : last;

/** `No delegates from Kyiv came`, `nobody from Kyiv`, `neither Ann Lee nor the US` */
function isNone({ text }: Scene, { at, isPerson }: Guest): boolean {
  const { tokens } = text.document;
  const words = [at.first, at.first - 1, at.first - 2].map((index) => tokens[index]?.lower ?? '');
  const [first = '', before = '', outer = ''] = words;
  if (/^(?:neither|nor)$/u.test(/^(?:the|its|their|his|her)$/u.test(before) ? outer : before))
    return true;
  return !isPerson && [first, before].some((word) => /^(?:no|none|neither|nobody)$/u.test(word));
}

/** The cue's own standing, turned by the mood of its verb. */
function standingOf({ text }: Scene, { cue, first, last }: Finding): Standing | undefined {
  const verb = verbIn(text, first, last);
  const mood = verb === undefined ? 'did' : readMood(text, verb);
  if (cue.guests === 'after' && isAhead(text, first))
    return cue.standing === 'attended' ? 'expected' : undefined;
  if (cue.standing === 'absent')
    return mood === 'might' && cue.guests === 'before' && !/^will|^had/u.test(cue.pattern)
      ? undefined
      : 'absent';
  if (mood === 'did') return cue.standing;
  if (mood === 'will') return 'expected';
  const isAway = mood === 'did-not' && isComing(text, first);
  return isAway ? 'absent' : undefined;
}

/** Who `did not attend` was away; who `did not stay` or `did not speak` may well have been there. */
const isComing = ({ document }: Scene['text'], verb: number): boolean =>
  /^(?:attend\w*|join\w*|take|took|participate\w*|come|came|appear\w*|testif\w+|travel\w*|send|sent|turn\w*|show\w*|present|represented)$/u.test(
    document.tokens[verb]?.lower ?? '',
  );

/** Whether the clause of a cue that has no verb of its own looks ahead: `will be the | host,`. */
function isAhead({ document }: Scene['text'], first: number): boolean {
  for (let at = first - 1; at > first - 9; at -= 1) {
    const word = document.tokens[at]?.lower ?? '.';
    if (/^(?:will|expected|due|slated|scheduled)$/u.test(word)) return true;
    if (/^[.;:]$/u.test(word)) return false;
  }
  return false;
}

function verbIn({ document }: Scene['text'], first: number, last: number): number | undefined {
  for (let at = first; at < last; at += 1)
    if (/^(?:VERB|AUX)$/u.test(document.tokens[at]?.pos ?? '')) return at;
  return first;
}

/** The most tokens of one sentence that a list may take. */
const LONGEST_LIST = 400;

function guestsAfter({ text }: Scene, finding: Finding): Guest[] {
  const { cue, first, last, phrase } = finding;
  const { document } = text;
  const sentence = document.sentences[document.sentenceOf[first] ?? -1];
  const end = Math.min(sentence?.last ?? last, last + LONGEST_LIST);
  const range = { first: last, last: endOfList(text, last, end) };
  if (cue.standing === 'absent') return absentees(text, range);
  if (cue.says.has('inside')) return namedIn(text, phrase);
  const side = frameSide(text, finding);
  const besides = companion(text, cue, phrase);
  const subject = cue.says.has('subject') ? readSubjects(text, first) : [];
  const company = cue.says.has('company') ? (besides ?? subject[0]?.entity) : undefined;
  const listed = hosts(text, cue, range).map((guest) =>
    Object.assign(
      guest,
      side === undefined || isActedFor(text, guest, last) ? {} : { side },
      company === undefined ? {} : { besides: company },
    ),
  );
  const companions = besides === undefined ? [] : namedIn(text, phrase);
  return [...subject, ...companions, ...listed];
}

/** `Norway was represented by Bo Ek and Ghana by [Paul Osei]`, who has a side of his own. */
const isActedFor = ({ document }: Scene['text'], { at }: Guest, from: number): boolean =>
  at.first > from && document.tokens[at.first - 1]?.lower === 'by';

/** Who hosts or holds a gathering may be a body or a group; else the list is of persons. */
function hosts(text: Scene['text'], { needs, says }: Finding['cue'], range: Run): Guest[] {
  const persons = readGuests(text, range);
  if (persons.length > 0 || needs !== 'gathering' || says.size > 0) return persons;
  return readParties(text, { first: range.first, last: Math.min(range.last, range.first + 8) });
}

/** Where a list ends: with the sentence, or with the last of the items on lines of their own. */
function endOfList({ document }: Scene['text'], first: number, end: number): number {
  const { tokens, sentences, sentenceOf, article } = document;
  if (tokens[end - 1]?.text !== ':' || end > first + 1) return end;
  let last = end;
  for (let index = (sentenceOf[end - 1] ?? 0) + 1; index < sentences.length; index += 1) {
    const sentence = sentences[index];
    if (sentence === undefined || !isItem(article.body, sentence.start)) break;
    last = sentence.last;
  }
  return last;
}

/** Whether a bullet or a number opens the line: `• Ann Lee, minister;` */
const isItem = (body: string, start: number): boolean =>
  /(?:^|\n)[ \t]*(?:[•·▪◦*–—-]|\d{1,2}[.)])[ \t]*$/u.test(
    body.slice(Math.max(0, start - 8), start),
  ) || /^[•·▪◦*–—-]\s/u.test(body.slice(start, start + 2));

/** Those right behind the cue, and no further: `without Kyiv and Brussels`. */
function absentees(text: Scene['text'], { first, last }: Run): Guest[] {
  const { tokens } = text.document;
  let end = first;
  while (
    end < last &&
    !/^[.;:)]$/u.test(tokens[end]?.text ?? '.') &&
    !/^(?:VERB|AUX)$/u.test(tokens[end]?.pos ?? '')
  )
    end += 1;
  const away = readParties(text, { first, last: end });
  return isOfSomebody(text, first, away[0]) ? away : [];
}

/** `without [Kyiv]`, `in place of the minister, [Bo Ek]`; not `without proof against [Bo Ek]`. */
function isOfSomebody(text: Scene['text'], first: number, guest: Guest | undefined): boolean {
  const phrase = text.phrases.at[first];
  if (phrase === undefined || guest === undefined) return false;
  const head = text.document.tokens[phrase.head]?.lower ?? '';
  return guest.at.first < phrase.last || PERSON_NOUNS.has(head) || PEOPLE_NOUNS.has(head);
}

/** `the [US] delegation included`, `on the [Russian] side were`, `[Europe] was represented by` */
function frameSide(text: Scene['text'], { cue, first, phrase }: Finding): Span | undefined {
  const { document, names, cast } = text;
  if (!cue.says.has('side')) return undefined;
  if (
    phrase !== undefined &&
    phrase.first < phrase.last &&
    /^(?:on the|\^ for|from|made up the)/u.test(cue.pattern)
  )
    return spanOf(document.tokens, sideWords(text, phrase));
  const subject = subjectOf(text, first);
  // `was in the end represented by`
  if (subject === undefined || document.tokens[subject.head]?.lower === 'end') return undefined;
  const leader = cast.entities[cast.at[subject.head] ?? -1];
  if (leader?.kind === 'person') return leader.affiliation;
  const name = names.at[subject.head];
  if (name !== undefined && name.kind !== 'person') return spanOf(document.tokens, name);
  return spanOf(document.tokens, sideWords(text, subject));
}

/** Without the article, the possessive mark and, where something is left, the word `side`. */
function sideWords({ document }: Scene['text'], { first, last }: Run): Run {
  const { tokens } = document;
  const from = /^(?:the|a|an|its|their|his|her)$/u.test(tokens[first]?.lower ?? '')
    ? first + 1
    : first;
  let end = last;
  while (
    end - 1 > from &&
    (DELEGATIONS.holds(tokens[end - 1]) || /^(?:'s|’s|'|’)$/u.test(tokens[end - 1]?.text ?? ''))
  )
    end -= 1;
  return end > from ? { first: from, last: end } : { first, last };
}

/** The person in `with [al-Tayeb] at the table were`, who was there too. */
function namedIn(text: Scene['text'], phrase: Run | undefined): Guest[] {
  return phrase === undefined ? [] : readGuests(text, phrase);
}

/** Whom `with [al-Tayeb] at the table were` names among its own words. */
function companion(
  { names, cast }: Scene['text'],
  { says }: Finding['cue'],
  phrase: Run | undefined,
): number | undefined {
  if (!says.has('company') || phrase === undefined) return undefined;
  for (let at = phrase.first; at < phrase.last; at += 1)
    if (names.at[at]?.kind === 'person') return cast.at[at];
  return undefined;
}

function guestsBefore(scene: Scene, finding: Finding): Guest[] {
  const guests = subjectsOf(scene, finding);
  if (finding.cue.standing !== 'absent') return guests;
  // `Their envoys were kept out`: whose, the words do not say.
  const said = guests.filter((guest) => guest.isPerson || !isOwned(scene, guest));
  return guests.length > 0 ? said : officeBefore(scene, finding);
}

const isOwned = ({ text }: Scene, { at }: Guest): boolean =>
  /^(?:their|its|his|her)$/u.test(text.document.tokens[at.first]?.lower ?? '');

/** `[The crown princess] could not attend`: no name, but one knows who was missed. */
function officeBefore({ text }: Scene, { first }: Finding): Guest[] {
  const phrase = subjectOf(text, first);
  if (phrase === undefined || phrase.last - phrase.first < 2) return [];
  const { tokens } = text.document;
  const isKnown =
    /^(?:the|its|their)$/u.test(tokens[phrase.first]?.lower ?? '') ||
    /^(?:'s|’s)$/u.test(tokens[phrase.first - 1]?.text ?? '');
  const isOffice = PERSON_NOUNS.holds(tokens[phrase.head]);
  return isKnown && isOffice ? [phraseGuest(text, phrase)] : [];
}

function subjectsOf({ text }: Scene, { first }: Finding): Guest[] {
  const { document } = text;
  const sentence = document.sentences[document.sentenceOf[first] ?? -1];
  const isParticiple = document.tokens[first]?.lower.endsWith('ing') === true;
  if (!isParticiple || first > (sentence?.first ?? 0) + 1) return readSubjects(text, first);
  return readSubjects(text, mainVerb(text, first, sentence?.last ?? first));
}

/** `Appearing before the panel, [Ann Lee] was pressed`: the verb behind the comma has the subject. */
function mainVerb({ document }: Scene['text'], from: number, end: number): number {
  let at = from;
  while (at < end && document.tokens[at]?.text !== ',') at += 1;
  while (at < end && !/^(?:VERB|AUX)$/u.test(document.tokens[at]?.pos ?? '')) at += 1;
  return at;
}

/** The words that say how they took part or why they did not. */
function noteOf(
  { text }: Scene,
  { cue, first, last }: Finding,
  standing: Standing,
): Run | undefined {
  const isSaid = standing === 'absent' || (standing === 'attended' && cue.says.has('manner'));
  return isSaid && cue.guests === 'before' ? endOfNote(text, first, last) : undefined;
}

/** From the cue to the end of its clause: `took part by video link from Oslo |, as did Bo Ek`. */
function endOfNote({ document }: Scene['text'], first: number, last: number): Run {
  const { tokens, sentences, sentenceOf } = document;
  const limit = sentences[sentenceOf[first] ?? -1]?.last ?? last;
  // A pattern may end with the comma behind the note.
  let end = /^[,.]$/u.test(tokens[last - 1]?.text ?? '') ? last - 1 : last;
  while (end < limit && !/^[,;.:()—–”"]$/u.test(tokens[end]?.text ?? '.')) end += 1;
  return { first, last: end };
}

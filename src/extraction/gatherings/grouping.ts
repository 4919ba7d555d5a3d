import type { CastText } from '../cast/cast.ts';
import { claimsOfCue } from './cue-claims.ts';
import { findCues, type Finding } from './cue.ts';
import { type Draft, isMereReference, keyOf, mayBe, newDraft } from './draft.ts';
import { expectedIn, findAhead } from './expectations.ts';
import { claimsOfHearing } from './hearing-claims.ts';
import { claimsOfOccasion, isTransitive } from './occasion-claims.ts';
import type { GatheringKind } from '../lexicon/gathering-nouns.ts';
import type { Occasion } from './occasion.ts';
import type { Claim, Scene } from './scene.ts';
import { readSetting, type Setting } from './setting.ts';

// Which gathering each sentence speaks of. A report has a main one, which a paragraph is about
// unless it names another; `the talks` are the last ones spoken of that fit.

/** Where the reading stands. */
interface Reading {
  readonly drafts: Draft[];
  focus: Draft | undefined;
  paragraph: number;
}

/** The gatherings of a text, in order of mention, each with all that is claimed of it. */
export function groupClaims(scene: Scene): Draft[] {
  const { sentences } = scene.text.document;
  const reading: Reading = { drafts: [], focus: undefined, paragraph: -1 };
  const findings = bySentence(scene, findCues(scene));
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.paragraph !== reading.paragraph)
      reading.focus = reading.drafts.find(({ isPast }) => !isPast);
    reading.paragraph = sentence.paragraph;
    const claims: Claim[] = [];
    for (const finding of findings[index] ?? [])
      claims.push(...claimsOfCue(scene, finding, claims));
    reading.focus = roomOf(scene, reading, index) ?? reading.focus;
    readOccasions(scene, reading, index, claims);
    placeClaims(scene, reading, claims, index);
    const expected = expectedIn(scene, index);
    if (expected.length > 0) lookAhead(scene, reading, index);
    placeClaims(scene, reading, expected, index);
  }
  const [main] = reading.drafts;
  for (const claim of claimsOfHearing(scene, main))
    if (main !== undefined) addClaim(scene.text, main, claim);
  return reading.drafts;
}

/** `In the second room sat …`: the second gathering spoken of, or a new one. */
function roomOf({ text }: Scene, { drafts }: Reading, sentence: number): Draft | undefined {
  const { tokens, sentences } = text.document;
  const first = sentences[sentence]?.first ?? 0;
  if (tokens[first]?.lower !== 'in' && tokens[first]?.lower !== 'at') return undefined;
  const words = tokens.slice(first, first + 4).map(({ lower }) => lower);
  if (
    !/^(?:in|at) (?:the )?(?:first|second|other|third) (?:room|hall|tent|building|venue|hotel)/u.test(
      words.join(' '),
    )
  )
    return undefined;
  const number = words.includes('first') ? 0 : words.includes('third') ? 2 : 1;
  const known = drafts[number];
  if (known !== undefined) return known;
  const draft = newDraft('talks', false);
  drafts.push(draft);
  return draft;
}

/** `Ms Lee is expected in Oslo on 7 July`: elsewhere or another day is another gathering. */
function lookAhead(scene: Scene, reading: Reading, sentence: number): void {
  const { text, occasionsIn } = scene;
  const { focus } = reading;
  if (focus?.isToCome === true || (occasionsIn[sentence] ?? []).length > 0) return;
  const { first = 0, last = 0 } = text.document.sentences[sentence] ?? {};
  const marker = findAhead(scene, first, last) ?? first;
  const occasion: Occasion = {
    kind: 'talks',
    head: marker,
    first: marker,
    last: marker + 1,
    isVerb: true,
    sentence,
    tone: 'to-come',
    isDefinite: false,
    isAnother: true,
  };
  const setting = readSetting(text, occasion);
  const markerStart = text.document.tokens[marker]?.start ?? 0;
  if (setting.place === undefined || setting.time === undefined) return;
  // `Teachers in Ghana will return to work on Monday`: where they are is not where they go.
  if (setting.place.start < markerStart) return;
  const draft = newDraft('talks', true);
  reading.drafts.push(draft);
  enter(text, draft, occasion, setting, []);
  reading.focus = draft;
}

function bySentence({ text }: Scene, findings: readonly Finding[]): Finding[][] {
  const table: Finding[][] = text.document.sentences.map(() => []);
  for (const finding of findings)
    table[text.document.sentenceOf[finding.first] ?? -1]?.push(finding);
  return table;
}

/** Finds or makes the gathering of each occasion of a sentence; the last one held has the focus. */
function readOccasions(
  scene: Scene,
  reading: Reading,
  sentence: number,
  cued: readonly Claim[],
): void {
  for (const index of scene.occasionsIn[sentence] ?? []) {
    const occasion = scene.occasions[index];
    if (occasion === undefined || occasion.tone === 'thought-of') continue;
    const claims = claimsOfOccasion(scene, index);
    // `met the demands`: no meeting at all.
    if (claims.length === 0 && isTransitive(scene.text, occasion)) continue;
    const own = [...claims, ...cued.filter((claim) => claim.occasion === index)];
    const setting = readSetting(scene.text, occasion);
    const draft = draftFor(scene.text, reading, occasion, setting, own);
    if (draft === undefined) continue;
    enter(scene.text, draft, occasion, setting, spellOutPair(scene, reading, claims));
    if (!isAside(scene, index) && !draft.isPast) reading.focus = draft;
  }
}

/** `They met in Lund on the margins of the funeral`: what is told next is of their meeting. */
function isAside({ text, occasions, occasionsIn }: Scene, index: number): boolean {
  const { tokens } = text.document;
  const { first = 0, sentence = -1 } = occasions[index] ?? {};
  const of = /^(?:the|a|an)$/u.test(tokens[first - 1]?.lower ?? '') ? first - 2 : first - 1;
  return (
    (occasionsIn[sentence]?.[0] ?? index) < index &&
    tokens[of]?.lower === 'of' &&
    /^(?:margins?|sidelines?|fringes?|edges?|eve)$/u.test(tokens[of - 1]?.lower ?? '')
  );
}

/** `The two presidents met in Riga as well`: the two of the gathering spoken of before. */
function spellOutPair(
  { text }: Scene,
  { drafts }: Reading,
  claims: readonly Claim[],
): readonly Claim[] {
  return claims.flatMap((claim) => {
    const { isPerson, at } = claim.guest;
    const { lower = '' } = text.document.tokens[at.first] ?? {};
    if (isPerson || !/^(?:two|both|pair)$/u.test(lower)) return [claim];
    const pairs = drafts.map(({ claims: known }) => personsOf(known));
    const pair = pairs.findLast((persons) => persons.size === 2);
    return pair === undefined ? [] : [...pair.values()].map((guest) => ({ ...claim, guest }));
  });
}

/** Those who met there by the words for it, by entity. */
const personsOf = (claims: readonly Claim[]): Map<number, Claim['guest']> =>
  new Map(
    claims.flatMap(({ guest, standing, isNaming }) =>
      guest.isPerson && guest.entity !== undefined && isNaming && standing !== 'absent'
        ? [[guest.entity, guest] as const]
        : [],
    ),
  );

/** No report tells of more; each occasion is held against all that came before. */
const MOST_DRAFTS = 60;

function draftFor(
  text: CastText,
  { drafts, focus }: Reading,
  occasion: Occasion,
  setting: Setting,
  claims: readonly Claim[],
): Draft | undefined {
  // `At the meeting, Ann Lee said`: that she was there does not tell it from others.
  const isTelling = (claim: Claim): boolean =>
    claim.standing !== 'absent' && (claim.isNaming === true || !isMereReference(occasion, setting));
  const parties = new Set(claims.filter(isTelling).map((claim) => keyOf(text, claim)));
  const latest = [...(focus === undefined ? [] : [focus]), ...drafts.toReversed()];
  const mayHold = latest.filter((draft) => mayBe(text, draft, occasion, setting, parties));
  // `the call` is a call spoken of before, rather than the talks that it may be part of.
  const known = mayHold.find(({ kinds }) => kinds.has(occasion.kind)) ?? mayHold[0];
  if (known !== undefined) return known;
  const isTold =
    parties.size > 0 ||
    setting.place !== undefined ||
    setting.time !== undefined ||
    claims.length > 0;
  const isFirstHeld = occasion.tone === 'held' && drafts.every(({ isToCome }) => isToCome);
  if ((!isTold && !isFirstHeld) || drafts.length >= MOST_DRAFTS) return undefined;
  const draft = newDraft(
    occasion.kind,
    occasion.tone === 'to-come',
    looksBack(text, occasion, setting),
  );
  drafts.push(draft);
  return draft;
}

/** `after the failed summit in Riga [in May]`: looked back on, and no day is given. */
function looksBack(
  { document }: CastText,
  { first, isVerb }: Occasion,
  { time }: Setting,
): boolean {
  if (isVerb || time === undefined) return false;
  const { tokens, text } = document;
  const behind = tokens.slice(Math.max(0, first - 3), first).map(({ lower }) => lower);
  const isBehind =
    /(?:^| )(?:after|since|following|unlike|despite)(?: the| a| an)?(?: \p{L}+ed)?$/u;
  return isBehind.test(behind.join(' ')) && LONG_AGO.test(text.slice(time.start, time.end));
}

const LONG_AGO =
  /^(?:last (?:month|year|spring|summer|autumn|fall|winter)|\p{Lu}\p{L}+(?<!day)|\d{4})$/u;

function enter(
  text: CastText,
  draft: Draft,
  occasion: Occasion,
  setting: Setting,
  claims: readonly Claim[],
): void {
  draft.isNotHeld ||= occasion.tone === 'not-held';
  draft.kinds.add(occasion.kind);
  draft.occasions.push(occasion);
  draft.setting = { ...setting, ...draft.setting };
  for (const claim of claims) addClaim(text, draft, claim);
}

/** Nobody has been at a gathering that is still to come. */
function addClaim(text: CastText, draft: Draft, claim: Claim): void {
  const isEarly = draft.isToCome && claim.standing === 'attended';
  draft.claims.push(isEarly ? { ...claim, standing: 'expected' } : claim);
  if (claim.standing !== 'absent') draft.parties.add(keyOf(text, claim));
}

/** Claims go to the gathering that their words name, else to the one in focus. */
function placeClaims(
  scene: Scene,
  reading: Reading,
  claims: readonly Claim[],
  sentence: number,
): void {
  for (const claim of claims) {
    const occasion = scene.occasions[claim.occasion ?? -1];
    const named = occasion && reading.drafts.find(({ occasions }) => occasions.includes(occasion));
    const draft =
      named ??
      (occasion && latestOfKind(reading, occasion.kind)) ??
      focusFor(scene, reading, claim, sentence);
    if (draft !== undefined) addClaim(scene.text, draft, claim);
  }
}

/** `said to close the hearing`: the last hearing spoken of. */
const latestOfKind = ({ drafts }: Reading, kind: GatheringKind): Draft | undefined =>
  drafts.findLast(({ kinds, isToCome }) => kinds.has(kind) && !isToCome);

function focusFor(
  scene: Scene,
  reading: Reading,
  claim: Claim,
  sentence: number,
): Draft | undefined {
  if (reading.focus !== undefined) {
    if (!claim.isWeak || isNear(scene, reading.focus, sentence)) return reading.focus;
    return undefined;
  }
  if (claim.isWeak || claim.standing !== 'attended') return undefined;
  const draft = newDraft(kindIn(scene, sentence), false);
  reading.drafts.push(draft);
  reading.focus = draft;
  return draft;
}

/** A gathering that the article calls nothing: who testifies or faces a panel is at a hearing. */
function kindIn({ text }: Scene, sentence: number): GatheringKind {
  const { start = 0, end = 0 } = text.document.sentences[sentence] ?? {};
  const words = text.document.text.slice(start, end);
  return /\b(?:panel|committee|subcommittee|testif\w+|witness\w*|hearing|MPs)\b/u.test(words)
    ? 'hearing'
    : 'talks';
}

/** Whether the gathering was spoken of in this paragraph or the one before. */
function isNear({ text }: Scene, { occasions, claims }: Draft, sentence: number): boolean {
  const { sentences } = text.document;
  const paragraph = sentences[sentence]?.paragraph ?? 0;
  const last = Math.max(
    ...occasions.map((occasion) => occasion.sentence),
    ...claims.map((claim) => claim.sentence),
  );
  return paragraph - (sentences[last]?.paragraph ?? -9) <= 1;
}

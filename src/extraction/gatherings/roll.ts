import { addTo } from '../../text/multimap.ts';
import { length, type Span, span } from '../../text/span.ts';
import type { CastText } from '../cast/cast.ts';
import type { Attendee, Gathering } from '../facts.ts';
import { isCalendarWord } from '../lexicon/calendar.ts';
import type { Standing } from '../lexicon/gathering-cues.ts';
import { spanOf } from '../cast/roles.ts';
import { type Draft, keyOf } from './draft.ts';
import type { Guest } from './guest.ts';
import type { Occasion } from './occasion.ts';
import type { Claim } from './scene.ts';
import { homePlace } from './setting.ts';

// The roll of a gathering, called once all has been read: each guest once, with one standing.

/** Who is said to have stayed away was not there, whatever else is said. */
const ORDER: readonly Standing[] = ['absent', 'attended', 'expected'];

/** The finished record of a gathering; undefined where nothing is known but that it was. */
export function callRoll(text: CastText, draft: Draft, isFirst: boolean): Gathering | undefined {
  const name = nameOf(text, draft);
  if (name === undefined) return undefined;
  const guests = draft.isNotHeld ? [] : gather(text, draft);
  const list = (standing: Standing): Attendee[] =>
    sift(
      text,
      guests.filter((claims) => standingOf(claims) === standing),
      standing,
    ).map((claims) => toAttendee(text, draft, claims, standing));
  const place = draft.setting.place ?? (isFirst ? firstPlace(text) : undefined);
  return {
    kind: 'gathering',
    name: name.span,
    sentence: sentenceSpan(text, name.sentence),
    told: toldIn(text, draft),
    ...(place === undefined ? {} : { place }),
    ...(draft.setting.time === undefined ? {} : { time: draft.setting.time }),
    ...(draft.isNotHeld ? { isNotHeld: true as const } : {}),
    attended: list('attended'),
    absent: list('absent'),
    expected: list('expected'),
  };
}

/** No gathering is spoken of in more sentences than are worth showing. */
const MOST_TOLD = 20;

function toldIn(text: CastText, { occasions, claims }: Draft): Span[] {
  const sentences = [...occasions, ...claims].map(({ sentence }) => sentence);
  return [...new Set(sentences)]
    .toSorted((a, b) => a - b)
    .slice(0, MOST_TOLD)
    .map((sentence) => sentenceSpan(text, sentence));
}

function firstPlace(text: CastText): Span | undefined {
  const run = homePlace(text);
  return run && spanOf(text.document.tokens, run);
}

function standingOf(claims: readonly Claim[]): Standing | undefined {
  const isThere = claims.some(({ standing }) => standing === 'attended');
  const known = isThere ? claims.filter((claim) => !isOfPart(claim)) : claims;
  return ORDER.find((standing) => known.some((claim) => claim.standing === standing));
}

const isOfPart = ({ standing, isPartial }: Claim): boolean =>
  standing === 'absent' && isPartial === true;

/**
 * Who speaks for a country or a body stands for it, so beside named persons the countries and
 * bodies are left out, and beside several the unnamed groups too.
 */
function sift(text: CastText, guests: readonly Claim[][], standing: Standing): readonly Claim[][] {
  const persons = guests.filter((claims) => claims.some(({ guest }) => guest.isPerson));
  if (standing === 'absent' || persons.length === 0) return guests;
  if (persons.length >= 3) return persons;
  return guests.filter(
    (claims) => !claims.some(({ guest }) => guest.isNamed && isCountry(text, guest)),
  );
}

const isCountry = ({ cast }: CastText, { entity }: Guest): boolean =>
  /^(?:place|group)$/u.test(cast.entities[entity ?? -1]?.kind ?? '') && entity !== undefined;

/** The claims by guest, in the order in which the guests first appear. */
function gather(text: CastText, draft: Draft): Claim[][] {
  const byGuest = new Map<string, Claim[]>();
  const inOrder = draft.claims.toSorted((a, b) => a.guest.at.first - b.guest.at.first);
  for (const claim of inOrder) addTo(byGuest, keyOf(text, claim), claim);
  return [...byGuest.values()];
}

function toAttendee(
  text: CastText,
  draft: Draft,
  claims: readonly Claim[],
  standing: Standing,
): Attendee {
  const own = claims.filter((claim) => claim.standing === standing);
  const guests = own.map(({ guest }) => guest);
  const [claim] = own;
  const first = guests[0];
  const role = guests.find((guest) => guest.role !== undefined && length(guest.role) > 0)?.role;
  const side = sideOf(draft, own);
  const note = own.find((other) => other.note !== undefined)?.note;
  return {
    name: first?.name ?? span(0, 1),
    ...(first?.entity === undefined || !first.isPerson ? {} : { entity: first.entity }),
    ...(role === undefined ? {} : { role }),
    ...(side === undefined ? {} : { side }),
    ...(note === undefined ? {} : { note: spanOf(text.document.tokens, note) }),
    evidence: sentenceSpan(text, claim?.sentence ?? 0),
  };
}

/** The guest's own side, else that of whom they sat with. */
function sideOf({ claims }: Draft, own: readonly Claim[]): Span | undefined {
  const side = own.find(({ guest }) => guest.side !== undefined)?.guest.side;
  const besides = own.find(({ guest }) => guest.besides !== undefined)?.guest.besides;
  if (besides === undefined) return side ?? sideOfCompany(claims, own);
  return (
    claims.find(({ guest }) => guest.entity === besides && guest.side !== undefined)?.guest.side ??
    side
  );
}

/** `[The minister] came with the Indian envoy`: whose side they are on, he is on too. */
function sideOfCompany(claims: readonly Claim[], own: readonly Claim[]): Span | undefined {
  const entity = own[0]?.guest.entity;
  if (entity === undefined) return undefined;
  return claims.find(({ guest }) => guest.besides === entity && guest.side !== undefined)?.guest
    .side;
}

const sentenceSpan = ({ document }: CastText, index: number): Span => {
  const sentence = document.sentences[index];
  return span(sentence?.start ?? 0, sentence?.end ?? 0);
};

/** What the article calls it: the first noun for it, else the words around the verb. */
function nameOf(
  text: CastText,
  { occasions, claims }: Draft,
): { span: Span; sentence: number } | undefined {
  const noun = occasions.find(({ isVerb }) => !isVerb) ?? occasions[0];
  const sentence = occasions[0]?.sentence ?? claims[0]?.sentence;
  if (sentence === undefined) return undefined;
  if (noun === undefined) return { span: sentenceSpan(text, sentence), sentence };
  return { span: nounSpan(text, noun), sentence };
}

function nounSpan(text: CastText, occasion: Occasion): Span {
  return occasion.isVerb
    ? verbSpan(text, occasion)
    : spanOf(text.document.tokens, longName(text, occasion));
}

/** `fourth meeting of ministers of the Trans-Caspian Route`: the noun with what it is of or about. */
function longName(
  { document, phrases }: CastText,
  { first, last }: Occasion,
): { first: number; last: number } {
  const { tokens } = document;
  const from =
    /^(?:the|a|an|this|that)$/u.test(tokens[first]?.lower ?? '') && last - first > 1
      ? first + 1
      : first;
  let end = last;
  while (/^(?:of|between|on|in|with)$/u.test(tokens[end]?.lower ?? '')) {
    const next = phrases.at[end + 1];
    if (next === undefined || next.first !== end + 1 || next.last - from > 16) break;
    if (isCalendarWord(tokens[next.first])) break;
    end = next.last;
  }
  return { first: from, last: end };
}

/** The clause of the verb: `The ministers met in Riga on Monday |, officials said`. */
function verbSpan({ document }: CastText, { sentence, head }: Occasion): Span {
  const { tokens, sentences } = document;
  const { first = 0, last = 1 } = sentences[sentence] ?? {};
  let from = head;
  while (from > first && head - from < 15 && !STOPS.test(tokens[from - 1]?.lower ?? '')) from -= 1;
  let end = head + 1;
  while (end < last && end - head < 15 && !STOPS.test(tokens[end]?.lower ?? '')) {
    // `met in Lund | on the margins of the funeral`
    if (/^(?:margins|sidelines|fringes|eve)$/u.test(tokens[end + 2]?.lower ?? '')) break;
    end += 1;
  }
  return spanOf(tokens, { first: from, last: end });
}

const STOPS =
  /^(?:[.,;:()“”"—–-]|who|which|that|said|says|when|while|where|because|although|though|but|after|before|if|whether)$/u;

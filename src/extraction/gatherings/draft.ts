import { fold } from '../../text/fold.ts';
import { type Span, slice } from '../../text/span.ts';
import type { CastText } from '../cast/cast.ts';
import { areKin, type GatheringKind } from '../lexicon/gathering-nouns.ts';
import { countryOf } from '../lexicon/places.ts';
import type { Occasion } from './occasion.ts';
import type { Claim } from './scene.ts';
import type { Setting } from './setting.ts';

/** A gathering while the article is being read: more may become known of it. */
export interface Draft {
  readonly kinds: Set<GatheringKind>;
  readonly isToCome: boolean;
  /** Called off, or denied: nobody was there, nor is anybody expected. */
  isNotHeld: boolean;
  /** One of long ago that the report only looks back on: it is not what the report is about. */
  readonly isPast: boolean;
  readonly occasions: Occasion[];
  readonly claims: Claim[];
  /** Who took part, by `keyOf`. */
  readonly parties: Set<string>;
  setting: Setting;
}

/** Tells a guest from others: the entity, else the words. */
export const keyOf = (text: CastText, { guest }: Claim): string =>
  guest.entity === undefined ? fold(slice(text.document.text, guest.name)) : `#${guest.entity}`;

export const newDraft = (kind: GatheringKind, isToCome: boolean, isPast = false): Draft => ({
  kinds: new Set([kind]),
  isToCome,
  isNotHeld: false,
  isPast,
  occasions: [],
  claims: [],
  parties: new Set(),
  setting: {},
});

/** Whether an occasion may be the gathering that a draft describes. */
export function mayBe(
  text: CastText,
  draft: Draft,
  occasion: Occasion,
  setting: Setting,
  parties: ReadonlySet<string>,
): boolean {
  if (occasion.isAnother || !kindFits(draft, occasion)) return false;
  if (isOtherTone(draft, occasion) && !isMereReference(occasion, setting)) return false;
  if (occasion.tone === 'not-held' && isHeld(draft)) return false;
  if (draft.isPast && isMereReference(occasion, setting) && !isCalledAlike(text, draft, occasion))
    return false;
  if (conflict(text, draft.setting.place, setting.place, samePlace)) return false;
  if (conflict(text, draft.setting.time, setting.time, sameTime)) return false;
  const shared = [...parties].filter((party) => draft.parties.has(party)).length;
  const least = Math.min(2, parties.size, draft.parties.size);
  if (shared < least) return false;
  return (
    occasion.isDefinite ||
    shared > 0 ||
    agrees(text, draft.setting, setting) ||
    isFirstTelling(draft, occasion)
  );
}

/** `the summit` may look back on one, too; `the meeting` is the one that the report is about. */
const isCalledAlike = (text: CastText, { occasions }: Draft, { head }: Occasion): boolean =>
  occasions.some(
    (known) => text.document.tokens[known.head]?.lower === text.document.tokens[head]?.lower,
  );

/** One that was called off may have been told of as to come; one denied, as held. */
const isOtherTone = (draft: Draft, { tone }: Occasion): boolean =>
  tone !== 'not-held' && !draft.isNotHeld && draft.isToCome !== (tone === 'to-come');

const isHeld = ({ isToCome, claims }: Draft): boolean =>
  !isToCome && claims.some(({ standing }) => standing === 'attended');

/** `They held talks. [Ann Lee and Bo Li met] for an hour.`: who met is told right behind. */
const isFirstTelling = ({ parties, occasions }: Draft, { isVerb, sentence }: Occasion): boolean =>
  isVerb && parties.size === 0 && sentence - (occasions.at(-1)?.sentence ?? -9) <= 2;

/** `the talks`, and nothing of where or when. */
export const isMereReference = (occasion: Occasion, setting: Setting): boolean =>
  occasion.isDefinite && setting.place === undefined && setting.time === undefined;

const kindFits = ({ kinds }: Draft, { kind, isDefinite, isVerb }: Occasion): boolean =>
  kinds.has(kind) || ((isDefinite || isVerb) && [...kinds].some((known) => areKin(known, kind)));

type Same = (a: string, b: string) => boolean;

const conflict = (text: CastText, a: Span | undefined, b: Span | undefined, same: Same): boolean =>
  a !== undefined && b !== undefined && !same(wordsAt(text, a), wordsAt(text, b));

function agrees(text: CastText, a: Setting, b: Setting): boolean {
  const place =
    a.place !== undefined &&
    b.place !== undefined &&
    isOnePlace(wordsAt(text, a.place), wordsAt(text, b.place));
  const time =
    a.time !== undefined &&
    b.time !== undefined &&
    sameTime(wordsAt(text, a.time), wordsAt(text, b.time));
  return place || time;
}

const wordsAt = ({ document }: CastText, span: Span): string =>
  fold(slice(document.text, span)).replace(/^the /u, '');

/** One place, or one inside the other's country. */
function isOnePlace(a: string, b: string): boolean {
  if (a === b || a.includes(b) || b.includes(a)) return true;
  const country = countryOf(a);
  return country !== undefined && country === countryOf(b);
}

/** As `isOnePlace`, and a venue (`the breakfast room`) may be in any town. */
function samePlace(a: string, b: string): boolean {
  const areKnown = countryOf(a) !== undefined && countryOf(b) !== undefined;
  return isOnePlace(a, b) || (!areKnown && isVenueWord(a) !== isVenueWord(b));
}

const isVenueWord = (words: string): boolean => countryOf(words) === undefined && /\s/u.test(words);

/** Days and dates that cannot be told apart are taken to be the same. */
function sameTime(a: string, b: string): boolean {
  if (a === b || /\d/u.test(a) !== /\d/u.test(b)) return true;
  return a.includes(b) || b.includes(a);
}

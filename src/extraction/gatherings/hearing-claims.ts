import { plainReportingVerb } from '../lexicon/reporting-verbs.ts';
import type { CastText } from '../cast/cast.ts';
import { spanOf } from '../cast/roles.ts';
import type { Draft } from './draft.ts';
import type { Guest } from './guest.ts';
import type { Claim, Scene } from './scene.ts';
import { readSubjects } from './subject.ts';
import { subjectAfter } from '../syntax/subjects.ts';
import { readGuests } from './guest-list.ts';

// A report of a hearing quotes those who sat there without saying so each time. A member, a judge
// or a lawyer whom it quotes was in the room, unless the sentence says where else they spoke.

/** The claims that a report of a hearing makes by quoting its members. */
export function claimsOfHearing(scene: Scene, draft: Draft | undefined): Claim[] {
  if (draft === undefined || draft.isToCome || !isHearing(draft)) return [];
  const { tokens, sentenceOf } = scene.text.document;
  const claims: Claim[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isAsking(scene.text, at) || isElsewhere(scene.text, sentenceOf[at] ?? -1)) continue;
    const members = speakers(scene.text, at).filter((guest) => isMember(scene.text, guest));
    for (const guest of [...members, ...(members.length > 0 ? asked(scene.text, at) : [])])
      claims.push({ standing: 'attended', guest, sentence: sentenceOf[at] ?? -1, isWeak: true });
  }
  return claims;
}

/**
 * One that the report opens with or keeps coming back to, and of which it says that somebody was
 * there, or of which it names several witnesses.
 */
function isHearing({ kinds, occasions, claims }: Draft): boolean {
  if (!kinds.has('hearing')) return false;
  const heard = occasions.filter(({ kind }) => kind === 'hearing');
  const there = claims.filter(({ standing }) => standing === 'attended').length;
  const isOpening = heard.some(({ sentence }) => sentence <= 1);
  return heard.length >= 2 || there >= 2 || (isOpening && there >= 1);
}

const ASKING =
  /^(?:pressed|grilled|questioned|interrupted|objected|asked|challenged|rebuked|scolded|quizzed|berated|chided)$/u;

/** Whoever is asked is there too: `[Judge Lee] interrupted [Bo Ek], the lawyer`. */
const FACING =
  /^(?:pressed|grilled|questioned|interrupted|asked|challenged|rebuked|scolded|quizzed|berated|chided)$/u;

function isAsking({ document }: CastText, at: number): boolean {
  const token = document.tokens[at];
  if (token?.pos !== 'VERB' || (document.quotedOf[at] ?? -1) >= 0) return false;
  return ASKING.test(token.lower) || plainReportingVerb(token) !== undefined;
}

/** `[Ann Lee] asked`, `said [Sen. Bo Ek, D-Ore.]` */
function speakers(text: CastText, verb: number): Guest[] {
  const isFacing = FACING.test(text.document.tokens[verb]?.lower ?? '');
  const behind = isFacing ? undefined : subjectAfter(text, verb);
  const inverted = behind === undefined ? [] : readGuests(text, behind);
  return inverted.length > 0 ? inverted : readSubjects(text, verb);
}

/** `grilled [the bank's chief, Ann Lee]`; whom a `told` is for may be anywhere. */
function asked(text: CastText, verb: number): Guest[] {
  const { tokens, sentences, sentenceOf } = text.document;
  if (!FACING.test(tokens[verb]?.lower ?? '')) return [];
  const phrase = text.phrases.at[verb + 1];
  if (phrase?.first !== verb + 1) return [];
  const end = sentences[sentenceOf[verb] ?? -1]?.last ?? verb;
  const isOpen = text.names.at[phrase.last - 1] === undefined && tokens[phrase.last]?.text === ',';
  return readGuests(text, { first: verb + 1, last: Math.min(end, phrase.last + (isOpen ? 4 : 0)) });
}

const ELSEWHERE =
  /\b(?:reporters|journalists|statement|interview|tweet(?:ed|s)?|twitter|facebook|spokes(?:man|woman|person)|letter|earlier this (?:week|month)|last (?:week|month|year)|cnn|msnbc|fox news|radio|television|website|book|memo|outside|email|op-ed|wrote|phone|telephone)\b/iu;

/** So much of a sentence is looked at, in code units. */
const LONGEST = 600;

function isElsewhere({ document }: CastText, sentence: number): boolean {
  const { start = 0, end = 0 } = document.sentences[sentence] ?? {};
  return ELSEWHERE.test(document.text.slice(start, Math.min(end, start + LONGEST)));
}

const MEMBER =
  /\b(?:sens?|senators?|reps?|representatives?|congress(?:man|woman)|judges?|justices?|chair(?:man|woman)?|lawyers?|attorneys?|solicitor|counsel|witness|ranking member|mp|members?|commissioner)\b/iu;

/** By title, role or party label; a party leader or a president speaks elsewhere. */
function isMember({ cast, document }: CastText, guest: Guest): boolean {
  if (!guest.isPerson || guest.entity === undefined) return false;
  const title = spanOf(document.tokens, guest.at);
  const roles = [title, guest.role, ...(cast.entities[guest.entity]?.roles ?? [])];
  const words = roles.map((role) =>
    role === undefined ? '' : document.text.slice(role.start, role.end),
  );
  const label = document.text.slice(guest.name.end, guest.name.end + 12);
  if (words.some((role) => /\b(?:president|leader|speaker|former)\b/iu.test(role))) return false;
  return words.some((role) => MEMBER.test(role)) || /^,? ?\(?[DRI]-\p{Lu}/u.test(label);
}

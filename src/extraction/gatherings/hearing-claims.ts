import { plainReportingVerb } from '../lexicon/reporting-verbs.ts';
import type { CastText } from '../cast/cast.ts';
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
    for (const guest of speakers(scene.text, at))
      if (isMember(scene.text, guest))
        claims.push({ standing: 'attended', guest, sentence: sentenceOf[at] ?? -1, isWeak: true });
  }
  return claims;
}

/** One that the report keeps coming back to, or of which it names several witnesses. */
const isHearing = ({ kinds, occasions, claims }: Draft): boolean =>
  kinds.has('hearing') &&
  (occasions.filter(({ kind }) => kind === 'hearing').length >= 2 ||
    claims.filter(({ standing }) => standing === 'attended').length >= 2);

const ASKING = /^(?:pressed|grilled|questioned|interrupted|objected|asked)$/u;

function isAsking({ document }: CastText, at: number): boolean {
  const token = document.tokens[at];
  if (token?.pos !== 'VERB' || (document.quotedOf[at] ?? -1) >= 0) return false;
  return ASKING.test(token.lower) || plainReportingVerb(token.lower) !== undefined;
}

/** `[Ann Lee] asked`, `said [Sen. Bo Ek, D-Ore.]` */
function speakers(text: CastText, verb: number): Guest[] {
  const behind = subjectAfter(text, verb);
  const inverted = behind === undefined ? [] : readGuests(text, behind);
  return inverted.length > 0 ? inverted : readSubjects(text, verb);
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
  const roles = [guest.role, ...(cast.entities[guest.entity]?.roles ?? [])];
  const words = roles.map((role) =>
    role === undefined ? '' : document.text.slice(role.start, role.end),
  );
  const label = document.text.slice(guest.name.end, guest.name.end + 12);
  if (words.some((role) => /\b(?:president|leader|speaker|former)\b/iu.test(role))) return false;
  return words.some((role) => MEMBER.test(role)) || /^,? ?\(?[DRI]-\p{Lu}/u.test(label);
}

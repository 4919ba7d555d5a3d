import { DELEGATIONS } from '../lexicon/gathering-cues.ts';
import { BODY_NOUNS, ORGANISATION_HEADS } from '../lexicon/roles.ts';
import type { Finding } from './cue.ts';
import { readGuests } from './guest-list.ts';
import type { Scene } from './scene.ts';
import { subjectOf } from './subject.ts';

/** Whether the words around a construction let it speak of who was there. */
export function isGrounded(scene: Scene, finding: Finding): boolean {
  if (isPassive(scene, finding) || ranBySomeone(scene, finding)) return false;
  if (finding.cue.says.has('name') && !opensWithName(scene.text, finding.last)) return false;
  // `a Europe without Britain` is no gathering.
  if (finding.cue.says.has('event') && !isOfEvent(scene, finding)) return false;
  if (isIdiom(scene, finding) || isOfEarlier(scene, finding)) return false;
  return finding.cue.needs !== 'delegation' || isOfDelegation(scene, finding);
}

/** `who had attended | earlier rounds`: whether they came to this one is another matter. */
const isOfEarlier = ({ text }: Scene, { cue, last }: Finding): boolean =>
  cue.standing === 'attended' &&
  cue.guests === 'before' &&
  text.document.tokens
    .slice(last - 2, last + 2)
    .some(({ lower }) => /^(?:earlier|previous|past|prior|former)$/u.test(lower)) &&
  /^(?:attend|join|took|take|partic)/u.test(text.document.tokens[last - 1]?.lower ?? '');

/** What stands behind the last verb of a cue where it means that somebody did not come. */
const MEANING_AWAY: readonly (readonly [verb: RegExp, behind: RegExp])[] = [
  [/^c[ao]me$/u, /^(?!(?:out|up|close|true|clean|from|as|forward|under|across|with|into|down)$)/u],
  [/^appear(?:ed)?$/u, /^(?!(?:to|that|likely)$)/u],
  [/^show(?:ed)?$/u, /^(?:up|at|for|in|on|[.,;])$/u],
  [/^turn(?:ed)?$/u, /^up$/u],
  [/^return(?:ed)?$/u, /^(?:to|from|for|after|until|on|in|[.,;])$/u],
];

const COME_TO =
  /^(?:defen[cs]e|aid|rescue|help|terms|agreement|agreements|conclusion|conclusions|light|pass|power|mind|grips|that|this|an|any)$/u;

/** `did not [return] calls`, `would not [come] to their defence`, `did not [appear] to know` */
function isIdiom({ text }: Scene, { cue, last }: Finding): boolean {
  const { tokens } = text.document;
  if (cue.standing !== 'absent' || cue.guests !== 'before') return false;
  const verb = tokens[last - 1]?.lower ?? '';
  const behind = tokens.slice(last, last + 4).map(({ lower }) => lower);
  const next = behind[0] ?? '.';
  if (MEANING_AWAY.some(([form, away]) => form.test(verb) && !away.test(next))) return true;
  // `never appeared worried`
  if (verb.startsWith('appear') && /^(?:ADJ|VERB)$/u.test(tokens[last]?.pos ?? '')) return true;
  return /^c[ao]me$/u.test(verb) && behind[0] === 'to' && behind.some((word) => COME_TO.test(word));
}

const isOfEvent = ({ text, occasionsIn }: Scene, { first }: Finding): boolean =>
  (occasionsIn[text.document.sentenceOf[first] ?? -1] ?? []).length > 0;

/** `the inquiry hosted | by Ann Lee`: the words in front host nothing. */
const isPassive = ({ text }: Scene, { cue, first, last }: Finding): boolean =>
  last === first + 1 &&
  cue.guests === 'before' &&
  cue.standing === 'attended' &&
  text.document.tokens[last]?.lower === 'by';

/** `the [delegation] included`, `the meeting, led by` */
function isOfDelegation(scene: Scene, { first, last }: Finding): boolean {
  const { text, occasionsIn } = scene;
  const { tokens, sentences, sentenceOf } = text.document;
  const sentence = sentenceOf[first] ?? -1;
  const subject = subjectOf(text, first);
  const from = Math.max(sentences[sentence]?.first ?? 0, (subject?.first ?? first) - 1);
  for (let at = from; at < last; at += 1) if (DELEGATIONS.holds(tokens[at])) return true;
  return (occasionsIn[sentence] ?? []).some((index) => {
    const occasion = scene.occasions[index];
    return occasion !== undefined && occasion.head < first && first - occasion.head < 4;
  });
}

/** `a [committee] chaired by Ann Lee`: who runs a body is not said to be anywhere. */
function ranBySomeone({ text, occasionAt }: Scene, { first, last }: Finding): boolean {
  const { tokens } = text.document;
  const isRun = /^(?:chaired|co-chaired|headed|led|run|convened|founded|organi[sz]ed)$/u.test(
    tokens[first]?.lower ?? '',
  );
  if (!isRun || tokens[last - 1]?.lower !== 'by') return false;
  let at = first - 1;
  while (/^(?:,|–|—|\(|is|was|are|were|which)$/u.test(tokens[at]?.lower ?? '')) at -= 1;
  const head = tokens[at]?.lower ?? '';
  if (DELEGATIONS.has(head) || (occasionAt[at] ?? -1) >= 0) return false;
  return BODY_NOUNS.has(head) || ORGANISATION_HEADS.has(head);
}

/** `There was [Ann Lee]`, `there was the envoy, [Bo Ek]`: a name follows at once. */
function opensWithName(text: Scene['text'], at: number): boolean {
  const phrase = text.phrases.at[at];
  const { sentences, sentenceOf } = text.document;
  const end = sentences[sentenceOf[at] ?? -1]?.last ?? at;
  const [first] =
    phrase === undefined
      ? []
      : readGuests(text, { first: at, last: Math.min(end, phrase.last + 4) });
  return first !== undefined && first.at.first <= (phrase?.last ?? at) + 1;
}

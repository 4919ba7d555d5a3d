import { DELEGATIONS } from '../lexicon/gathering-cues.ts';
import { BODY_NOUNS, ORGANISATION_HEADS } from '../lexicon/roles.ts';
import type { Finding } from './cue.ts';
import type { Scene } from './scene.ts';
import { subjectOf } from './subject.ts';

/** Whether the words around a construction let it speak of who was there. */
export function isGrounded(scene: Scene, finding: Finding): boolean {
  if (isPassive(scene, finding) || ranBySomeone(scene, finding)) return false;
  return finding.cue.needs !== 'delegation' || isOfDelegation(scene, finding);
}

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
  for (let at = from; at < last; at += 1) if (DELEGATIONS.has(tokens[at]?.lower ?? '')) return true;
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

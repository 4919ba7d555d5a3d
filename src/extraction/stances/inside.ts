import type { CastText } from '../cast/cast.ts';
import { PEOPLE_NOUNS } from '../lexicon/roles.ts';
import type { Cue } from './cue.ts';
import { possessorOf } from './subject.ts';
import type { Stretch } from './target.ts';

/** A position that another may stand inside of. */
interface Around {
  readonly cue: Cue;
  readonly target?: Stretch;
}

/** How far from a target’s beginning, and from a relative pronoun behind it, an inner cue is looked for. */
const REACH = 8;
const RELATIVE_REACH = 4;

/**
 * Whether what a cue says is part of what another position is toward.
 *
 *     supports | repealing | the law       backed a bill that would | block | the law
 *     called for [Lee]’s | resignation     demands that [Lee] | drop | the toll
 */
export function isInside(text: CastText, cue: Cue, { target, cue: outer }: Around): boolean {
  const { document } = text;
  if (target === undefined || cue.first < target.first) return false;
  if (document.sentenceOf[cue.first] !== document.sentenceOf[outer.first]) return false;
  if (cue.first >= target.last) return isInRelative(text, cue, target);
  if (cue.first - target.first > REACH) return false;
  const { frame } = cue.entry;
  if (frame === 'fate') return outer.entry.frame !== 'deed' && endsPhrase(text, cue);
  // `discredit | Lee’s | investigation of the mayor`: hers, whoever discredits it.
  if (frame === 'noun') return possessorOf(text, cue.first) === undefined;
  if (outer.entry.asks !== undefined && cue.first === target.first) return true;
  const before = document.tokens[cue.first - 1];
  if (before?.lower === 'to') return true;
  if (document.tokens[cue.first]?.lower.endsWith('ing') !== true) return false;
  return !(text.phrases.at[cue.first - 1] !== undefined && namesAgent(text, target));
}

/** `Lee’s | impeachment |`, not `Lee’s | impeachment | inquiry` */
const endsPhrase = ({ phrases }: CastText, { first, last }: Cue): boolean =>
  phrases.at[first]?.last === last;

/** `a bill | that would block it`, but not `Republicans who blocked it` */
function isInRelative(text: CastText, cue: Cue, target: Stretch): boolean {
  const { tokens } = text.document;
  const pronoun = tokens[target.last]?.text === ',' ? target.last + 1 : target.last;
  const isNear = cue.first > pronoun && cue.first - pronoun <= RELATIVE_REACH;
  if (!isNear || !/^(?:that|which)$/u.test(tokens[pronoun]?.lower ?? '')) return false;
  for (let at = pronoun + 1; at < cue.first; at += 1)
    if (!/^(?:AUX|ADV|PART|VERB)$/u.test(tokens[at]?.pos ?? '')) return false;
  return !namesAgent(text, target);
}

/** A target that acts for itself: `Republicans`, `the senator`. */
function namesAgent({ cast, document, phrases }: CastText, { first }: Stretch): boolean {
  const phrase = phrases.at[first];
  if (phrase === undefined) return false;
  const kind = cast.entities[cast.at[phrase.head] ?? -1]?.kind;
  return (
    kind === 'person' ||
    kind === 'group' ||
    kind === 'organisation' ||
    kind === 'place' ||
    PEOPLE_NOUNS.holds(document.tokens[phrase.head])
  );
}

import { PEOPLE_NOUNS } from '../lexicon/roles.ts';
import { COPULAS, isLightVerb, WITH_A_REASON } from '../lexicon/stance-modifiers.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { headPhrase } from '../syntax/subjects.ts';
import type { Cue } from './cue.ts';
import { gapTarget } from './gap.ts';
import { speakerAt, type VoicedText } from './party.ts';
import { antecedentOf, earlierSubject, groupStart, possessorOf, subjectOf } from './subject.ts';
import { type Stretch, targetFrom, wholeSubject } from './target.ts';

/** Where a cue’s holders and target stand. */
export interface Place {
  readonly holders: readonly Phrase[];
  readonly target?: Stretch;
}

/** Finds holders and target in the frame of a cue. */
export function placeOf(text: VoicedText, cue: Cue): Place {
  switch (cue.entry.frame) {
    case 'verb':
    case 'deed':
      return isPassive(text, cue) ? passivePlace(text, cue) : activePlace(text, cue);
    case 'adjective':
      return place(adjectiveHolder(text, cue.first), targetFrom(text, cue.last), text);
    case 'noun':
      return place(nounHolder(text, cue.first), targetFrom(text, cue.last), text);
    case 'feeling':
      return feelingPlace(text, cue);
    case 'alone':
      return place(subjectOf(text, cue.first), { first: cue.first, last: cue.last }, text);
    default:
      return cue.entry.frame satisfies never;
  }
}

function activePlace(text: VoicedText, cue: Cue): Place {
  const subject = subjectOf(text, cue.first);
  return place(
    subject,
    gapTarget(text, cue, subject) ??
      targetFrom(text, cue.last, WITH_A_REASON.test(text.document.tokens[cue.first]?.lower ?? '')),
    text,
  );
}

const place = (
  holder: Phrase | undefined,
  target: Stretch | undefined,
  text: VoicedText,
): Place => ({
  holders: holder === undefined ? [] : withCoordinated(text, holder),
  ...(target === undefined ? {} : { target }),
});

/** `Rubio and Waltz praised`: each of them holds it. */
function withCoordinated(text: VoicedText, holder: Phrase): Phrase[] {
  const { document } = text;
  const all = [holder];
  for (let at = holder.first - 1; all.length < 5;) {
    if (!/^(?:and|,)$/u.test(document.tokens[at]?.lower ?? '')) break;
    if (all.length === 1 && document.tokens[at]?.lower !== 'and') break;
    const before = headPhrase(text, at - 1, Math.max(0, at - 8));
    if (before === undefined || document.tokens[before.head]?.pos !== 'PROPN') break;
    all.push(before);
    at = before.first - 1;
  }
  return all;
}

const BE = /^(?:is|are|was|were|be|been|being|get|gets|got|am|'s|’s|’re|'re)$/u;

/** `was (strongly) opposed by`, `a plan backed by` */
function isPassive({ document }: VoicedText, { first, last }: Cue): boolean {
  const word = document.tokens[first]?.lower ?? '';
  if (!/(?:ed|en|wn|ught|lt|id|ut|et|ld|de|nk|ck)$/u.test(word)) return false;
  if (document.tokens[last]?.lower === 'by') return true;
  let at = first - 1;
  while (first - at < 5 && /^(?:ADV|PART)$/u.test(document.tokens[at]?.pos ?? '')) at -= 1;
  return BE.test(document.tokens[at]?.lower ?? '') && last - first === 1;
}

/** `[target] was opposed by [holder]`; with `should`, by whoever speaks. */
function passivePlace(text: VoicedText, { first, last }: Cue): Place {
  const { tokens } = text.document;
  const subject = /^(?:AUX|ADV|PART)$/u.test(tokens[first - 1]?.pos ?? '')
    ? subjectOf(text, first)
    : (text.phrases.at[first - 1] ?? antecedentOf(text, first));
  const target = subject && wholeSubject(text, subject, first);
  const agent = agentAfter(text, last);
  if (agent !== undefined) return place(agent, target, text);
  return isUrged(text, first) ? place(undefined, target, text) : { holders: [] };
}

function agentAfter({ document, phrases }: VoicedText, last: number): Phrase | undefined {
  for (let at = last; at < last + 4; at += 1)
    if (document.tokens[at]?.lower === 'by') return phrases.at[at + 1];
  return undefined;
}

function isUrged(text: VoicedText, first: number): boolean {
  for (let at = groupStart(text, first); at < first; at += 1)
    if (/^(?:should|must|ought|needs?)$/u.test(text.document.tokens[at]?.lower ?? ''))
      return speakerAt(text, first) !== undefined;
  return false;
}

/** `[target] angered [holder]`; `[holder] was angered by [target]` */
function feelingPlace(text: VoicedText, cue: Cue): Place {
  const after = targetFrom(text, cue.last);
  if (isPassive(text, cue)) {
    const agent = agentAfter(text, cue.last);
    return place(subjectOf(text, cue.first), agent && targetFrom(text, agent.first), text);
  }
  const subject = subjectOf(text, cue.first);
  const holder = after && text.phrases.at[after.first];
  return place(holder, subject && { first: subject.first, last: subject.last }, text);
}

/** `[Ann] is wary of`, `[Ann], critical of`, `[Democrats] opposed to` */
function adjectiveHolder(text: VoicedText, first: number): Phrase | undefined {
  const { tokens } = text.document;
  let at = first - 1;
  while (
    first - at < 5 &&
    /^(?:ADV|PART|ADJ)$/u.test(tokens[at]?.pos ?? '') &&
    text.phrases.at[at] === undefined
  )
    at -= 1;
  if (/^(?:AUX|VERB)$/u.test(tokens[at]?.pos ?? '')) return subjectOf(text, at);
  if (tokens[at]?.text === ',') return antecedentOf(text, at + 1);
  const phrase = text.phrases.at[at];
  return phrase !== undefined && mayHold(text, phrase) ? phrase : undefined;
}

const mayHold = ({ cast, document }: VoicedText, { head }: Phrase): boolean =>
  (cast.at[head] ?? -1) >= 0 ||
  PEOPLE_NOUNS.has(document.tokens[head]?.lower ?? '') ||
  /^(?:those|anyone|everyone)$/u.test(document.tokens[head]?.lower ?? '');

/** `[Russia]’s opposition to`, `[she] voiced support for`, `[Lee], a critic of`, `no quarrel with` */
function nounHolder(text: VoicedText, first: number): Phrase | undefined {
  const { tokens } = text.document;
  const possessor = possessorOf(text, first);
  if (possessor !== undefined) return possessor;
  const own = text.phrases.at[first];
  const before = (own?.first ?? first) - 1;
  if (tokens[before]?.text === ',') return antecedentOf(text, before + 1);
  const verb = tokens[before]?.pos === 'ADP' ? before - 1 : before;
  const isTheirs = isLightVerb(tokens[verb]?.lower ?? '') || COPULAS.has(tokens[verb]?.lower ?? '');
  return isTheirs ? (subjectOf(text, verb) ?? earlierSubject(text, before, 0)) : undefined;
}

import { PEOPLE_NOUNS } from '../lexicon/roles.ts';
import { COPULAS, isLightVerb, WITH_A_REASON } from '../lexicon/stance-modifiers.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { headPhrase } from '../syntax/subjects.ts';
import type { Cue } from './cue.ts';
import { gapTarget } from './gap.ts';
import { type Request, requestAt } from './request.ts';
import { speakerAt, type VoicedText } from './party.ts';
import { antecedentOf, earlierSubject, groupStart, possessorOf, subjectOf } from './subject.ts';
import { type Stretch, targetFrom, wholeSubject } from './target.ts';

/** Where a cue’s holders and target stand. */
export interface Place {
  readonly holders: readonly Phrase[];
  readonly target?: Stretch;
  /** Who is asked to do what. */
  readonly request?: Request;
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
      return nounPlace(text, cue);
    case 'reception':
      return receptionPlace(text, cue);
    case 'fate':
      return place(undefined, stretchOf(possessorOf(text, cue.first)), text);
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
  const { asks } = cue.entry;
  // `the state was called for Lee`
  if (
    asks !== undefined &&
    BE.test(text.document.tokens[cue.first - 1]?.lower ?? '') &&
    isPast(text, cue)
  )
    return { holders: [] };
  const request = asks && requestAt(text, cue.last);
  if (asks === 'to' || request !== undefined)
    return {
      ...place(subject, asks === 'for' ? request?.deed : undefined, text),
      ...(request && { request }),
    };
  return place(subject, gapTarget(text, cue, subject) ?? objectOf(text, cue), text);
}

const place = (
  holder: Phrase | undefined,
  target: Stretch | undefined,
  text: VoicedText,
  isBehind = false,
): Place => ({
  holders:
    holder === undefined
      ? []
      : isBehind
        ? withFollowing(text, holder)
        : withCoordinated(text, holder),
  ...(target === undefined ? {} : { target }),
});

const isPast = ({ document }: VoicedText, { first }: Cue): boolean =>
  document.tokens[first]?.lower.endsWith('ed') === true;

/** What stands behind a verb; a deed is done to a thing: `declared | that all was well` is none. */
function objectOf(text: VoicedText, { first, last, entry }: Cue): Stretch | undefined {
  const { tokens } = text.document;
  const object = targetFrom(text, last, WITH_A_REASON.test(tokens[first]?.lower ?? ''));
  const isClause = /^(?:that|to|how|why|when|where|whether|what)$/u.test(
    tokens[object?.first ?? -1]?.lower ?? '',
  );
  return entry.frame === 'deed' && isClause ? undefined : object;
}

const stretchOf = (phrase: Phrase | undefined): Stretch | undefined =>
  phrase && { first: phrase.first, last: phrase.last };

/** `[Lee]’s criticism of [the toll]`, `criticism of [the toll] by [Lee]` */
function nounPlace(text: VoicedText, { first, last }: Cue): Place {
  const isRequest = text.document.tokens[last - 1]?.lower === 'for';
  const target = (isRequest ? requestAt(text, last)?.deed : undefined) ?? targetFrom(text, last);
  const agent = target && agentBehind(text, target);
  const own =
    agent === undefined
      ? target
      : target && { first: target.first, last: Math.min(target.last, agent.first - 1) };
  return place(nounHolder(text, first) ?? agent, own, text, agent !== undefined);
}

/** `… | by Senator Lee`, `… | from Republicans`, among the last words of a target or behind it. */
function agentBehind(
  { document, phrases, ...text }: VoicedText,
  { first, last }: Stretch,
): Phrase | undefined {
  for (let at = first + 1; at <= last; at += 1) {
    const agent = /^(?:by|from|among)$/u.test(document.tokens[at]?.lower ?? '')
      ? phrases.at[at + 1]
      : undefined;
    if (agent !== undefined && mayHold({ document, phrases, ...text }, agent)) return agent;
  }
  return undefined;
}

const RECEIVING =
  /^(?:draw|drew|drawn|fac|attract|earn|win|won|gain|garner|receiv|get|got|gotten|meet|met|encounter|provok|prompt|spark|trigger|generat|elicit|invit|suffer|endur|stir|ignit|run|ran|com|came|incur|weather|enjoy|has|have|had|secur|pick|collect|greeted|see|saw|seen|hear|heard|bring|brought|tak|took|unleash|rais|touch|set)/u;

/** `[the toll] drew sharp criticism from [Lee]`; `criticism from [Lee] of [the toll]` */
function receptionPlace(text: VoicedText, { first, last }: Cue): Place {
  const { tokens } = text.document;
  const holder = text.phrases.at[last];
  if (holder === undefined || holder.first !== last) return { holders: [] };
  let at = (text.phrases.at[first]?.first ?? first) - 1;
  while (/^(?:under|with|up|into|in|off|on|and|ADV)$/u.test(tokens[at]?.lower ?? '')) at -= 1;
  const verb = tokens[at];
  if (verb !== undefined && RECEIVING.test(verb.lower)) {
    const subject = subjectOf(text, at);
    return place(holder, subject && wholeSubject(text, subject, at), text, true);
  }
  const isLed = /^(?:of|to|over|about|for|toward|against)$/u.test(tokens[holder.last]?.lower ?? '');
  return place(holder, isLed ? targetFrom(text, holder.last + 1) : undefined, text, true);
}

/** `Rubio and Waltz praised`: each of them holds it. */
function withCoordinated(text: VoicedText, holder: Phrase): Phrase[] {
  const { document } = text;
  const all = [holder];
  for (let at = holder.first - 1; all.length < 5;) {
    if (!/^(?:and|nor|or|,)$/u.test(document.tokens[at]?.lower ?? '')) break;
    if (all.length === 1 && document.tokens[at]?.text === ',') break;
    const before = headPhrase(text, at - 1, Math.max(0, at - 8));
    if (before === undefined || document.tokens[before.head]?.pos !== 'PROPN') break;
    all.push(before);
    at = before.first - 1;
  }
  return all;
}

/** `by Rubio, Waltz and other Republicans`, `by Democrats, including Lee`: each of them holds it. */
function withFollowing(text: VoicedText, holder: Phrase): Phrase[] {
  const { document, phrases } = text;
  const all = [holder];
  let at = holder.last;
  while (
    all.length < 6 &&
    /^(?:and|,|including|as|well)$/u.test(document.tokens[at]?.lower ?? '')
  ) {
    const next = phrases.at[at + 1];
    at += 1;
    if (next === undefined) continue;
    if (!mayHold(text, next) || /^(?:VERB|AUX)$/u.test(document.tokens[next.last]?.pos ?? ''))
      break;
    all.push(next);
    at = next.last;
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
  if (agent !== undefined) return place(agent, target, text, true);
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
  PEOPLE_NOUNS.holds(document.tokens[head]) ||
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
  const isTheirs = isLightVerb(tokens[verb]?.lower ?? '') || COPULAS.holds(tokens[verb]);
  return isTheirs ? (subjectOf(text, verb) ?? earlierSubject(text, before, 0)) : undefined;
}

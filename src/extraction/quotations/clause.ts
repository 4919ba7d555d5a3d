import { span } from '../../text/span.ts';
import type { CastText } from '../cast/cast.ts';
import { withComplements } from '../cast/roles.ts';
import { plainReportingVerb } from '../lexicon/reporting-verbs.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { headPhrase, subjectAfter, subjectBefore } from '../syntax/subjects.ts';
import { speakerIn } from './speaker.ts';
import { type Attribution, isQuoted } from './stretch.ts';
import { isDenied, isModal, isPassive, isVerbHere } from './verb.ts';

// Who is the subject of a reporting word, whatever the order of the words.

/** The speaker that the phrase around a token denotes. */
export function byPhrase(
  text: CastText,
  phrase: Phrase | undefined,
  confidence: number,
): Attribution | undefined {
  const speaker = phrase && speakerIn(text, phrase, confidence);
  return speaker && { speaker };
}

export const phraseAt = ({ phrases }: CastText, at: number): Phrase | undefined => phrases.at[at];

/** Whoever stands behind these hears the words: `told [Jadain]`. */
const TAKES_HEARER = new Set(
  'tell remind assure inform advise urge promise warn email text'.split(' '),
);

/** `said [Jadain]` */
export function inverted(text: CastText, verb: number): Attribution | undefined {
  const token = text.document.tokens[verb];
  const cue = token && plainReportingVerb(token);
  if (token === undefined || cue === undefined || TAKES_HEARER.has(cue)) return undefined;
  if (isQuoted(text, verb) || token.lower.endsWith('ing')) return undefined;
  const found = byPhrase(text, subjectAfter(text, verb), 0.97);
  return found && { ...found, cue: span(token.start, token.end) };
}

export const isAccording = ({ document }: CastText, at: number): boolean =>
  document.tokens[at]?.lower === 'according' && document.tokens[at + 1]?.lower === 'to';

/** `according to [the indictment]` */
export function accordingTo(text: CastText, at: number): Attribution | undefined {
  const { tokens } = text.document;
  if (!isAccording(text, at)) return undefined;
  const found = byPhrase(text, phraseAt(text, at + 2), 0.93);
  return found && { ...found, cue: span(tokens[at]?.start ?? 0, tokens[at + 1]?.end ?? 0) };
}

/** The confidence in words that somebody is said not to have said. */
export const DENIED = 0.3;

/** The subject in front of a verb, or `by whom` where it is passive. */
export function subjectOfVerb(
  text: CastText,
  verb: number,
  confidence: number,
): Attribution | undefined {
  const token = text.document.tokens[verb];
  const sure = isDenied(text, verb) ? DENIED : confidence;
  const found = isPassive(text, verb)
    ? byPhrase(text, agentOf(text, verb), sure)
    : (byPhrase(text, mouthpiece(text, verb), sure) ??
      byRelative(text, verb, sure) ??
      byPhrase(text, subjectAround(text, verb), sure));
  return token && found && { ...found, cue: span(token.start, token.end) };
}

/** `The Greens announced through their spokeswoman in the Senate, [Ada Vogt], that …` */
function mouthpiece(text: CastText, verb: number): Phrase | undefined {
  const { tokens } = text.document;
  if (!/^(?:through|via)$/u.test(tokens[verb + 1]?.lower ?? '')) return undefined;
  const role = phraseAt(text, verb + 2);
  const end = role && withComplements(text, role.last);
  const behind = end !== undefined && tokens[end]?.text === ',' ? phraseAt(text, end + 1) : role;
  const entity = behind && text.cast.entities[text.cast.at[behind.last - 1] ?? -1];
  return entity?.kind === 'person' && entity.isNamed ? behind : undefined;
}

/** `Obama, [who] called him “unfit”`: the mention is the pronoun. */
function byRelative(text: CastText, verb: number, confidence: number): Attribution | undefined {
  const { tokens } = text.document;
  let at = verb - 1;
  while (/^(?:AUX|ADV|PART)$/u.test(tokens[at]?.pos ?? '')) at -= 1;
  const relative = tokens[at];
  if (relative === undefined || !/^(?:who|which)$/u.test(relative.lower)) return undefined;
  const before = /^[,—–)]$/u.test(tokens[at - 1]?.text ?? '') ? at - 2 : at - 1;
  const antecedent = headPhrase(text, before, Math.max(0, before - ANTECEDENT_REACH));
  const nearest = phraseAt(text, before);
  const isSomebody = nearest && (text.cast.at[nearest.head] ?? -1) >= 0;
  const found = byPhrase(text, isSomebody ? nearest : antecedent, confidence);
  const mention = span(relative.start, relative.end);
  return found && { speaker: { ...found.speaker, mention } };
}

/** How far before its pronoun an antecedent's head may stand, in tokens. */
const ANTECEDENT_REACH = 20;

/** `was expressed by [the Élysée]` */
const agentOf = (text: CastText, verb: number): Phrase | undefined =>
  text.document.tokens[verb + 1]?.lower === 'by' ? phraseAt(text, verb + 2) : undefined;

/** A participle's subject is the sentence's: `[Lavrov] left early, calling it “a mess”`. */
export function subjectAround(text: CastText, verb: number): Phrase | undefined {
  const { tokens } = text.document;
  const isParticiple =
    (tokens[verb]?.lower ?? '').endsWith('ing') && tokens[verb - 1]?.pos !== 'AUX';
  if (tokens[verb - 1]?.lower === 'to') return subjectOfInfinitive(text, verb - 1);
  if (!isParticiple) return subjectOfJoined(text, verb) ?? subjectBefore(text, verb);
  return (
    quotedSource(text, verb) ??
    absoluteSubject(text, verb) ??
    subjectOfReport(text, verb) ??
    firstAgent(text, verb) ??
    subjectBefore(text, verb)
  );
}

/** `[Vogt] went on air to call it “…”`; but `led [Reed] to fear “…”`: who is moved to speak. */
function subjectOfInfinitive(text: CastText, to: number): Phrase | undefined {
  const { tokens, sentences, sentenceOf } = text.document;
  const object = phraseAt(text, to - 1);
  const mover = object && tokens[object.first - 1];
  if (object !== undefined && MOVERS.test(mover?.lower ?? '')) return object;
  const first = sentences[sentenceOf[to] ?? -1]?.first ?? to;
  for (let at = to - 1; at > first; at -= 1) {
    const isFinite = tokens[at]?.pos === 'VERB' && !tokens[at]?.lower.endsWith('ing');
    if (isFinite && !isQuoted(text, at) && isVerbHere(text, at) && tokens[at - 1]?.lower !== 'to')
      return subjectBefore(text, at);
  }
  return undefined;
}

const MOVERS =
  /^(?:led|leads?|prompt(?:s|ed)|caus(?:es|ed)|forc(?:es|ed)|ask(?:s|ed)|urg(?:es|ed)|told|tells|push(?:es|ed)|allow(?:s|ed)|got|inspir(?:es|ed)|want(?:s|ed)|invit(?:es|ed))$/u;

/** `[The president] noted that he had taught law, and added: “…”` */
function subjectOfJoined(text: CastText, verb: number): Phrase | undefined {
  const { tokens } = text.document;
  const isJoined =
    /^(?:and|but|then)$/u.test(tokens[verb - 1]?.lower ?? '') &&
    plainReportingVerb(tokens[verb]) !== undefined;
  return isJoined ? subjectOfReport(text, verb - 1) : undefined;
}

/** `They will meet, [Spicer] said, adding that …` */
function subjectOfReport(text: CastText, verb: number): Phrase | undefined {
  const { tokens, sentences, sentenceOf } = text.document;
  const first = sentences[sentenceOf[verb] ?? -1]?.first ?? verb;
  for (let at = verb - 1; at > first; at -= 1) {
    const token = tokens[at];
    const isReport =
      plainReportingVerb(token) !== undefined && token?.lower.endsWith('ing') === false;
    if (isReport && !isQuoted(text, at) && isVerbHere(text, at) && !isModal(text, at))
      return subjectBefore(text, at);
  }
  return undefined;
}

/** `Vogt quoted [Reed] as saying`, `[Reed] was quoted as saying`: the words are not Vogt's. */
function quotedSource(text: CastText, verb: number): Phrase | undefined {
  const { tokens } = text.document;
  if (tokens[verb - 1]?.lower !== 'as') return undefined;
  const quoted = [2, 3, 4, 5, 6].map((back) => verb - back);
  const passive = quoted.find((at) => tokens[at]?.lower === 'quoted' && isPassive(text, at));
  return passive === undefined ? phraseAt(text, verb - 2) : subjectBefore(text, passive);
}

/** `…, with [Peskov] stating that …`, `footage of [Vogt] asking` */
function absoluteSubject(text: CastText, verb: number): Phrase | undefined {
  const phrase = phraseAt(text, verb - 1);
  const before = phrase && text.document.tokens[phrase.first - 1]?.lower;
  const isNamed = phrase !== undefined && text.names.at[phrase.last - 1] !== undefined;
  return before === 'with' || (before === 'of' && isNamed) ? phrase : undefined;
}

/** The first phrase of a sentence that means somebody and that no preposition governs. */
function firstAgent(text: CastText, verb: number): Phrase | undefined {
  const { tokens, sentences, sentenceOf } = text.document;
  const { first = verb } = sentences[sentenceOf[verb] ?? -1] ?? {};
  for (let at = behindDateline(text, first); at < verb; at += 1) {
    const phrase = phraseAt(text, at);
    if (phrase === undefined || isQuoted(text, at)) continue;
    // `in Salem, | New Hampshire`
    const isPlaceOfPlace =
      tokens[phrase.first - 1]?.text === ',' && text.names.at[phrase.first]?.kind === 'place';
    const isGoverned = tokens[phrase.first - 1]?.pos === 'ADP' || isPlaceOfPlace;
    const isFree = !isGoverned && phrase.last <= verb;
    if (isFree && (text.cast.at[phrase.head] ?? -1) >= 0) return phrase;
    at = phrase.last - 1;
  }
  return undefined;
}

/** How many tokens a dateline may have. */
const DATELINE = 14;

/** `WASHINGTON, Aug. 24 (UPI) — | A spokesman …` */
function behindDateline({ document }: CastText, first: number): number {
  const { tokens } = document;
  const isPlaced = /^\p{Lu}{3,}$/u.test(tokens[first]?.text ?? '');
  for (let at = first + 1; at < first + DATELINE; at += 1)
    if (/^(?:—|–|--)$/u.test(tokens[at]?.text ?? ''))
      return isPlaced || tokens[at - 1]?.text === ')' ? at + 1 : first;
  return first;
}

/** The subject of a sentence's first verb outside quotation marks, where it can speak. */
export function mainSubject(
  text: CastText,
  sentence: number,
  confidence: number,
): Attribution | undefined {
  const { tokens, sentences } = text.document;
  const { first = 0, last = 0 } = sentences[sentence] ?? {};
  for (let at = first; at < last; at += 1) {
    if (tokens[at]?.pos !== 'VERB' || isQuoted(text, at)) continue;
    const found = byPhrase(text, subjectBefore(text, at), confidence);
    if (found !== undefined && !isPlace(text, found)) return found;
  }
  return undefined;
}

/** A country may speak; where it only acts, who acts is not who spoke. */
export const isPlace = ({ cast }: CastText, { speaker }: Attribution): boolean =>
  cast.entities[speaker.entity ?? -1]?.kind === 'place';

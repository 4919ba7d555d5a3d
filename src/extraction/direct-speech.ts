import { span, type Span } from '../text/span.ts';
import type { QuotedStretch } from '../text/quotation-marks.ts';
import type { CastText } from './cast.ts';
import type { Quotation, Speaker } from './facts.ts';
import { plainReportingVerb, quotingVerb } from './lexicon/reporting-verbs.ts';
import { subjectAfter, subjectBefore } from './subjects.ts';
import type { Phrase } from './phrases.ts';
import { speakerIn } from './speaker.ts';
import { sentencesAround } from './quotations.ts';

// Who spoke the words between quotation marks. Ordered sieves, surest first (after Muzny et al.
// 2017, "A two-stage sieve approach for quote attribution"): each looks at the quotations that the
// ones before it left open, and says how sure it is.

/** A quoted stretch with the tokens of its marks and words: `[first, last)`. */
interface Stretch {
  readonly quoted: QuotedStretch;
  readonly first: number;
  readonly last: number;
  readonly paragraph: number;
}

interface Attribution {
  readonly speaker: Speaker;
  readonly cue?: Span;
}

type Sieve = (
  text: CastText,
  stretches: readonly Stretch[],
  index: number,
  done: readonly (Attribution | undefined)[],
) => Attribution | undefined;

export function attributeDirect(text: CastText): Quotation[] {
  const stretches = placeStretches(text);
  const done: (Attribution | undefined)[] = stretches.map(() => undefined);
  for (const sieve of SIEVES)
    for (const index of stretches.keys()) done[index] ??= sieve(text, stretches, index, done);
  return stretches.map((stretch, index) => toQuotation(text, stretch, done[index]));
}

function toQuotation(
  text: CastText,
  { quoted }: Stretch,
  attribution: Attribution | undefined,
): Quotation {
  return {
    kind: 'quotation',
    manner: 'direct',
    span: quoted.inner,
    sentence: sentencesAround(text, quoted.inner.start, quoted.inner.end),
    ...(attribution?.cue === undefined ? {} : { cue: attribution.cue }),
    ...(attribution === undefined ? {} : { speaker: attribution.speaker }),
  };
}

function placeStretches({ document }: CastText): Stretch[] {
  const { quotedOf, quoted, sentences, sentenceOf } = document;
  const bounds = quoted.map(() => ({ first: -1, last: -1 }));
  for (let at = 0; at < quotedOf.length; at += 1) {
    const bound = bounds[quotedOf[at] ?? -1];
    if (bound === undefined) continue;
    if (bound.first < 0) bound.first = at;
    bound.last = at + 1;
  }
  return quoted.flatMap((stretch, index) => {
    const { first = -1, last = -1 } = bounds[index] ?? {};
    const paragraph = sentences[sentenceOf[first] ?? -1]?.paragraph ?? -1;
    return first < 0 ? [] : [{ quoted: stretch, first, last, paragraph }];
  });
}

/** `“…,” said Jadain`, `“…,” she added`, `“…,” according to two lawmakers` */
const cueBehind: Sieve = (text, stretches, index) => {
  const stretch = stretches[index];
  if (stretch === undefined) return undefined;
  const { tokens } = text.document;
  let at = stretch.last;
  const comma = tokens[stretch.last - 2]?.text ?? '';
  while (/^(?:,|—|–|--|-)$/u.test(tokens[at]?.text ?? '')) at += 1;
  if (isBoundary(text, stretch.last - 1, at) && !/[,?!—–]/u.test(comma)) return undefined;
  return inverted(text, at) ?? subjectThenVerb(text, at) ?? accordingTo(text, at);
};

/** Whether another quotation begins there, or another sentence that a lower-case word does not go on with. */
function isBoundary({ document }: CastText, inside: number, at: number): boolean {
  const { sentenceOf, tokens } = document;
  if (tokens[at] === undefined) return true;
  return sentenceOf[inside] !== sentenceOf[at];
}

/** `said Jadain` */
function inverted(text: CastText, at: number): Attribution | undefined {
  const token = text.document.tokens[at];
  if (token === undefined || plainReportingVerb(token.lower) === undefined) return undefined;
  if ((text.document.quotedOf[at] ?? -1) >= 0) return undefined;
  const phrase = subjectAfter(text, at);
  const speaker = phrase && speakerIn(text, phrase, 0.97);
  return speaker && { speaker, cue: span(token.start, token.end) };
}

/** `she added`, `a senior aide to the minister said`, `Smith, the mayor, told reporters` */
function subjectThenVerb(text: CastText, from: number): Attribution | undefined {
  const { tokens, sentenceOf, quotedOf } = text.document;
  const sentence = sentenceOf[from];
  for (let at = from; at < from + 30 && sentenceOf[at] === sentence; at += 1) {
    const token = tokens[at];
    if (token === undefined || (quotedOf[at] ?? -1) >= 0) return undefined;
    if (
      quotingVerb(token.lower) === undefined ||
      (text.phrases.of[at] ?? -1) >= 0 ||
      token.pos === 'ADJ'
    )
      continue;
    const phrase = subjectBefore(text, at);
    if (phrase === undefined || phrase.first < from) continue;
    if (phrase.first > from + 6) return undefined;
    const speaker = speakerIn(text, phrase, at - from < 12 ? 0.95 : 0.85);
    if (speaker !== undefined) return { speaker, cue: span(token.start, token.end) };
  }
  return undefined;
}

/** `according to the indictment` */
function accordingTo(text: CastText, at: number): Attribution | undefined {
  const { tokens } = text.document;
  if (tokens[at]?.lower !== 'according' || tokens[at + 1]?.lower !== 'to') return undefined;
  const phrase = text.phrases.list[text.phrases.of[at + 2] ?? -1];
  const speaker = phrase && speakerIn(text, phrase, 0.93);
  return speaker && { speaker, cue: span(tokens[at]?.start ?? 0, tokens[at + 1]?.end ?? 0) };
}

/**
 * `Lavrov said: “…”`, `Baku called the rate “…”`. A plain reporting verb wins over nearer ones that
 * report only at need: `he [said] allies wanted to know if it was “…”`.
 */
const cueInFront: Sieve = (text, stretches, index) => {
  const stretch = stretches[index];
  if (stretch === undefined) return undefined;
  const verbs = verbsInFront(text, stretch);
  for (const verb of verbs.filter((at) => isPlain(text, at) && !isModal(text, at))) {
    const found = isAccording(text, verb)
      ? accordingTo(text, verb)
      : subjectOfVerb(text, verb, 0.93);
    if (found !== undefined) return found;
  }
  for (const verb of verbs) {
    const found = subjectOfVerb(text, verb, 0.86);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The reporting words between the sentence's beginning and a quotation, nearest first. */
function verbsInFront(text: CastText, { first }: Stretch): number[] {
  const { tokens, sentenceOf, quotedOf } = text.document;
  const found: number[] = [];
  for (let at = first - 1; at >= 0 && sentenceOf[at] === sentenceOf[first]; at -= 1) {
    const token = tokens[at];
    if (token === undefined || (quotedOf[at] ?? -1) >= 0) continue;
    if (isAccording(text, at) || (quotingVerb(token.lower) !== undefined && isVerbHere(text, at)))
      found.push(at);
  }
  return found;
}

const isAccording = ({ document }: CastText, at: number): boolean =>
  document.tokens[at]?.lower === 'according' && document.tokens[at + 1]?.lower === 'to';

const isPlain = (text: CastText, at: number): boolean =>
  isAccording(text, at) || plainReportingVerb(text.document.tokens[at]?.lower ?? '') !== undefined;

/** `Americans will say “no”`: nobody has said it. */
const isModal = ({ document }: CastText, at: number): boolean =>
  [1, 2].some((back) =>
    /^(?:will|would|should|could|can|may|might|must|shall|to|’ll|'ll)$/u.test(
      document.tokens[at - back]?.lower ?? '',
    ),
  );

function isVerbHere({ document, phrases }: CastText, at: number): boolean {
  const token = document.tokens[at];
  return (
    token !== undefined &&
    (token.pos === 'VERB' || (phrases.of[at] ?? -1) < 0) &&
    token.pos !== 'NOUN'
  );
}

/** The subject in front of a verb; behind it where inverted; `by whom` where passive. */
function subjectOfVerb(text: CastText, verb: number, confidence: number): Attribution | undefined {
  const { tokens } = text.document;
  const token = tokens[verb];
  if (token === undefined) return undefined;
  const cue = span(token.start, token.end);
  const phrase = agentOf(text, verb) ?? subjectAround(text, verb);
  const speaker = phrase && speakerIn(text, phrase, confidence);
  return speaker && { speaker, cue };
}

/** `was expressed by [the Élysée]` */
function agentOf(text: CastText, verb: number): Phrase | undefined {
  const { tokens } = text.document;
  if (
    !/(?:ed|en|wn|ught|de|ut)$/u.test(tokens[verb]?.lower ?? '') ||
    tokens[verb - 1]?.pos !== 'AUX'
  )
    return undefined;
  if (tokens[verb + 1]?.lower !== 'by') return undefined;
  return text.phrases.list[text.phrases.of[verb + 2] ?? -1];
}

/** A participle's subject is the sentence's: `[Lavrov] left early, calling it “a mess”`. */
function subjectAround(text: CastText, verb: number): Phrase | undefined {
  const { tokens, sentences, sentenceOf, quotedOf } = text.document;
  const isParticiple = /ing$/u.test(tokens[verb]?.lower ?? '') && tokens[verb - 1]?.pos !== 'AUX';
  if (!isParticiple) return subjectBefore(text, verb);
  const first = sentences[sentenceOf[verb] ?? -1]?.first ?? verb;
  for (let at = first; at < verb; at += 1) {
    const phrase = text.phrases.list[text.phrases.of[at] ?? -1];
    if (phrase === undefined || (quotedOf[at] ?? -1) >= 0) continue;
    const isFree = tokens[phrase.first - 1]?.pos !== 'ADP' && phrase.last <= verb;
    if (isFree && (text.cast.at[phrase.head] ?? -1) >= 0) return phrase;
    at = phrase.last - 1;
  }
  return subjectBefore(text, verb);
}

/** A stretch that is its own sentence takes the speaker of the quotation in front of it. */
const sameParagraph: Sieve = (text, stretches, index, done) => {
  const stretch = stretches[index];
  const before = stretches[index - 1];
  if (stretch === undefined || before === undefined || before.paragraph !== stretch.paragraph)
    return undefined;
  const earlier = done[index - 1];
  if (earlier === undefined || !opensSentence(text, stretch)) return undefined;
  return {
    speaker: { ...earlier.speaker, confidence: Math.min(earlier.speaker.confidence, 0.93) },
  };
};

const opensSentence = ({ document }: CastText, { first }: Stretch): boolean => {
  const sentence = document.sentences[document.sentenceOf[first] ?? -1];
  return sentence?.first === first;
};

/** `… he was firm: “We will not.”` and `“We tried. ” … “It failed,” she said.` within a paragraph. */
const laterInParagraph: Sieve = (text, stretches, index, done) => {
  const stretch = stretches[index];
  const next = stretches[index + 1];
  if (stretch === undefined || next === undefined || next.paragraph !== stretch.paragraph)
    return undefined;
  const later = done[index + 1];
  if (later === undefined || !opensSentence(text, stretch)) return undefined;
  return { speaker: { ...later.speaker, confidence: Math.min(later.speaker.confidence, 0.85) } };
};

/** The paragraph before was left open, so its speaker goes on. */
const reopened: Sieve = (_text, stretches, index, done) => {
  const before = stretches[index - 1];
  const earlier = done[index - 1];
  if (before === undefined || earlier === undefined || before.quoted.isClosed) return undefined;
  return { speaker: { ...earlier.speaker, confidence: 0.93 } };
};

/** A fragment inside a sentence goes to the subject of the verb in front of it: `the deal “stinks”`. */
const sentenceSubject: Sieve = (text, stretches, index) => {
  const stretch = stretches[index];
  if (stretch === undefined || opensSentence(text, stretch)) return undefined;
  const { tokens, sentenceOf, quotedOf } = text.document;
  const sentence = sentenceOf[stretch.first];
  for (let at = stretch.first - 1; at >= 0 && sentenceOf[at] === sentence; at -= 1) {
    if ((quotedOf[at] ?? -1) >= 0 || tokens[at]?.pos !== 'VERB') continue;
    const found = subjectOfVerb(text, at, 0.6);
    if (found !== undefined && isPerson(text, found)) return { speaker: found.speaker };
  }
  return undefined;
};

const isPerson = ({ cast }: CastText, { speaker }: Attribution): boolean =>
  cast.entities[speaker.entity]?.kind !== 'place';

/** A fragment in a sentence whose reporting clause comes behind it: `“rigged” vote, she said`. */
const cueLater: Sieve = (text, stretches, index) => {
  const stretch = stretches[index];
  if (stretch === undefined) return undefined;
  const { tokens, sentenceOf, quotedOf } = text.document;
  const sentence = sentenceOf[stretch.last - 1];
  for (let at = stretch.last; sentenceOf[at] === sentence; at += 1) {
    const token = tokens[at];
    if (
      token === undefined ||
      (quotedOf[at] ?? -1) >= 0 ||
      plainReportingVerb(token.lower) === undefined
    )
      continue;
    if (!isVerbHere(text, at)) continue;
    const found =
      (tokens[at - 1]?.text === ',' ? inverted(text, at) : undefined) ??
      subjectOfVerb(text, at, 0.85);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** A quotation that is a paragraph's first words goes to who spoke or acted last before it. */
const paragraphBefore: Sieve = (text, stretches, index, done) => {
  const stretch = stretches[index];
  if (stretch === undefined || !opensSentence(text, stretch)) return undefined;
  const { sentences, sentenceOf } = text.document;
  const number = sentenceOf[stretch.first] ?? -1;
  const previous = sentences[number - 1];
  if (previous === undefined || stretch.paragraph - previous.paragraph > 1) return undefined;
  const before = stretches[index - 1];
  const earlier = done[index - 1];
  if (before !== undefined && earlier !== undefined && before.last >= previous.first)
    return { speaker: { ...earlier.speaker, confidence: 0.8 } };
  return mainSubject(text, number - 1, 0.75);
};

/** The subject of a sentence's first verb, where it can speak. */
function mainSubject(text: CastText, number: number, confidence: number): Attribution | undefined {
  const { tokens, sentences, quotedOf } = text.document;
  const sentence = sentences[number];
  if (sentence === undefined) return undefined;
  for (let at = sentence.first; at < sentence.last; at += 1) {
    if (tokens[at]?.pos !== 'VERB' || (quotedOf[at] ?? -1) >= 0) continue;
    const subject = subjectBefore(text, at);
    const speaker = subject && speakerIn(text, subject, confidence);
    if (speaker !== undefined && text.cast.entities[speaker.entity]?.kind !== 'place')
      return { speaker };
  }
  return undefined;
}

/** A fragment in a sentence without a subject of its own: the speaker of the sentence before. */
const sentenceBefore: Sieve = (_text, stretches, index, done) => {
  const stretch = stretches[index];
  const before = stretches[index - 1];
  const earlier = done[index - 1];
  if (stretch === undefined || before === undefined || earlier === undefined) return undefined;
  if (before.paragraph !== stretch.paragraph) return undefined;
  return { speaker: { ...earlier.speaker, confidence: 0.6 } };
};

/** `WALLACE: Let’s start` inside the marks, `Philip Bump: “…”` in front of them. */
const label: Sieve = (text, stretches, index) => {
  const stretch = stretches[index];
  if (stretch === undefined) return undefined;
  return labelInside(text, stretch) ?? labelInFront(text, stretch);
};

function labelInside(text: CastText, { first, last }: Stretch): Attribution | undefined {
  const { tokens } = text.document;
  for (let at = first + 2; at < Math.min(first + 6, last); at += 1) {
    if (tokens[at]?.text !== ':') continue;
    const words = tokens.slice(first + 1, at);
    const isName = words.every(({ text: word }) => /^(?:\p{Lu}[\p{L}.'’-]*)$/u.test(word));
    const isSpoken =
      isName && (words.length > 1 || /^[\p{Lu}.'’-]{3,}$/u.test(words[0]?.text ?? ''));
    return isSpoken ? byPhrase(text, at - 1, 0.94) : undefined;
  }
  return undefined;
}

function labelInFront(text: CastText, { first }: Stretch): Attribution | undefined {
  const { tokens } = text.document;
  if (tokens[first - 1]?.text !== ':') return undefined;
  const phrase = text.phrases.list[text.phrases.of[first - 2] ?? -1];
  const isLabel =
    phrase !== undefined &&
    /^(?:[-–—.:•]|from|by|via)$/iu.test(tokens[phrase.first - 1]?.lower ?? '-');
  return isLabel ? byPhrase(text, first - 2, 0.84) : undefined;
}

function byPhrase(text: CastText, at: number, confidence: number): Attribution | undefined {
  const phrase = text.phrases.list[text.phrases.of[at] ?? -1];
  const speaker = phrase && speakerIn(text, phrase, confidence);
  return speaker && { speaker };
}

const SPEECH_NOUN =
  /^(?:claims?|comments?|remarks?|statements?|words|assertions?|calls?|tweets?|promises?|vows?|pledges?|warnings?|answers?|responses?|speech|message|letter|slogan|motto|argument|description|suggestion|declaration|admission|question|boast|insistence|phrase|mantra|accusation|allegation|contention|view|characterization|criticism|complaint|testimony|cry|chant|theme)$/u;

/** `in Forbes’ words, “…”`, `Trump’s claim of “…”` */
const possessive: Sieve = (text, stretches, index) => {
  const stretch = stretches[index];
  if (stretch === undefined) return undefined;
  const { tokens, sentenceOf } = text.document;
  for (
    let at = stretch.first - 1;
    at > stretch.first - 12 && sentenceOf[at] === sentenceOf[stretch.first];
    at -= 1
  ) {
    if (!SPEECH_NOUN.test(tokens[at]?.lower ?? '')) continue;
    const phrase = text.phrases.list[text.phrases.of[at] ?? -1];
    const owner = phrase === undefined ? -1 : possessorOf(text, phrase);
    const entity = text.cast.at[owner] ?? -1;
    if (entity < 0) continue;
    const found = byToken(text, owner, 0.7);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The token that owns a phrase's head: `[Forbes]’ words`, `[his] claim`. */
function possessorOf({ document }: CastText, { first, head }: Phrase): number {
  for (let at = head - 1; at >= first; at -= 1) {
    if (/^(?:'s|’s|'|’)$/u.test(document.tokens[at]?.text ?? '')) return at - 1;
    if (/^(?:his|her|their)$/u.test(document.tokens[at]?.lower ?? '')) return at;
  }
  return -1;
}

function byToken(text: CastText, at: number, confidence: number): Attribution | undefined {
  const speaker = speakerIn(text, { first: at, last: at + 1, head: at }, confidence);
  return speaker && { speaker };
}

const SIEVES: readonly Sieve[] = [
  label,
  cueBehind,
  cueInFront,
  cueLater,
  possessive,
  reopened,
  sameParagraph,
  laterInParagraph,
  paragraphBefore,
  sentenceSubject,
  sentenceBefore,
];

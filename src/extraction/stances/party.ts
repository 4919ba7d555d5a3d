import { fold } from '../../text/fold.ts';
import { slice, span, type Span } from '../../text/span.ts';
import type { CastText } from '../cast/cast.ts';
import type { Entity, Quotation } from '../facts.ts';
import { OFFICIALS, OUTSIDERS } from '../lexicon/stance-modifiers.ts';
import type { Token } from '../syntax/document.ts';
import { plainReportingVerb } from '../lexicon/reporting-verbs.ts';
import { countryOf } from '../lexicon/places.ts';
import { BODY_NOUNS, PEOPLE_NOUNS, PERSON_NOUNS } from '../lexicon/roles.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { antecedentOf } from './subject.ts';
import { testByNumber, wordSet } from '../../text/word-numbers.ts';

/** One who holds a position: words, and the entity they mean where it is known. */
export interface Party {
  readonly span: Span;
  readonly entity?: number;
}

/** Who holds, and in whose name. */
export interface Holding extends Party {
  readonly onBehalfOf?: Span;
  /** How far it is to be trusted: less where somebody else says so of the holder. */
  readonly trust: number;
}

/** A text with its quotations, and for each token the index of the one whose words it is, or -1. */
export interface VoicedText extends CastText {
  readonly quotations: readonly Quotation[];
  readonly voice: Int32Array;
}

/** Direct quotations are laid over indirect ones, where they say who speaks. */
export function giveVoice(text: CastText, quotations: readonly Quotation[]): VoicedText {
  const voice = new Int32Array(text.document.tokens.length).fill(-1);
  for (const manner of ['indirect', 'direct'])
    for (const [index, quotation] of quotations.entries())
      if (quotation.manner === manner && !quotation.isTopic && quotation.speaker !== undefined)
        lay(text, voice, quotation.span, index);
  return { ...text, quotations, voice };
}

function lay({ document }: CastText, voice: Int32Array, { start, end }: Span, index: number): void {
  let low = 0;
  let high = document.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.tokens[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; (document.tokens[at]?.start ?? end) < end; at += 1) voice[at] = index;
}

/** Who speaks at a token, inside a quotation. */
export function speakerAt({ quotations, voice }: VoicedText, at: number): Party | undefined {
  const speaker = quotations[voice[at] ?? -1]?.speaker;
  if (speaker === undefined) return undefined;
  const { mention, entity } = speaker;
  return { span: mention, ...(entity === undefined ? {} : { entity }) };
}

/** The words and entity of a phrase: `Turkey’s foreign ministry`, `he`. */
function partyOf(text: CastText, phrase: Phrase): Party | undefined {
  const { tokens } = text.document;
  const first = tokens[phrase.first];
  const last = tokens[phrase.last - 1];
  if (first === undefined || last === undefined) return undefined;
  const entity = text.cast.at[phrase.head] ?? -1;
  return { span: span(first.start, last.end), ...(entity < 0 ? {} : { entity }) };
}

/** What a speaker of another body says, and one whose body is not known. */
const HEARSAY = 0.6;
const KINDRED = 0.9;

/**
 * Who is said to say so in between or behind: `Brazil, | he told reporters |, could …`,
 * `Ankara, according to | the minister |, backs …`.
 */
function interposedSpeaker(text: VoicedText, at: number): Party | undefined {
  const { document, phrases } = text;
  const sentence = document.sentences[document.sentenceOf[at] ?? -1];
  if (sentence === undefined) return undefined;
  for (
    let comma = Math.max(sentence.first, at - 14);
    comma < Math.min(sentence.last, at + 30);
    comma += 1
  ) {
    if (document.tokens[comma]?.text !== ',') continue;
    const isAccording = document.tokens[comma + 1]?.lower === 'according';
    const phrase = phrases.at[comma + (isAccording ? 3 : 1)];
    const says =
      phrase !== undefined && plainReportingVerb(document.tokens[phrase.last]) !== undefined;
    if (
      phrase !== undefined &&
      (isAccording || (says && endsInsertion(document.tokens, phrase.last)))
    )
      return partyOf(text, phrase);
  }
  return undefined;
}

/** `, he told reporters,`: a comma or the end within three tokens of the verb. */
const endsInsertion = (tokens: readonly Token[], verb: number): boolean =>
  [1, 2, 3].some((step) => /^[,.]$/u.test(tokens[verb + step]?.text ?? ''));

const FIRST_PERSON = /^(?:i|we|me|us|my|our|ours|mine)$/u;
/** Bodies that stand for whoever speaks of them so: `his government`, `the party`. */
const OWN_BODY =
  /^(?:my|our|his|her|its|their|the) (?:\p{L}+ )?(?:government|country|party|administration|ministry|cabinet|delegation|company|firm|group|organi[sz]ation|union|movement|coalition|members|team|campaign|department|agency|committee|nation|people|army|side|office|bloc|president|minister)$/u;

/**
 * The holder of what stands at `at`, given its subject there.
 *
 *     Peskov said Russia opposes …  → Peskov, on behalf of the Kremlin
 *     “We oppose it,” Lee said      → Lee
 *     Peskov said Kyiv opposes …    → Kyiv, by hearsay
 */
export function holdingOf(
  text: VoicedText,
  at: number,
  subject: Phrase | undefined,
): Holding | undefined {
  const speaker = speakerAt(text, at) ?? interposedSpeaker(text, at);
  if (subject === undefined) return speaker && ownHolding(text, speaker);
  const party = partyOf(text, membersOf(text, subject) ?? subject);
  if (party === undefined) return undefined;
  const words = fold(slice(text.document.text, party.span));
  if (FIRST_PERSON.test(words)) return speaker && ownHolding(text, speaker);
  const isBarePronoun = party.entity === undefined && /^(?:it|they|he|she)$/u.test(words);
  if (isBarePronoun && speaker !== undefined) return ownHolding(text, speaker);
  if (isNoHolder(words, party) || !isAgent(text, subject)) return undefined;
  if (words.startsWith('whose ')) return whoseHolding(text, subject, party);
  if (speaker === undefined && OWN_BODY.test(words)) return ownerHolding(text, subject, party);
  if (speaker === undefined || speaker.entity === party.entity) return ownHolding(text, party);
  const own = entityOf(text, speaker);
  if (OWN_BODY.test(words)) return { ...speaker, onBehalfOf: party.span, trust: 1 };
  if (own !== undefined && speaksFor(text, own, words))
    return {
      ...speaker,
      onBehalfOf: sameBody(text, own.affiliation, words) ?? party.span,
      trust: 1,
    };
  return { ...party, trust: own?.affiliation === undefined ? KINDRED : HEARSAY };
}

/** `soya, which | his government | rejects`: he, on behalf of it, where it is known who he is. */
function ownerHolding({ cast }: VoicedText, { first }: Phrase, party: Party): Holding {
  const owner = cast.at[first] ?? -1;
  const mention = cast.mentions.find(
    ({ entity, span: words }) => entity === owner && words.start === party.span.start,
  );
  return owner < 0 || mention === undefined
    ? { ...party, trust: 1 }
    : { span: mention.span, entity: owner, onBehalfOf: party.span, trust: 1 };
}

/** `Uluçay, | whose party |, …`: she, on behalf of her party. */
function whoseHolding(
  text: VoicedText,
  subject: Phrase,
  { span: body }: Party,
): Holding | undefined {
  const owner = antecedentOf(text, subject.first);
  const party = owner && partyOf(text, owner);
  return party && { ...party, onBehalfOf: body, trust: 1 };
}

/** Someone named, meant by a pronoun, or told by a noun that can act: `the rebels`, `the ministry`. */
function isAgent({ document, cast }: VoicedText, { head }: Phrase): boolean {
  const token = document.tokens[head];
  if (token === undefined) return false;
  if (token.pos === 'PROPN' || token.pos === 'PRON') return true;
  if (cast.entities[cast.at[head] ?? -1]?.isNamed === true) return true;
  return isAgentNoun(token);
}

const isAgentNoun = testByNumber((word) => {
  const nouns = [word, word.replace(/s$/u, ''), word.replace(/ies$/u, 'y')];
  return nouns.some((noun) => AGENTS.some((list) => list.has(noun)));
});

/** `80 percent | of [Latino voters]`, `most of [them]` */
function membersOf({ document, phrases }: VoicedText, { head, last }: Phrase): Phrase | undefined {
  const isQuantity =
    document.tokens[last]?.lower === 'of' && QUANTITIES.holds(document.tokens[head]);
  return isQuantity ? phrases.at[last + 1] : undefined;
}

const QUANTITIES = wordSet(
  `majority plurality minority half third quarter percent most many dozens hundreds thousands scores lot number all
   some several bulk handful group pair trio coalition members each both few share chunk two three four five`.split(
    /\s+/u,
  ),
);

const AGENTS = [
  PERSON_NOUNS,
  PEOPLE_NOUNS,
  BODY_NOUNS,
  new Set(
    'majority plurality minority half third quarter percent most many dozens hundreds thousands scores lot number all'.split(
      ' ',
    ),
  ),
];

/** Words that can hold nothing: `this`, `there`, `the talks on Monday`. */
const isNoHolder = (words: string, { entity }: Party): boolean =>
  entity === undefined &&
  /^(?:this|that|these|those|there|what|which|who|it|one|you|he|she|they|him|her|them|everyone|anyone|someone|everybody|anybody|somebody|nobody|no one|neither|both|some|many|few|none|nothing|something|first|second)$/u.test(
    words,
  );

const entityOf = ({ cast }: CastText, { entity }: Party): Entity | undefined =>
  cast.entities[entity ?? -1];

/** The holder himself, with the body that his office speaks for. */
function ownHolding(text: VoicedText, party: Party): Holding {
  const entity = entityOf(text, party);
  const behalf = entity && officeOf(text, entity);
  return { ...party, ...(behalf === undefined ? {} : { onBehalfOf: behalf }), trust: 1 };
}

/** `Kremlin` for its spokesman; nothing for a former minister. */
function officeOf({ document }: CastText, { affiliation, roles }: Entity): Span | undefined {
  if (affiliation === undefined) return undefined;
  const words = roles.flatMap((role) => fold(slice(document.text, role)).split(/[^\p{L}-]+/u));
  if (words.some((word) => OUTSIDERS.has(word))) return undefined;
  return words.some((word) => OFFICIALS.has(word)) ? affiliation : undefined;
}

/** Whether a speaker's office or roles tie him to the body that the words name. */
function speaksFor(text: CastText, { affiliation, roles }: Entity, words: string): boolean {
  if (sameBody(text, affiliation, words) !== undefined) return true;
  const country = countryOf(words)?.name;
  return roles.some((role) => {
    const own = fold(slice(text.document.text, role));
    return (
      own.includes(words) ||
      (country !== undefined &&
        own.split(/[^\p{L}]+/u).some((word) => countryOf(word)?.name === country))
    );
  });
}

/** The affiliation, if it names the same body or country: `Kremlin` for `Russia`. */
function sameBody(
  { document }: CastText,
  affiliation: Span | undefined,
  words: string,
): Span | undefined {
  if (affiliation === undefined) return undefined;
  const own = fold(slice(document.text, affiliation));
  const country = countryOf(own)?.name;
  const same = own === words || (country !== undefined && country === countryOf(words)?.name);
  return same ? affiliation : undefined;
}

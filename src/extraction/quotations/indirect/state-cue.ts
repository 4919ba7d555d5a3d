import type { CastText } from '../../cast/cast.ts';
import {
  ADJECTIVES_WITH_OBJECT,
  ADJECTIVES_WITH_THAT,
  NOUNS_WITH_THAT,
  NOUNS_WITH_TO,
} from '../../lexicon/speech-sources.ts';
import type { Phrase } from '../../syntax/phrases.ts';
import { subjectBefore } from '../../syntax/subjects.ts';
import { phraseAt } from '../clause.ts';
import { isQuoted } from '../stretch.ts';
import { endOfClause, endOfObject } from './extent.ts';
import type { Sourced } from './in-front.ts';
import { sentenceAround } from './source.ts';

/**
 * What a noun or an adjective tells of: `his claim that [the talks had failed]`, `Lavrov's promise
 * [to resign]`, `she is sure that [they had failed]`.
 */
export function behindState(text: CastText, at: number): Sourced | undefined {
  const word = text.document.tokens[at]?.lower ?? '';
  if (NOUNS_WITH_THAT.has(word) || NOUNS_WITH_TO.has(word)) return behindNoun(text, at, word);
  const found = ADJECTIVES_WITH_THAT.has(word) ? behindAdjective(text, at) : undefined;
  return found ?? (ADJECTIVES_WITH_OBJECT.has(word) ? aboutWhat(text, at) : undefined);
}

/** `She is optimistic about [the talks]` */
function aboutWhat(text: CastText, at: number): Sourced | undefined {
  const isLinked = /^(?:about|of|at|by|over|with|in)$/u.test(
    text.document.tokens[at + 1]?.lower ?? '',
  );
  const source = isLinked && !isQuoted(text, at + 2) ? ofBeing(text, at) : undefined;
  if (source === undefined) return undefined;
  const { last } = sentenceAround(text, at);
  return { first: at + 2, last: endOfObject(text, at + 2, last), content: 'topic', source };
}

function behindNoun(text: CastText, at: number, word: string): Sourced | undefined {
  const { tokens } = text.document;
  const source = ownerOf(text, at);
  if (source === undefined) return undefined;
  const { last } = sentenceAround(text, at);
  const isSaid = /^(?:is|was)$/u.test(tokens[at + 1]?.lower ?? '');
  const link = isSaid ? at + 2 : at + 1;
  if (tokens[link]?.lower === 'that' && NOUNS_WITH_THAT.has(word) && !isQuoted(text, link + 1))
    return { first: link + 1, last: endOfClause(text, link + 1, last), content: 'clause', source };
  const isWish = tokens[link]?.lower === 'to' && tokens[link + 1]?.pos === 'VERB';
  if (!isWish || !NOUNS_WITH_TO.has(word)) return undefined;
  return { first: link, last: endOfObject(text, link, last), content: 'topic', source };
}

/** `[his] false claim`, `[Lavrov]'s claim` */
function ownerOf(text: CastText, at: number): Phrase | undefined {
  const { tokens } = text.document;
  const phrase = phraseAt(text, at);
  if (phrase === undefined || phrase.last !== at + 1) return undefined;
  if (/^(?:his|her|its|their|my|our)$/u.test(tokens[phrase.first]?.lower ?? ''))
    return { first: phrase.first, last: phrase.first + 1, head: phrase.first };
  for (let mark = phrase.first + 1; mark < at; mark += 1)
    if (/^(?:'s|’s|'|’)$/u.test(tokens[mark]?.text ?? ''))
      return { first: phrase.first, last: mark, head: mark - 1 };
  return undefined;
}

function behindAdjective(text: CastText, at: number): Sourced | undefined {
  const { tokens } = text.document;
  const isClause = tokens[at + 1]?.lower === 'that' && !isQuoted(text, at + 2);
  if (!isClause) return undefined;
  const source = isMade(text, at) ? subjectBefore(text, madeAt(text, at)) : ofBeing(text, at);
  if (source === undefined) return undefined;
  const { last } = sentenceAround(text, at);
  return { first: at + 2, last: endOfClause(text, at + 2, last), content: 'clause', source };
}

/** `made it clear` */
const madeAt = ({ document }: CastText, at: number): number =>
  document.tokens[at - 1]?.lower === 'it' ? at - 2 : at - 1;

const isMade = (text: CastText, at: number): boolean =>
  /^(?:made|makes|make|making)$/u.test(text.document.tokens[madeAt(text, at)]?.lower ?? '');

/** `[she] is not sure`; nobody in `it is clear`. */
function ofBeing(text: CastText, at: number): Phrase | undefined {
  const { tokens } = text.document;
  let verb = at - 1;
  while (tokens[verb]?.pos === 'ADV' || tokens[verb]?.lower === 'not') verb -= 1;
  if (tokens[verb]?.pos !== 'AUX') return undefined;
  const source = subjectBefore(text, verb);
  return /^(?:it|this|that)$/u.test(tokens[source?.head ?? -1]?.lower ?? '') ? undefined : source;
}

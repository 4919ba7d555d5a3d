import type { CastText } from '../../cast/cast.ts';
import type { Phrase } from '../../syntax/phrases.ts';
import { phraseAt } from '../clause.ts';
import { isQuoted } from '../stretch.ts';
import type { Sourced } from './in-front.ts';
import { sentenceAround } from './source.ts';

/** How far from the sentence's beginning the colon may stand. */
const COLON_REACH = 8;

/** What stands behind a name and a colon: `Vogt: [The talks have failed]`, `Poll: [Reed is ahead]` */
export function labelled(text: CastText, at: number): Sourced | undefined {
  const { tokens } = text.document;
  const { first, last } = sentenceAround(text, at);
  if (at > first + COLON_REACH || !opensParagraph(text, first)) return undefined;
  const source = phraseAt(text, first);
  if (source === undefined || source.first !== first || !isNamed(text, source)) return undefined;
  const isWhole = source.last === at || /^(?:on|at|of|in)$/u.test(tokens[source.last]?.lower ?? '');
  if (!isWhole || isQuoted(text, at + 1) || !isClause(text, at + 1, last)) return undefined;
  return { first: at + 1, last: endOfParagraph(text, at), content: 'clause', source };
}

const opensParagraph = ({ document }: CastText, first: number): boolean => {
  const { sentences, sentenceOf } = document;
  const number = sentenceOf[first] ?? -1;
  return sentences[number - 1]?.paragraph !== sentences[number]?.paragraph;
};

function endOfParagraph({ document }: CastText, at: number): number {
  const { sentences, sentenceOf, tokens } = document;
  let number = sentenceOf[at] ?? -1;
  while (sentences[number + 1]?.paragraph === sentences[number]?.paragraph) number += 1;
  const last = sentences[number]?.last ?? at;
  for (let cut = at; cut < last; cut += 1) if (tokens[cut]?.text === ';') return cut;
  return tokens[last - 1]?.text === '.' ? last - 1 : last;
}

/** With a verb, `to` for the future of headlines, and no question. */
const isClause = ({ document }: CastText, first: number, last: number): boolean =>
  document.tokens[last - 1]?.text !== '?' &&
  document.tokens
    .slice(first, last)
    .some(({ pos, lower }) => pos === 'AUX' || pos === 'VERB' || lower === 'to');

/** Someone in the cast, or a source of figures: `Poll`, `Report`. */
const isNamed = (text: CastText, { head }: Phrase): boolean => {
  const word = text.document.tokens[head]?.lower ?? '';
  const kind = text.cast.entities[text.cast.at[head] ?? -1]?.kind;
  const isSomebody = kind !== undefined && kind !== 'place' && !/^(?:.|note|latest)$/u.test(word);
  return isSomebody || /^(?:polls?|report|study|survey|sources?|experts?|analysis)$/u.test(word);
};

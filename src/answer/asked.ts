import { QuestionError } from './question-error.ts';

const WORD = /[\p{L}\p{N}]/u;

/** @throws QuestionError for a name without a letter or a figure: `😀`, `!!!???` */
export function checkName(who: string | undefined): void {
  if (who !== undefined && !WORD.test(who)) throw new QuestionError('fault.nobody');
}

/** @throws QuestionError for words without a letter or a figure: `...` */
export function checkWords(words: string | undefined): void {
  if (words !== undefined && !WORD.test(words)) throw new QuestionError('fault.nothing');
}

// Several names stand in one option with semicolons between: `Russia; Ukraine; the EU`.
const MARK = ';';

/** The names in an option, each once. */
export function splitNames(typed = ''): readonly string[] {
  const names = typed.split(MARK).map((name) => name.trim());
  return [...new Set(names.filter((name) => WORD.test(name)))];
}

/** One option’s value for several names; none of them keeps the mark that parts them. */
export const joinNames = (names: readonly string[]): string =>
  names.map((name) => name.replaceAll(MARK, ' ').trim()).join(`${MARK} `);

/** The name that is being typed, and what stands before it: `Russia; the E` → `Russia; `, `the E`. */
export function lastName(typed: string): readonly [before: string, name: string] {
  const at = typed.lastIndexOf(MARK) + 1;
  return [at === 0 ? '' : `${typed.slice(0, at)} `, typed.slice(at).trim()];
}

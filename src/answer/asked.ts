import { UserError } from '../article/user-error.ts';

const WORD = /[\p{L}\p{N}]/u;

/** @throws UserError for a name without a letter or a figure: `😀`, `!!!???` */
export function checkName(who: string | undefined): void {
  if (who !== undefined && !WORD.test(who))
    throw new UserError('There is nobody to look for in this. Please type a name or a role.');
}

/** @throws UserError for words without a letter or a figure: `...` */
export function checkWords(words: string | undefined): void {
  if (words !== undefined && !WORD.test(words))
    throw new UserError('There is nothing to look for in this. Please type some words.');
}

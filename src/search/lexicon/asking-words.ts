// Written for this project: words that shape a question and say little about its topic.
const ASKING_WORDS = new Set(
  `actually ago amount anybody anyone anything apparently call called calls describe described
  different does exactly ever explain far first give gave gives happen happened happening happens
  kind know let like long lot made make makes making many mean means much name named names news
  number often people place please put puts really reason reportedly say saying says said so sort
  supposed take takes tell thing things think time took type use used want wanted wants way went
  whether`.split(/\s+/u),
);

/** `word` is folded. */
export const isAskingWord = (word: string): boolean => ASKING_WORDS.has(word);

import { type Token, tokenize } from '../extraction/syntax/document.ts';

/** Words for a thing's name or sort, behind which the thing itself is named. */
const NAMING = new Set('name names title kind kinds sort sorts type types brand'.split(' '));

/**
 * The noun for what a question wants, in lower case: none where the question word stands alone, or a
 * name stands there that is not asked for.
 *
 *     Which law [school] did she go to?     how many State Department [staffers] are there
 *     What's the name of the [restaurant] that refused?    What was the final vote [count] on it?
 *     Which [nation]'s cash was spent?      What did she say?      How long is the report? → pages
 */
export function readAskedNoun(question: string): string | undefined {
  if (LONG_TEXT.test(question)) return 'pages';
  const tokens = tokenize(question);
  const asking = tokens.findIndex((_, at) => isAsking(tokens, at));
  if (asking < 0) return undefined;
  const behind = asking + (isAmount(tokens, asking) ? 2 : 1);
  const head = headOfPhrase(tokens, isBe(tokens[behind]) ? behind + 1 : behind);
  if (head === undefined) return undefined;
  const isNaming = NAMING.has(tokens[head]?.lower ?? '') && tokens[head + 1]?.lower === 'of';
  const named = isNaming ? headOfPhrase(tokens, head + 2) : undefined;
  const noun = tokens[named ?? head];
  // `What was Ann Lee doing`; but `Which Republicans`.
  const isSubject = isBe(tokens[behind]) && noun !== undefined && isName(noun);
  return isSubject ? undefined : noun?.lower;
}

/** How long a text is, is told in pages. */
const LONG_TEXT =
  /\bhow long (?:is|was|were|are)\b.*\b(?:report|memo|letter|document|book|bill|text|treaty|opinion|complaint|filing|indictment|statement|transcript)s?\b/iu;

const isAsking = (tokens: readonly Token[], at: number): boolean =>
  /^(?:which|what|whose)$/u.test(tokens[at]?.lower ?? '') || isAmount(tokens, at);

/** `how many`, `how much` */
const isAmount = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'how' && /^(?:many|much)$/u.test(tokens[at + 1]?.lower ?? '');

const isBe = (token: Token | undefined): boolean =>
  /^(?:is|are|was|were|be|'s|’s)$/u.test(token?.lower ?? '');

const isName = ({ pos, text }: Token): boolean => pos === 'PROPN' && /^\p{Lu}/u.test(text);

const IN_PHRASE = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM']);

/** The last noun of the noun phrase that begins at a token; its owner, where `which` asks for that. */
function headOfPhrase(tokens: readonly Token[], first: number): number | undefined {
  const isOwnerAsked = tokens[first - 1]?.lower === 'which';
  let head: number | undefined;
  for (let at = first; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const isOwner = token.lower === "'s" || token.lower === "'";
    if (isOwner && head !== undefined && !isOwnerAsked) continue;
    // `the law | Trump signed`: a name behind a noun opens a clause of its own.
    const opensClause = head !== undefined && isName(token) && tokens[head]?.pos === 'NOUN';
    // Behind an owner stands a noun phrase, whatever its first word looks like: `her lead attorney`.
    const isOwned = tokens[at - 1]?.lower === "'s";
    const isInside = isOwned || IN_PHRASE.has(token.pos);
    if (!isInside || opensClause || token.lower === 'that') break;
    if (token.pos === 'NOUN' || token.pos === 'PROPN') head = at;
  }
  return head;
}

import type { Reading } from '../../search/corpus.ts';
import { contains, slice, span, type Span } from '../../text/span.ts';
import { rememberedLately } from '../../text/remembered.ts';
import { contentWords, stems } from '../../text/stems.ts';
import { LATELY, rememberedByKey } from './memory.ts';

// The words of an article that a target is compared by: its own, and those around it.

/** The stems of a whole article. */
export const articleWords = rememberedLately(
  ({ article }: Reading): ReadonlySet<string> => new Set(stems(`${article.title} ${article.body}`)),
  LATELY,
);

/** How many words before and behind another naming of the same thing tell what it is. */
const REACH = 4;

/** An article's words in order, folded; what ends a phrase stands as an empty one. */
const wordList = rememberedLately(
  ({ article }: Reading): readonly string[] =>
    Array.from(article.body.matchAll(/[\p{L}\p{N}$][\p{L}\p{N}’'-]*|[.,;:!?()“”"]/gu), ([word]) =>
      /^[.,;:!?()“”"]$/u.test(word) ? '' : word.toLowerCase(),
    ),
  LATELY,
);

/** `fund`: the words beside it wherever it stands, such as `the loss and damage fund`. */
const besideWord = rememberedByKey((reading, head: string): ReadonlySet<string> => {
  const list = wordList(reading);
  const beside: string[] = [];
  for (const [at, word] of list.entries()) {
    if (word !== head) continue;
    const before = list.slice(Math.max(0, at - REACH), at);
    const after = list.slice(at + 1, at + 1 + REACH);
    const end = after.indexOf('');
    beside.push(
      ...before.slice(before.lastIndexOf('') + 1),
      ...after.slice(0, end < 0 ? REACH : end),
    );
  }
  return new Set(stems(beside.join(' ')));
});

/** `the fund`: what the article says beside its head elsewhere. */
export function besideHead(reading: Reading, target: Span): ReadonlySet<string> {
  const head = headWord(slice(reading.article.body, target));
  return head === undefined ? new Set() : besideWord(reading, head.toLowerCase());
}

/** The last word of a noun phrase before a preposition: `the level of the rate` → `level`. */
function headWord(target: string): string | undefined {
  const [phrase = ''] = target.split(/\s(?:of|on|in|for|to|with|from|at|that|which)\s/u);
  const word = /(?<!\p{L})(\p{L}{3,})\P{L}*$/u.exec(phrase)?.[1];
  return word !== undefined && contentWords(word).length > 0 ? word : undefined;
}

/** The stems of a stretch, and of the names of whomever its pronouns and roles mean. */
export const wordsIn = (reading: Reading, { start, end }: Span): ReadonlySet<string> =>
  wordsBetween(reading, start * LONGEST_BODY + end);

/** Both ends of a span are in one number: no article is as long. */
const LONGEST_BODY = 2 ** 26;

const wordsBetween = rememberedByKey((reading, place: number): ReadonlySet<string> => {
  const [start, end] = [Math.floor(place / LONGEST_BODY), place % LONGEST_BODY];
  return new Set([
    ...stems(reading.article.body.slice(start, Math.max(start, end))),
    ...namesMeant(reading, span(start, end)),
  ]);
});

function namesMeant({ article, facts }: Reading, place: Span): string[] {
  const found: string[] = [];
  for (let at = firstFrom(facts.mentions, place.start); at < facts.mentions.length; at += 1) {
    const mention = facts.mentions[at];
    if (mention === undefined || mention.span.start >= place.end) break;
    const { span: words, entity, kind } = mention;
    if ((kind === 'name' && !isShort(article.body, words)) || !contains(place, words)) continue;
    const named = facts.entities[entity];
    if (named?.isNamed === true) found.push(...stems(slice(article.body, named.name)));
  }
  return found;
}

/** `Trump` is looked up for his given name, `Donald Trump` is not. */
const isShort = (body: string, { start, end }: Span): boolean =>
  !/\s/u.test(body.slice(start, end));

/** The first mention that begins at an offset or behind it; mentions are in order of place. */
export function firstFrom(mentions: Reading['facts']['mentions'], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { countWords } from './english.ts';

/** What stands in an article's place on a page: a question about cookies, or the start of it only. */
export type Gate = 'consent' | 'teaser';

const CONSENT =
  /before you continue|(?:accept|allow|agree to|reject) all(?: cookies)?\b|we (?:value|care about) your privacy|your privacy choices|(?:use of|we use|uses) cookies|manage (?:your )?(?:cookies?|consent|privacy)|cookie (?:consent|preferences|settings)/iu;

const PAYWALL =
  /subscribe (?:now |today )?(?:to|and) (?:continue|keep|read)|(?:to (?:continue|keep|finish)|continue|keep) reading[^.!?\n]{0,60}(?:subscri|log in|sign in|sign up|register|account)|(?:article|story|content) is (?:only |exclusively )?(?:for|available to|reserved for) (?:our )?(?:paying |paid |registered )?(?:subscribers|members|readers)|already a (?:subscriber|member)|(?:create|register for) (?:a|your) free account|register (?:now )?to (?:continue|keep|read)|(?:unlock|purchase|buy) (?:this|the full|full) (?:article|story)|subscribers? only/iu;

/** Words. A page with more of its own than these is an article, whatever else stands on it. */
const FEW = 120;
const LITTLE = 200;

export interface PageWords {
  /** Of the article, as far as one was found. */
  readonly article: string;
  /** Of the whole page, or as much of it as shows what it is. */
  readonly page: string;
  /** Whether the page says of itself that it is to be paid for. */
  readonly isPaid: boolean;
}

/** What stands in an article's place, if it does not seem to be there. */
export function findGate({ article, page, isPaid }: PageWords): Gate | undefined {
  const count = countWords(article);
  if (isPaid || (count < LITTLE && PAYWALL.test(page))) return 'teaser';
  const isLittle = count < FEW || (count < LITTLE && CONSENT.test(article));
  return isLittle && CONSENT.test(page) ? 'consent' : undefined;
}

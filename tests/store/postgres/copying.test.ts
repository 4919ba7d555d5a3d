import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../src/script/command-line.ts';
import { subcommands } from '../../../src/script/subcommands.ts';
import { bringCorpus } from '../../../src/store/copying/bring-corpus.ts';
import { bodiesOf as bodiesIn, folderContents } from '../../../src/store/copying/contents.ts';
import { openErasure } from '../../../src/store/erasing/erasure.ts';
import { openServerStore } from '../../../src/store/folder-server-store.ts';
import { openFolderStore } from '../../../src/store/folder-store.ts';
import { type DatabaseStores, openDatabaseStores } from '../../../src/store/postgres/open.ts';
import { idOf } from '../../article/article-id.ts';
import { bodiesOf, put, remove } from '../edits.ts';
import { GUILD, MEMBER, SECRET, fillStores } from '../erasable.ts';
import { type Folders, makeFolders } from '../temporary-folder.ts';
import { type TestServer, startServer } from './server.ts';

let server: TestServer;
let url: string;
let folders: Folders;

const fail = (error: unknown): never => {
  throw error;
};

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.stop());

beforeEach(async () => {
  url = await server.makeUrl();
  folders = await makeFolders({ 'talks.md': 'They met.', 'gone.md': 'x' });
});

afterEach(() => folders.clear());

/** Runs what is typed; gives the exit code and all that it says. */
async function run(args: string, { corpusDir, dataDir }: Folders): Promise<[number, string]> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const env = {
    CORPUS_DIR: corpusDir,
    DATA_DIR: dataDir,
    DATABASE_URL: url,
    LOG_LEVEL: 'error',
  };
  const code = await runCommandLine(args.split(' '), subcommands, '0', {
    stdin: new PassThrough(),
    stdout,
    stderr,
    env,
  });
  stdout.end();
  stderr.end();
  return [code, (await text(stdout)) + (await text(stderr))];
}

/** A history with all that there can be in one. */
async function makeHistory(): Promise<void> {
  const articles = await openFolderStore(folders);
  const servers = await openServerStore(folders.dataDir);
  await fillStores({ articles, servers });
  await articles.append('base', 2, '7', [put('talks', 'They met.\n\nThey left.')], 'More.');
  await articles.append('base', 3, '8', [remove('gone')], 'A hoax: \u0000 \\u0000 \uD83D\uDE00');
  await articles.append('99', 1, '8', [put('near', 'Near.'), put('last', '\uFEFFLast.\r\n')]);
  await openErasure({ articles, servers, dataDir: folders.dataDir }).article('99', idOf('near'));
  await articles.close();
}

/** What every file is, but for what tells who has the folder. */
async function digestsIn({ corpusDir, dataDir }: Folders): Promise<readonly string[]> {
  const digests: string[] = [];
  for (const folder of [corpusDir, dataDir])
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name === 'owner.json') continue;
      const path = join(entry.parentPath, entry.name);
      const digest = createHash('sha256').update(await readFile(path));
      digests.push(`${path} ${digest.digest('hex')}`);
    }
  return digests.toSorted();
}

const openStores = (): Promise<DatabaseStores> => openDatabaseStores(url, { report: fail });

describe('copying a store', () => {
  it('to a database and back to other folders keeps all of the history', async () => {
    await makeHistory();
    const before = await digestsIn(folders);
    const [code, said] = await run('copy-store --to-database', folders);
    expect([code, said]).toEqual([0, expect.stringContaining('Copied 3 shelves, 11 changes')]);
    expect(await digestsIn(folders)).toEqual(before);
    const stores = await openStores();
    expect(await bodiesOf(stores.articles, GUILD)).toHaveProperty('secret-talks');
    expect(stores.servers.settings(GUILD).cooldown).toBe(30);
    await stores.close();

    const others = await makeFolders();
    expect((await run('copy-store --to-folders', others))[0]).toBe(0);
    const [original, copy] = [
      await folderContents(folders.dataDir),
      await folderContents(others.dataDir),
    ];
    for (const part of ['shelves', 'notes', 'erasures', 'digests'] as const)
      expect(copy[part]).toEqual(original[part]);
    expect(await copy.bodies(bodiesIn(original))).toEqual(
      await original.bodies(bodiesIn(original)),
    );
    const articles = await openFolderStore(others);
    expect(await bodiesOf(articles, 'base')).toEqual({ talks: 'They met.\n\nThey left.' });
    expect(await articles.head('base')).toBe(4);
    expect((await articles.load('base')).removed[0]?.reason).toContain('\u0000');
    await articles.close();
    await others.clear();
  });

  it('is refused where there is something already', async () => {
    await makeHistory();
    expect((await run('copy-store --to-database', folders))[0]).toBe(0);
    const dump = await server.dump(url);
    expect(await run('copy-store --to-database', folders)).toEqual([
      1,
      expect.stringContaining('There is something in the database already'),
    ]);
    expect(await server.dump(url)).toBe(dump);
    const before = await digestsIn(folders);
    expect(await run('copy-store --to-folders', folders)).toEqual([
      1,
      expect.stringContaining('Set CORPUS_DIR and DATA_DIR to empty folders'),
    ]);
    expect(await digestsIn(folders)).toEqual(before);
  });

  it('is refused while a bot has the folders', async () => {
    const articles = await openFolderStore(folders);
    const [code, said] = await run('copy-store --to-database', folders);
    expect([code, said]).toEqual([1, expect.stringContaining('is using this DATA_DIR')]);
    await articles.close();
  });

  it('of which an old text is lost says so, and copies the rest', async () => {
    await makeHistory();
    const { shelves } = await folderContents(folders.dataDir);
    const [first] = shelves.get('base') ?? [];
    const body = first?.kind === 'put' ? (first.body ?? '') : '';
    await rm(join(folders.dataDir, 'bodies', body.slice(0, 2), body));
    const [code, said] = await run('copy-store --to-database', folders);
    expect([code, said]).toEqual([0, expect.stringContaining('1 old text had been lost before')]);
  });

  it('says what it needs', async () => {
    expect(await run('copy-store', folders)).toEqual([64, expect.stringContaining('say one of')]);
    expect((await run('copy-store --corpus --to-folders', folders))[0]).toBe(64);
    url = '';
    expect(await run('copy-store --corpus', folders)).toEqual([
      78,
      expect.stringContaining('DATABASE_URL is not set'),
    ]);
  });
});

describe('the corpus', () => {
  it('is brought to the base shelf as it is, again and again, and loses no history', async () => {
    expect((await run('copy-store --corpus', folders))[1]).toContain('2 articles put, 0 articles');
    await folders.write('talks.md', 'They met twice.');
    await rm(join(folders.corpusDir, 'gone.md'));
    await folders.write('bad.md', '---\ntitle: a: b\n---\n');
    const [code, said] = await run('copy-store --corpus', folders);
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/1 article put, 1 article taken out.*bad\.md:2/su),
    ]);
    const stores = await openStores();
    expect(await bodiesOf(stores.articles, 'base')).toEqual({ talks: 'They met twice.' });
    expect((await stores.articles.articleAt('base', idOf('gone'), 2))?.body).toBe('x');
    await folders.write('bad.md', 'Good.');
    await bringCorpus(folders.corpusDir, stores.articles);
    await folders.write('bad.md', '---\ntitle: a: b\n---\n');
    await bringCorpus(folders.corpusDir, stores.articles);
    expect(Object.keys(await bodiesOf(stores.articles, 'base'))).toEqual(['bad', 'talks']);
    await stores.close();
  });

  it('is not taken to be empty', async () => {
    await run('copy-store --corpus', folders);
    await rm(folders.corpusDir, { recursive: true });
    await mkdir(folders.corpusDir);
    expect(await run('copy-store --corpus', folders)).toEqual([
      1,
      expect.stringContaining('It is not taken to mean that all are to go'),
    ]);
  });
});

describe('with a database, the command line', () => {
  it('asks it, exports from it and erases from it', async () => {
    await makeHistory();
    await run('copy-store --to-database', folders);
    await writeFile(join(folders.corpusDir, 'talks.md'), 'Only in the folder.');
    expect((await run('source talks 1', folders))[1]).toContain('They met.');
    expect(JSON.parse((await run(`export --member ${MEMBER}`, folders))[1])).toMatchObject({
      reports: [{ id: 'whole' }, { id: 'half' }],
    });
    const [code, said] = await run(`erase --article ${GUILD}/secret-talks --yes`, folders);
    expect([code, said]).toEqual([0, expect.stringContaining('Dumps and copies of the database')]);
    expect(await server.dump(url)).not.toContain(SECRET);
  });

  it('says what to use where it is for folders', async () => {
    for (const [typed, instead] of [
      ['backup x.zip', 'pg_dump'],
      ['restore x.zip', 'pg_restore'],
      ['check --data', 'by itself'],
    ] as const)
      expect(await run(typed, folders)).toEqual([1, expect.stringContaining(instead)]);
  });
});

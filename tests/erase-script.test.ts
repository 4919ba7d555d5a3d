import { join } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { requestHandlers } from '../src/script/request-handlers.ts';
import { runCommandLine } from '../src/script/command-line.ts';
import { subcommands } from '../src/script/subcommands.ts';
import { backUp } from '../src/store/backup/backup.ts';
import { openErasure } from '../src/store/erasing/erasure.ts';
import { openServerStore } from '../src/store/folder-server-store.ts';
import { openFolderStore } from '../src/store/folder-store.ts';
import { watchRequests } from '../src/store/requests.ts';
import { GUILD, MEMBER, SECRET, fillStores, tracesIn } from './store/erasable.ts';
import { bodiesOf } from './store/edits.ts';
import { type Folders, makeFolders } from './store/temporary-folder.ts';

// What whoever runs the bot erases and gives out from the command line.

let folders: Folders;

beforeEach(async () => {
  folders = await makeFolders();
  const { articles, servers } = await openStores();
  await fillStores({ articles, servers });
  await articles.close();
});

afterEach(() => folders.clear());

const openStores = async () => ({
  articles: await openFolderStore(folders),
  servers: await openServerStore(folders.dataDir),
});

function sink() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString());
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

/** Runs the command line, at a terminal where something is typed. */
async function run(args: readonly string[], typed?: string) {
  const [out, error] = [sink(), sink()];
  const stdin =
    typed === undefined
      ? Readable.from([''])
      : Object.assign(new PassThrough(), { isTTY: true as const });
  if (typed !== undefined) stdin.push(`${typed}\n`);
  const code = await runCommandLine(args, subcommands, '1.2.3', {
    stdin,
    stdout: out.stream,
    stderr: error.stream,
    env: { CORPUS_DIR: folders.corpusDir, DATA_DIR: folders.dataDir },
  });
  return { code, out: out.text(), error: error.text() };
}

const article = `${GUILD}/secret-talks`;

describe('erase', () => {
  it('asks for what is to be erased to be typed, and names the backups', async () => {
    const file = join(folders.dataDir, '..', 'monday.zip');
    await backUp(folders.dataDir, file);
    const { code, out, error } = await run(['erase', '--article', article], article);
    expect(error).toContain(`Type ${article} to erase it`);
    expect(code).toBe(0);
    expect(out).toContain('The article is erased');
    expect(out).toContain(file);
    expect(await tracesIn(folders, [SECRET])).toEqual([]);
  });

  it('does nothing where something else is typed', async () => {
    const { code, error } = await run(['erase', '--article', article], 'yes');
    expect([code, error.includes('Nothing was.')]).toEqual([1, true]);
    expect(await tracesIn(folders, [SECRET])).not.toEqual([]);
  });

  test.each([
    [['--member', MEMBER], MEMBER],
    [['--server', GUILD], GUILD],
  ])('takes %j without being asked, with --yes', async (args, mark) => {
    const { code, error } = await run(['erase', ...args, '--yes']);
    expect([code, error]).toEqual([0, '']);
    expect(await tracesIn(folders, [mark])).toEqual([]);
  });

  it('has the bot that runs do it, whose requests keep nothing of it', async () => {
    const stores = await openStores();
    const { dataDir } = folders;
    const handlers = requestHandlers(
      { ...stores, erasure: openErasure({ ...stores, dataDir }) },
      dataDir,
    );
    const stop = await watchRequests(dataDir, handlers, (error) => {
      throw error;
    });
    const { code, out } = await run(['erase', '--member', MEMBER, '--yes']);
    expect([code, out.includes('is forgotten')]).toEqual([0, true]);
    expect(await tracesIn(folders, [MEMBER])).toEqual([]);
    await run(['erase', '--article', article, '--yes']);
    expect(await bodiesOf(stores.articles, GUILD)).toEqual({ other: 'Else.' });
    await stop();
    await stores.articles.close();
  });

  test.each<[string[], number, string]>([
    [['--yes'], 64, 'say one of'],
    [['--member', '1', '--server', '2', '--yes'], 64, 'say one of'],
    [['--member', 'mia', '--yes'], 64, 'digits alone'],
    [['--article', 'talks', '--yes'], 64, 'SHELF/ID'],
    [['--article', '../x/talks', '--yes'], 64, 'SHELF/ID'],
    [['--member', MEMBER], 64, 'say --yes'],
    [['--article', `${GUILD}/never`, '--yes'], 1, 'There is no article "never"'],
  ])('refuses %j', async (args, expected, said) => {
    const { code, error } = await run(['erase', ...args]);
    expect(error).toContain(said);
    expect(code).toBe(expected);
  });
});

describe('export', () => {
  it('prints what is kept about a member, also while the bot runs', async () => {
    const { articles } = await openStores();
    const { code, out } = await run(['export', '--member', MEMBER]);
    await articles.close();
    expect(code).toBe(0);
    const kept: unknown = JSON.parse(out);
    expect(kept).toMatchObject({ member: MEMBER, suggestions: [{ id: 'mine' }] });
    expect(Object.keys(Object(kept))).toEqual([
      'member',
      'changes',
      'drafts',
      'suggestions',
      'reports',
      'decisions',
      'corrections',
      'cards',
      'feeds',
    ]);
  });

  it('wants to know whose', async () => {
    expect((await run(['export'])).code).toBe(64);
  });
});

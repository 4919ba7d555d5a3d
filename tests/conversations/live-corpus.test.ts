import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FollowedCorpus, followStore } from '../../src/search/store-follower.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { openFolderStore } from '../../src/store/folder-store.ts';
import { type Folders, makeFolders } from '../store/temporary-folder.ts';
import { type Conversation, readCard, startConversation } from './conversation.ts';

// The bot answers from a folder that somebody edits while it runs.

const DEMONSTRATION = new URL('../../corpus/', import.meta.url);

/** How long an edit may take to be seen on a slow machine; most are seen within a second. */
const SOON = { timeout: 20_000, interval: 100 };

let folders: Folders;
let store: ArticleStore;
let corpus: FollowedCorpus;
let conversation: Conversation;

beforeEach(async () => {
  const files = (await readdir(DEMONSTRATION)).filter((file) => file.endsWith('.md'));
  const read = files.map(async (file): Promise<[string, string]> => [
    file,
    await readFile(new URL(file, DEMONSTRATION), 'utf8'),
  ]);
  folders = await makeFolders(Object.fromEntries(await Promise.all(read)));
  store = await openFolderStore(folders);
  corpus = await followStore({
    store,
    shelf: 'base',
    report: (error) => {
      throw error;
    },
  });
  conversation = await startConversation(() => corpus.current);
});

afterEach(async () => {
  await conversation.close();
  corpus.close();
  await store.close();
  await folders.clear();
});

const bridge = (words: string): string =>
  `---\ntitle: The bridge\ndate: 2024-05-06\n---\n\n"${words}," Clara Smith said on Monday.\n`;

const asked = async (who: string): Promise<string> =>
  readCard(await conversation.member.command('quote', { who }));

const bridges = (what: string): string =>
  Array.from({ length: 60 }, (_, at) => `"${what} ${at} is open," Clara Smith said.`).join('\n\n');

const offered = async (): Promise<readonly string[]> =>
  (await conversation.member.complete('quote', { who: 'cla' }, 'who')).map(({ name }) => name);

const problems = async (): Promise<number> => (await store.load('base')).problems.length;

const remove = (file: string): Promise<void> => rm(join(folders.corpusDir, file));

describe('while the bot runs, an article', () => {
  it('that is added, edited and removed changes the answer', async () => {
    expect(await asked('Clara Smith')).toContain('### The corpus does not say.');
    await folders.write('bridge.md', bridge('The bridge is open'));
    await expect.poll(() => asked('Clara Smith'), SOON).toContain('The bridge is open');
    await folders.write('bridge.md', bridge('The bridge is closed'));
    await expect.poll(() => asked('Clara Smith'), SOON).toContain('The bridge is closed');
    expect(await asked('Clara Smith')).not.toContain('is open');
    await remove('bridge.md');
    await expect.poll(() => asked('Clara Smith'), SOON).toContain('### The corpus does not say.');
  });

  it('that is edited between two pages is read anew', async () => {
    await folders.write('bridges.md', bridges('Bridge number'));
    await expect.poll(() => asked('Clara Smith'), SOON).toContain('Bridge number 0 is open');
    const first = await conversation.member.command('quote', { who: 'Clara Smith' });
    await folders.write('bridges.md', bridges('Tunnel number'));
    await expect.poll(() => asked('Clara Smith'), SOON).toContain('Tunnel number 0 is open');
    const second = readCard(await conversation.member.press(first, 'Next ›'));
    expect(second).toContain('> "Tunnel number');
    expect(second).not.toContain('Bridge');
  });

  it('is offered while typing as soon as it is there', async () => {
    expect(await offered()).toEqual([]);
    await folders.write('bridge.md', bridge('The bridge is open'));
    await expect.poll(offered, SOON).toEqual(['Clara Smith']);
  });
});

describe('the demonstration articles', () => {
  it('step aside once there is another article, and come back when it goes', async () => {
    expect(await asked('Rubio')).toContain('-# From the demonstration articles');
    await folders.write('bridge.md', bridge('The bridge is open'));
    await expect.poll(() => asked('Rubio'), SOON).toContain('### The corpus does not say.');
    const card = await asked('Clara Smith');
    expect(card).toContain('-# [1] The bridge · 6 May 2024 · bridge ¶1');
    expect(card).not.toContain('demonstration');
    await remove('bridge.md');
    await expect.poll(() => asked('Rubio'), SOON).toContain('It went well.');
  });
});

describe('a file that cannot be read', () => {
  it('is reported by name and line, and the rest answer', async () => {
    await folders.write('broken.md', '---\ntitle: "open\n---\n\n"It is lost," Ann Petrova said.\n');
    await folders.write('bridge.md', bridge('The bridge is open'));
    await expect.poll(() => asked('Clara Smith'), SOON).toContain('The bridge is open');
    expect(await asked('Ann Petrova')).toContain('### The corpus does not say.');
    expect((await store.load('base')).problems).toEqual([
      { file: 'broken.md', line: expect.any(Number), message: expect.any(String) },
    ]);
  });

  it('answers as it last could be read', async () => {
    await folders.write('bridge.md', bridge('The bridge is open'));
    await expect.poll(() => asked('Clara Smith'), SOON).toContain('The bridge is open');
    await folders.write('bridge.md', '---\ntitle: "open\n---\n\nNothing.\n');
    await expect.poll(problems, SOON).toBe(1);
    expect(await asked('Clara Smith')).toContain('The bridge is open');
  });
});

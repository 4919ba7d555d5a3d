import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, fileOf, startKept } from './kept.ts';

// A server's articles taken along and in again, as a moderator does it.

let kept: KeptConversation;
let moderator: Driver;

beforeAll(async () => {
  kept = await startKept({ quotas: { articles: 6 } });
  ({ moderator } = kept);
});

afterAll(async () => {
  expect(kept.reports).toEqual([]);
  await kept.close();
});

const sourcesOf = async (): Promise<Readonly<Record<string, string | undefined>>> => {
  const { articles, revision } = await kept.store.load(kept.guildId);
  const entries = articles.map(async ({ id }): Promise<[string, string | undefined]> => [
    id,
    await kept.store.sourceAt(kept.guildId, id, revision),
  ]);
  return Object.fromEntries(await Promise.all(entries));
};

const zipOf = (files: Readonly<Record<string, string>>) => ({
  name: 'articles.zip',
  bytes: zipSync(Object.fromEntries(Object.entries(files).map(([n, text]) => [n, strToU8(text)]))),
});

async function exported(history?: string): Promise<Record<string, Uint8Array>> {
  const card = await moderator.command('corpus export', history === undefined ? {} : { history });
  const [file] = card.message.attachments;
  if (file === undefined) throw new Error('no file came');
  const response = await fetch(file.url);
  return unzipSync(new Uint8Array(await response.arrayBuffer()));
}

describe('a moderator', () => {
  it('has nothing to take along before there is anything', async () => {
    expect(readCard(await moderator.command('corpus export'))).toContain('no articles of its own');
  });

  it('takes in a zip as one change, and is told what was left out', async () => {
    const card = await moderator.command('corpus import', {
      file: zipOf({
        'one.md': '---\ntitle: One\ndate: 2025-01-02\n---\n\n"One," Ada Berg said.\r\n',
        'deep/er/two.md': '# Two\n\n"Two," Bo Dahl said.\n',
        '../../evil.md': '"Evil," Cy Eng said.\n',
        'demo.md': '---\ntitle: Demo\ndemo: true\n---\n\n"Three," Di Fors said.\n',
        'bad.md': '---\ntitle: [\n---\nx\n',
        'photo.png': 'not a text',
        'history/one/1.md': 'Old words.\n',
      }),
    });
    const text = readCard(card);
    expect(text).toContain('Imported: 4 new, 0 replaced, 0 as they were.');
    expect(text).toMatch(/2 files were left out:[\s\S]*bad\.md: [\s\S]*line 2|photo\.png/u);
    expect(Object.keys(await sourcesOf())).toEqual(['demo', 'evil', 'one', 'two']);
    const { articles } = await kept.store.load(kept.guildId);
    expect(articles.map(({ demo }) => demo)).toEqual([false, false, false, false]);
    expect(readCard(await kept.member.command('quote', { who: 'Ada Berg' }))).toContain('"One,"');
    await expect
      .poll(() => readCard(kept.told().at(-1) ?? card), { timeout: 5000 })
      .toContain('imported articles: 4 new');
  });

  it('takes them along and in again, to the same corpus', async () => {
    const before = await sourcesOf();
    const files = await exported();
    expect(Object.keys(files).toSorted()).toEqual(Object.keys(before).map((id) => `${id}.md`));
    for (const id of Object.keys(before))
      expect(Buffer.from(files[`${id}.md`] ?? []).toString()).toBe(before[id]);
    const file = { name: 'corpus.zip', bytes: zipSync(files) };
    const again = await moderator.command('corpus import', { file });
    expect(readCard(again)).toContain('Imported: 0 new, 0 replaced, 4 as they were.');
    const changed = zipOf({ 'one.md': '"One or two," Ada Berg said.\n' });
    const replaced = await moderator.command('corpus import', { file: changed });
    expect(readCard(replaced)).toContain('Imported: 0 new, 1 replaced, 0 as they were.');
    const undoing = await moderator.pressForForm(replaced, 'Undo');
    await moderator.submit(undoing, { reason: 'No.' });
    expect(await sourcesOf()).toEqual(before);
  });

  it('takes what they were before along, where that is asked for', async () => {
    const files = await exported('yes');
    expect(Buffer.from(files['history/changes.jsonl'] ?? []).toString()).toContain('"id":"one"');
    const old = Object.entries(files).filter(([name]) => name.startsWith('history/one/'));
    expect(old.map(([, bytes]) => Buffer.from(bytes).toString())).toContain(
      '"One or two," Ada Berg said.\n',
    );
  });

  it('is told where there is no room, and nothing is changed', async () => {
    const before = await sourcesOf();
    const many = Object.fromEntries(
      Array.from({ length: 3 }, (_, at) => [`many-${at}.md`, `"Many ${at}," Eva Gran said.\n`]),
    );
    const full = await moderator.command('corpus import', { file: zipOf(many) });
    expect(readCard(full)).toContain('This server keeps 6 articles, which is as many as it may');
    expect(await sourcesOf()).toEqual(before);
  });

  it('is told that something is no zip', async () => {
    const card = await moderator.command('corpus import', { file: fileOf('x.zip', 'PK no zip') });
    expect(readCard(card)).toContain('This is not a zip that can be read');
    expect(readCard(await moderator.command('corpus import'))).toContain('Please give a zip');
  });

  it('sees what could be better', async () => {
    const card = await moderator.command('corpus check');
    expect(readCard(card)).toMatch(/articles without a date[\s\S]*- evil/u);
    expect(readCard(card)).toContain('Articles: 4 of at most 6');
  });
});

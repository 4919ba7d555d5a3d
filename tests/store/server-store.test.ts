import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { memoryServerStore, openServerStore } from '../../src/store/folder-server-store.ts';
import { DEFAULT_SETTINGS } from '../../src/store/server-store.ts';
import { NOW, card, report, serverStoreContract } from './server-store-contract.ts';

const folders: string[] = [];

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-'));
  folders.push(folder);
  return folder;
}

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

const fileIn = (folder: string): string => join(folder, 'servers.jsonl');

serverStoreContract('a folder', async () => openServerStore(await temporaryFolder(), () => NOW));
serverStoreContract('memory', () => Promise.resolve(memoryServerStore(() => NOW)));

describe('of the cards of one server', () => {
  it('the last 2,000 are kept, and those that are yet to be mended', async () => {
    const store = memoryServerStore(() => NOW);
    await store.keepCard(card('other', { guildId: 'other' }));
    await store.keepCard(card('marked', { articles: { gone: 'abc' } }));
    await store.eraseArticle({ shelf: 'g', id: 'gone', sources: [] });
    for (let number = 0; number < 3000; number += 1) await store.keepCard(card(String(number)));
    const kept = store.cards().map(({ messageId }) => messageId);
    expect(kept.slice(0, 2)).toEqual(['other', 'marked']);
    const numbers = kept.slice(2).map(Number);
    expect(numbers.at(-1)).toBe(2999);
    // They are counted now and then.
    expect(numbers.length).toBeGreaterThanOrEqual(2000);
    expect(numbers.length).toBeLessThan(2300);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });
});

describe('what servers keep in a folder', () => {
  it('has noted who was left after a restart', async () => {
    const folder = await temporaryFolder();
    await (await openServerStore(folder)).noteLeft('g', '2025-02-18T12:00:00.000Z');
    expect((await openServerStore(folder)).left()).toHaveLength(1);
  });

  it('is there after a restart', async () => {
    const folder = await temporaryFolder();
    const before = await openServerStore(folder, () => NOW);
    await before.saveSettings('g', { ...DEFAULT_SETTINGS, language: 'uk', logChannel: '9' });
    await before.saveReport(report('1'));
    await before.keepCard(card('a', { upheld: ['1'] }));
    const after = await openServerStore(folder, () => NOW);
    expect(after.settings('g')).toMatchObject({ language: 'uk', logChannel: '9' });
    expect(after.reports('g')).toEqual([report('1')]);
    expect(after.cards()).toEqual([card('a', { upheld: ['1'] })]);
  });

  it('loses only the half line that a killed process left, and can be written to again', async () => {
    const folder = await temporaryFolder();
    const before = await openServerStore(folder, () => NOW);
    await before.saveReport(report('1'));
    await appendFile(fileIn(folder), '{"kind":"report","rep');
    const torn = await openServerStore(folder, () => NOW);
    expect(torn.reports('g')).toEqual([report('1')]);
    await torn.saveReport(report('2'));
    const after = await openServerStore(folder, () => NOW);
    expect(after.reports('g').map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('says which line is damaged, and leaves the file as it is', async () => {
    const folder = await temporaryFolder();
    const store = await openServerStore(folder, () => NOW);
    await store.saveReport(report('1'));
    const whole = await readFile(fileIn(folder), 'utf8');
    await writeFile(fileIn(folder), `nonsense\n${whole}`);
    await expect(openServerStore(folder, () => NOW)).rejects.toThrow('is damaged at line 1');
    expect(await readFile(fileIn(folder), 'utf8')).toBe(`nonsense\n${whole}`);
  });

  it('keeps nothing of a member who is forgotten', async () => {
    const folder = await temporaryFolder();
    const store = await openServerStore(folder, () => NOW);
    await store.saveReport(report('1'));
    await store.keepCard(card('a'));
    await store.forgetMember('mia');
    expect(await readFile(fileIn(folder), 'utf8')).not.toContain('mia');
  });

  it('does not grow with cards that change', async () => {
    const folder = await temporaryFolder();
    const store = await openServerStore(folder, () => NOW);
    for (let at = 0; at < 1100; at += 1) await store.keepCard(card('a', { ownerId: String(at) }));
    const lines = (await readFile(fileIn(folder), 'utf8')).split('\n');
    expect(lines.length).toBeLessThan(200);
    expect((await openServerStore(folder, () => NOW)).card('a')?.ownerId).toBe('1099');
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCard } from './conversation.ts';
import { type KeptConversation, fileOf, startKept } from './kept.ts';

// The one server whose moderators may write the shelf that all servers read.

const OLD = '---\ntitle: The old bridge\n---\n\n"The bridge is old," Clara Smith said.\n';

let kept: KeptConversation;

beforeAll(async () => {
  kept = await startKept({ base: { 'old.md': OLD }, writesBase: true });
});

afterAll(async () => {
  expect(kept.reports).toEqual([]);
  await kept.close();
});

const inFolder = (file: string): Promise<string> =>
  readFile(join(kept.folders.corpusDir, file), 'utf8');

describe('moderators of the server that the operator names', () => {
  it('add to the folder, and all servers are answered from it', async () => {
    const source = '---\ntitle: The lock\n---\n\n"The lock is new," Ann Petrova said.\n';
    const card = await kept.moderator.command('corpus add', { file: fileOf('x.md', source) });
    await kept.moderator.press(card, 'Save');
    expect(await inFolder('the-lock.md')).toContain('The lock is new');
    const other = await kept.corpora.of('999999999999999999');
    expect(other.reading('the-lock')?.article.body).toContain('The lock is new');
    expect((await kept.store.load(kept.guildId)).articles).toEqual([]);
  });

  it('change what the operator put there, which then says that it was edited', async () => {
    const form = await kept.moderator.commandForForm('corpus edit', {
      article: 'old',
      paragraph: '1',
    });
    await kept.moderator.submit(form, {
      place: 'old 1',
      words: '"The bridge is very old," Clara Smith said.',
      reason: 'As she said it.',
    });
    expect(await inFolder('old.md')).toBe(OLD.replace('is old', 'is very old'));
    const card = readCard(await kept.member.command('quote', { who: 'Clara Smith' }));
    expect(card).toContain('The bridge is very old');
    expect(card).toMatch(/old ¶1 · this paragraph was edited by a moderator/u);
  });
});

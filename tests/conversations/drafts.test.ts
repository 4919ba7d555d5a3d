import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, fileOf, startKept } from './kept.ts';

// What a moderator sees of an article before it is saved.

let kept: KeptConversation;
let moderator: KeptConversation['moderator'];

beforeAll(async () => {
  kept = await startKept();
  ({ moderator } = kept);
});

afterAll(async () => {
  expect(kept.reports).toEqual([]);
  await kept.close();
});

const add = (name: string, text: string): Promise<SeenMessage> =>
  moderator.command('corpus add', { file: fileOf(name, text) });

const quoteOf = async (who: string): Promise<string> =>
  readCard(await kept.member.command('quote', { who }));

describe('a draft', () => {
  it('that was pasted with a date that cannot be read loses nothing of its text', async () => {
    const form = await moderator.commandForForm('corpus paste');
    const text1 = '"It is pasted," Gro Vang said on Tuesday.';
    const card = await moderator.submit(form, { text1, date: 'next week' });
    expect(readCard(card)).toContain('The date that was typed cannot be read');
    expect(readCard(card)).not.toContain('It has no date');
    const fields = await moderator.pressForForm(card, 'Edit');
    const dated = await moderator.submit(fields, { title: 'Pasted', date: '2025-02-03' });
    expect(readCard(dated)).not.toContain('cannot be read');
    await moderator.press(dated, 'Save');
    expect(await quoteOf('Gro Vang')).toContain('It is pasted');
  });

  it('says so where nobody is named', async () => {
    const text = readCard(await add('rain.txt', 'Rain in Bern\n\nIt rained on Monday.'));
    expect(text).toContain('- Nobody is named');
    expect(text).toContain('paragraphs: 1');
  });

  it('that takes the place of an article keeps the fields that its file does not have', async () => {
    const source =
      '---\ntitle: The buoy\ndate: 2025-03-05\n---\n\n"It sank," Tor Vik said. It was a cold day in Bergen.\n';
    await moderator.press(await add('buoy.md', source), 'Save');
    const file = fileOf('buoy.txt', '"It swam," Tor Vik said. It was a cold day in Bergen.');
    const text = readCard(await moderator.command('corpus edit', { article: 'the-buoy', file }));
    expect(text).toContain('- Title: The buoy');
    expect(text).toContain('- Date: 5 Mar 2025');
    // It is meant to be like the one whose place it takes.
    expect(text).not.toContain('nearly the same');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCard } from './conversation.ts';
import { type KeptConversation, fileOf, startKept } from './kept.ts';

// What moderators do with the articles, from inside Discord.

let kept: KeptConversation;

beforeAll(async () => {
  kept = await startKept({
    base: {
      'old.md':
        '---\ntitle: The old bridge\ndate: 2024-01-02\n---\n\n"The bridge is old," Clara Smith said.\n',
    },
  });
});

afterAll(async () => {
  expect(kept.reports).toEqual([]);
  await kept.close();
});

const LOCK = `---
title: The lock
date: 2025-03-04
publisher: The Daily
url: https://example.org/lock
---

"The lock is safe," Ann Petrova, the harbour master, said on Tuesday.

The council met in Oslo. "It will be paid for," Bo Lund said.
`;

const quoteOf = async (who: string): Promise<string> =>
  readCard(await kept.member.command('quote', { who }));

describe('a moderator', () => {
  it('adds a file, sees what was understood, saves it, and it answers at once', async () => {
    const { moderator } = kept;
    const card = await moderator.command('corpus add', { file: fileOf('lock.md', LOCK) });
    expect(card.isEphemeral).toBe(true);
    await moderator.press(card, 'Save');
  });
});

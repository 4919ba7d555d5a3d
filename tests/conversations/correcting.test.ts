import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, startKept } from './kept.ts';

// Moderators put right what was read out of articles, for their server alone.

const BRIDGE = `---
title: The bridge
date: 2025-01-02
---

Ann Petrova met Bo Lund in Oslo on Monday. "The bridge is safe," she said.

The talks were held at the harbour. Cleo Marsh attended the talks.
`;

let kept: KeptConversation;
let moderator: Driver;
let member: Driver;

beforeAll(async () => {
  kept = await startKept({ base: { 'bridge.md': BRIDGE } });
  ({ moderator, member } = kept);
});

afterAll(async () => {
  expect(kept.reports).toEqual([]);
  await kept.close();
});

const SOON = { timeout: 5000 };

const quoteOf = (who: string): Promise<SeenMessage> => member.command('quote', { who });

const now = (card: SeenMessage): string =>
  readCard(member.messages().find(({ id }) => id === card.id) ?? card);

const factMenuOf = (card: SeenMessage): string =>
  card.selects.find(({ customId }) => customId.startsWith('v1|do|review.fact'))?.customId ?? '';

/** Opens the fact of a card's menu whose label has these words. */
async function openFact(card: SeenMessage, words: string): Promise<SeenMessage> {
  const menu = card.selects.find(({ customId }) => customId === factMenuOf(card));
  const option = menu?.options.find(({ label }) => label.includes(words));
  return moderator.select(card, menu?.customId ?? '', [option?.value ?? '']);
}

describe('a wrong speaker', () => {
  it('reported is put right with a passage, on the card that showed it and ever after', async () => {
    const card = await quoteOf('Petrova');
    console.log(card.text);
    const form = await member.pressForForm(await member.press(card, 'More…'), 'Wrong?');
    await member.submit(form, { mistake: 'speaker', detail: 'It was Lund.' });
    const shown = await moderator.command('review');
    console.log(shown.text, JSON.stringify(shown.selects));
    const fact = await openFact(shown, 'The bridge is safe');
    console.log(
      fact.text,
      fact.buttons.map(({ label }) => label),
    );
    const naming = await moderator.pressForForm(fact, 'Name the speaker');
    const refused = await moderator.submit(naming, {
      name: 'Nobody Here',
      paragraph: '1',
      reason: 'x',
    });
    console.log(refused.text);
    const done = await moderator.submit(naming, {
      name: 'Bo Lund',
      paragraph: '1',
      reason: 'The video.',
    });
    console.log(done.text);
    await expect.poll(() => now(card), SOON).toContain('Corrected by a moderator');
    console.log(now(card));
    console.log((await quoteOf('Lund')).text);
    console.log((await quoteOf('Petrova')).text);
    console.log(kept.told().map((m) => m.text));
  });
});

import { expect, test } from 'vitest';
import { privacy } from '../../commands/privacy.ts';
import { contextOutside } from '../../src/command/context.ts';
import { textCard } from '../../src/command/text-card.ts';
import { emptyCorpus } from '../command/samples.ts';

test.each([
  [1, 'Of you: 1 report.'],
  [2, 'Of you: 2 reports.'],
])('of %d reports it says: %s', async (count, expected) => {
  const context = contextOutside(emptyCorpus, [privacy], (line) => {
    throw new Error(line);
  });
  for (let at = 0; at < count; at += 1)
    await context.servers.saveReport({
      id: String(at),
      guildId: 'g',
      userId: context.actor.userId,
      at: '2025-02-18T12:00:00Z',
      mistake: 'other',
      detail: '',
      places: [],
    });
  expect(textCard(await privacy.run({}, context))).toContain(expected);
});

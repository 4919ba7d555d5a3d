import { describe, expect, it } from 'vitest';
import { watchForRivals } from '../../src/discord/rivals.ts';

const MINUTE = 60_000;

describe('another copy of the bot', () => {
  it('is told of at once, then once an hour with how often it answered', () => {
    const told: string[] = [];
    let now = 0;
    const rivals = watchForRivals(
      (line) => told.push(line),
      () => now,
    );
    for (; now < 3 * 60 * MINUTE; now += 10 * MINUTE) rivals.note();
    const advice = expect.stringMatching(/^Another copy of the bot runs with the same token/u);
    expect(told).toEqual([advice, advice, advice]);
    expect(told.map((line) => / So far (\d+) times since/u.exec(line)?.[1])).toEqual([
      undefined,
      '6',
      '6',
    ]);
  });
});

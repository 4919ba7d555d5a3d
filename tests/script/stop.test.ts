import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Stop, awaitStop } from '../../src/script/stop.ts';

let stop: Stop;
let exits: number[];

beforeEach(() => {
  exits = [];
  stop = awaitStop((code) => exits.push(code));
});

afterEach(() => stop.release());

describe('a signal', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s asks to stop', async (signal) => {
    expect(stop.isStopping()).toBe(false);
    process.emit(signal);
    await stop.stopped;
    expect(stop.isStopping()).toBe(true);
    expect(exits).toEqual([]);
  });

  it.each([
    ['SIGINT', 'SIGINT', 130],
    ['SIGINT', 'SIGTERM', 143],
    ['SIGTERM', 'SIGTERM', 143],
  ] as const)('%s and then %s end it at once', (first, second, code) => {
    process.emit(first);
    process.emit(second);
    expect(exits).toEqual([code]);
  });

  it('ends it at once where it was asked to stop otherwise', () => {
    stop.request();
    process.emit('SIGTERM');
    expect(exits).toEqual([143]);
  });

  it('is not heeded once all is over', () => {
    stop.release();
    expect(process.listenerCount('SIGTERM')).toBe(0);
  });
});

describe('a bot that cannot go on', () => {
  it('stops for that reason, and for no second one', async () => {
    const reason = new Error('the session is over');
    stop.fail(reason);
    stop.fail(new Error('again'));
    await expect(stop.stopped).rejects.toBe(reason);
    expect(stop.isStopping()).toBe(true);
  });
});

import { expect, it } from 'vitest';
import { failEverywhere } from './failures.ts';

it.each(['EIO', 'ENOSPC', 'EMFILE'])(
  '%s at any call is told or made good, and nothing is lost',
  async (code) => {
    expect(await failEverywhere(code)).toEqual([]);
  },
);

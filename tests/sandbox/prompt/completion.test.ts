import { expect, test } from 'vitest';
import { keeping } from '../../../src/sandbox/prompt/completion.ts';

test.each<[string, string[], boolean]>([
  ['two', ['The lock', 'Two moons', 'Talks'], true],
  ['two', ['Two moons', 'Two suns'], false],
  ['two', ['Two moons', 'two suns'], true],
  ['two', ['The two towers'], false],
  ['', ['Talks', 'The lock'], false],
  ['two', [], false],
])(
  'Tab behind %j with %j offered: what was typed is kept by an offer of its own: %s',
  (typed, offers, isKept) => {
    expect(keeping(typed, offers)).toEqual(isKept ? [...offers, typed] : offers);
  },
);

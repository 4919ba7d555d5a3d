import { expect, test } from 'vitest';
import { standAlone } from '../../src/command/follow-up.ts';

test.each([
  ['and what did he say about NATO?', 'what did Marco Rubio say about NATO?'],
  ['And what does she think?', 'what does Marco Rubio think?'],
  ['ok, so who met him?', 'who met Marco Rubio?'],
  ['What is his position on tariffs?', 'What is Marco Rubio’s position on tariffs?'],
  ['what did her spokesman say?', 'what did Marco Rubio’s spokesman say?'],
  ['who met her in Riyadh?', 'who met Marco Rubio in Riyadh?'],
  ['who met her yesterday?', 'who met Marco Rubio yesterday?'],
  // Several may be meant.
  ['did they agree, and what did they sign?', 'did they agree, and what did they sign?'],
  // Whoever is named before the pronoun is whom it means.
  ['What did Putin say when he came?', 'What did Putin say when he came?'],
  ['did Lavrov bring his deputy?', 'did Lavrov bring his deputy?'],
  ['Putin, did he agree?', 'Putin, did he agree?'],
  ['did putin say what he wants?', 'did putin say what he wants?'],
  ['Trump and his team?', 'Trump and his team?'],
  ['where was the meeting?', 'where was the meeting?'],
  ['Soon?', 'Soon?'],
  ['the other', 'the other'],
])('%s after a card on Marco Rubio asks: %s', (asked, expected) => {
  expect(standAlone(asked, { person: 'Marco Rubio' })).toBe(expected);
});

test.each([
  ['and what did he say?', 'what did he say?'],
  ['what else?', 'what else?'],
])('%s after a card on nobody in particular asks: %s', (asked, expected) => {
  expect(standAlone(asked, {})).toBe(expected);
});

test('a name is filled in as it stands', () => {
  expect(standAlone('what did he say?', { person: '$& Ann' })).toBe('what did $& Ann say?');
});

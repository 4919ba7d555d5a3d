import * as fc from 'fast-check';

// What members, files and pages may hold that somebody made to break what reads it.

/** How often a property is tried: so often, or `FUZZ` times that. */
export const runs = (count: number): number => Math.ceil(count * Number(process.env['FUZZ'] ?? 1));

/** Words that some code might take for more than words. */
const TRAPS = [
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', 'then', 'null',
  'undefined', 'NaN', 'true', '-1', '0', '1e999', '99999999999999999999', '0x10', '¹²³', '٣',
  '\u202e', '\u200f', '\u200b', '\u200d', '\u2066', '\ufeff', '\u00ad', '\0', '\u0007', '\u001b[31m', '\u007f',
  '\u2028', '\u0085', '\r', '\n', '\n\n', '\t', '\u00a0', ' ', '   ', '\ufffd', '\ufffe',
  '\ud800', '\udc00', '\udc00\ud800', '😀', '👨‍👩‍👧', '🏴\u{e0067}\u{e007f}', 'e\u0301\u0301\u0301', 'İ', 'ß', 'ﬁ',
  '@everyone', '@here', '<@123456789012345678>', '<@&1>', '<#1>', '</ask:1>', '<:x:1>', '<a:x:1>',
  '<t:1:R>', '<id:home>', ':smile:', 'https://evil.example/a_b', 'http://[::1', 'discord.gg/x',
  'javascript:alert(1)', '[x](https://evil.example)', '**', '__', '~~', '||', '`', '```', '> ', '>>> ', '# ',
  '-# ', '- ', '1. ', '\\', '/', '*', '_', '[', ']', '(', ')', '{', '}', '<', '>', '|', '&', ';', ':', '$&', '%s',
  '"', '“', '”', '„', '«', '»', "'", '‘', '’', '¶', '§', '…', '—', '-', '+', '=', '~', '!', '?', '.', ',',
]; // prettier-ignore

/** Short and hostile; half of a surrogate pair may stand in it, or NUL. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...TRAPS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      { weight: 1, arbitrary: fc.constantFrom('a', 'Ann Lee', 'said', 'the toll', '2025') },
    ),
    { minLength: 1, maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));

/** The same, at times as long as Discord lets anything be. */
export const hostileValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  { weight: 1, arbitrary: hostileText.map((text) => text.repeat(6000).slice(0, 6000)) },
  { weight: 1, arbitrary: fc.constantFrom(...TRAPS).map((trap) => trap.repeat(150)) },
);

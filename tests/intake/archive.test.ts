import { strToU8, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packFiles, unpackFiles } from '../../src/intake/archive.ts';
import { IntakeError } from '../../src/intake/intake-error.ts';

const zip = (files: Readonly<Record<string, Uint8Array | string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );

describe('a zip of articles', () => {
  it('is unpacked to what was packed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}$/u), { maxLength: 5 }),
        fc.string({ unit: 'grapheme' }),
        (ids, text) => {
          const files = ids.map((id) => ({ name: `${id}.md`, text: `${id} ${text}` }));
          if (files.length === 0) return;
          expect(unpackFiles(packFiles(files))).toEqual({ files, skipped: [] });
        },
      ),
    );
  });

  it('gives names without their folders, and leaves out what is no article', () => {
    const bytes = zip({
      'a/b.md': 'One.',
      '../../etc/passwd.md': 'Two.',
      'C:\\x\\c.MD': 'Three.',
      'picture.png': 'x',
      'latin.md': Uint8Array.of(0xe9, 0x20),
      'history/a/1.md': 'Old.',
    });
    const { files, skipped } = unpackFiles(bytes);
    expect(files.map(({ name }) => name)).toEqual(['b.md', 'passwd.md', 'c.MD']);
    expect(skipped).toEqual(['picture.png', 'latin.md']);
  });

  it('that claims to be small and unpacks to much is stopped on the way', () => {
    const bomb = zip(
      Object.fromEntries(
        Array.from({ length: 120 }, (_, at) => [`${at}.md`, new Uint8Array(1_048_576)]),
      ),
    );
    expect(bomb.length).toBeLessThan(200_000);
    expect(() => unpackFiles(bomb)).toThrow(IntakeError);
  });

  it('leaves out a file that is larger than an article may be', () => {
    const { files, skipped } = unpackFiles(zip({ 'a.md': new Uint8Array(1_048_577), 'b.md': 'x' }));
    expect(files.map(({ name }) => name)).toEqual(['b.md']);
    expect(skipped).toEqual(['a.md']);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a text', strToU8('# No zip')],
    ['a beginning alone', strToU8('PK')],
    ['a zip that is cut off', zip({ 'a.md': 'word '.repeat(9999) }).subarray(0, 60)],
    ['a zip of nothing', zip({})],
  ])('is not %s', (_name, bytes) => {
    expect(() => unpackFiles(bytes)).toThrow(IntakeError);
  });

  it('never throws anything else, whatever its bytes are', () => {
    const good = zip({ 'a.md': 'One.', 'b.md': 'Two.' });
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, byte) => {
        const bytes = Uint8Array.from(good);
        bytes[at] = byte;
        try {
          unpackFiles(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(IntakeError);
        }
      }),
    );
  });
});

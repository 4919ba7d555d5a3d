import { describe, expect, it, test } from 'vitest';
import { checkCorpus } from '../../src/store/checking/check.ts';
import { makeFolders } from './temporary-folder.ts';

async function check(files: Record<string, string>): Promise<string[]> {
  const folders = await makeFolders(files);
  const findings = await checkCorpus(folders.corpusDir);
  await folders.clear();
  return findings.map(
    ({ file, line, severity, message }) => `${file}:${String(line ?? '')} ${severity} ${message}`,
  );
}

const GOOD = '---\ntitle: Talks\ndate: 2025-02-18\n---\n\nThey met.\n';

describe('checking a corpus', () => {
  it('finds nothing where nothing is wrong', async () => {
    const more = `${GOOD}\n\n# “Très bien” 👩‍👩‍👧 हिन्‍दी\n\n\tIndented.`;
    expect(await check({ 'a.md': GOOD, 'b.md': more, 'notes.txt': '\0' })).toEqual([]);
  });

  const cases: [string, string, RegExp][] = [
    ['bad front matter', '---\ndate: 2025-02-18\ntitle: a: b\n---\n', /^a\.md:3 error .*YAML/u],
    ['no title', '---\ndate: 2025-02-18\n---\nText', /^a\.md: warning It has no title/u],
    ['no date', '# Heading\n\nText', /^a\.md: warning It has no date/u],
    [
      'a field that is not read',
      GOOD.replace('date', 'dat: x\ndate'),
      /^a\.md:3 warning "dat" is not/u,
    ],
    ['no text', GOOD.replace('They met.', ''), /^a\.md: warning It has no text/u],
    ['a turn of direction', `${GOOD}a \u202Eb`, /^a\.md:7 warning .*U\+202E/u],
    ['a space of no width', `${GOOD}\na\u200Bb`, /^a\.md:8 warning .*U\+200B/u],
    ['a joiner in a word', `${GOOD}Ru\u200Dbio`, /^a\.md:7 warning .*U\+200D/u],
    ['a control character', GOOD.replace('Talks', 'T\u0007alks'), /^a\.md:2 /u],
    [
      'line ends of two kinds',
      GOOD.replace('met.\n', 'met.\r\n'),
      /^a\.md:6 warning Its lines end/u,
    ],
  ];

  test.each(cases)('finds %s', async (_name, source, expected) => {
    const found = await check({ 'a.md': source });
    expect(found).toEqual([expect.stringMatching(expected)]);
  });

  it('finds the same text twice, and orders findings by file', async () => {
    const again = GOOD.replace('Talks', 'Again').replace('They met.', 'They\nmet.');
    expect(await check({ 'b.md': again, 'a.md': GOOD, 'c d.md': GOOD })).toEqual([
      'b.md: warning It has the same text as a.md; remove one.',
      expect.stringMatching(/^c d\.md: error Its name is not an id/u),
    ]);
  });

  it('says so if there is no folder', async () => {
    await expect(checkCorpus('/no/such/folder')).rejects.toThrow('There is no folder');
  });
});

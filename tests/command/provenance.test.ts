import { describe, expect, it, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { cite } from '../../src/article/citation.ts';
import type { Origin, Provenance } from '../../src/article/provenance.ts';
import { provenanceMessages, removedMessage } from '../../src/command/keeping/origin.ts';
import { plainMarkup, textCard } from '../../src/command/text-card.ts';
import { wordMessage } from '../../src/command/wording.ts';
import { passagesJson } from '../../src/script/answer-json.ts';
import { idOf } from '../article/article-id.ts';
import { articleOf, citeWords, foundReply, quoteOf } from './samples.ts';

// What is said of where an article's words are from, and of what was changed about them.

const BODY = 'One stands.\n\nTwo stands.\n\nThree stands.\n\nFour stands.';

const from = (kind: Origin['kind'], host?: string): Origin => ({
  kind,
  by: '7',
  at: '2025-03-03T10:00:00.000Z',
  ...(host === undefined ? {} : { host }),
});

const edit = (paragraphs: readonly number[], by = '9'): NonNullable<Provenance['edited']> => ({
  by,
  at: '2025-03-05T10:00:00.000Z',
  reason: 'a slip',
  paragraphs,
});

const kept = (origin: Origin, edited?: Provenance['edited']): Article =>
  articleOf(BODY, { provenance: edited === undefined ? { origin } : { origin, edited } });

/** What stands behind the place in the line of a source that cites these paragraphs, both included. */
function told(article: Article, first: number, last = first): string {
  const start = article.paragraphs[first - 1]?.start ?? 0;
  const end = article.paragraphs[last - 1]?.end ?? 0;
  const card = textCard(foundReply([[quoteOf(cite(article, { start, end }))]]));
  return /^\[1\] .* ¶[\d–]+(.*)$/mu.exec(card)?.[1] ?? 'no source';
}

const LONG_HOST = `${'a.'.repeat(40)}news.example.org`;

describe('a source', () => {
  test.each([
    ['nothing', articleOf(BODY), ''],
    ['the disk', kept(from('disk')), ''],
    ['a link', kept(from('link', 'example.org')), ' · fetched from example.org, 3 Mar 2025'],
    ['a file', kept(from('file')), ' · a moderator’s file, 3 Mar 2025'],
    ['a paste', kept(from('paste')), ' · pasted by a moderator, 3 Mar 2025'],
    ['a feed', kept(from('feed', 'example.org')), ' · from a feed of example.org, 3 Mar 2025'],
    ['an import', kept(from('import')), ' · imported, 3 Mar 2025'],
  ])('that is known to be from %s says so', (_from, article, expected) => {
    expect(told(article, 2)).toBe(expected);
  });

  it('says of a long host its end, which tells whose it is', () => {
    const line = told(kept(from('link', LONG_HOST)), 2);
    expect(line).toMatch(/^ · fetched from ….*\.news\.example\.org, 3 Mar 2025$/u);
    expect(line).not.toContain(LONG_HOST);
  });

  test.each([
    [[2], 2, 2, 'this paragraph was edited by a moderator, 5 Mar 2025'],
    [[1, 3], 2, 2, 'edited elsewhere, 5 Mar 2025'],
    [[], 2, 2, 'edited elsewhere, 5 Mar 2025'],
    [[3], 2, 3, 'part of this was edited by a moderator, 5 Mar 2025'],
    [[4], 2, 3, 'edited elsewhere, 5 Mar 2025'],
  ])('where %j were edited says of ¶%d–%d: %s', (paragraphs, first, last, expected) => {
    expect(told(kept(from('file'), edit(paragraphs)), first, last)).toBe(
      ` · a moderator’s file, 3 Mar 2025 · ${expected}`,
    );
  });

  test.each([
    ['a moderator', kept(from('disk'), edit([2]))],
    ['whoever runs the bot', kept(from('disk'), edit([2], 'disk'))],
  ])('says that it was edited by %s, also if it is from the disk', (by, article) => {
    expect(told(article, 2)).toBe(` · this paragraph was edited by ${by}, 5 Mar 2025`);
  });

  it('says so of each paragraph of one article', () => {
    const article = kept(from('file'), edit([1]));
    const quotes = article.paragraphs.map((span) => quoteOf(cite(article, span)));
    const card = textCard(foundReply([quotes]));
    expect(card).toMatch(/^\[1\] .* this paragraph was edited/mu);
    expect(card).toMatch(/^\[2\] .* · edited elsewhere, 5 Mar 2025$/mu);
  });
});

const worded = (article: Article): readonly string[] =>
  provenanceMessages(article).map((part) => wordMessage(part, plainMarkup));

describe('all of where an article is from', () => {
  test.each([
    [kept(from('disk')), []],
    [kept(from('link', 'example.org')), ['fetched from example.org on 3 Mar 2025 by a moderator']],
    [
      kept(from('paste'), edit([1, 2, 3, 5])),
      [
        'pasted by a moderator on 3 Mar 2025',
        'edited by a moderator on 5 Mar 2025 (¶1–3, ¶5): a slip',
      ],
    ],
    [
      kept(from('disk'), edit([2])),
      ['kept by whoever runs the bot', 'edited by a moderator on 5 Mar 2025 (¶2): a slip'],
    ],
  ])('is told by when and why, and not by whom', (article, expected) => {
    expect(worded(article)).toEqual(expected);
  });
});

test.each([
  ['it was retracted', 'lock was taken out on 5 Mar 2025: it was retracted'],
  [' ', 'lock was taken out on 5 Mar 2025.'],
  [undefined, 'lock was taken out on 5 Mar 2025.'],
])('a removed article is told of with the reason %j, and not by whom', (reason, expected) => {
  const gone = { id: idOf('lock'), actor: '9', at: '2025-03-05T10:00:00.000Z' };
  const tombstone = reason === undefined ? gone : { ...gone, reason };
  expect(wordMessage(removedMessage(tombstone), plainMarkup)).toBe(expected);
});

test('a reason has the room that the rest of a heading spares', () => {
  const reason = `${'so '.repeat(60)}it went`;
  const gone = { id: idOf('lock'), actor: '9', at: '2025-03-05T10:00:00.000Z', reason };
  expect(wordMessage(removedMessage(gone), plainMarkup, 300)).toContain('so it went');
});

const cited = (article: Article): object => {
  const sentence = citeWords(article, 'One stands.');
  const passages = [{ passage: sentence, sentence, score: 1 }];
  return passagesJson({ kind: 'found', passages, differing: [] });
};

describe('a script', () => {
  it('reads where words are from and whether they were edited, and nobody’s id', () => {
    const json = JSON.stringify(cited(kept(from('link', 'example.org'), edit([1]))));
    expect(JSON.parse(json)).toMatchObject({
      citations: [
        {
          text: 'One stands.',
          origin: { kind: 'link', host: 'example.org', at: '2025-03-03T10:00:00.000Z' },
          edited: { at: '2025-03-05T10:00:00.000Z', isCited: true },
        },
      ],
    });
    expect(json).not.toMatch(/"[79]"/u);
    expect(JSON.stringify(cited(kept(from('disk'))))).not.toContain('origin');
  });
});

import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/article/markdown.ts';
import { isArticleId } from '../../src/article/article.ts';
import { createFetcher } from '../../src/intake/fetcher.ts';
import { takeFile } from '../../src/intake/take-file.ts';
import { takePage } from '../../src/intake/take-page.ts';
import { sourceOf, type Taken } from '../../src/intake/taken.ts';
import { findUnseen } from '../../src/text/unseen.ts';
import { HOSTILE_ANSWERS } from './hostile-answers.ts';
import { HOSTILE_FILES } from './hostile-files.ts';
import { HOSTILE_MARKUP } from './hostile-markup.ts';
import { HOSTILE_LINKS } from './hostile-links.ts';
import { type Outcome, wordsOf } from './hostile-row.ts';
import { type LocalSite, openSite } from './local-site.ts';

const TABLES = {
  links: HOSTILE_LINKS,
  answers: HOSTILE_ANSWERS,
  files: HOSTILE_FILES,
  markup: HOSTILE_MARKUP,
};
const DOCUMENT = new URL('../../docs/taking-in.md', import.meta.url);

/** Checks that what was tried came out as its row says; whatever is taken in must read back. */
async function expectOutcome(trying: Promise<Taken>, outcome: Outcome): Promise<void> {
  if (typeof outcome === 'string') {
    await expect(trying).rejects.toThrow(expect.objectContaining({ fault: outcome }));
    return;
  }
  const taken = await trying;
  outcome.check(taken);
  const source = sourceOf(taken);
  const id = 'hostile';
  if (!isArticleId(id)) throw new Error(id);
  const article = parseArticle(source, { shelf: 'base', id, revision: 0 });
  expect(article).toMatchObject({ body: taken.body, demo: false, authors: taken.authors });
  expect(findUnseen(source)).toBeUndefined();
}

describe('hostile links', () => {
  test.each(HOSTILE_LINKS)('$what', async ({ link, addresses, outcome }) => {
    // Without addresses, the link itself must be refused, before its name is looked up.
    const resolve = () =>
      addresses ? Promise.resolve(addresses) : Promise.reject(new Error('looked up'));
    const fetcher = createFetcher({ resolve });
    await expectOutcome(takePage(link, fetcher), outcome);
    await fetcher.close();
  });
});

describe('hostile answers', () => {
  let site: LocalSite;
  beforeAll(async () => {
    const answers = HOSTILE_ANSWERS.map(({ answer }, index) => [`/${String(index)}`, answer]);
    site = await openSite(Object.fromEntries(answers));
  });
  afterAll(() => site.close());

  test.each(HOSTILE_ANSWERS.map((row, index) => ({ ...row, index })))(
    '$what',
    async ({ index, lookups, outcome }) => {
      let count = 0;
      const resolve = () => {
        count += 1;
        return Promise.resolve(lookups?.[count - 1] ?? lookups?.at(-1) ?? ['127.0.0.1']);
      };
      const fetcher = site.fetcher({ resolve });
      await expectOutcome(takePage(site.link(`/${String(index)}`), fetcher), outcome);
    },
  );
});

describe('hostile files', () => {
  test.each([...HOSTILE_FILES, ...HOSTILE_MARKUP])('$what', async ({ name, bytes, outcome }) => {
    await expectOutcome(takeFile({ name, bytes: bytes() }), outcome);
  });
});

describe('the document', () => {
  const rows = Object.values(TABLES).flat();

  test('there are at least seventy rows, each of them another', () => {
    const names = rows.map(({ what }) => what);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(70);
  });

  /** The document with its tables written anew, each between its marks. */
  async function written(document: string): Promise<string> {
    let text = document;
    for (const [name, table] of Object.entries(TABLES)) {
      const lines = table.map(({ what, outcome }) => `| ${what} | ${wordsOf(outcome)} |`);
      const content = ['| what | outcome |', '| --- | --- |', ...lines].join('\n');
      const marks = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`, 'u');
      text = text.replace(
        marks,
        (_, open: string, close: string) => `${open}\n\n${content}\n\n${close}`,
      );
    }
    return format(text, { parser: 'markdown', singleQuote: true, printWidth: 100 });
  }

  test('docs/taking-in.md has just these rows; WRITE_DOCUMENTS=1 npx vitest run tests/intake/hostile.test.ts writes them anew', async () => {
    const document = await readFile(DOCUMENT, 'utf8');
    const anew = await written(document);
    if (process.env['WRITE_DOCUMENTS'] === '1') await writeFile(DOCUMENT, anew);
    else expect(document).toBe(anew);
  });
});

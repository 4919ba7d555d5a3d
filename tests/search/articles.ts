import { readFileSync, readdirSync } from 'node:fs';
import { type Place, parseArticle } from '../../src/article/markdown.ts';
import type { Article } from '../../src/article/article.ts';
import { idOf } from '../article/article-id.ts';

const FOLDER = new URL('../../corpus/', import.meta.url);

/** The demonstration articles. */
export const demonstration: readonly Article[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.md'))
  .map((file) =>
    parseArticle(readFileSync(new URL(file, FOLDER), 'utf8'), placed(file.replace(/\.md$/u, ''))),
  );

/** An article of the given text, as if it stood on the base shelf. */
export const articleOf = (id: string, text: string): Article => parseArticle(text, placed(id));

function placed(id: string): Place {
  return { shelf: 'base', id: idOf(id), revision: 1 };
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GeneratedArticle } from './generated-articles.ts';

/** Measures something over a folder with these articles, which is removed afterwards. */
export async function inFolder<Measured>(
  articles: Iterable<GeneratedArticle>,
  measure: (folder: string) => Promise<Measured>,
): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'));
  try {
    for (const { id, source } of articles) await writeFile(join(folder, `${id}.md`), source);
    return await measure(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

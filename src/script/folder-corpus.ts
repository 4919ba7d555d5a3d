import type { Corpus } from '../search/corpus.ts';
import { createCorpus } from '../search/corpus-holder.ts';
import { readFolderStore } from '../store/folder-store.ts';
import { describePlace } from './place.ts';

const BASE = 'base';

/**
 * A corpus of a folder of articles as they stand; nothing is written or locked.
 * @param warn told of each file that cannot be read; the others answer
 * @throws UserError if there is no such folder.
 */
export async function openFolder(corpusDir: string, warn: (line: string) => void): Promise<Corpus> {
  const store = await readFolderStore({ corpusDir });
  try {
    const { articles, problems } = await store.load(BASE);
    for (const problem of problems) warn(`${describePlace(problem)} ${problem.message}`);
    return (await createCorpus(articles)).current;
  } finally {
    await store.close();
  }
}

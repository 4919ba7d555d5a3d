import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Folders {
  readonly corpusDir: string;
  readonly dataDir: string;
  /** Writes a file of the corpus. */
  readonly write: (file: string, contents: string | Uint8Array) => Promise<void>;
  readonly clear: () => Promise<void>;
}

/** An empty corpus and the place for all else, both for one test. */
export async function makeFolders(files: Readonly<Record<string, string>> = {}): Promise<Folders> {
  const root = await mkdtemp(join(tmpdir(), 'verbatim-'));
  const corpusDir = join(root, 'corpus');
  await mkdir(corpusDir);
  const write: Folders['write'] = (file, contents) => writeFile(join(corpusDir, file), contents);
  for (const [file, contents] of Object.entries(files)) await write(file, contents);
  const clear = () => rm(root, { recursive: true, force: true });
  return { corpusDir, dataDir: join(root, 'data'), write, clear };
}

import type { Corpus } from '../search/corpus.ts';
import { memoryServerStore } from '../store/folder-server-store.ts';
import type { Command, Context } from './command.ts';

/** Where nobody in particular asks: at the command line. */
export const contextOutside = (
  corpus: Corpus,
  commands: readonly Command[],
  report: Context['report'],
): Context => ({
  corpus,
  commands,
  actor: { userId: '', rights: new Set() },
  servers: memoryServerStore(),
  missing: [],
  keeping: undefined,
  report,
});

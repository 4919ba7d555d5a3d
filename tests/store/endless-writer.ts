import { openFolderStore } from '../../src/store/folder-store.ts';
import { put } from './edits.ts';

// Run as a process of its own, to be killed: puts pairs of articles, and writes each revision on a
// line as soon as it is acknowledged.

const [corpusDir = '', dataDir = ''] = process.argv.slice(2);
const store = await openFolderStore({ corpusDir, dataDir });
let head = await store.head('base');
for (;;) {
  const words = `Version ${String(head + 2)}.`;
  head = await store.append('base', head, '7', [put('a', words), put('b', words)]);
  process.stdout.write(`${String(head)}\n`);
}

import { judgeCalls, pardonCalls } from './fault-injector.ts';
import { erasureIn } from './erasing.ts';
import { openStores } from './operation.ts';

// Run as a process of its own: erases something, and dies at a call to the file system on the way.
// Without one, says how many calls there were.

const [corpusDir = '', dataDir = '', what = '', at = '0', when = 'before'] = process.argv.slice(2);
const stores = await openStores({ corpusDir, dataDir });
judgeCalls(({ index }, isWrite) => {
  if (index !== Number(at)) return { kind: 'through' };
  if (when === 'before' || when === 'after') return { kind: 'die', when };
  return isWrite ? { kind: 'die', when: 'half' } : { kind: 'through' };
});
await erasureIn(stores, dataDir, what);
process.stdout.write(`calls ${String(pardonCalls())}\n`);
await stores.articles.close();

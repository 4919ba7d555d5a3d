import { judgeCalls, pardonCalls } from './fault-injector.ts';
import { openStores, perform } from './operation.ts';
import { SCENARIO } from './scenario.ts';

// Run as a process of its own: goes through the scenario, a line for each thing that is acknowledged,
// and dies at a call to the file system. Without one, says how many calls there were.

const [corpusDir = '', dataDir = '', at = '0', when = 'before'] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function fateAt(index: number, isWrite: boolean): ReturnType<Parameters<typeof judgeCalls>[0]> {
  if (index !== Number(at)) return { kind: 'through' };
  if (when === 'before' || when === 'after') return { kind: 'die', when };
  return isWrite ? { kind: 'die', when: 'half' } : { kind: 'through' };
}

const writes: number[] = [];
judgeCalls(({ index }, isWrite) => {
  if (isWrite) writes.push(index);
  return fateAt(index, isWrite);
});
const stores = await openStores({ corpusDir, dataDir });
say('open');
for (const operation of SCENARIO) {
  await perform(stores, operation);
  say('acknowledged');
}
await stores.articles.close();
say('closed');
say(`writes ${writes.join(' ')}`);
say(`calls ${String(pardonCalls())}`);

import { findFaults, type Operation, openStores, perform, readState } from './operation.ts';

// Run as a process of its own, to be killed: says what it finds, then makes changes without end, each
// on a line before it is made and again once it is acknowledged.

const [corpusDir = '', dataDir = ''] = process.argv.slice(2);
/** Returns when the line is in the pipe, so that it outlives this process. */
const say = (line: object): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(`${JSON.stringify(line)}\n`, () => {
      resolve();
    });
  });
const upTo = (count: number): number => Math.floor(Math.random() * count);
const pick = (letters: string): string => letters.charAt(upTo(letters.length));

const places = { corpusDir, dataDir };
const stores = await openStores(places);
const state = await readState(stores);
await say({ kind: 'found', state, faults: await findFaults(stores, places) });

const articles: Record<string, Set<string>> = {};
for (const [shelf, texts] of Object.entries(state.articles))
  articles[shelf] = new Set(Object.keys(texts));

for (let count = 0; ; count += 1) {
  const operation = invent(`${String(process.pid)}-${String(count)}`);
  await say({ kind: 'doing', operation });
  await perform(stores, operation);
  await say({ kind: 'done' });
}

function invent(mark: string): Operation {
  const kinds = ['settings', 'report', 'card', 'drop', 'forget'] as const;
  const kind = upTo(3) > 0 ? 'articles' : (kinds[upTo(kinds.length)] ?? 'drop');
  switch (kind) {
    case 'articles':
      return inventEdits(mark);
    case 'settings':
      return { kind, cooldown: upTo(1000) };
    case 'report':
      return { kind, id: pick('rst'), detail: mark };
    case 'card':
      return { kind, id: pick('kl'), owner: pick('mn') };
    case 'drop':
      return { kind, id: pick('kl') };
    case 'forget':
      return upTo(4) > 0 ? { kind: 'settings', cooldown: upTo(1000) } : { kind, user: 'mia' };
    default:
      return kind satisfies never;
  }
}

/** One to four edits of a few articles, so that they meet; some texts are long. */
function inventEdits(mark: string): Operation {
  const shelf = upTo(3) === 0 ? '42' : 'base';
  const ids = (articles[shelf] ??= new Set());
  const edits = Array.from({ length: 1 + upTo(4) }, (_each, at) => {
    const id = pick('abcdef');
    if (ids.has(id) && upTo(3) === 0) {
      ids.delete(id);
      return { id, text: null };
    }
    ids.add(id);
    return { id, text: `Version ${mark}-${String(at)}.${'x'.repeat(upTo(3) * 20_000)}` };
  });
  return { kind: 'articles', shelf, edits };
}

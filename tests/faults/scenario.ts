import { applyOperation, EMPTY, type Operation, type State } from './operation.ts';

const edit = (id: string, text: string | null) => ({ id, text });

/** A bit of everything, one after the other. */
export const SCENARIO: readonly Operation[] = [
  { kind: 'articles', shelf: 'base', edits: [edit('a', 'One.'), edit('b', 'Two.')] },
  { kind: 'articles', shelf: 'base', edits: [edit('a', 'One, edited.')] },
  { kind: 'articles', shelf: 'base', edits: [edit('b', null)] },
  {
    kind: 'articles',
    shelf: 'base',
    edits: [edit('c', 'Three.'), edit('a', null), edit('d', 'Four.'), edit('c', 'Three, edited.')],
  },
  { kind: 'articles', shelf: '42', edits: [edit('x', 'Ten.'), edit('y', 'Eleven.')] },
  { kind: 'settings', cooldown: 30 },
  { kind: 'report', id: 'r1', detail: 'It was the deputy.' },
  { kind: 'card', id: 'k1', owner: 'mia' },
  { kind: 'card', id: 'k2', owner: 'sam' },
  { kind: 'drop', id: 'k2' },
  { kind: 'forget', user: 'mia' },
];

/** What there is once so many of the operations were acknowledged. */
export const STATES: readonly State[] = follow(EMPTY, SCENARIO);

function follow(state: State, [next, ...rest]: readonly Operation[]): State[] {
  return next === undefined ? [state] : [state, ...follow(applyOperation(state, next), rest)];
}

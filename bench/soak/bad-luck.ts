import type { Fault } from '../../src/sandbox/faults/fault.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import type { Random } from '../random.ts';

/** What goes wrong now and then. */
export interface BadLuck {
  /** Lets something go wrong, about once in so many calls. */
  readonly maybe: () => void;
  /** Lets all go right; gives how often something went wrong. */
  readonly end: () => number;
}

const ONCE_IN = 250;

const CALLBACK = 'POST /interactions/:/:/callback';
const EDIT = 'PATCH /webhooks/:/:/messages/:';

const FAULTS: readonly (readonly [string, Fault])[] = [
  [CALLBACK, { kind: 'cut', before: 'answer', how: 'reset' }],
  [CALLBACK, { kind: 'cut', before: 'answer', how: 'closed' }],
  [CALLBACK, { kind: 'cut', before: 'work', how: 'reset' }],
  [CALLBACK, { kind: 'error', status: 503 }],
  [CALLBACK, { kind: 'limit', scope: 'user', seconds: 0.2 }],
  [EDIT, { kind: 'error', status: 502 }],
  [EDIT, { kind: 'cut', before: 'answer', how: 'closed' }],
  ['POST /channels/:/messages', { kind: 'cut', before: 'answer', how: 'reset' }],
];

export function createBadLuck({ faults, link }: Sandbox, random: Random): BadLuck {
  const ends: (() => void)[] = [];
  let count = 0;
  const twice = (name: 'INTERACTION_CREATE' | 'MESSAGE_CREATE') => (): void => {
    faults.repeat(name, 2);
    ends.push(() => faults.repeat(name, 1));
  };
  const happenings: readonly (() => void)[] = [
    ...FAULTS.map(([route, fault]) => () => {
      ends.push(faults.plan(route, fault, 2).end);
    }),
    twice('INTERACTION_CREATE'),
    twice('MESSAGE_CREATE'),
    link.drop,
    link.reconnect,
    () => {
      faults.replayMore(50);
      link.drop();
    },
  ];
  return {
    maybe: () => {
      if (random.below(ONCE_IN) > 0) return;
      count += 1;
      random.pick(happenings)();
    },
    end: () => {
      for (const end of ends.splice(0)) end();
      const happened = count;
      count = 0;
      return happened;
    },
  };
}

import { matchPath } from '../rest/match-path.ts';
import type { Fault, PlannedFault, RequestFaults } from './fault.ts';

/** A fault as one request meets it: of a limit, how long it is left and when it is over, in milliseconds. */
export type MetFault = Fault & { readonly left: number; readonly until: number };

export interface PlannedFaults extends RequestFaults {
  /** What goes wrong with a request, which counts as having met it. */
  readonly meet: (method: string, path: string) => MetFault | undefined;
}

interface Plan {
  readonly route: string;
  readonly fault: Fault;
  times: number;
  met: number;
  /** When a limit is over, by the sandbox's clock. */
  until: number;
}

/** The faults that requests are to meet; none at first. */
export function planFaults(clock: () => number): PlannedFaults {
  const plans = new Set<Plan>();
  const isOver = ({ fault, met, times, until }: Plan): boolean =>
    fault.kind === 'limit' ? met > 0 && clock() >= until : met >= times;
  return {
    plan: (route, fault, times = Infinity): PlannedFault => {
      const plan: Plan = { route, fault, times, met: 0, until: Infinity };
      plans.add(plan);
      return { met: () => plan.met, end: () => void plans.delete(plan) };
    },
    meet: (method, path) => {
      for (const plan of plans) if (isOver(plan)) plans.delete(plan);
      const plan = [...plans].find((each) => isFor(each, method, path));
      if (plan === undefined) return undefined;
      const { fault } = plan;
      if (fault.kind === 'limit' && plan.met === 0) plan.until = clock() + fault.seconds * 1000;
      plan.met += 1;
      return { ...fault, left: Math.max(0, plan.until - clock()), until: plan.until };
    },
  };
}

function isFor({ route, fault }: Plan, method: string, path: string): boolean {
  // Interactions are not bound to the global limit: `docs/topics/rate-limits#global-rate-limit`.
  if (
    fault.kind === 'limit' &&
    fault.scope === 'global' &&
    /^\/(?:interactions|webhooks)\//.test(path)
  )
    return false;
  if (route === '*') return true;
  const [wanted, pattern = ''] = route.split(' ');
  return wanted === method && matchPath(pattern, path) !== undefined;
}

import { setImmediate } from 'node:timers/promises';

// Whatever may take long is a generator that yields between its steps. Who runs it may do other
// things in between.

// Milliseconds. Answers and the heartbeat wait so long at most, and one step more.
const LONGEST_TURN = 6;

/** Resolves at once, or after others had their turn where the last time was long ago. */
export type Rest = () => Promise<void>;

export function pauseNowAndThen(): Rest {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST_TURN) return;
    await setImmediate();
    since = performance.now();
  };
}

/** All steps in one go. */
export function runThrough<Result>(steps: Generator<void, Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** All steps, resting now and then between them. */
export async function runResting<Result>(
  steps: Generator<void, Result>,
  rest: Rest,
): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await rest();
  }
}

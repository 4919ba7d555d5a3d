/** Other copies of the bot, which answer what this one was about to. */
export interface Rivals {
  /** Notes that an interaction was answered by another; says so at most once an hour. */
  note(): void;
}

/** In milliseconds. */
const HOUR = 3_600_000;

const ADVICE =
  'Another copy of the bot runs with the same token, and answered before this one did (Discord’s ' +
  'error 40060). Stop one of the two. If you know of no other, reset the token on the developer ' +
  'portal: docs/operating.md, “Another copy is running”.';

export function watchForRivals(
  report: (line: string) => void,
  clock: () => number = Date.now,
): Rivals {
  let told = -Infinity;
  let untold = 0;
  return {
    note: () => {
      untold += 1;
      if (clock() - told < HOUR) return;
      report(untold === 1 ? ADVICE : `${ADVICE} So far ${untold} times since this was last said.`);
      told = clock();
      untold = 0;
    },
  };
}

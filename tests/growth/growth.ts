// How time grows with size, on machines that do other things as well: the time is the processor's,
// not the clock's; of several runs the shortest counts, which is the one least disturbed; and what
// looks as if it grew too fast is tried again before it is believed.

const SIZES = [1, 2, 4, 8] as const;

/** Milliseconds of the processor, below which nothing can be told of growth. */
const NOISE = 15;

const TRIES = 5;

/** What is measured: made ready for a size, and then run. */
export type Work = () => unknown;

/** Of the processor, in milliseconds. */
async function timeOf(work: Work): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The slope of a line through points, by least squares. */
function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (of: (point: readonly [number, number]) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(([at]) => at), mean(([, at]) => at)];
  return mean(([a, b]) => (a - x) * (b - y)) / mean(([a]) => (a - x) ** 2);
}

/**
 * The exponent of the growth of some work's time: 1 where twice the size takes twice as long, 2 where
 * it takes four times as long; 0 where the largest takes no time to speak of. Tried until it is below
 * `most`, five times at most.
 * @param size the smallest of four, each twice the one before
 */
export async function growthOf(
  work: (size: number) => Work | Promise<Work>,
  size: number,
  most: number,
): Promise<number> {
  const runs: { times: number; run: Work; least: number }[] = [];
  for (const times of SIZES) runs.push({ times, run: await work(size * times), least: Infinity });
  let exponent = Infinity;
  for (let tries = 0; tries < TRIES && exponent >= most; tries += 1) {
    for (const run of runs) run.least = Math.min(run.least, await timeOf(run.run));
    const told = runs.filter(({ least }) => least >= NOISE / SIZES.length);
    const isLong = (runs.at(-1)?.least ?? 0) >= NOISE && told.length > 1;
    exponent = isLong
      ? slopeOf(told.map(({ times, least }) => [Math.log(times), Math.log(least)]))
      : 0;
  }
  return exponent;
}

import type { Gathering } from '../extraction/facts.ts';

/** Whether an article says of anybody that they were at a gathering, were not, or are to be. */
export const isTold = ({ attended, absent, expected }: Gathering): boolean =>
  attended.length + absent.length + expected.length > 0;

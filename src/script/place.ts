import type { Problem } from '../store/article-store.ts';

/** `riyadh.md:3:`, as compilers write it, so that editors can go there. */
export const describePlace = ({ file, line }: Pick<Problem, 'file' | 'line'>): string =>
  line === undefined ? `${file}:` : `${file}:${line}:`;

import type { Subcommand } from './subcommand.ts';

const read: Subcommand = {
  name: 'read',
  summary: 'Read articles, a JSON line each, and write what was found in each as a JSON line.',
  flags: {},
  run: async (_typed, { stdin, stdout }) => {
    const { runReadScript } = await import('./read-script.ts');
    await runReadScript({ input: stdin, output: stdout });
    return 0;
  },
};

/** Everything that the command line can be told. */
export const subcommands: readonly Subcommand[] = [read];

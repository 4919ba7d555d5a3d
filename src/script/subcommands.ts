import { type Subcommand, UsageError } from './subcommand.ts';

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

const answer: Subcommand = {
  name: 'answer',
  summary: 'Read questions, a JSON line each, and write the answer to each as a JSON line.',
  flags: {
    corpus: { value: 'FOLDER', description: 'The folder of Markdown articles to answer from.' },
  },
  run: async ({ values: { corpus } }, { stdin, stdout, stderr }) => {
    if (typeof corpus !== 'string') throw new UsageError('say --corpus FOLDER');
    const { runAnswerScript } = await import('./answer-script.ts');
    const warn = (line: string): void => void stderr.write(`verbatim: ${line}\n`);
    await runAnswerScript(corpus, { input: stdin, output: stdout }, warn);
    return 0;
  },
};

const check: Subcommand = {
  name: 'check',
  summary:
    'Say what is wrong with a folder of articles, file and line; exit with 1 if anything is.',
  positional: 'FOLDER',
  flags: {},
  run: async ({ positionals: [folder] }, { stdout }) => {
    if (folder === undefined) throw new UsageError('say which folder');
    const { describeProblem, readFolder } = await import('./folder.ts');
    const { problems } = await readFolder(folder);
    for (const problem of problems) stdout.write(`${describeProblem(problem)}\n`);
    return problems.length > 0 ? 1 : 0;
  },
};

/** Everything that the command line can be told. */
export const subcommands: readonly Subcommand[] = [read, answer, check];

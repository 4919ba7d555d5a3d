import { commands, messageCommands } from '../../commands/index.ts';
import type { Command } from '../command/command.ts';
import { textOf } from '../command/messages.ts';
import { type Subcommand, type Typed, UsageError } from './subcommand.ts';

// What a subcommand needs is loaded when it runs, so that help and one-shot answers come at once.

const start: Subcommand = {
  name: 'start',
  summary: 'Start the bot: on Discord with DISCORD_TOKEN set, else against a local sandbox.',
  flags: { discord: { description: 'Start on Discord only, never against the sandbox.' } },
  run: async ({ values }, terminal) => {
    const { runApp } = await import('../app.ts');
    return runApp({
      commands,
      messageCommands,
      isDiscordOnly: values['discord'] === true,
      terminal,
    });
  },
};

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
  summary: 'Say what is wrong with a folder of articles, or with CORPUS_DIR and DATA_DIR.',
  positional: 'FOLDER',
  flags: {
    data: { description: 'Look at DATA_DIR as well; without FOLDER, at CORPUS_DIR.' },
    repair: { description: 'Mend what is wrong with DATA_DIR; copies of what goes are kept.' },
  },
  run: async ({ positionals: [folder], values }, terminal) => {
    const isRepair = values['repair'] === true;
    const isData = isRepair || values['data'] === true;
    if (folder === undefined && !isData) throw new UsageError('say which folder');
    const { runCheck, runDataCheck } = await import('./check-script.ts');
    return isData
      ? runDataCheck(folder, isRepair, terminal)
      : runCheck(folder ?? '', terminal.stdout);
  },
};

const backup: Subcommand = {
  name: 'backup',
  summary:
    'Write all articles, their history and what servers keep to a zip, even as the bot runs.',
  positional: 'FILE.zip',
  flags: {},
  run: async ({ positionals: [file] }, terminal) => {
    if (file === undefined) throw new UsageError('say which file to write');
    const { runBackup } = await import('./backup-script.ts');
    return runBackup(file, terminal);
  },
};

const restore: Subcommand = {
  name: 'restore',
  summary: 'Bring back what a backup holds, even as the bot runs; nothing newer is lost.',
  positional: 'FILE.zip',
  flags: {},
  run: async ({ positionals: [file] }, terminal) => {
    if (file === undefined) throw new UsageError('say which backup');
    const { runRestore } = await import('./backup-script.ts');
    return runRestore(file, terminal);
  },
};

const erase: Subcommand = {
  name: 'erase',
  summary: 'Erase an article, a member or a server for good, with all its history.',
  flags: {
    article: {
      value: 'SHELF/ID',
      description: 'An article: base/riyadh-talks, 110…/riyadh-talks.',
    },
    member: { value: 'ID', description: 'A member of Discord, wherever they left something.' },
    server: { value: 'ID', description: 'All that a server of Discord keeps.' },
    yes: { description: 'Do not ask to confirm it.' },
  },
  run: async ({ values }, terminal) => {
    const { runErase } = await import('./erase-script.ts');
    return runErase(values, terminal);
  },
};

const exportMember: Subcommand = {
  name: 'export',
  summary: 'Print everything that is kept about a member as JSON, even as the bot runs.',
  flags: { member: { value: 'ID', description: 'The member of Discord.' } },
  run: async ({ values }, terminal) => {
    const { runExport } = await import('./export-script.ts');
    return runExport(values, terminal);
  },
};

const copyStore: Subcommand = {
  name: 'copy-store',
  summary: 'Copy all that is kept, history included, between the folders and DATABASE_URL.',
  flags: {
    'to-database': {
      description: 'From CORPUS_DIR and DATA_DIR into the database, which is empty.',
    },
    'to-folders': {
      description: 'From the database into CORPUS_DIR and DATA_DIR, which are empty.',
    },
    corpus: {
      description: 'Make the base shelf of the database what CORPUS_DIR is, even as bots run.',
    },
  },
  run: async ({ values }, terminal) => {
    const { runCopyStore } = await import('./copy-script.ts');
    return runCopyStore(values, terminal);
  },
};

/** What a command line can ask; the rest is about a server. */
const asksTheCorpus = ({ options, access, files }: Command): boolean =>
  access === undefined && files === undefined && Object.keys(options).length > 0;

/** A slash command, answered once; what stands without a name is its first option. */
function oneShot(command: Command): Subcommand {
  const names = Object.keys(command.options);
  return {
    name: command.name,
    summary: textOf(command.description, 'en'),
    ...(names[0] === undefined ? {} : { positional: `${names[0].toUpperCase()}…` }),
    flags: Object.fromEntries(
      Object.entries(command.options).map(([name, { description }]) => [
        name,
        { value: 'TEXT', description: textOf(description, 'en') },
      ]),
    ),
    run: async (typed, terminal) => {
      const { answerOnce } = await import('./one-shot.ts');
      const options = optionsOf(names[0], typed);
      return answerOnce(commands, { command: command.name, options }, terminal);
    },
  };
}

function optionsOf(
  first: string | undefined,
  { values, positionals }: Typed,
): Readonly<Record<string, string>> {
  const named = Object.entries(values).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  if (first === undefined || positionals.length === 0) return Object.fromEntries(named);
  if (first in values) throw new UsageError(`say --${first} or the bare words, not both`);
  return Object.fromEntries([[first, positionals.join(' ')], ...named]);
}

/** Everything that the command line can be told. */
export const subcommands: readonly Subcommand[] = [
  start,
  ...commands.filter(asksTheCorpus).map(oneShot),
  check,
  backup,
  restore,
  erase,
  exportMember,
  copyStore,
  read,
  answer,
];

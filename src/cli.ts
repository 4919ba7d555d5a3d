#!/usr/bin/env node
import packageJson from '../package.json' with { type: 'json' };
import { runCommandLine } from './script/command-line.ts';
import { subcommands } from './script/subcommands.ts';

// Whoever reads the output may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  subcommands,
  packageJson.version,
  process,
);

import { Readable, Writable } from 'node:stream';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SettingsError, readSettings, settingNotes } from '../src/config.ts';
import { runCommandLine } from '../src/script/command-line.ts';
import type { Subcommand, Typed } from '../src/script/subcommand.ts';
import { subcommands } from '../src/script/subcommands.ts';
import { hostileText, hostileValue, runs } from './hostile-text.ts';

describe('whatever the settings say', () => {
  it('they are taken, or a SettingsError names each that is wrong and never the token', () => {
    const names = settingNotes.map(({ name }) => name);
    const environment = fc.dictionary(
      fc.oneof(fc.constantFrom(...names), fc.constantFrom('__proto__', 'constructor', 'PATH')),
      fc.oneof(hostileValue, fc.constantFrom('', ' ', '0', '99999', '1e3', '-1', 'on', '²')),
    );
    fc.assert(
      fc.property(environment, (given) => {
        try {
          const settings = readSettings(given);
          expect(settings.SANDBOX_PORT).toBeLessThanOrEqual(65_535);
          expect(Number.isSafeInteger(settings.QUOTA_ARTICLES)).toBe(true);
        } catch (error) {
          if (!(error instanceof SettingsError)) throw error;
          for (const line of error.message
            .split('\n')
            .filter((each) => each.includes(' is not a bot token')))
            expect(line).not.toContain('; it is');
          expect(names.some((name) => error.message.includes(name))).toBe(true);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});

const sink = (): Writable =>
  new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });

describe('whatever is typed on the command line', () => {
  const flags = subcommands.flatMap((each) => Object.keys(each.flags)).map((flag) => `--${flag}`);
  const word = fc.oneof(
    hostileText.map((text) => text.replaceAll('\0', '')),
    fc.constantFrom(
      '--',
      '-',
      '--=',
      '--__proto__=1',
      '--constructor',
      '-h',
      '-hx',
      '--help=1',
      '--no-help',
      ...flags,
    ),
    fc.tuple(fc.constantFrom(...flags), hostileText).map((parts) => parts.join('=')),
  );

  it('what runs is given strings alone, and else the exit code says why not', async () => {
    const names = subcommands.map(({ name }) => name);
    const first = fc.oneof(fc.constantFrom(...names), word);
    const property = fc.asyncProperty(
      first,
      fc.array(word, { maxLength: 5 }),
      async (name, rest) => {
        const given: Typed[] = [];
        // The real ones, but for what they do.
        const idle = subcommands.map((each): Subcommand => ({
          ...each,
          run: (typed) => Promise.resolve(given.push(typed)).then(() => 0),
        }));
        const terminal = { stdin: Readable.from([]), stdout: sink(), stderr: sink(), env: {} };
        const code = await runCommandLine([name, ...rest], idle, '1.0.0', terminal);
        expect([0, 64]).toContain(code);
        for (const { values, positionals } of given) {
          expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
          expect(positionals.every((each) => typeof each === 'string')).toBe(true);
          for (const value of Object.values(values))
            expect(['string', 'boolean']).toContain(typeof value);
        }
      },
    );
    await fc.assert(property, { numRuns: runs(300) });
  });
});

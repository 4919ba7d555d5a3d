import { PassThrough } from 'node:stream';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/monitoring/log.ts';

const TOKEN = 'MTIzNDU2.Gabcde.abcdefghijklmnop-_';
const DATABASE = 'postgres://verbatim:p%40ssw%2Ford@db.example/verbatim';

function logTo({ isTTY = false, level = 'info' }: { isTTY?: boolean; level?: 'warn' | 'info' }) {
  const output = Object.assign(new PassThrough(), { isTTY });
  const log = createLog(level, output, [TOKEN, DATABASE]);
  const text = async (): Promise<string> => {
    await log.flush();
    return String(output.read());
  };
  return { log, text };
}

const ERROR = 'answering failed: TypeError 7\n    at one\n    at two';
const ABOUT = { guildId: '11', command: 'ask', outcome: 'error', milliseconds: 12.4 };

describe('at a terminal', () => {
  it('a line is its level and its words, and the place of an error stands under it', async () => {
    const { log, text } = logTo({ isTTY: true });
    log.warn('riyadh.md:3: a title is missing');
    log.error(ERROR);
    log.error(ERROR, ABOUT);
    expect(await text()).toBe(
      [
        'warn: riyadh.md:3: a title is missing',
        'error: answering failed: TypeError 7',
        '    at one',
        '    at two',
        'error: answering failed: TypeError 7 (guildId: 11, command: ask, outcome: error, milliseconds: 12)',
        '    at one',
        '    at two',
        '',
      ].join('\n'),
    );
  });
});

describe('elsewhere', () => {
  it('a line is an object that says when, how grave, what, where and about whom', async () => {
    const { log, text } = logTo({});
    log.error(ERROR, ABOUT);
    const line: unknown = JSON.parse(await text());
    expect(line).toEqual({
      level: 'error',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
      ...ABOUT,
      milliseconds: 12,
      msg: 'answering failed: TypeError 7',
      trace: '    at one\n    at two',
    });
  });

  it('a line is one line, whatever is in it', async () => {
    const { log, text } = logTo({});
    log.info('one');
    log.error(ERROR);
    expect((await text()).trimEnd().split('\n')).toHaveLength(2);
  });
});

describe('a log', () => {
  it.each([true, false])('leaves out what is less grave than its level (%j)', async (isTTY) => {
    const { log, text } = logTo({ isTTY, level: 'warn' });
    log.info('lesser');
    log.debug('least');
    log.warn('kept');
    expect(await text()).toMatch(/^(?!.*leas|.*less).*kept/u);
  });

  it.each([true, false])('never holds a secret, whatever it stands in (%j)', async (isTTY) => {
    const { log, text } = logTo({ isTTY });
    const secrets = [TOKEN, DATABASE, 'p%40ssw%2Ford', 'p@ssw/ord'];
    const lines = fc.array(fc.oneof(fc.string(), fc.constantFrom(...secrets, '\n', '"', '\\')));
    await fc.assert(
      fc.asyncProperty(lines, async (parts) => {
        log.error(parts.join(''), { command: parts.join('') });
        const written = await text();
        for (const secret of secrets) expect(written).not.toContain(secret);
      }),
    );
  });

  it.each([
    'POST https://discord.com/api/v10/interactions/123/aW50ZXJhY3Rpb24/callback failed',
    'POST /webhooks/123/aW50ZXJhY3Rpb24?with_components=true failed',
    'postgres://someone:aW50ZXJhY3Rpb24@db.example/name refused',
  ])('has neither tokens nor passwords out of addresses: %s', async (line) => {
    const { log, text } = logTo({});
    log.error(line);
    expect(await text()).not.toContain('aW50');
  });
});

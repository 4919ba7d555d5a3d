import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, it, test } from 'vitest';
import { readEnvironment, readSettings, settingNotes, SettingsError } from '../src/config.ts';

const PARTS = ['MTA4NTM2ODk2MDM1MDQ4NzU2', 'GaBcDe', 'abcdefghijklmnopqrstuvwxyz-_0123456789'];
const TOKEN = PARTS.join('.');

const defaults = {
  CORPUS_DIR: './corpus',
  DATA_DIR: './data',
  MENTIONS: 'on',
  SHARDS: 'auto',
  SEARCH_INDEX: 'memory',
  SHELF_MEMORY_MB: 100,
  QUOTA_ARTICLES: 2000,
  QUOTA_MEGABYTES: 50,
  QUOTA_FEEDS: 20,
  SANDBOX_PORT: 8787,
  METRICS_PORT: 'off',
  METRICS_HOST: '127.0.0.1',
  LOG_LEVEL: 'info',
};

function messageOf(environment: Record<string, string>): string {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
  }
  throw new Error('the settings were taken');
}

describe('settings', () => {
  it('have defaults, for an empty environment and for empty values', () => {
    expect(readSettings({})).toEqual(defaults);
    expect(readSettings({ DISCORD_TOKEN: '', CORPUS_DIR: ' ', PATH: '/bin' })).toEqual(defaults);
  });

  it('are read from the environment, white space around them dropped', () => {
    const environment = {
      DISCORD_TOKEN: ` ${TOKEN}\n`,
      DISCORD_GUILD_ID: '123456789012345678',
      CORPUS_DIR: '/srv/articles',
      DATA_DIR: '/srv/data',
      DATABASE_URL: 'postgresql://bot:p%40ss@db:5432/verbatim?sslmode=require',
      MENTIONS: 'off',
      BASE_GUILD_ID: '123456789012345679',
      ALLOWED_GUILD_IDS: '123456789012345678, 123456789012345679',
      SHARDS: '0-3/16',
      SEARCH_INDEX: 'postgres',
      SHELF_MEMORY_MB: '0',
      QUOTA_ARTICLES: '5',
      QUOTA_MEGABYTES: '1',
      QUOTA_FEEDS: '0',
      SANDBOX_PORT: '0',
      METRICS_PORT: '9464',
      METRICS_HOST: '::1',
      LOG_LEVEL: 'debug',
    };
    expect(readSettings(environment)).toEqual({
      ...environment,
      DISCORD_TOKEN: TOKEN,
      ALLOWED_GUILD_IDS: ['123456789012345678', '123456789012345679'],
      SHARDS: { first: 0, last: 3, count: 16 },
      SHELF_MEMORY_MB: 0,
      QUOTA_ARTICLES: 5,
      QUOTA_MEGABYTES: 1,
      QUOTA_FEEDS: 0,
      SANDBOX_PORT: 0,
      METRICS_PORT: 9464,
    });
  });

  const wrong: [string, string, RegExp][] = [
    ['DISCORD_GUILD_ID', 'abc', /^DISCORD_GUILD_ID must be 17 to 20 digits; it is "abc"\.$/u],
    ['SEARCH_INDEX', 'sqlite', /must be memory or postgres; it is "sqlite"\.$/u],
    ['SEARCH_INDEX', 'postgres', /which needs DATABASE_URL: set it, or leave SEARCH_INDEX out\.$/u],
    ['SANDBOX_PORT', '65536', /^SANDBOX_PORT must be a port, from 0 to 65535; it is "65536"\.$/u],
    ['QUOTA_FEEDS', 'many', /^QUOTA_FEEDS must be a whole number; it is "many"\.$/u],
    ['ALLOWED_GUILD_IDS', '123456789012345678;9', /must be ids of 17 to 20 digits, with commas/u],
    ...['many', '0', '-1', '4-2/16', '0-16/16', '0-3', '3/16', '0-3/0', '1.5'].map(
      (shards): [string, string, RegExp] => [
        'SHARDS',
        shards,
        /^SHARDS must be auto, a number of 1 or more, or a range such as 0-3\/16 for shards 0 to 3 of 16;/u,
      ],
    ),
    ['BASE_GUILD_ID', 'base', /^BASE_GUILD_ID must be 17 to 20 digits/u],
    ['SANDBOX_PORT', '-1', /^SANDBOX_PORT must be a port/u],
    ['METRICS_PORT', 'on', /^METRICS_PORT must be off or a port, from 0 to 65535; it is "on"\.$/u],
    ['METRICS_PORT', '65536', /^METRICS_PORT must be .*a port, from 0 to 65535/u],
    ['METRICS_HOST', 'everywhere', /^METRICS_HOST must be an IP address; it is "everywhere"\.$/u],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be error, warn, info or debug; it is "loud"\.$/u],
    [
      'DATABASE_URL',
      'mysql://bot:secret@db/verbatim',
      /^DATABASE_URL must be an address of Postg/u,
    ],
    ['DATABASE_URL', 'postgres://bot:a#b/c?d@db/x', /^DATABASE_URL cannot be read as an address;/u],
    ['DISCORD_TOKEN', `Bot ${TOKEN}`, /^DISCORD_TOKEN must be the token alone, without "Bot"/u],
    ['DISCORD_TOKEN', TOKEN.replace('.', ' .'), /^DISCORD_TOKEN has a space or a line break/u],
    ['DISCORD_TOKEN', 'your-token-here', /^DISCORD_TOKEN is not a bot token/u],
    ['DISCORD_TOKEN', PARTS.slice(0, 2).join('.'), /^DISCORD_TOKEN is not a bot token/u],
  ];

  test.each(wrong)('%s=%s is told in one line', (name, value, expected) => {
    const message = messageOf({ [name]: value });
    expect(message).toMatch(expected);
    expect(message).not.toContain('\n');
    if (name === 'DISCORD_TOKEN' || name === 'DATABASE_URL') expect(message).not.toContain(value);
  });

  test.each([
    ['1', { first: 0, last: 0, count: 1 }],
    ['16', { first: 0, last: 15, count: 16 }],
    ['4-7/8', { first: 4, last: 7, count: 8 }],
  ])('SHARDS=%s is a range of shards', (value, range) => {
    expect(readSettings({ SHARDS: value }).SHARDS).toEqual(range);
  });

  it('allow the servers that they name otherwise', () => {
    const DISCORD_GUILD_ID = '123456789012345678';
    const ALLOWED_GUILD_IDS = '123456789012345679';
    expect(messageOf({ DISCORD_GUILD_ID, ALLOWED_GUILD_IDS })).toBe(
      `ALLOWED_GUILD_IDS must name ${DISCORD_GUILD_ID}, too: it is DISCORD_GUILD_ID.`,
    );
  });

  it('are told a line each where several are wrong', () => {
    const message = messageOf({ DISCORD_GUILD_ID: 'x', LOG_LEVEL: 'y', DISCORD_TOKEN: 's3cret' });
    expect(message.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'DISCORD_TOKEN',
      'DISCORD_GUILD_ID',
      'LOG_LEVEL',
    ]);
    expect(message).not.toContain('s3cret');
  });

  it('all stand in .env.example, described and with their defaults', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const expected = settingNotes.map(({ name, fallback }) => [name, fallback ?? '']);
    expect(parse(example)).toEqual(Object.fromEntries(expected));
    const prose = example.replaceAll(/\n# /gu, ' ');
    for (const { description } of settingNotes) expect(prose).toContain(description);
  });
});

describe('the environment', () => {
  it('goes over the .env file, which need not be there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-'));
    expect(readEnvironment(folder, { LOG_LEVEL: 'warn' })).toEqual({ LOG_LEVEL: 'warn' });
    await writeFile(join(folder, '.env'), 'LOG_LEVEL=debug\nDATA_DIR="/srv/x"\n');
    expect(readEnvironment(folder, { LOG_LEVEL: 'warn' })).toEqual({
      LOG_LEVEL: 'warn',
      DATA_DIR: '/srv/x',
    });
    await rm(folder, { recursive: true });
  });
});

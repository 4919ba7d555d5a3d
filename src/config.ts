import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { parse } from 'dotenv';
import * as z from 'zod';
import { UserError } from './article/user-error.ts';

/** A setting that is missing or wrong: a line each, without any secret's value. */
export class SettingsError extends UserError {
  override name = 'SettingsError';
}

/** Environment variables, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

const TOKEN_PARTS = /^[\w-]+\.[\w-]+\.[\w-]+$/u;
const HIGHEST_PORT = 65_535;

/** Why the words cannot be a bot's token; what they are is never said, for it would be logged. */
function faultOfToken(token: string): string | undefined {
  if (/^bot\s/iu.test(token)) return 'must be the token alone, without "Bot" before it';
  if (/\s/u.test(token)) return 'has a space or a line break in it; copy the token again';
  if (!TOKEN_PARTS.test(token))
    return 'is not a bot token, which has three parts with dots between; copy it again from "Bot" on the Discord developer portal';
  return undefined;
}

/** Why the words cannot be a database's address, which has a password in it and is never shown. */
function faultOfDatabase(url: string): string | undefined {
  if (!/^postgres(?:ql)?:\/\//u.test(url))
    return 'must be an address of PostgreSQL: postgres://user:password@host:5432/name';
  if (!URL.canParse(url))
    return 'cannot be read as an address; in its password, write : / ? # and @ percent-encoded';
  return undefined;
}

const quota = (fallback: number, description: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/u, 'must be a whole number')
    .transform(Number)
    .default(fallback)
    .describe(description);

const WRONG_PORT = `must be a port, from 0 to ${String(HIGHEST_PORT)}`;

const port = z
  .string()
  .regex(/^\d{1,5}$/u, WRONG_PORT)
  .transform(Number)
  .refine((number) => number <= HIGHEST_PORT, WRONG_PORT);

/** `auto`, `4` for 0 to 3 of 4, or `0-3/16` for 0 to 3 of 16; undefined for anything else. */
function readShards(text: string) {
  if (text === 'auto') return text;
  const [, whole, first, last, of] = SHARDS_FORM.exec(text) ?? [];
  const count = Number(whole ?? of);
  const range = { first: Number(first ?? 0), last: Number(last ?? count - 1), count };
  return range.first <= range.last && range.last < count ? range : undefined;
}

const SHARDS_FORM = /^(?:(\d{1,5})|(\d{1,5})-(\d{1,5})\/(\d{1,5}))$/u;

const SNOWFLAKE = /^\d{17,20}$/u;

const settingsSchema = z.object({
  DISCORD_TOKEN: z
    .string()
    .superRefine((token, context) => {
      const message = faultOfToken(token);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    })
    .optional()
    .describe(
      'The token of your bot, from "Bot" on https://discord.com/developers/applications. Keep it ' +
        'secret. Without one, the bot starts against the local sandbox.',
    ),
  DISCORD_GUILD_ID: z
    .string()
    .regex(SNOWFLAKE, 'must be 17 to 20 digits')
    .optional()
    .describe(
      'The id of the one server to register the commands in, where they are there at once; else ' +
        'they are registered everywhere.',
    ),
  CORPUS_DIR: z
    .string()
    .default('./corpus')
    .describe('The folder with the articles, one Markdown file each.'),
  DATA_DIR: z
    .string()
    .default('./data')
    .describe('The folder for all else: history, corrections, what servers keep.'),
  DATABASE_URL: z
    .string()
    .superRefine((url, context) => {
      const message = faultOfDatabase(url);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    })
    .optional()
    .describe(
      'The address of a PostgreSQL database for articles and all else, in place of CORPUS_DIR and ' +
        'DATA_DIR, so that many bots can share them: postgres://user:password@host:5432/name. Keep it ' +
        'secret. "verbatim copy-store" brings in what the folders have.',
    ),
  MENTIONS: z
    .enum(['on', 'off'], 'must be on or off')
    .default('on')
    .describe(
      'Whether the bot answers when it is mentioned: on or off. It takes the Guild Messages intent, ' +
        'which is not a privileged one; servers can turn it off for themselves.',
    ),
  BASE_GUILD_ID: z
    .string()
    .regex(SNOWFLAKE, 'must be 17 to 20 digits')
    .optional()
    .describe(
      'The id of the one server whose moderators may change the articles in CORPUS_DIR from ' +
        'Discord; the moderators of others change those of their own server alone.',
    ),
  ALLOWED_GUILD_IDS: z
    .string()
    .transform((text) => text.split(',').map((id) => id.trim()))
    .refine(
      (ids) => ids.every((id) => SNOWFLAKE.test(id)),
      'must be ids of 17 to 20 digits, with commas between',
    )
    .optional()
    .describe(
      'The ids of the only servers that the bot may be in, with commas between: it leaves all ' +
        'others, and answers nowhere else, not even in direct messages. Without any it may be everywhere.',
    ),
  SHARDS: z
    .string()
    .transform((text, context) => {
      const shards = readShards(text);
      if (shards !== undefined) return shards;
      context.addIssue({
        code: 'custom',
        message:
          'must be auto, a number of 1 or more, or a range such as 0-3/16 for shards 0 to 3 of 16',
      });
      return z.NEVER;
    })
    .default('auto')
    .describe(
      'How many connections to Discord (shards) the servers are spread over: auto for as many as ' +
        'Discord recommends, a number, or, where several processes have some each, a range: 0-3/16 ' +
        'for shards 0 to 3 of 16.',
    ),
  SEARCH_INDEX: z
    .enum(['memory', 'postgres'], 'must be memory or postgres')
    .default('memory')
    .describe(
      'Where it is looked up which articles may answer: memory, which is faster, or postgres, for a ' +
        'corpus whose index memory has no room for; that needs DATABASE_URL.',
    ),
  SHELF_MEMORY_MB: quota(
    100,
    'How many megabytes of memory the articles of servers may take; those that were not asked for ' +
      'longest are read again when they are.',
  ),
  QUOTA_ARTICLES: quota(2000, 'How many articles one server may keep.'),
  QUOTA_MEGABYTES: quota(50, 'How many megabytes of text the articles of one server may have.'),
  QUOTA_FEEDS: quota(20, 'How many feeds one server may follow.'),
  SANDBOX_PORT: port
    .default(8787)
    .describe('The port of the local sandbox on 127.0.0.1; 0 takes any free one.'),
  METRICS_PORT: z
    .union([z.literal('off'), port], `must be off or a port, from 0 to ${String(HIGHEST_PORT)}`)
    .default('off')
    .describe(
      'The port on which /metrics, /healthz and /readyz are served, for whoever watches over the ' +
        'bot; 0 takes any free one, off serves none.',
    ),
  METRICS_HOST: z
    .string()
    .refine((host) => isIP(host) !== 0, 'must be an IP address')
    .default('127.0.0.1')
    .describe(
      'The address on which they are served. They are open to all who reach it: 127.0.0.1 is this ' +
        'machine alone, 0.0.0.0 every network that it is in.',
    ),
  LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'debug'], 'must be error, warn, info or debug')
    .default('info')
    .describe('How much to log: error, warn, info or debug.'),
});

export type Settings = Readonly<z.output<typeof settingsSchema>>;

export interface SettingNote {
  readonly name: string;
  readonly description: string;
  /** Undefined for a setting that may be left out altogether. */
  readonly fallback: string | undefined;
}

/** Every setting there is, for the help and for `.env.example`. */
export const settingNotes: readonly SettingNote[] = Object.entries(settingsSchema.shape).map(
  ([name, schema]) => {
    const fallback = schema.safeParse(undefined).data;
    const description = schema.description ?? '';
    const isSayable = fallback !== undefined && typeof fallback !== 'object';
    return { name, description, fallback: isSayable ? String(fallback) : undefined };
  },
);

const SECRETS: ReadonlySet<string> = new Set(['DISCORD_TOKEN', 'DATABASE_URL']);

/**
 * Reads the settings; an empty value is as good as none, and white space around one is dropped.
 * @throws SettingsError with a line for each setting that is wrong.
 */
export function readSettings(environment: Environment): Settings {
  const given = settingNotes.flatMap(({ name }) => {
    const value = environment[name]?.trim() ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  const values = Object.fromEntries(given);
  const result = settingsSchema.safeParse(values);
  if (result.success) {
    mustBeAllowed(result.data);
    mustHaveDatabase(result.data);
    return result.data;
  }
  const lines = result.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    const shown = SECRETS.has(name) ? '' : `; it is ${JSON.stringify(values[name])}`;
    return `${name} ${message}${shown}.`;
  });
  throw new SettingsError([...new Set(lines)].join('\n'));
}

/** The bot would leave the server that another setting names. */
function mustBeAllowed({ ALLOWED_GUILD_IDS: allowed, ...others }: Settings): void {
  if (allowed === undefined) return;
  const left = (['DISCORD_GUILD_ID', 'BASE_GUILD_ID'] as const).filter(
    (name) => others[name] !== undefined && !allowed.includes(others[name]),
  );
  if (left.length > 0)
    throw new SettingsError(
      left
        .map((name) => `ALLOWED_GUILD_IDS must name ${others[name]}, too: it is ${name}.`)
        .join('\n'),
    );
}

function mustHaveDatabase({ SEARCH_INDEX: index, DATABASE_URL: url }: Settings): void {
  if (index === 'postgres' && url === undefined)
    throw new SettingsError(
      'SEARCH_INDEX is postgres, which needs DATABASE_URL: set it, or leave SEARCH_INDEX out.',
    );
}

/**
 * The environment over what a folder's `.env` file says, if there is one.
 * @throws SettingsError if there is one that cannot be read.
 */
export function readEnvironment(
  folder: string,
  environment: Environment = process.env,
): Environment {
  const path = join(folder, '.env');
  try {
    return { ...parse(readFileSync(path)), ...environment };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return environment;
    throw new SettingsError(`${path} cannot be read (${String(code)}); let this account read it.`);
  }
}

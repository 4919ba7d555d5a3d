import { createHash } from 'node:crypto';
import { commands } from '../../commands/index.ts';
import { cardActions } from '../../src/command/card-actions.ts';
import { type Shown, channelOf } from './interactions.ts';
import type { Actor } from './places.ts';
import type { Handles, Seeded } from './seed.ts';

// By what somebody asks for things that are not theirs, where they know the names of all of them.

export type Random = <Each>(from: readonly Each[]) => Each;

/** The same numbers each time: mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return <Each>(from: readonly Each[]): Each => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no list here is empty
    return from[Math.floor(next() * from.length)] as Each;
  };
}

/** A path as it might lead out of a shelf. */
const TRICKS: readonly ((shelf: string, id: string) => string)[] = [
  (shelf, id) => `${shelf}/${id}`,
  (shelf, id) => `guild:${shelf}/${id}`,
  (shelf, id) => `../${shelf}/${id}`,
  (shelf, id) => `../../shelves/${shelf}/${id}.md`,
  (shelf, id) => `..\\${shelf}\\${id}`,
  (shelf, id) => `%2e%2e/${shelf}/${id}`,
  (shelf, id) => `..%2f${shelf}%2f${id}`,
  (shelf, id) => `file:///data/shelves/${shelf}/${id}.md`,
  (shelf, id) => `/data/shelves/${shelf}/${id}.md`,
  (_shelf, id) => `${id}\0`,
  (_shelf, id) => `${id}.md`,
  (_shelf, id) => `./${id}`,
  (_shelf, id) => id.toUpperCase(),
  (shelf, id) => `．．／${shelf}／${id}`,
  (shelf, id) => `base/../${shelf}/${id}`,
];

/** The ids of what somebody is after, with the server that has it. */
export interface Target {
  readonly guildId: string;
  readonly handles: Handles;
  /** What its own moderators were shown: the custom ids of their cards, and their first lines. */
  readonly buttons: readonly string[];
  readonly lines: readonly string[];
}

export const NUMBERS = ['1', '2', '3', '4', '5', '9', '-1', '0', '1e3', 'NaN', '1.5', '4.5', '4.4'];

/** Values for options, fields and arguments. */
export function valueFor({ guildId, handles }: Target, pick: Random): string {
  const { articles, asked, drafts, feed, keys, channels } = handles;
  const id = pick(articles);
  return pick([
    () => id,
    () => `${id} ${pick(NUMBERS)}`,
    () => `${id} ¶${pick(NUMBERS)}`,
    () => pick(TRICKS)(guildId, id),
    () => `${pick(TRICKS)(guildId, id)} 1`,
    () => pick(asked),
    () => pick(asked),
    () => pick(drafts),
    () => pick(keys),
    () => pick([feed.id, feed.url, feed.url.replace('https://', '')]),
    () => pick(channels),
    () => pick(['', ' ', '*', '%', '__proto__', 'constructor', '🗝️', guildId, 'base']),
  ])();
}

export function argumentFor(target: Target, pick: Random): string {
  const { drafts, group, feed, keys, facts, card, articles } = target.handles;
  return pick([
    () => pick(drafts),
    () => group,
    () => feed.id,
    () => pick(keys),
    () => `p.${pick(facts)}`,
    () => `${pick(keys)}.${pick(facts)}`,
    () => pick(NUMBERS),
    () => `${pick(NUMBERS)}.${pick(NUMBERS)}`,
    () => `1.${card}`,
    () => `1.${card}`,
    () => pick(articles),
    () => '',
    () => 'p',
    () => 'off',
  ])();
}

const DISCORD_ACTS = ['card.context', 'card.more', 'card.share', 'card.discuss', 'card.remove'];
export const ACTIONS: readonly string[] = [
  ...DISCORD_ACTS,
  ...Object.keys(cardActions),
  ...commands.flatMap(({ actions = {} }) => Object.keys(actions)),
].filter((name) => name !== 'privacy.forget');

/** What the form that erases an article carries in its id's place: no secret. */
export const digestOf = (id: string): string =>
  createHash('sha256').update(id).digest('hex').slice(0, 16);

export const customId = (action: string, argument: string): string => `v1|do|${action}|${argument}`;

/** What no bot ever wrote. */
export const MUTATIONS: readonly ((id: string) => string)[] = [
  (id) => id.replace('v1', 'v0'),
  (id) => id.replace('v1', 'v2'),
  (id) => id.replace('v1|', ''),
  (id) => id.toUpperCase(),
  (id) => id.slice(0, -1),
  (id) => `${id}|`,
  (id) => `${id}\n`,
  (id) => id.repeat(2).slice(0, 100),
  (id) => id.replaceAll('|', '/'),
  (id) => id.replace(/[^|]+$/u, '../../base'),
  (id) => id.replace(/do\|[^|]+/u, 'do|__proto__'),
  (id) => id.replace(/do\|[^|]+/u, 'do|constructor'),
  (id) => id.replace(/[^|]+$/u, '9'.repeat(60)),
];

/** The bot's own card, as somebody was shown it, or says that they were. */
export function shownTo(actor: Actor, target: Target, pick: Random): Shown {
  const { handles, lines, guildId } = target;
  const [channel = ''] = handles.channels;
  const line = pick([
    () => `\`/source ref: ${pick(handles.articles)} 1\``,
    () => `\`/corpus history article: ${pick(handles.articles)}\``,
    () => `\`/corpus history article: ${pick(handles.articles)} ${pick(NUMBERS)}\``,
    () =>
      `\`/review place: ${pick([...handles.keys, ...handles.articles.map((id) => `${id} 1`)])}\``,
    () => `\`/quote who: ${pick(handles.asked)}\``,
    () => pick(['`/settings`', '`/review`', '`/feeds list`', '`/corpus undo`', '`/corpus export`']),
    () => pick([...lines, '`/review`']),
    () =>
      `\`/source ref: "${pick(TRICKS)(guildId, pick(handles.articles)).replaceAll('\\', '/')}"\``,
    () => 'no question',
  ])();
  const isThere = pick([true, false, false]);
  return {
    id: pick([handles.card, '1890000000000000001']),
    channelId: isThere ? channel : channelOf(actor),
    text: `${line}\n1. ${line} and\n-# [1] Vault · ${pick(handles.articles)} ¶1`,
    isPrivate: pick([true, false]),
    ...(pick([true, false]) ? { askedBy: actor.userId } : {}),
  };
}

export const targetOf = (
  guildId: string,
  { handles }: Seeded,
  seen: Pick<Target, 'buttons' | 'lines'> = { buttons: [], lines: [] },
): Target => ({ guildId, handles, ...seen });

import { PermissionFlagsBits } from 'discord.js';

// Servers, and who acts in them.

export const BOT = {
  id: '1200000000000000001',
  username: 'verbatim',
  discriminator: '0',
  bot: true,
};

/** A server, with the word by which all that is its own can be told. */
export interface Server {
  readonly id: string;
  readonly tag: string;
  readonly channel: string;
  /** Where changes are told of. */
  readonly log: string;
}

const serverOf = (tag: string, number: number): Server => ({
  id: `14000000000000000${number}0`,
  tag,
  channel: `14000000000000000${number}1`,
  log: `14000000000000000${number}2`,
});

/** What the others are after. */
export const ALFA = serverOf('alfa', 1);
/** Where those come from who have every right at home. */
export const BRAVO = serverOf('bravo', 2);
/** Its moderators write the base shelf. */
export const BASE = serverOf('basil', 3);
/** It has taken the bot out, and what it kept is not erased yet. */
export const XRAY = serverOf('xray', 4);
export const SERVERS: readonly Server[] = [ALFA, BRAVO, BASE, XRAY];

const { ViewChannel, SendMessages, CreatePublicThreads, ManageMessages, ManageGuild } =
  PermissionFlagsBits;
export const EVERYONE = ViewChannel | SendMessages | CreatePublicThreads;

/** A role that a server's own settings let use what else takes a right. */
export const LET_IN = '1450000000000000001';
const ROLE = { permissions: '0', position: 0, color: 0, flags: 0 };

/** Those in which the bot is, as it is told of them. */
export const GUILDS = [ALFA, BRAVO, BASE].map(({ id, channel, log }) => ({
  id,
  name: id,
  owner_id: `${id.slice(0, -1)}9`,
  roles: [
    { ...ROLE, id, name: '@everyone', permissions: String(EVERYONE) },
    { ...ROLE, id: LET_IN, name: 'let in' },
  ],
  channels: [channel, log].map((each, at) => ({
    id: each,
    name: `c${at}`,
    type: 0,
    guild_id: id,
    position: at,
    permission_overwrites: [],
  })),
  members: [{ user: BOT, roles: [], joined_at: '2025-01-01T00:00:00.000000+00:00', flags: 0 }],
  member_count: 3,
  joined_at: '2025-01-01T00:00:00.000000+00:00',
  preferred_locale: 'en-US',
  features: [],
  emojis: [],
  stickers: [],
  threads: [],
  voice_states: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
}));

export const RIGHTS = {
  none: EVERYONE,
  moderator: EVERYONE | ManageMessages,
  /** Manage Server alone. */
  manager: EVERYONE | ManageGuild,
  both: EVERYONE | ManageMessages | ManageGuild,
  administrator: EVERYONE | PermissionFlagsBits.Administrator,
  owner: Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n),
} as const;

/** What of their own server somebody may see: as everyone in it, as a moderator, or all. */
export type Level = 'members' | 'moderators' | 'managers';

/** Somebody who acts at a place. */
export interface Actor {
  readonly name: string;
  readonly userId: string;
  /** In a server, whether the bot is in it or not; else in a private channel. */
  readonly server?: Server;
  readonly place: 'server' | 'user-installed' | 'dm' | 'group';
  readonly rights: bigint;
  readonly roles: readonly string[];
  /** What is theirs to see; nothing of any server where left out. */
  readonly level?: Level;
}

let users = 0;

/** Somebody in a server who has these rights there. */
export const memberIn = (
  server: Server,
  rights: keyof typeof RIGHTS,
  level: Level,
  more: Partial<Actor> = {},
): Actor => ({
  name: `${rights} in ${server.tag}`,
  userId: `15000000000000000${String((users += 1)).padStart(2, '0')}`,
  server,
  place: 'server',
  rights: RIGHTS[rights],
  roles: [],
  level,
  ...more,
});

/** Somebody outside of all servers. */
export const outside = (place: 'dm' | 'group'): Actor => ({
  name: `somebody in a ${place}`,
  userId: `15000000000000000${String((users += 1)).padStart(2, '0')}`,
  place,
  rights: 0n,
  roles: [],
});

import { ApplicationFlags, GatewayIntentBits } from 'discord-api-types/v10';
import type {
  APIUnavailableGuild,
  GatewayDispatchPayload,
  GatewayGuildCreateDispatchData,
  GatewayReadyDispatchData,
} from 'discord-api-types/v10';
import { z } from 'zod';
import type { DispatchEvent } from '../state.ts';
import type { World } from '../world.ts';
import { memberOf } from '../world.ts';
import { isOnShard } from './session-start.ts';
import type { ShardPlace } from './session-start.ts';

type EventName = GatewayDispatchPayload['t'];

/** The intents that each event needs, any one of them; events that are not here need none. */
const NEEDED: Partial<Record<`${EventName}`, number>> = {
  GUILD_CREATE: GatewayIntentBits.Guilds,
  GUILD_DELETE: GatewayIntentBits.Guilds,
  MESSAGE_CREATE: GatewayIntentBits.GuildMessages,
  MESSAGE_UPDATE: GatewayIntentBits.GuildMessages,
  MESSAGE_DELETE: GatewayIntentBits.GuildMessages,
  THREAD_CREATE: GatewayIntentBits.Guilds,
  CHANNEL_UPDATE: GatewayIntentBits.Guilds,
  GUILD_MEMBER_UPDATE: GatewayIntentBits.GuildMembers,
};

export const ALL_INTENTS = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);

/** Privileged intents and the application flags, full or limited, that grant them. */
const PRIVILEGED = [
  [
    GatewayIntentBits.GuildPresences,
    ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited,
  ],
  [
    GatewayIntentBits.GuildMembers,
    ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
  ],
  [
    GatewayIntentBits.MessageContent,
    ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
  ],
] as const;

/** Whether a session with these intents receives the event: `docs/events/gateway#list-of-intents`. */
export function isWanted(event: `${EventName}`, intents: number): boolean {
  const needed = NEEDED[event];
  return needed === undefined || (needed & intents) !== 0;
}

/** Whether the event is for the shard: that of its guild, or the first where there is none. */
export function isRouted({ t, d }: DispatchEvent, shard: ShardPlace): boolean {
  const data: unknown = typeof d === 'function' ? d(0) : d;
  const { id, guild_id: guildId = id } = guildSchema.parse(data ?? {});
  const isOfGuild = guildId !== id || t === 'GUILD_CREATE' || t === 'GUILD_DELETE';
  return guildId !== undefined && isOfGuild ? isOnShard(shard, guildId) : shard[0] === 0;
}

const guildSchema = z.object({ id: z.string().optional(), guild_id: z.string().optional() });

/** Whether every privileged intent that is asked for has been granted to the application. */
export function mayIntend(intents: number, applicationFlags: number): boolean {
  return PRIVILEGED.every(
    ([intent, flags]) => (intents & intent) === 0 || (applicationFlags & flags) !== 0,
  );
}

/** `docs/events/gateway-events#ready` */
export function readyOf(
  world: World,
  session: { readonly id: string; readonly url: string; readonly shard: ShardPlace },
  guildIds: readonly string[],
): GatewayReadyDispatchData {
  return {
    v: 10,
    user: world.bot,
    guilds: guildIds.map((id): APIUnavailableGuild => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: session.url,
    shard: [...session.shard],
    application: pickApplication(world),
  };
}

/** `docs/events/gateway-events#guild-create`; of the members, a bot without their intent sees itself. */
export function guildCreateOf(world: World): GatewayGuildCreateDispatchData {
  return {
    ...world.guild,
    joined_at: '2025-01-01T00:00:00.000000+00:00',
    large: false,
    member_count: world.members.length,
    members: [memberOf(world, world.bot.id)],
    channels: [...world.channels],
    voice_states: [],
    threads: [...world.threads],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

function pickApplication({ application: { id, flags, flags_new } }: World) {
  return { id, flags, flags_new };
}

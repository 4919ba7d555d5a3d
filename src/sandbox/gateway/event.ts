import { ApplicationFlags, GatewayIntentBits } from 'discord-api-types/v10';
import type {
  APIUnavailableGuild,
  GatewayDispatchPayload,
  GatewayGuildCreateDispatchData,
  GatewayReadyDispatchData,
} from 'discord-api-types/v10';
import type { World } from '../world.ts';
import { memberOf } from '../world.ts';

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

/** Whether every privileged intent that is asked for has been granted to the application. */
export function mayIntend(intents: number, applicationFlags: number): boolean {
  return PRIVILEGED.every(
    ([intent, flags]) => (intents & intent) === 0 || (applicationFlags & flags) !== 0,
  );
}

/** `docs/events/gateway-events#ready` */
export function readyOf(
  world: World,
  session: { readonly id: string; readonly url: string; readonly shard: [number, number] },
  isMember = true,
): GatewayReadyDispatchData {
  const guild: APIUnavailableGuild = { id: world.guild.id, unavailable: true };
  return {
    v: 10,
    user: world.bot,
    guilds: isMember ? [guild] : [],
    session_id: session.id,
    resume_gateway_url: session.url,
    shard: session.shard,
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

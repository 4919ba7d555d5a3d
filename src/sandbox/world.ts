import {
  ApplicationWebhookEventStatus,
  type ChannelFlags,
  ChannelType,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMemberFlags,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildSystemChannelFlags,
  GuildVerificationLevel,
  Locale,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type {
  APIApplication,
  APIDMChannel,
  APIGroupDMChannel,
  APIGuild,
  APIGuildMember,
  APIOverwrite,
  APIPublicThreadChannel,
  APIRole,
  APITextChannel,
  APIUser,
} from 'discord-api-types/v10';
import { bitField } from './bit-field.ts';
import { computePermissions } from './permission.ts';

/** The people whom a test or the prompt can act as; all are members of every guild. */
export const WHO = ['member', 'stranger', 'moderator'] as const;
export type Who = (typeof WHO)[number];

/** A channel of the guild, or a thread under one. */
export type GuildPlace = APITextChannel | APIPublicThreadChannel;

/** A channel of one person with the bot, or of several people without it. */
export type PrivatePlace = APIDMChannel | APIGroupDMChannel;

/** A guild, its channels, roles and members, the bot; threads, overwrites and roles change as it runs. */
export interface World {
  readonly application: APIApplication;
  readonly bot: APIUser;
  readonly guild: APIGuild;
  readonly channels: readonly APITextChannel[];
  readonly threads: APIPublicThreadChannel[];
  readonly members: readonly APIGuildMember[];
  readonly people: Readonly<Record<Who, APIGuildMember>>;
  /** Members like any other, as many as were wished for. */
  readonly crowd: readonly APIGuildMember[];
}

// Ids are fixed, so that what one run stored can be read in the next.
const BOT_ID = '1100000000000000001';
const OWNER_ID = '1100000000000000003';

/** The ids of what each guild has of its own; guilds next to each other are on different shards. */
const idsOf = (number: number) => {
  const own = (id: bigint): string => (id + (BigInt(number) << 22n)).toString();
  return {
    guild: own(1100000000000000002n),
    botRole: own(1100000000000000010n),
    moderatorRole: own(1100000000000000011n),
    general: own(1100000000000000031n),
    news: own(1100000000000000032n),
    moderators: own(1100000000000000033n),
  };
};
const JOINED_AT = '2025-01-01T00:00:00.000000+00:00';

const { ViewChannel, SendMessages, ReadMessageHistory, UseApplicationCommands } =
  PermissionFlagsBits;
const { EmbedLinks, AttachFiles, ManageGuild, ManageMessages } = PermissionFlagsBits;
const { CreatePublicThreads, SendMessagesInThreads } = PermissionFlagsBits;

/** The first of the crowd; the others follow. */
const CROWD_ID = 1_100_000_000_000_100_000n;

/**
 * Builds the world, the same each time; the application's flags grant privileged intents.
 * @param number of several guilds with the same people, which this is, from 0
 */
export function createWorld(applicationFlags = 0, number = 0, crowdSize = 0): World {
  const ids = idsOf(number);
  const bot = user(BOT_ID, 'verbatim', true);
  const roles = [
    role(ids.guild, '@everyone', 0, [
      ViewChannel,
      SendMessages,
      AttachFiles,
      ReadMessageHistory,
      UseApplicationCommands,
      CreatePublicThreads,
      SendMessagesInThreads,
    ]),
    {
      ...role(ids.botRole, 'verbatim', 1, [ViewChannel, SendMessages, EmbedLinks, AttachFiles]),
      managed: true,
      tags: { bot_id: BOT_ID },
    },
    role(ids.moderatorRole, 'Moderators', 2, [ManageGuild, ManageMessages]),
  ];
  const people = {
    member: member(user('1100000000000000021', 'mia'), []),
    stranger: member(user('1100000000000000022', 'sam'), []),
    moderator: member(user('1100000000000000023', 'mo'), [ids.moderatorRole]),
  };
  const crowd = Array.from({ length: crowdSize }, (_, at) =>
    member(user(String(CROWD_ID + BigInt(at)), `crowd${at}`), []),
  );
  const members = [member(bot, [ids.botRole]), member(user(OWNER_ID, 'olive'), [])];
  return {
    application: application(bot, applicationFlags),
    bot,
    guild: guild(ids.guild, number === 0 ? 'Sandbox' : `Sandbox ${number + 1}`, roles),
    channels: [
      textChannel(ids.general, 'general', 0, []),
      textChannel(ids.news, 'news', 1, []),
      textChannel(ids.moderators, 'moderators', 2, [
        overwrite(ids.guild, 0n, ViewChannel),
        overwrite(ids.moderatorRole, ViewChannel, 0n),
      ]),
    ].map((channel) => ({ ...channel, guild_id: ids.guild })),
    threads: [],
    members: [...members, ...Object.values(people), ...crowd],
    people,
    crowd,
  };
}

/** The channel or thread of the guild with this id. */
export const findPlace = ({ channels, threads }: World, id: string): GuildPlace | undefined =>
  [...channels, ...threads].find((each) => each.id === id);

export const isThread = (place: GuildPlace | PrivatePlace): place is APIPublicThreadChannel =>
  place.type === ChannelType.PublicThread;

export const isPrivate = (place: GuildPlace | PrivatePlace): place is PrivatePlace =>
  place.type === ChannelType.DM || place.type === ChannelType.GroupDM;

/** The channel whose permissions hold in a place: a thread has none of its own. */
export function channelOf(world: World, place: GuildPlace): APITextChannel | undefined {
  if (!isThread(place)) return place;
  return world.channels.find(({ id }) => id === place.parent_id);
}

/** What a member may do in a channel or thread, as the decimal string that Discord sends. */
export function permissionsIn(world: World, who: APIGuildMember, place: GuildPlace): string {
  return computePermissions(
    { userId: who.user.id, roleIds: who.roles },
    {
      guildId: world.guild.id,
      ownerId: world.guild.owner_id,
      roles: world.guild.roles,
      overwrites: channelOf(world, place)?.permission_overwrites ?? [],
    },
  ).toString();
}

/** The bot as a member of the guild. */
export function botMember(world: World): APIGuildMember {
  return memberOf(world, world.bot.id);
}

/** The member with this user id. Throws when there is none. */
export function memberOf(world: World, userId: string): APIGuildMember {
  const found = world.members.find((each) => each.user.id === userId);
  if (found === undefined) throw new Error(`The sandbox has no member ${userId}`);
  return found;
}

function user(id: string, username: string, isBot = false): APIUser {
  return {
    id,
    username,
    discriminator: isBot ? '0001' : '0',
    global_name: isBot ? null : username[0]?.toUpperCase() + username.slice(1),
    avatar: null,
    ...(isBot ? { bot: true } : {}),
  };
}

function member(of: APIUser, roleIds: readonly string[]): APIGuildMember {
  return {
    user: of,
    roles: [...roleIds],
    nick: null,
    avatar: null,
    banner: null,
    joined_at: JOINED_AT,
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    communication_disabled_until: null,
    flags: GuildMemberFlags.CompletedOnboarding,
  };
}

function role(id: string, name: string, position: number, granted: readonly bigint[]): APIRole {
  const permissions = granted.reduce((sum, bit) => sum | bit, 0n);
  return {
    id,
    name,
    position,
    permissions: permissions.toString(),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: false,
    mentionable: false,
    flags: bitField(0),
  };
}

function textChannel(
  id: string,
  name: string,
  position: number,
  overwrites: APIOverwrite[],
): APITextChannel {
  return {
    id,
    name,
    position,
    type: ChannelType.GuildText,
    permission_overwrites: overwrites,
    parent_id: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    topic: null,
    nsfw: false,
  };
}

function overwrite(roleId: string, allow: bigint, deny: bigint): APIOverwrite {
  return {
    id: roleId,
    type: OverwriteType.Role,
    allow: allow.toString(),
    deny: deny.toString(),
  };
}

function application(bot: APIUser, flags: number): APIApplication {
  return {
    id: BOT_ID,
    name: 'Verbatim',
    icon: null,
    description: '',
    summary: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    owner: user(OWNER_ID, 'olive'),
    team: null,
    bot,
    flags: bitField(flags),
    flags_new: flags.toString(),
    integration_types_config: { 0: {}, 1: {} },
    event_webhooks_status: ApplicationWebhookEventStatus.Disabled,
  };
}

function guild(id: string, name: string, roles: APIRole[]): APIGuild {
  return {
    id,
    name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: OWNER_ID,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: GuildVerificationLevel.None,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    roles,
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: GuildMFALevel.None,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: GuildSystemChannelFlags.SuppressJoinNotifications,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    max_members: 500_000,
    vanity_url_code: null,
    premium_tier: GuildPremiumTier.None,
    premium_progress_bar_enabled: false,
    preferred_locale: Locale.EnglishUS,
    nsfw_level: GuildNSFWLevel.Default,
    hub_type: null,
    incidents_data: null,
  };
}

/** The private channel of somebody with the bot, or a group in which the bot is no member. */
export function privatePlace({ bot }: World, name: 'dm' | 'group', who: APIUser): PrivatePlace {
  // Each person's own, under an id that stays the same.
  const id = (BigInt(who.id) + (name === 'dm' ? 1000n : 2000n)).toString();
  const base = { id, last_message_id: null, flags: bitField<ChannelFlags>(0) };
  return name === 'dm'
    ? { ...base, type: ChannelType.DM, name: null, recipients: [bot] }
    : { ...base, type: ChannelType.GroupDM, name: 'Friends', recipients: [], owner_id: who.id };
}

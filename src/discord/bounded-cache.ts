import { type ClientOptions, Options } from 'discord.js';

/** Those who asked last; the bot itself stays. */
const MOST_USERS = 1_000;

const isBot = ({
  id,
  client,
}: {
  readonly id: string;
  readonly client: { readonly user: { readonly id: string } | null };
}): boolean => id === client.user?.id;

/**
 * What the client keeps of what it was sent. Servers, channels, roles and the bot as a member are needed;
 * all else comes with each interaction, or is asked for.
 */
export const BOUNDED_CACHE: Pick<ClientOptions, 'makeCache'> = {
  makeCache: Options.cacheWithLimits({
    ...Options.DefaultMakeCacheSettings,
    MessageManager: 0,
    UserManager: { maxSize: MOST_USERS, keepOverLimit: isBot },
    GuildMemberManager: { maxSize: 50, keepOverLimit: isBot },
    ThreadMemberManager: 0,
    ReactionManager: 0,
    ReactionUserManager: 0,
    PresenceManager: 0,
    VoiceStateManager: 0,
    GuildInviteManager: 0,
    GuildBanManager: 0,
    GuildEmojiManager: 0,
    GuildStickerManager: 0,
    GuildScheduledEventManager: 0,
    StageInstanceManager: 0,
    AutoModerationRuleManager: 0,
    EntitlementManager: 0,
    ApplicationCommandManager: 0,
  }),
};

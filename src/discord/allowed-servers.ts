import { type Client, Events, type Guild, type Interaction, MessageFlags } from 'discord.js';
import { message } from '../command/reply.ts';
import { traceOf } from '../command/trace.ts';
import { noticeOf } from './card.ts';
import type { Desk } from './desk.ts';
import { serverLanguage } from './language.ts';
import { notify } from './response.ts';
import { canSend } from './visibility.ts';

/** The servers that the bot may be in; undefined where it may be in all. */
export type AllowedServers = ReadonlySet<string> | undefined;

/** Whether the bot answers there; where only some servers are allowed, not outside of servers either. */
export const isAllowedIn = (allowed: AllowedServers, guildId: string | null): boolean =>
  allowed === undefined || (guildId !== null && allowed.has(guildId));

/** Tells a member that it does not answer here, in their language. */
export async function refuseElsewhere(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await interaction.respond([]);
  else if (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isMessageComponent() ||
    interaction.isModalSubmit()
  )
    await notify(interaction, message('server.refused'));
}

interface Leaving {
  readonly allowed: AllowedServers;
  /** Takes a line for an operator who may want to know. */
  readonly warn: (line: string) => void;
}

/**
 * Leaves every server that is not allowed, now and whenever one takes the bot in. What such a server
 * keeps is erased after as long as if the server had left: an operator who left an id out by mistake
 * has that time to put it in, and the server to take the bot in again.
 */
export function leaveOthers(client: Client, desk: Desk, { allowed, warn }: Leaving): void {
  if (allowed === undefined) return;
  const look = async (guild: Guild): Promise<void> => {
    if (allowed.has(guild.id)) return;
    try {
      await sayWhy(guild, desk);
      await guild.leave();
      warn(`Left the server ${guild.id}: ALLOWED_GUILD_IDS does not name it.`);
    } catch (error) {
      // A bot that is leaving altogether looks again when it is back.
      if (client.isReady())
        desk.report(`the server ${guild.id} could not be left: ${traceOf(error)}`);
    }
  };
  client.on(Events.GuildCreate, (guild) => void look(guild));
  for (const guild of client.guilds.cache.values()) void look(guild);
}

/** Where Discord greets newcomers; whether it gets there or not, the bot goes. */
async function sayWhy({ systemChannel, members, id, preferredLocale }: Guild, desk: Desk) {
  const permissions = members.me && systemChannel?.permissionsFor(members.me);
  if (!systemChannel || !permissions?.has('ViewChannel') || !canSend(permissions, false)) return;
  const language = serverLanguage(desk, id, preferredLocale);
  await systemChannel
    .send({
      allowedMentions: { parse: [] },
      components: [noticeOf(message('server.refused'), language)],
      flags: MessageFlags.IsComponentsV2,
    })
    .catch(() => undefined);
}

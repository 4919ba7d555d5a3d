import {
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Actor } from '../interaction.ts';
import { GLOBAL } from '../registry.ts';
import type { RegisteredCommand } from '../registry.ts';
import type { State } from '../state.ts';
import { isPrivate, permissionsIn } from '../world.ts';
import type { PrivatePlace } from '../world.ts';

/** The commands of the guild and, under them, the global ones: a guild's command hides a global one. */
export function mergedCommands({ commands, world }: State): readonly RegisteredCommand[] {
  const ofGuild = commands.list(world.guild.id);
  const isHidden = ({ name, type }: RegisteredCommand) =>
    ofGuild.some((each) => each.name === name && each.type === type);
  return [...ofGuild, ...commands.list(GLOBAL).filter((command) => !isHidden(command))];
}

/**
 * The commands that Discord's client offers someone in a channel.
 * `docs/interactions/application-commands#permissions`
 */
export function offeredCommands(state: State, actor: Actor): readonly RegisteredCommand[] {
  const { channel } = actor;
  if (isPrivate(channel)) return offeredPrivately(state, channel);
  const permissions = BigInt(permissionsIn(state.world, actor.member, channel));
  const has = (needed: bigint): boolean => (permissions & needed) === needed;
  if (!has(PermissionFlagsBits.UseApplicationCommands)) return [];
  return mergedCommands(state).filter(({ default_member_permissions: needed, contexts }) => {
    const isHere = contexts?.includes(InteractionContextType.Guild) ?? true;
    return isHere && isAllowed(needed, has);
  });
}

/** Outside a guild there are only global commands, of a bot that the person has brought along. */
function offeredPrivately(
  { commands }: State,
  { type }: PrivatePlace,
): readonly RegisteredCommand[] {
  const context =
    type === ChannelType.DM ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel;
  return commands
    .list(GLOBAL)
    .filter(
      ({ contexts, integration_types: types }) =>
        contexts?.includes(context) === true &&
        types?.includes(ApplicationIntegrationType.UserInstall) === true,
    );
}

// "0" asks for a permission that nobody has: administrators alone pass.
function isAllowed(needed: string | null, has: (permission: bigint) => boolean): boolean {
  if (needed === null) return true;
  const bits = BigInt(needed);
  return has(bits === 0n ? PermissionFlagsBits.Administrator : bits);
}

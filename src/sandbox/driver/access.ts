import { InteractionContextType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Actor } from '../interaction.ts';
import { GLOBAL } from '../registry.ts';
import type { RegisteredCommand } from '../registry.ts';
import type { State } from '../state.ts';
import { permissionsIn } from '../world.ts';

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
  const permissions = BigInt(permissionsIn(state.world, actor.member, actor.channel));
  const has = (needed: bigint): boolean => (permissions & needed) === needed;
  if (!has(PermissionFlagsBits.UseApplicationCommands)) return [];
  return mergedCommands(state).filter(({ default_member_permissions: needed, contexts }) => {
    const isHere = contexts?.includes(InteractionContextType.Guild) ?? true;
    return isHere && isAllowed(needed, has);
  });
}

// "0" asks for a permission that nobody has: administrators alone pass.
function isAllowed(needed: string | null, has: (permission: bigint) => boolean): boolean {
  if (needed === null) return true;
  const bits = BigInt(needed);
  return has(bits === 0n ? PermissionFlagsBits.Administrator : bits);
}

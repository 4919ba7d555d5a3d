import { OverwriteType } from 'discord-api-types/v10';
import type { State } from './state.ts';
import type { Who } from './world.ts';

/** Bits as in `PermissionFlagsBits`; what is named in neither is as the roles have it. */
export interface PermissionChange {
  readonly allow?: bigint;
  readonly deny?: bigint;
}

/** Sets a channel's overwrite. Throws when there is no such channel, role or person. */
export function permit(
  { world, gateway }: State,
  channelName: string,
  whom: string,
  { allow = 0n, deny = 0n }: PermissionChange,
): void {
  const channel = world.channels.find(({ name }) => name === channelName);
  const role = world.guild.roles.find(({ name }) => name === whom);
  const id = role?.id ?? world.members.find(({ user }) => user.username === whom)?.user.id;
  if (channel === undefined || id === undefined)
    throw new Error(`The sandbox has no channel ${channelName} or nobody called ${whom}`);
  const others = (channel.permission_overwrites ?? []).filter((each) => each.id !== id);
  const type = role === undefined ? OverwriteType.Member : OverwriteType.Role;
  const overwrite = { id, type, allow: allow.toString(), deny: deny.toString() };
  channel.permission_overwrites = [...others, overwrite];
  gateway.dispatch({ t: 'CHANNEL_UPDATE', d: channel });
}

/** Throws when there is no such role. */
export function setRoles({ world, gateway }: State, who: Who, names: readonly string[]): void {
  const member = world.people[who];
  member.roles = names.map((name) => {
    const role = world.guild.roles.find((each) => each.name === name);
    if (role === undefined) throw new Error(`The sandbox has no role ${name}`);
    return role.id;
  });
  gateway.dispatch({ t: 'GUILD_MEMBER_UPDATE', d: { ...member, guild_id: world.guild.id } });
}

import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { APIGuildMember } from 'discord-api-types/v10';
import type { Actor, TypedOption } from '../interaction.ts';
import { isPrivate, permissionsIn } from '../world.ts';
import type { World } from '../world.ts';

/** What the ids among an interaction's options stand for, by kind and id. */
export type Resolved = Readonly<Record<string, object>>;

/** `docs/interactions/receiving-and-responding#interaction-object-resolved-data-structure` */
export function resolveIds(typed: readonly TypedOption[], world: World, actor: Actor): Resolved {
  return resolve(
    new Set(typed.filter(({ type }) => KINDS_WITH_ID.has(type)).map(({ value }) => String(value))),
    world,
    actor,
  );
}

/** What these ids stand for in the guild. */
export function resolve(ids: ReadonlySet<string>, world: World, actor: Actor): Resolved {
  const members = world.members.filter(({ user }) => ids.has(user.id));
  const channels = world.channels.filter(({ id }) => ids.has(id));
  const roles = world.guild.roles.filter(({ id }) => ids.has(id));
  return {
    ...entries('users', members, ({ user }) => [user.id, user]),
    ...entries('members', members, (member) => [
      member.user.id,
      describeMember(world, member, actor),
    ]),
    ...entries('roles', roles, (role) => [role.id, role]),
    ...entries('channels', channels, (channel) => [
      channel.id,
      { ...channel, permissions: permissionsIn(world, actor.member, channel) },
    ]),
  };
}

const KINDS_WITH_ID: ReadonlySet<ApplicationCommandOptionType> = new Set([
  ApplicationCommandOptionType.User,
  ApplicationCommandOptionType.Role,
  ApplicationCommandOptionType.Channel,
  ApplicationCommandOptionType.Mentionable,
]);

// A resolved member comes without its user, and without whether it is deaf or mute.
function describeMember(world: World, member: APIGuildMember, { channel }: Actor): object {
  const { user: _user, deaf: _deaf, mute: _mute, ...rest } = member;
  const permissions = isPrivate(channel) ? '0' : permissionsIn(world, member, channel);
  return { ...rest, permissions };
}

function entries<T>(
  key: string,
  things: readonly T[],
  entry: (thing: T) => [string, object],
): Resolved {
  return things.length === 0 ? {} : { [key]: Object.fromEntries(things.map(entry)) };
}

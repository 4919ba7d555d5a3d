import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIOverwrite, APIRole } from 'discord-api-types/v10';

const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

export interface PermissionHolder {
  readonly userId: string;
  readonly roleIds: readonly string[];
}

export interface PermissionPlace {
  readonly guildId: string;
  readonly ownerId: string;
  readonly roles: readonly APIRole[];
  readonly overwrites: readonly APIOverwrite[];
}

/**
 * What a member may do in a channel: roles, then overwrites for everyone, for roles, for the member.
 * Method: `docs/topics/permissions#permission-overwrites`.
 */
export function computePermissions(holder: PermissionHolder, place: PermissionPlace): bigint {
  const base = basePermissions(holder, place);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ALL_PERMISSIONS;
  const ofRoles = place.overwrites.filter(
    ({ id, type }) => type === OverwriteType.Role && holder.roleIds.includes(id),
  );
  const everyone = place.overwrites.filter(({ id }) => id === place.guildId);
  const own = place.overwrites.filter(
    ({ id, type }) => type === OverwriteType.Member && id === holder.userId,
  );
  return [everyone, ofRoles, own].reduce(applyOverwrites, base);
}

function basePermissions(holder: PermissionHolder, place: PermissionPlace): bigint {
  if (holder.userId === place.ownerId) return ALL_PERMISSIONS;
  // The role of everyone has the guild's id, and nobody lists it.
  return place.roles
    .filter(({ id }) => id === place.guildId || holder.roleIds.includes(id))
    .reduce((sum, role) => sum | BigInt(role.permissions), 0n);
}

function applyOverwrites(permissions: bigint, overwrites: readonly APIOverwrite[]): bigint {
  const denied = overwrites.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
  const allowed = overwrites.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
  return (permissions & ~denied) | allowed;
}

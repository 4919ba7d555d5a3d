import type { BaseInteraction } from 'discord.js';
import type { Access, Right } from '../command/command.ts';
import { RIGHTS } from './rights.ts';

/**
 * Whom Discord let use a command that asks for a right they do not have, because the server's own
 * settings let them: that is only told with the command itself, not with the buttons of its answer.
 */
export interface Vouching {
  /** Notes that Discord let the command through. */
  note(interaction: BaseInteraction, access: Access): void;
  /** The rights that Discord vouched for a while ago, while the member has the roles of then. */
  rights(interaction: BaseInteraction): readonly Right[];
}

/** For as long as the buttons of an answer work, in milliseconds. */
const LIFE = 15 * 60_000;
const MOST_KEPT = 1000;

export function createVouching(clock: () => number = Date.now): Vouching {
  const vouched = new Map<string, number>();
  return {
    note: (interaction, access) => {
      if (access === 'everyone' || !isServers(interaction)) return;
      vouched.set(keyOf(interaction, access), clock());
      const [oldest] = vouched.keys();
      if (vouched.size > MOST_KEPT && oldest !== undefined) vouched.delete(oldest);
    },
    rights: (interaction) =>
      RIGHTS.filter((right) => clock() - (vouched.get(keyOf(interaction, right)) ?? -LIFE) < LIFE),
  };
}

/** Whether the server added the bot, whose settings count then; of one brought along they say nothing. */
const isServers = ({ guildId, authorizingIntegrationOwners: owners }: BaseInteraction): boolean =>
  guildId !== null && owners.guildId === guildId;

/** The member with the roles that they have at this moment. */
function keyOf({ guildId, user, member }: BaseInteraction, right: Right): string {
  const roles = member === null ? [] : rolesOf(member.roles);
  return [right, guildId, user.id, ...roles.toSorted()].join(' ');
}

const rolesOf = (
  roles: readonly string[] | { readonly cache: ReadonlyMap<string, unknown> },
): readonly string[] => ('cache' in roles ? [...roles.cache.keys()] : roles);

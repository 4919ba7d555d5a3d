import { ComponentType } from 'discord-api-types/v10';
import type { World } from '../world.ts';
import type { SeenButton, SeenMessage, SeenSelect, SelectKind } from './seen.ts';

export type PressableButton = SeenButton & { readonly customId: string };

/** Throws when no button has this custom id or label, several have the label, or it cannot be pressed. */
export function findButton({ buttons }: SeenMessage, customIdOrLabel: string): PressableButton {
  const byId = buttons.filter(({ customId }) => customId === customIdOrLabel);
  const named = byId.length > 0 ? byId : buttons.filter(({ label }) => label === customIdOrLabel);
  const [button, another] = named;
  if (button === undefined) {
    const labels = buttons.map(({ label }) => `"${label}"`).join(', ');
    throw new Error(`There is no button "${customIdOrLabel}"; there are: ${labels || 'none'}`);
  }
  if (another !== undefined) throw new Error(`Several buttons are labelled "${customIdOrLabel}"`);
  if (button.isDisabled) throw new Error(`The button "${button.label}" is disabled`);
  const { customId } = button;
  if (customId === undefined) throw new Error(`The button "${button.label}" is a link`);
  return { ...button, customId };
}

/** The ids of the people, roles or channels that have these names or ids. */
export function idsOf(
  kind: SelectKind,
  namesOrIds: readonly string[],
  { members, guild, channels }: World,
): readonly string[] {
  const users = members.map(({ user }) => ({ id: user.id, name: user.username }));
  const candidates = {
    [ComponentType.StringSelect]: [],
    [ComponentType.UserSelect]: users,
    [ComponentType.RoleSelect]: guild.roles,
    [ComponentType.MentionableSelect]: [...users, ...guild.roles],
    [ComponentType.ChannelSelect]: channels,
  }[kind];
  return namesOrIds.map((given) => {
    const found = candidates.find(({ id, name }) => id === given || name === given);
    if (found === undefined) throw new Error(`There is no ${given} to choose`);
    return found.id;
  });
}

/** Throws when there is no such select, or it does not take these values. */
export function findSelect(
  { selects }: SeenMessage,
  customId: string,
  values: readonly string[],
): SeenSelect {
  const select = selects.find((each) => each.customId === customId);
  if (select === undefined) throw new Error(`There is no select "${customId}"`);
  if (select.isDisabled) throw new Error(`The select "${customId}" is disabled`);
  const { least, most } = select;
  if (values.length < least || values.length > most) {
    throw new Error(`The select "${customId}" takes ${least} to ${most} values`);
  }
  if (select.kind !== ComponentType.StringSelect) return select;
  const unknown = values.find((value) => !select.options.some((option) => option.value === value));
  if (unknown === undefined) return select;
  throw new Error(`The select "${customId}" has no value "${unknown}"`);
}

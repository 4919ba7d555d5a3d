import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandInteractionDataBasicOption,
  APIApplicationCommandInteractionDataOption,
  APIGuildMember,
} from 'discord-api-types/v10';
import type { World } from '../world.ts';
import { permissionsIn } from '../world.ts';
import type { Actor } from '../interaction.ts';

export type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** A command with the subcommand that a member chose, if it has any. */
export interface ChosenCommand {
  readonly command: APIApplicationCommand;
  /** Group and subcommand, outermost first. */
  readonly path: readonly string[];
  readonly options: readonly APIApplicationCommandBasicOption[];
}

type Resolved = Readonly<Record<string, object>>;

interface TypedValue {
  readonly option: APIApplicationCommandBasicOption;
  readonly value: OptionValue;
}

/** Options in the form of an interaction, and what their ids stand for. */
export interface TypedOptions {
  readonly options: APIApplicationCommandInteractionDataOption[];
  readonly resolved: Resolved;
}

/** Finds `article add` or `quote`. Throws when there is no such command, and says which there are. */
export function chooseCommand(
  commands: readonly APIApplicationCommand[],
  name: string,
): ChosenCommand {
  const [first = '', ...path] = name.replace(/^\//, '').split(' ');
  const command = commands.find((each) => each.name === first);
  if (command === undefined) {
    const known = commands.map((each) => `/${each.name}`).join(', ');
    throw new Error(`There is no command /${first}; there are: ${known || 'none'}`);
  }
  let options = command.options ?? [];
  for (const part of path) {
    const inner = options.find((option) => option.name === part);
    if (inner === undefined || !('options' in inner)) {
      throw new Error(`/${first} has no subcommand ${path.join(' ')}`);
    }
    options = inner.options ?? [];
  }
  const basic = options.filter(isBasic);
  if (basic.length < options.length) {
    throw new Error(`/${name} needs a subcommand: ${options.map((each) => each.name).join(', ')}`);
  }
  return { command, path, options: basic };
}

/**
 * Types a member's values as Discord's client does. Throws on what the client would not let a member
 * send: an unknown option, a missing required one, a value of another type, length or choice.
 */
export function typeOptions(
  chosen: ChosenCommand,
  values: OptionValues,
  world: World,
  actor: Actor,
): TypedOptions {
  const missing = chosen.options.find((option) => option.required && !(option.name in values));
  if (missing !== undefined) {
    throw new Error(`/${titleOf(chosen)} needs the option ${missing.name}`);
  }
  const typed = Object.entries(values).map(([name, value]) => {
    const option = findOption(chosen, name);
    return { option, value: checkValue(option, value, world) };
  });
  const options = typed.map(({ option, value }) => toBasicOption(option, value));
  return {
    options: nest(chosen, options),
    resolved: resolve(typed, world, actor),
  };
}

/** The option of this name. Throws when the command has none, and says which it has. */
export function findOption(chosen: ChosenCommand, name: string): APIApplicationCommandBasicOption {
  const option = chosen.options.find((each) => each.name === name);
  if (option !== undefined) return option;
  const known = chosen.options.map((each) => each.name).join(', ');
  throw new Error(`/${titleOf(chosen)} has no option ${name}; it has: ${known || 'none'}`);
}

/** `article add` */
export function titleOf({ command, path }: ChosenCommand): string {
  return [command.name, ...path].join(' ');
}

/** One typed value, with nothing checked but its name: what a member has typed so far. */
export function toBasicOption(
  option: APIApplicationCommandBasicOption,
  value: OptionValue,
  isFocused = false,
): APIApplicationCommandInteractionDataBasicOption {
  const typed = { name: option.name, type: option.type, value };
  // The value has the type that `checkValue` demands of the option's type.
  return (
    isFocused ? { ...typed, focused: true } : typed
  ) as APIApplicationCommandInteractionDataBasicOption;
}

/** Puts options into the chosen subcommand and its group. */
export function nest(
  { path }: ChosenCommand,
  options: APIApplicationCommandInteractionDataBasicOption[],
): APIApplicationCommandInteractionDataOption[] {
  const [last, group] = path.toReversed();
  if (last === undefined) return options;
  const inner = {
    name: last,
    type: ApplicationCommandOptionType.Subcommand as const,
    options,
  };
  if (group === undefined) return [inner];
  return [{ name: group, type: ApplicationCommandOptionType.SubcommandGroup, options: [inner] }];
}

function checkValue(
  option: APIApplicationCommandBasicOption,
  value: OptionValue,
  world: World,
): OptionValue {
  const wrong = (what: string): Error => new Error(`The option ${option.name} must be ${what}`);
  switch (option.type) {
    case ApplicationCommandOptionType.String: {
      if (typeof value !== 'string' || value === '') throw wrong('a text that is not empty');
      const { min_length: least = 0, max_length: most = 6000 } = option;
      if (value.length < least || value.length > most)
        throw wrong(`${least} to ${most} characters`);
      break;
    }
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number: {
      const isWhole =
        option.type !== ApplicationCommandOptionType.Integer || Number.isInteger(value);
      if (typeof value !== 'number' || !isWhole) throw wrong('a number');
      const { min_value: least = -Infinity, max_value: most = Infinity } = option;
      if (value < least || value > most) throw wrong(`${least} to ${most}`);
      break;
    }
    case ApplicationCommandOptionType.Boolean:
      if (typeof value !== 'boolean') throw wrong('true or false');
      return value;
    default:
      return findNamed(option, String(value), world);
  }
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw wrong(`one of ${choices.map((choice) => choice.value).join(', ')}`);
  }
  return value;
}

/** The id of the member, role or channel that has this name or id. */
function findNamed(
  option: APIApplicationCommandBasicOption,
  nameOrId: string,
  world: World,
): string {
  const name = nameOrId.replace(/^[@#]/, '');
  const { User, Role, Channel, Mentionable } = ApplicationCommandOptionType;
  const users = world.members.map(({ user }) => ({ id: user.id, name: user.username }));
  const named = {
    [User]: users,
    [Role]: world.guild.roles,
    [Channel]: world.channels,
    [Mentionable]: [...users, ...world.guild.roles],
    [ApplicationCommandOptionType.Attachment]: [],
  };
  const kind = option.type;
  const candidates =
    kind in named ? Object.entries(named).find(([key]) => key === `${kind}`)?.[1] : [];
  const found = candidates?.find((each) => each.id === name || each.name === name);
  if (found === undefined) throw new Error(`The option ${option.name} finds no ${nameOrId}`);
  return found.id;
}

/** `docs/interactions/receiving-and-responding#interaction-object-resolved-data-structure` */
function resolve(typed: readonly TypedValue[], world: World, actor: Actor): Resolved {
  const ids = new Set(
    typed
      .filter(({ option }) => option.type >= ApplicationCommandOptionType.User)
      .map(({ value }) => value),
  );
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

// A resolved member comes without its user, and without whether it is deaf or mute.
function describeMember(world: World, member: APIGuildMember, { channel }: Actor): object {
  const { user: _user, deaf: _deaf, mute: _mute, ...rest } = member;
  return { ...rest, permissions: permissionsIn(world, member, channel) };
}

function entries<T>(
  key: string,
  things: readonly T[],
  entry: (thing: T) => [string, object],
): Resolved {
  return things.length === 0 ? {} : { [key]: Object.fromEntries(things.map(entry)) };
}

const isBasic = (option: {
  type: ApplicationCommandOptionType;
}): option is APIApplicationCommandBasicOption =>
  option.type !== ApplicationCommandOptionType.Subcommand &&
  option.type !== ApplicationCommandOptionType.SubcommandGroup;

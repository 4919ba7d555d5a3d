import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { APIAttachment } from 'discord-api-types/v10';
import { isUpload, mustFit } from '../attachment.ts';
import type { Upload } from '../attachment.ts';
import type { Actor, TypedOption } from '../interaction.ts';
import type { RegisteredCommand } from '../registry.ts';
import type { OptionBody } from '../rules/body.ts';
import type { World } from '../world.ts';
import { resolveIds } from './resolved.ts';
import type { Resolved } from './resolved.ts';

export type OptionValue = string | number | boolean;
/** What a member gives an option: of an attachment option a file. */
type GivenValue = OptionValue | Upload;
export type OptionValues = Readonly<Record<string, GivenValue>>;

/** A command with the subcommand that a member chose, if it has any. */
export interface ChosenCommand {
  readonly command: RegisteredCommand;
  /** Group and subcommand, outermost first. */
  readonly path: readonly string[];
  readonly options: readonly OptionBody[];
}

const Type = ApplicationCommandOptionType;

/** Finds `article add` or `quote`. Throws when there is no such command, and says which there are. */
export function chooseCommand(commands: readonly RegisteredCommand[], name: string): ChosenCommand {
  const [first = '', ...path] = name.replace(/^\//, '').split(' ');
  const command = commands.find((each) => each.name === first);
  if (command === undefined) {
    throw new Error(`There is no command /${first}; there are: ${namesOf(commands, '/')}`);
  }
  let options = command.options ?? [];
  for (const part of path) {
    const inner = options.find((option) => option.name === part && isBranch(option));
    if (inner === undefined) throw new Error(`/${first} has no subcommand ${path.join(' ')}`);
    options = inner.options ?? [];
  }
  if (options.some(isBranch)) {
    throw new Error(`/${name} needs one of its subcommands: ${namesOf(options)}`);
  }
  return { command, path, options };
}

/** `article add` */
export function titleOf({ command, path }: ChosenCommand): string {
  return [command.name, ...path].join(' ');
}

/** The option of this name. Throws when the command has none, and says which it has. */
export function findOption(chosen: ChosenCommand, name: string): OptionBody {
  const option = chosen.options.find((each) => each.name === name);
  if (option !== undefined) return option;
  throw new Error(`/${titleOf(chosen)} has no option ${name}; it has: ${namesOf(chosen.options)}`);
}

/**
 * Types a member's values as Discord's client does. Throws on what the client would not let a member
 * send: an unknown option, a missing required one, a value of another type, length or choice.
 */
export function typeOptions(
  chosen: ChosenCommand,
  values: OptionValues,
  { world, actor, keep }: Typing,
): { readonly options: readonly TypedOption[]; readonly resolved: Resolved } {
  const missing = chosen.options.find(
    ({ name, required }) => required === true && values[name] === undefined,
  );
  if (missing !== undefined) {
    throw new Error(`/${titleOf(chosen)} needs the option ${missing.name}`);
  }
  const attachments: Record<string, APIAttachment> = {};
  const typed = Object.entries(values).map(([name, value]): TypedOption => {
    const option = findOption(chosen, name);
    if (option.type !== Type.Attachment)
      return { name, type: option.type, value: checkValue(option, value, world) };
    const attachment = keep(checkFile(option, value));
    attachments[attachment.id] = attachment;
    return { name, type: option.type, value: attachment.id };
  });
  const resolved = resolveIds(typed, world, actor);
  return {
    options: nest(chosen, typed),
    resolved: Object.keys(attachments).length === 0 ? resolved : { ...resolved, attachments },
  };
}

/** Who types where, and what keeps the files that they give. */
interface Typing {
  readonly world: World;
  readonly actor: Actor;
  readonly keep: KeepFile;
}

export type KeepFile = (file: Upload) => APIAttachment;

function checkFile(option: OptionBody, value: GivenValue): Upload {
  if (!isUpload(value)) throw mustBe(option, 'a file');
  mustFit([value]);
  return value;
}

/** Puts options into the chosen subcommand and its group. */
export function nest(
  { path }: ChosenCommand,
  options: readonly TypedOption[],
): readonly TypedOption[] {
  const [last, group] = path.toReversed();
  if (last === undefined) return options;
  const inner = { name: last, type: Type.Subcommand, options };
  return group === undefined
    ? [inner]
    : [{ name: group, type: Type.SubcommandGroup, options: [inner] }];
}

function checkValue(option: OptionBody, value: GivenValue, world: World): OptionValue {
  if (isUpload(value)) throw mustBe(option, 'no file');
  switch (option.type) {
    case Type.String:
      return checkChoice(option, checkText(option, value));
    case Type.Integer:
    case Type.Number:
      return checkChoice(option, checkNumber(option, value));
    case Type.Boolean:
      if (typeof value !== 'boolean') throw mustBe(option, 'true or false');
      return value;
    case Type.User:
    case Type.Role:
    case Type.Channel:
    case Type.Mentionable:
      return findNamed(option, String(value), world);
    case Type.Attachment:
    case Type.Subcommand:
    case Type.SubcommandGroup:
      break;
  }
  throw new Error(`The sandbox cannot fill in the option ${option.name}`);
}

function checkText(option: OptionBody, value: OptionValue): string {
  const { min_length: least, max_length: most } = option;
  if (typeof value !== 'string' || value === '') throw mustBe(option, 'a text that is not empty');
  if (value.length >= (least ?? 0) && value.length <= (most ?? 6000)) return value;
  throw mustBe(option, `${least || 1} to ${most ?? 6000} characters long`);
}

function checkNumber(option: OptionBody, value: OptionValue): number {
  const { min_value: least, max_value: most } = option;
  const isWanted =
    typeof value === 'number' && (option.type === Type.Number || Number.isInteger(value));
  if (!isWanted) throw mustBe(option, option.type === Type.Number ? 'a number' : 'a whole number');
  if (value >= (least ?? -Infinity) && value <= (most ?? Infinity)) return value;
  throw mustBe(option, `from ${least ?? '…'} to ${most ?? '…'}`);
}

function checkChoice<T extends OptionValue>(option: OptionBody, value: T): T {
  const values = (option.choices ?? []).map((choice) => choice.value);
  if (values.length === 0 || values.some((each) => each === value)) return value;
  throw mustBe(option, `one of ${values.join(', ')}`);
}

/** The id of the member, role or channel that has this name or id. */
function findNamed(option: OptionBody, nameOrId: string, world: World): string {
  const name = nameOrId.replace(/^[@#]/, '');
  const users = world.members.map(({ user }) => ({ id: user.id, name: user.username }));
  const { roles } = world.guild;
  const candidates = new Map<ApplicationCommandOptionType, readonly { id: string; name: string }[]>(
    [
      [Type.User, users],
      [Type.Role, roles],
      [Type.Channel, world.channels],
      [Type.Mentionable, [...users, ...roles]],
    ],
  );
  const found = candidates
    .get(option.type)
    ?.find((each) => each.id === nameOrId || each.name === name || each.name === nameOrId);
  if (found === undefined) throw new Error(`The option ${option.name} finds no ${nameOrId}`);
  return found.id;
}

const mustBe = ({ name }: OptionBody, what: string): Error =>
  new Error(`The option ${name} must be ${what}`);

const isBranch = ({ type }: OptionBody): boolean =>
  type === Type.Subcommand || type === Type.SubcommandGroup;

function namesOf(named: readonly { readonly name: string }[], prefix = ''): string {
  return named.map(({ name }) => `${prefix}${name}`).join(', ') || 'none';
}

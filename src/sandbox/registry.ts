import { ApplicationCommandType } from 'discord-api-types/v10';
import type { ChoiceBody, CommandBody, OptionBody } from './rules/body.ts';

/** A guild's id, or `global`. */
export type Scope = string;
export const GLOBAL: Scope = 'global';

/** A command as Discord gives it back: `docs/interactions/application-commands#application-command-object`. */
export interface RegisteredCommand extends CommandBody {
  readonly id: string;
  readonly application_id: string;
  /** Absent on a global command. */
  readonly guild_id?: string;
  readonly version: string;
  readonly type: ApplicationCommandType;
  readonly description: string;
  readonly default_member_permissions: string | null;
}

/** The commands that an application has registered, by scope. */
export interface CommandRegistry {
  readonly list: (scope: Scope) => readonly RegisteredCommand[];
  readonly find: (scope: Scope, id: string) => RegisteredCommand | undefined;
  /** Replaces a scope's commands; one of the same name and type keeps its id. */
  readonly overwrite: (scope: Scope, bodies: readonly CommandBody[]) => void;
  /** Adds a command, or replaces the one of the same name and type. */
  readonly upsert: (
    scope: Scope,
    body: CommandBody,
  ) => { readonly command: RegisteredCommand; readonly isNew: boolean };
  readonly edit: (scope: Scope, id: string, body: CommandBody) => RegisteredCommand;
  readonly remove: (scope: Scope, id: string) => boolean;
}

export function createCommandRegistry(
  applicationId: string,
  nextId: () => string,
): CommandRegistry {
  const scopes = new Map<Scope, readonly RegisteredCommand[]>();
  const list = (scope: Scope) => scopes.get(scope) ?? [];
  const find = (scope: Scope, id: string) => list(scope).find((command) => command.id === id);
  const same = (scope: Scope, body: CommandBody) =>
    list(scope).find(({ name, type }) => name === body.name && type === typeOf(body));
  const make = (scope: Scope, body: CommandBody, known: RegisteredCommand | undefined) =>
    register(body, { applicationId, scope, known, nextId });
  const put = (scope: Scope, command: RegisteredCommand) => {
    const others = list(scope).filter(({ id }) => id !== command.id);
    scopes.set(scope, [...others, command]);
    return command;
  };
  return {
    list,
    find,
    overwrite: (scope, bodies) => {
      const commands = bodies.map((body) => make(scope, body, same(scope, body)));
      scopes.set(scope, commands);
    },
    upsert: (scope, body) => {
      const known = same(scope, body);
      return { command: put(scope, make(scope, body, known)), isNew: known === undefined };
    },
    edit: (scope, id, body) => put(scope, make(scope, body, find(scope, id))),
    remove: (scope, id) => {
      const isFound = find(scope, id) !== undefined;
      const left = list(scope).filter((command) => command.id !== id);
      scopes.set(scope, left);
      return isFound;
    },
  };
}

interface Origin {
  readonly applicationId: string;
  readonly scope: Scope;
  readonly known: RegisteredCommand | undefined;
  readonly nextId: () => string;
}

function register(
  body: CommandBody,
  { applicationId, scope, known, nextId }: Origin,
): RegisteredCommand {
  const permissions = body.default_member_permissions;
  const options = (body.options ?? []).map(describeOption);
  const fields = {
    application_id: applicationId,
    type: typeOf(body),
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    default_member_permissions: isNil(permissions) ? null : String(permissions),
    nsfw: body.nsfw ?? false,
    ...(options.length > 0 ? { options } : {}),
    ...(scope === GLOBAL ? describeReach(body) : { guild_id: scope }),
  };
  const isSame =
    known !== undefined && JSON.stringify(withoutIds(known)) === JSON.stringify(fields);
  return { id: known?.id ?? nextId(), version: isSame ? known.version : nextId(), ...fields };
}

const describeReach = (body: CommandBody) => ({
  dm_permission: body.dm_permission ?? true,
  contexts: body.contexts ?? null,
  integration_types: body.integration_types ?? [0],
});

// Discord leaves out what is false or empty, and says null for missing translations.
function describeOption(option: OptionBody): OptionBody {
  const { required, autocomplete, choices, options, ...rest } = option;
  return {
    ...rest,
    name_localizations: option.name_localizations ?? null,
    description_localizations: option.description_localizations ?? null,
    ...(required === true ? { required } : {}),
    ...(autocomplete === true ? { autocomplete } : {}),
    ...(isNil(choices) || choices.length === 0 ? {} : { choices: choices.map(describeChoice) }),
    ...(isNil(options) || options.length === 0 ? {} : { options: options.map(describeOption) }),
  };
}

const describeChoice = ({ name, name_localizations, value }: ChoiceBody): ChoiceBody => ({
  name,
  name_localizations: name_localizations ?? null,
  value,
});

function withoutIds({ id: _id, version: _version, ...fields }: RegisteredCommand): object {
  return fields;
}

const typeOf = (body: CommandBody) => body.type ?? ApplicationCommandType.ChatInput;

const isNil = (value: unknown): value is null | undefined => value === undefined || value === null;

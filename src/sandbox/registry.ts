import { ApplicationCommandType } from 'discord-api-types/v10';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { ChoiceBody, CommandBody, OptionBody } from './rules/body.ts';

/** A guild's id, or `global`. */
export type Scope = string;
export const GLOBAL: Scope = 'global';

/** The commands that an application has registered, by scope. */
export interface CommandRegistry {
  readonly list: (scope: Scope) => readonly APIApplicationCommand[];
  readonly find: (scope: Scope, id: string) => APIApplicationCommand | undefined;
  /** Replaces a scope's commands; one of the same name and type keeps its id. */
  readonly overwrite: (scope: Scope, bodies: readonly CommandBody[]) => void;
  /** Adds a command, or replaces the one of the same name and type. */
  readonly upsert: (
    scope: Scope,
    body: CommandBody,
  ) => { command: APIApplicationCommand; isNew: boolean };
  readonly edit: (scope: Scope, id: string, body: CommandBody) => APIApplicationCommand;
  readonly remove: (scope: Scope, id: string) => boolean;
}

export function createCommandRegistry(
  applicationId: string,
  nextId: () => string,
): CommandRegistry {
  const scopes = new Map<Scope, readonly APIApplicationCommand[]>();
  const list = (scope: Scope) => scopes.get(scope) ?? [];
  const same = (scope: Scope, body: CommandBody) =>
    list(scope).find(({ name, type }) => name === body.name && type === typeOf(body));
  const make = (scope: Scope, body: CommandBody, known: APIApplicationCommand | undefined) =>
    describe(body, { applicationId, scope, known, nextId });
  const put = (scope: Scope, command: APIApplicationCommand) => {
    const others = list(scope).filter(({ id }) => id !== command.id);
    scopes.set(scope, [...others, command]);
    return command;
  };
  return {
    list,
    find: (scope, id) => list(scope).find((command) => command.id === id),
    overwrite: (scope, bodies) => {
      scopes.set(
        scope,
        bodies.map((body) => make(scope, body, same(scope, body))),
      );
    },
    upsert: (scope, body) => {
      const known = same(scope, body);
      return { command: put(scope, make(scope, body, known)), isNew: known === undefined };
    },
    edit: (scope, id, body) =>
      put(
        scope,
        make(
          scope,
          body,
          list(scope).find((command) => command.id === id),
        ),
      ),
    remove: (scope, id) => {
      const left = list(scope).filter((command) => command.id !== id);
      const isFound = left.length < list(scope).length;
      scopes.set(scope, left);
      return isFound;
    },
  };
}

/** A registered command as it would be sent, to be changed in part. */
export function toBody(command: APIApplicationCommand): CommandBody {
  // What is stored was made from a body, and has all its fields.
  return command as unknown as CommandBody;
}

interface Origin {
  readonly applicationId: string;
  readonly scope: Scope;
  readonly known: APIApplicationCommand | undefined;
  readonly nextId: () => string;
}

function describe(body: CommandBody, { applicationId, scope, known, nextId }: Origin) {
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
  const id = known?.id ?? nextId();
  const command = { id, version: isSame ? known.version : nextId(), ...fields };
  // The rules have checked each field; only the union over option types is not followed by the compiler.
  return command as unknown as APIApplicationCommand;
}

const describeReach = (body: CommandBody) => ({
  dm_permission: body.dm_permission ?? true,
  contexts: body.contexts ?? null,
  integration_types: body.integration_types ?? [0],
});

// Discord leaves out what is false or empty, and says null for missing translations.
function describeOption(option: OptionBody): object {
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

const describeChoice = (choice: ChoiceBody): ChoiceBody => ({
  name: choice.name,
  name_localizations: choice.name_localizations ?? null,
  value: choice.value,
});

function withoutIds({ id: _id, version: _version, ...fields }: APIApplicationCommand): object {
  return fields;
}

const typeOf = (body: CommandBody) => body.type ?? ApplicationCommandType.ChatInput;

const isNil = (value: unknown): value is null | undefined => value === undefined || value === null;

import { ApplicationCommandType } from 'discord-api-types/v10';
import { GLOBAL } from '../registry.ts';
import type { RegisteredCommand, Scope } from '../registry.ts';
import type { CommandBody } from '../rules/body.ts';
import { checkCommand, duplicateCommands } from '../rules/command-rule.ts';
import { isRecord } from '../record.ts';
import { checkCommandBody } from '../rules/spec.ts';
import { FAILURES, invalidForm } from './failure.ts';
import { created, noContent, ok } from './route.ts';
import type { Answer, Call, Route } from './route.ts';

// `docs/interactions/application-commands#endpoints`: the same five for each scope.

const MOST_COMMANDS = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
  [ApplicationCommandType.PrimaryEntryPoint]: 1,
} as const;

const GLOBAL_PATH = '/applications/:/commands';
const GUILD_PATH = '/applications/:/guilds/:/commands';

export const commandRoutes: readonly Route[] = [
  ...scopeRoutes(GLOBAL_PATH, (call, [applicationId]) => {
    checkApplication(call, applicationId);
    return { scope: GLOBAL };
  }),
  ...scopeRoutes(GUILD_PATH, (call, [applicationId, guildId]) => {
    checkApplication(call, applicationId);
    if (guildId !== call.state.world.guild.id) throw FAILURES.missingAccess();
    return { scope: guildId };
  }),
];

type FindScope = (call: Call, ids: readonly string[]) => { readonly scope: Scope };

function scopeRoutes(path: string, findScope: FindScope): Route[] {
  const one = `${path}/:`;
  const within =
    (answer: (call: Call, scope: Scope, id: string) => Answer) =>
    (call: Call, ...ids: string[]): Answer =>
      answer(call, findScope(call, ids).scope, ids.at(-1) ?? '');
  return [
    { method: 'GET', path, answer: within(listCommands) },
    { method: 'PUT', path, answer: within(overwriteCommands) },
    { method: 'POST', path, answer: within(createCommand) },
    { method: 'GET', path: one, answer: within((call, scope, id) => ok(find(call, scope, id))) },
    { method: 'PATCH', path: one, answer: within(editCommand) },
    { method: 'DELETE', path: one, answer: within(deleteCommand) },
  ];
}

function listCommands({ state, query }: Call, scope: Scope): Answer {
  const commands = state.commands.list(scope);
  const isFull = query.get('with_localizations') === 'true';
  return ok(isFull ? commands : commands.map(withoutLocalizations));
}

function overwriteCommands({ state, body }: Call, scope: Scope): Answer {
  if (!Array.isArray(body)) throw invalidForm([LIST_EXPECTED]);
  const commands = body.map((each: unknown, index) => checkWhole('overwrite', each, [index]));
  const duplicates = [...duplicateCommands(commands)];
  if (duplicates.length > 0) throw invalidForm(duplicates);
  checkCounts(commands);
  state.commands.overwrite(scope, commands);
  return ok(state.commands.list(scope));
}

const LIST_EXPECTED = {
  path: [],
  code: 'LIST_TYPE_CONVERT',
  message: 'Only iterables may be used in a ListType',
};

function createCommand({ state, body }: Call, scope: Scope): Answer {
  const command = checkWhole('create', body, []);
  const others = state.commands
    .list(scope)
    .filter(({ name, type }) => name !== command.name || type !== (command.type ?? 1));
  checkCounts([...others, command]);
  const made = state.commands.upsert(scope, command);
  return made.isNew ? created(made.command) : ok(made.command);
}

function editCommand(call: Call, scope: Scope, id: string): Answer {
  const before = find(call, scope, id);
  const after = { ...before, ...checkCommandBody('edit', call.body, []) };
  checkCommand(after, []);
  return ok(call.state.commands.edit(scope, id, after));
}

function deleteCommand({ state }: Call, scope: Scope, id: string): Answer {
  if (!state.commands.remove(scope, id)) throw FAILURES.unknown('application command');
  return noContent;
}

function find({ state }: Call, scope: Scope, id: string): RegisteredCommand {
  const command = state.commands.find(scope, id);
  if (command === undefined) throw FAILURES.unknown('application command');
  return command;
}

function checkWhole(
  use: 'create' | 'overwrite',
  body: unknown,
  at: readonly PropertyKey[],
): CommandBody {
  const command = checkCommandBody(use, body, at);
  checkCommand(command, at);
  return command;
}

function checkApplication({ state }: Call, id: string | undefined): void {
  if (id !== state.world.application.id) throw FAILURES.unknown('Application');
}

function checkCounts(commands: readonly CommandBody[]): void {
  for (const [type, most] of Object.entries(MOST_COMMANDS)) {
    const count = commands.filter((command) => String(command.type ?? 1) === type).length;
    if (count > most) throw FAILURES.tooManyCommands(most);
  }
}

/** A command as it is listed when translations are not asked for. */
function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (!isRecord(value)) return value;
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = value;
  return Object.fromEntries(
    Object.entries(rest).map(([key, inner]) => [key, withoutLocalizations(inner)]),
  );
}

import { type REST, type RouteLike, Routes } from 'discord.js';
import type { Command, MessageCommand } from '../command/command.ts';
import {
  type Definition,
  defineCommands,
  defineMessageCommand,
  isRegistered,
} from './definition.ts';

/** Slash commands, and those of a message's menu. */
interface Registered {
  readonly commands: readonly Command[];
  readonly messageCommands: readonly MessageCommand[];
}

/** Where commands are registered: in one server, at once, or everywhere. */
export interface Registration {
  readonly applicationId: string;
  /** The one server; everywhere without it. */
  readonly guildId?: string | undefined;
  /** The servers the bot is in, whose own commands are cleared when they come to be global. */
  readonly guilds: () => Promise<readonly string[]>;
}

/**
 * Tells Discord of the commands in one scope and clears the other, so that none is listed twice.
 * Sends nothing where Discord has them already: a server takes 200 new commands a day.
 * @returns how many scopes were changed
 */
export async function registerCommands(
  rest: REST,
  { commands, messageCommands }: Registered,
  { applicationId, guildId, guilds }: Registration,
): Promise<number> {
  const global = Routes.applicationCommands(applicationId);
  const inGuild = (id: string): RouteLike => Routes.applicationGuildCommands(applicationId, id);
  const isGlobal = guildId === undefined;
  const definitions = [
    ...defineCommands(commands, isGlobal),
    ...messageCommands.map((command) => defineMessageCommand(command, isGlobal)),
  ];
  if (guildId !== undefined)
    return (await settle(rest, inGuild(guildId), definitions)) + (await settle(rest, global, []));
  if (isRegistered(definitions, await rest.get(global, { query: WITH_ALL }))) return 0;
  // First, so that a start that breaks off here is gone through again; and only then, since every
  // server has to be asked.
  let changed = 0;
  for (const id of await guilds()) changed += await settle(rest, inGuild(id), []);
  await rest.put(global, { body: definitions });
  return changed + 1;
}

/** Without it Discord leaves the other languages out. */
const WITH_ALL = new URLSearchParams({ with_localizations: 'true' });

/** Makes a scope hold these commands and gives 1, or 0 if it did already. */
async function settle(
  rest: REST,
  route: RouteLike,
  definitions: readonly Definition[],
): Promise<number> {
  if (isRegistered(definitions, await rest.get(route, { query: WITH_ALL }))) return 0;
  await rest.put(route, { body: definitions });
  return 1;
}

import { type BaseInteraction, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { Actions, Command, Context, MessageCommand, Right } from '../command/command.ts';
import type { MessageKey } from '../command/messages.ts';
import type { Corpus } from '../search/corpus.ts';
import type { ServerStore } from '../store/server-store.ts';
import type { Cooldown } from './cooldown.ts';
import { RIGHTS, RIGHT_BITS } from './rights.ts';
import type { Vouching } from './vouching.ts';

/** What answering an interaction takes. */
export interface Desk {
  readonly commands: readonly Command[];
  readonly messageCommands: readonly MessageCommand[];
  /** Of the commands and of cards. */
  readonly actions: Actions;
  /** The newest view; an interaction takes it once and keeps to it. */
  readonly corpus: () => Corpus;
  readonly servers: ServerStore;
  readonly cooldown: Cooldown;
  readonly vouching: Vouching;
  /** Looks whether cards that were shown are to be corrected. */
  readonly mend: () => void;
  /** Takes what went wrong, to be logged; never what members typed. */
  readonly report: (line: string) => void;
}

/** What a question sees: the newest corpus, and who asks. */
export const contextWith = (
  { commands, corpus, servers, report }: Pick<Desk, 'commands' | 'corpus' | 'servers' | 'report'>,
  actor: Context['actor'],
  missing: Context['missing'] = [],
): Context => ({ commands, servers, report, actor, missing, corpus: corpus() });

/** What an interaction sees, with the rights of who asks at this moment. */
export const contextOf = (desk: Desk, interaction: BaseInteraction): Context =>
  contextWith(
    desk,
    {
      userId: interaction.user.id,
      // Where a member brought the bot along themselves, the server has nothing to do with it.
      guildId: interaction.inCachedGuild() ? interaction.guildId : undefined,
      rights: new Set([
        ...rightsOf(interaction.memberPermissions),
        ...desk.vouching.rights(interaction),
      ]),
    },
    interaction.inCachedGuild() ? missingOf(interaction.appPermissions) : [],
  );

const rightsOf = (permissions: Readonly<PermissionsBitField> | null): readonly Right[] =>
  RIGHTS.filter((right) => permissions?.has(RIGHT_BITS[right]) === true);

/** What the bot can use, by what Discord's client calls it; an invitation asks for these. */
export const USED_PERMISSIONS: readonly (readonly [MessageKey, bigint])[] = [
  ['permission.view', PermissionFlagsBits.ViewChannel],
  ['permission.send', PermissionFlagsBits.SendMessages],
  ['permission.threads', PermissionFlagsBits.CreatePublicThreads],
  ['permission.in.threads', PermissionFlagsBits.SendMessagesInThreads],
  ['permission.history', PermissionFlagsBits.ReadMessageHistory],
];

const missingOf = (permissions: Readonly<PermissionsBitField>): readonly MessageKey[] =>
  USED_PERMISSIONS.flatMap(([key, bit]) => (permissions.has(bit) ? [] : [key]));

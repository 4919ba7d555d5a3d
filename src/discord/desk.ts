import {
  type Attachment,
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type {
  Actions,
  Command,
  Context,
  GivenFile,
  MessageCommand,
  Right,
} from '../command/command.ts';
import type { MessageKey } from '../command/messages.ts';
import type { Corpus } from '../search/corpus.ts';
import type { Question, Reply } from '../command/reply.ts';
import type { Keeping } from '../keeping/keeping.ts';
import { answerQuestion } from '../command/answering.ts';
import { DEFAULT_SETTINGS, type ServerSettings, type ServerStore } from '../store/server-store.ts';
import type { Answered, Asked } from './answered.ts';
import type { Cooldown } from './cooldown.ts';
import { RIGHTS, RIGHT_BITS } from './rights.ts';
import type { Rivals } from './rivals.ts';
import type { Vouching } from './vouching.ts';

/** What answering an interaction takes. */
export interface Desk {
  readonly commands: readonly Command[];
  readonly messageCommands: readonly MessageCommand[];
  /** Of the commands and of cards. */
  readonly actions: Actions;
  /** What a server sees now, or who asks outside of one; an interaction takes it once and keeps to it. */
  readonly corpus: (guildId: string | undefined) => Corpus | Promise<Corpus>;
  readonly servers: ServerStore;
  readonly keeping: Keeping | undefined;
  readonly cooldown: Cooldown;
  readonly vouching: Vouching;
  /**
   * Looks whether cards that were shown are to be corrected: those of a server, by its id, those that a
   * change of the base shelf bears on, or all without either.
   */
  readonly mend: (shelf?: string) => void;
  /** Takes what went wrong, to be logged, and what was asked for; never what members typed. */
  readonly report: (line: string, asked?: Asked) => void;
  /** Takes a reply that is about to be shown. */
  readonly note: (reply: Reply) => void;
  /** Takes what became of each interaction. */
  readonly answered?: ((answered: Answered) => void) | undefined;
  readonly rivals: Rivals;
}

/** What a question sees: the newest corpus, and who asks. */
export const contextWith = async (
  { commands, corpus, servers, keeping, report }: DeskPart,
  actor: Context['actor'],
  missing: Context['missing'] = [],
): Promise<Context> => ({
  commands,
  servers,
  keeping,
  report,
  actor,
  missing,
  corpus: await corpus(actor.guildId),
});

type DeskPart = Pick<Desk, 'commands' | 'corpus' | 'servers' | 'keeping' | 'report'>;

/**
 * Where a member brought the bot along themselves, the server has nothing to do with it. A server that
 * the bot has just come into may ask before the client is told of it; the interaction says who let it in.
 */
export function serverOf(interaction: BaseInteraction): string | undefined {
  const { guildId, authorizingIntegrationOwners: owners } = interaction;
  if (guildId === null) return undefined;
  const isIn = interaction.inCachedGuild() || owners.guildId === guildId;
  return isIn ? guildId : undefined;
}

/** What is set where an interaction comes from; as it comes where no server has added the bot. */
export function settingsOf(
  { servers }: Pick<Desk, 'servers'>,
  interaction: BaseInteraction,
): ServerSettings {
  const guildId = serverOf(interaction);
  return guildId === undefined ? DEFAULT_SETTINGS : servers.settings(guildId);
}

/** `quote`, or `corpus add`. */
export const commandTyped = ({
  commandName,
  options,
}: ChatInputCommandInteraction | AutocompleteInteraction): string =>
  [commandName, options.getSubcommand(false)].filter((part) => part !== null).join(' ');

/** A file that Discord keeps, as a command is given it. */
export const fileOf = ({ name, url, size }: Attachment): GivenFile => ({ name, url, size });

/** Answers a question of whoever is behind an interaction. */
export const askIn = async (
  desk: Desk,
  interaction: BaseInteraction,
  question: Question,
): Promise<Reply> => answerQuestion(question, await contextOf(desk, interaction));

/** What an interaction sees, with the rights of who asks at this moment. */
export const contextOf = (desk: Desk, interaction: BaseInteraction): Promise<Context> =>
  contextWith(
    desk,
    {
      userId: interaction.user.id,
      guildId: serverOf(interaction),
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

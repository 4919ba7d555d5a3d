import { PermissionFlagsBits } from 'discord.js';
import type { Right } from '../command/command.ts';

export const RIGHTS: readonly Right[] = ['manage-messages', 'manage-server'];

/** What Discord calls each right. */
export const RIGHT_BITS: Readonly<Record<Right, bigint>> = {
  'manage-messages': PermissionFlagsBits.ManageMessages,
  'manage-server': PermissionFlagsBits.ManageGuild,
};

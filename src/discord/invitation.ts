import { OAuth2Scopes } from 'discord.js';
import { USED_PERMISSIONS } from './desk.ts';

/**
 * The address at which somebody who manages a server adds the bot to it. Answering a command needs no
 * permission; what it asks for is for mentions, threads and the correction of cards.
 */
export function invitationLink(applicationId: string): string {
  const permissions = USED_PERMISSIONS.reduce((all, [, bit]) => all | bit, 0n);
  const link = new URL('https://discord.com/oauth2/authorize');
  link.searchParams.set('client_id', applicationId);
  link.searchParams.set('scope', [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '));
  link.searchParams.set('permissions', permissions.toString());
  return link.href;
}

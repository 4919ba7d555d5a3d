import { OAuth2Scopes } from 'discord.js';

/**
 * The address at which somebody who manages a server adds the bot to it. It asks for no permission:
 * answering a command needs none.
 */
export function invitationLink(applicationId: string): string {
  const link = new URL('https://discord.com/oauth2/authorize');
  link.searchParams.set('client_id', applicationId);
  link.searchParams.set('scope', [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '));
  link.searchParams.set('permissions', '0');
  return link.href;
}

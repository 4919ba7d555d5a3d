import { type Actor, ALFA, BASE, BRAVO, type Server, XRAY, memberIn, outside } from './places.ts';

// Who tries, and who may.

/** Whoever looks after a server, with every right that the bot asks for. */
export const keeperOf = (server: Server): Actor => memberIn(server, 'both', 'managers');
/** Who was let use the commands of moderators, and is not any more. */
export const demoted = memberIn(ALFA, 'none', 'members', { name: 'a moderator of alfa no more' });

export const ATTACKERS: readonly Actor[] = [
  memberIn(ALFA, 'none', 'members'),
  demoted,
  memberIn(ALFA, 'none', 'members', {
    place: 'user-installed',
    name: 'a member of alfa with the bot',
  }),
  memberIn(XRAY, 'administrator', 'managers', { place: 'user-installed' }),
  outside('dm'),
  outside('group'),
  memberIn(BRAVO, 'none', 'members'),
  memberIn(BRAVO, 'moderator', 'moderators'),
  memberIn(BRAVO, 'manager', 'managers'),
  memberIn(BRAVO, 'administrator', 'managers'),
  memberIn(BRAVO, 'owner', 'managers'),
  memberIn(BASE, 'none', 'members'),
  memberIn(BASE, 'moderator', 'moderators'),
  memberIn(BASE, 'both', 'managers'),
];

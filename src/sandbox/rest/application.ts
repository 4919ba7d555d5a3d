import { FAILURES } from './failure.ts';
import { ok } from './route.ts';
import type { Call, Route } from './route.ts';

// `docs/resources/application`, `docs/resources/user`, `docs/resources/guild`, `docs/events/gateway`

export const applicationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/gateway/bot',
    answer: ({ state }) =>
      ok({
        url: state.gateway.url,
        shards: 1,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
      }),
  },
  {
    method: 'GET',
    path: '/gateway',
    isOpen: true,
    answer: ({ state }) => ok({ url: state.gateway.url }),
  },
  { method: 'GET', path: '/applications/@me', answer: ({ state }) => ok(state.world.application) },
  {
    method: 'GET',
    path: '/oauth2/applications/@me',
    answer: ({ state }) => ok(state.world.application),
  },
  { method: 'GET', path: '/users/@me', answer: ({ state }) => ok(state.world.bot) },
  { method: 'GET', path: '/users/:', answer: (call, id) => ok(findMember(call, id, 'User').user) },
  {
    method: 'GET',
    path: '/users/@me/guilds',
    answer: ({ state }) => ok([{ id: state.world.guild.id, name: state.world.guild.name }]),
  },
  { method: 'GET', path: '/guilds/:', answer: (call, id) => ok(findGuild(call, id)) },
  { method: 'GET', path: '/guilds/:/roles', answer: (call, id) => ok(findGuild(call, id).roles) },
  {
    method: 'GET',
    path: '/guilds/:/channels',
    answer: (call, id) => {
      findGuild(call, id);
      return ok(call.state.world.channels);
    },
  },
  {
    method: 'GET',
    path: '/guilds/:/members/:',
    answer: (call, guildId, userId) => {
      findGuild(call, guildId);
      return ok(findMember(call, userId, 'Member'));
    },
  },
];

/** The guild with this id. Throws 10004. */
function findGuild({ state }: Call, id: string) {
  if (id !== state.world.guild.id) throw FAILURES.unknown('Guild');
  return state.world.guild;
}

function findMember({ state }: Call, id: string, what: 'User' | 'Member') {
  const member = state.world.members.find(({ user }) => user.id === id);
  if (member === undefined) throw FAILURES.unknown(what);
  return member;
}

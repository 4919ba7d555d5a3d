import { joined } from '../guild-view.ts';
import { membershipIn } from '../membership.ts';
import { computePermissions } from '../permission.ts';
import { botMember } from '../world.ts';
import { FAILURES } from './failure.ts';
import { noContent, ok } from './route.ts';
import type { Answer, Call, Route } from './route.ts';

// `docs/resources/application`, `docs/resources/user`, `docs/resources/guild`, `docs/events/gateway`

export const applicationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/gateway/bot',
    answer: ({ state }) =>
      ok({
        url: state.gateway.url,
        shards: state.starts.rules.recommended,
        session_start_limit: state.starts.limit(),
      }),
  },
  {
    method: 'GET',
    path: '/gateway',
    isOpen: true,
    answer: ({ state }) => ok({ url: state.gateway.url }),
  },
  {
    method: 'GET',
    path: '/applications/@me',
    answer: ({ state }) =>
      ok({
        ...state.world.application,
        approximate_guild_count: state.starts.rules.guildCount ?? joined(state).length,
      }),
  },
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
    answer: listGuilds,
  },
  {
    method: 'DELETE',
    path: '/users/@me/guilds/:',
    answer: ({ state }, id) => {
      if (id !== state.world.guild.id || state.membership === 'none')
        throw FAILURES.unknown('Guild');
      membershipIn(state).remove();
      return noContent;
    },
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

/** Oldest first, a page at a time: `docs/resources/user#get-current-user-guilds`. */
function listGuilds({ state, query }: Call): Answer {
  const after = BigInt(query.get('after') ?? 0);
  const most = Math.min(Number(query.get('limit') ?? MOST_GUILDS) || MOST_GUILDS, MOST_GUILDS);
  const guilds = joined(state)
    .map(({ world }) => world)
    .filter(({ guild }) => BigInt(guild.id) > after);
  return ok(
    guilds.slice(0, most).map((world) => ({
      id: world.guild.id,
      name: world.guild.name,
      icon: world.guild.icon,
      banner: world.guild.banner,
      owner: false,
      permissions: computePermissions(
        { userId: world.bot.id, roleIds: botMember(world).roles },
        {
          guildId: world.guild.id,
          ownerId: world.guild.owner_id,
          roles: world.guild.roles,
          overwrites: [],
        },
      ).toString(),
      features: world.guild.features,
    })),
  );
}

const MOST_GUILDS = 200;

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

import type { State } from './state.ts';
import { guildCreateOf } from './gateway/event.ts';

/** Whether the bot is in the guild: what Discord tells it when that changes. */
export interface Membership {
  /** The bot is taken out: GUILD_DELETE. */
  readonly remove: () => void;
  /** The bot is taken in: GUILD_CREATE. */
  readonly add: () => void;
  /** Discord cannot reach the guild for a while: GUILD_DELETE that says `unavailable`. */
  readonly lose: () => void;
  /** Discord reaches it again: GUILD_CREATE. */
  readonly find: () => void;
}

/** `docs/events/gateway-events#guild-delete` */
export function membershipIn(state: State): Membership {
  const { id } = state.world.guild;
  const come = (): void => {
    state.membership = 'member';
    state.gateway.dispatch({ t: 'GUILD_CREATE', d: guildCreateOf(state.world) });
  };
  return {
    remove: () => {
      state.membership = 'none';
      // Of a removal the field is left out.
      state.gateway.dispatch({ t: 'GUILD_DELETE', d: { id } });
    },
    lose: () => {
      state.membership = 'unavailable';
      state.gateway.dispatch({ t: 'GUILD_DELETE', d: { id, unavailable: true } });
    },
    add: come,
    find: come,
  };
}

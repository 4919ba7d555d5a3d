import type { State } from './state.ts';
import { findPlace } from './world.ts';

// Each guild has a state of its own, which shares everything with the others but the guild and
// whether the bot is in it.

/** The state of the guild that a request is about, by the ids in its path; else of the first. */
export function viewFor(state: State, ids: readonly string[]): State {
  if (state.views.length === 1) return state;
  const interaction = [...state.interactions.values()].find(
    ({ id, token }) => ids.includes(id) || ids.includes(token),
  );
  const places = interaction === undefined ? ids : [...ids, interaction.channelId];
  const isIn = ({ world }: State): boolean =>
    places.some((id) => id === world.guild.id || findPlace(world, id) !== undefined);
  return state.views.find(isIn) ?? state;
}

/** The states of the guilds that the bot is in. */
export const joined = ({ views }: State): readonly State[] =>
  views.filter(({ membership }) => membership !== 'none');

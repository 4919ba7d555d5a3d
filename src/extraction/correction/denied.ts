import type { Facts, Stance } from '../facts.ts';

/** The positions that moderators found to be none. */
export const deniedIn = ({ denied = [] }: Facts): readonly Stance[] => denied;

export const withoutStances = (facts: Facts, taken: readonly Stance[]): Facts => ({
  ...facts,
  stances: facts.stances.filter((stance) => !taken.includes(stance)),
  denied: [...deniedIn(facts), ...taken],
});

import type { Facts, Stance } from '../facts.ts';

/** Facts with the positions that moderators took out, lest they be read out of the same words again. */
interface SettledFacts extends Facts {
  readonly denied: readonly Stance[];
}

const isSettled = (facts: Facts): facts is SettledFacts => 'denied' in facts;

/** The positions that moderators found to be none. */
export const deniedIn = (facts: Facts): readonly Stance[] => (isSettled(facts) ? facts.denied : []);

export function withoutStances(facts: Facts, taken: readonly Stance[]): SettledFacts {
  return {
    ...facts,
    stances: facts.stances.filter((stance) => !taken.includes(stance)),
    denied: [...deniedIn(facts), ...taken],
  };
}

import type { Corpus } from '../../search/corpus.ts';
import type { Change } from '../../keeping/change.ts';
import type { Keeping } from '../../keeping/keeping.ts';
import type { Context, Right } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { message } from '../reply.ts';

/** Somebody who may do something with a server's articles at this moment. */
export interface Keeper {
  readonly keeping: Keeping;
  readonly guildId: string;
  readonly userId: string;
  readonly corpus: Corpus;
  readonly rights: ReadonlySet<Right>;
  /** For `changeShelf` and its kin: who, where, and why. */
  readonly change: (reason?: string) => Change;
}

/** @throws Refusal for somebody who may not, or not any more, and where nothing is kept */
export function mustKeep(context: Context, right: Right = 'manage-messages'): Keeper {
  const keeper = mustBeHere(context);
  if (!keeper.rights.has(right)) throw new Refusal(message('refused.demoted'));
  return keeper;
}

/** @throws Refusal outside a server, and where nothing is kept */
export function mustBeHere({ keeping, corpus, actor }: Context): Keeper {
  const { guildId, userId, rights } = actor;
  if (keeping === undefined || guildId === undefined) throw new Refusal(message('refused.keeping'));
  return {
    keeping,
    guildId,
    userId,
    corpus,
    rights,
    change: (reason) => ({ guildId, by: userId, reason: reason?.trim() }),
  };
}

export const mayKeep = ({ actor }: Context): boolean =>
  actor.guildId !== undefined && actor.rights.has('manage-messages');

import type { Keeping } from '../../keeping/keeping.ts';
import { type Change, isChange } from '../../store/article-store.ts';
import type { MessageKey } from '../messages.ts';
import { type Message, countPart, field, message } from '../reply.ts';
import { dayOf, memberPart } from './origin.ts';

/** What was changed together, newest first. */
export interface WholeChange {
  /** Of one of its articles. */
  readonly revision: number;
  readonly changes: readonly Change[];
}

export async function recentChanges(
  { store, shelfOf }: Keeping,
  guildId: string,
): Promise<readonly WholeChange[]> {
  const byBatch = new Map<number, Change[]>();
  for (const change of (await store.changesSince(shelfOf(guildId), 0)).filter(isChange))
    byBatch.set(change.batch, [...(byBatch.get(change.batch) ?? []), change]);
  return Array.from(byBatch, ([revision, changes]) => ({ revision, changes })).toReversed();
}

/** `3 Mar 2025 · @mo · riyadh-talks and 2 more: a slip` */
export function changeLine({ changes }: WholeChange): Message {
  const [first] = changes;
  const ids = [...new Set(changes.map(({ id }) => id))];
  return message(ids.length > 1 ? 'change.line.several' : 'change.line', {
    day: dayOf(first?.at ?? ''),
    user: memberPart(first?.actor ?? ''),
    what: message(first === undefined ? 'change.put' : kindOf(first)),
    id: field(first?.id ?? ''),
    count: countPart(ids.length - 1),
    why: whyMessage(first?.reason),
  });
}

/** The same on one line of a menu, which shows nobody's name. */
export function changeLabel({ changes: [first] }: WholeChange): Message {
  return message('change.label', {
    day: dayOf(first?.at ?? ''),
    what: message(first === undefined ? 'change.put' : kindOf(first)),
    id: field(first?.id ?? ''),
    why: whyMessage(first?.reason),
  });
}

export const whyMessage = (reason = ''): Message =>
  reason.trim() === ''
    ? message('notice.why.none')
    : message('notice.why', { reason: field(reason.trim()) });

export const kindOf = ({ kind, origin, at }: Change): MessageKey =>
  kind === 'remove' ? 'change.remove' : origin?.at === at ? 'change.put' : 'change.edit';

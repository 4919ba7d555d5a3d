import { endHiding, hideFact } from '../../keeping/correction.ts';
import { told } from '../answering.ts';
import type { Acted, Actions, Context, Pressed } from '../command.ts';
import { type Message, message, userMention } from '../reply.ts';
import { type Keeper, mustKeep } from './access.ts';
import { hidingRuling } from './fact.ts';
import { factsOfItem } from './review-queue.ts';
import { findItem, formWith, itemActed, reviewActed } from './review-reply.ts';
import { reasonField } from './ruling-forms.ts';

// What a moderator decides about reports of mistakes.

function startVerdict(action: string, { argument }: Pressed, context: Context): Promise<Acted> {
  mustKeep(context);
  const reason = {
    ...reasonField,
    label: 'review.reason',
    isLong: true,
    isRequired: false,
  } as const;
  return Promise.resolve(formWith(action, argument, [reason]));
}

async function decideReports(
  isUpheld: boolean,
  { argument, fields }: Pressed,
  context: Context,
): Promise<Acted> {
  const keeper = mustKeep(context);
  const isDecided = await closeReports(argument, context, keeper, {
    isUpheld,
    reason: (fields['reason'] ?? '').trim(),
  });
  if (!isDecided) return told(message('review.decided'));
  return reviewActed(context, argument, decidedNotice(isUpheld, keeper));
}

const decidedNotice = (isUpheld: boolean, { userId }: Keeper): Message =>
  message(isUpheld ? 'notice.upheld' : 'notice.dismissed', { user: userMention('user', userId) });

export interface Outcome {
  readonly isUpheld: boolean;
  readonly reason: string;
  readonly corrected?: { readonly was?: string; readonly is?: string };
}

/** Decides all the reports of an item alike; false where a colleague was faster. */
export async function closeReports(
  key: string,
  context: Context,
  keeper: Keeper,
  outcome: Outcome,
): Promise<boolean> {
  const item = findItem(key, context, keeper);
  if (item?.kind !== 'report') return false;
  const verdict = { ...outcome, by: keeper.userId, at: new Date().toISOString() };
  const decided = await Promise.all(
    item.reports.map(({ id }) => context.servers.decideReport(id, verdict)),
  );
  for (const { id } of item.reports)
    await endHiding(keeper.keeping, keeper.guildId, id, outcome.isUpheld);
  return decided.some(Boolean);
}

/** Hides whatever the reported passages were read to say, until the report is decided. */
async function hideUntilDecided({ argument }: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const item = findItem(argument, context, keeper);
  if (item?.kind !== 'report') return told(message('review.decided'));
  const reportId = item.reports[0]?.id ?? '';
  for (const fact of factsOfItem(item, keeper.corpus))
    await hideFact(keeper.keeping, keeper.change(), {
      article: fact.article,
      fact: fact.key,
      ruling: hidingRuling(fact),
      reportId,
    });
  const notice = message('notice.hidden', { user: userMention('user', keeper.userId) });
  return itemActed(context, argument, notice);
}

export const reportActions: Actions = {
  'review.uphold': (pressed, context) => startVerdict('review.upheld', pressed, context),
  'review.dismiss': (pressed, context) => startVerdict('review.dismissed', pressed, context),
  'review.upheld': (pressed, context) => decideReports(true, pressed, context),
  'review.dismissed': (pressed, context) => decideReports(false, pressed, context),
  'review.hide': hideUntilDecided,
};

import { decideFact } from '../../keeping/correction.ts';
import { told } from '../answering.ts';
import type { Acted, Actions, Context, Pressed } from '../command.ts';
import { type Message, type Reply, message, userMention } from '../reply.ts';
import { type Keeper, mustKeep } from './access.ts';
import { hidingRuling } from './fact.ts';
import { itemReply } from './review-card.ts';
import { factsOfItem, reviewQueue } from './review-queue.ts';
import { findItem, formWith, nextReply, reviewReply, shown } from './review-reply.ts';
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
  return shown(nextReply(context, argument), decidedNotice(isUpheld, keeper));
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
  for (const { id } of item.reports) await endHiding(id, outcome.isUpheld, keeper);
  return decided.some(Boolean);
}

/** Hides whatever the reported passages were read to say, until the report is decided. */
async function hideUntilDecided({ argument }: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const item = findItem(argument, context, keeper);
  if (item?.kind !== 'report') return told(message('review.decided'));
  const until = item.reports[0]?.id ?? '';
  for (const fact of factsOfItem(item, keeper.corpus))
    await decideFact(keeper.keeping, keeper.change(until), {
      article: fact.article,
      fact: fact.key,
      ruling: hidingRuling(fact),
      isManager: keeper.rights.has('manage-server'),
      until,
    });
  const notice = message('notice.hidden', { user: userMention('user', keeper.userId) });
  return shown(itemAgain(argument, context, keeper), notice);
}

/** The report's card as it is now: it is still to be decided. */
function itemAgain(key: string, context: Context, keeper: Keeper): Reply {
  const queue = reviewQueue(context, keeper);
  const item = queue.find((each) => each.key === key);
  return item === undefined ? reviewReply(context, key) : itemReply(item, queue, keeper);
}

/** What was hidden is shown again where the report was not upheld, and stays hidden where it was. */
async function endHiding(reportId: string, isUpheld: boolean, keeper: Keeper): Promise<void> {
  const { corrections } = keeper.keeping.servers;
  for (const { id, until } of corrections.of(keeper.guildId))
    if (until === reportId)
      await corrections.change(id, (correction) => {
        if (correction === undefined || !isUpheld) return undefined;
        const { until: _, ...kept } = correction;
        return kept;
      });
}

export const reportActions: Actions = {
  'review.uphold': (pressed, context) => startVerdict('review.upheld', pressed, context),
  'review.dismiss': (pressed, context) => startVerdict('review.dismissed', pressed, context),
  'review.upheld': (pressed, context) => decideReports(true, pressed, context),
  'review.dismissed': (pressed, context) => decideReports(false, pressed, context),
  'review.hide': hideUntilDecided,
};

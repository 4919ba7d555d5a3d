import { Refusal } from '../src/command/refusal.ts';
import { cite } from '../src/article/citation.ts';
import { told } from '../src/command/answering.ts';
import { MISTAKE_LABELS } from '../src/command/card-actions.ts';
import type { Acted, Command, Context, MistakeReport, Pressed } from '../src/command/command.ts';
import { refusedReply } from '../src/command/replies.ts';
import {
  type Entry,
  type Form,
  type Message,
  type Question,
  type Reply,
  field,
  message,
  messageLink,
  under,
  userMention,
  datePart,
  countPart,
  plainEntry,
} from '../src/command/reply.ts';
import type { Corpus } from '../src/search/corpus.ts';

export const review: Command = {
  name: 'review',
  description: 'review.description',
  options: {},
  access: 'manage-messages',
  answersBare: true,
  run: (_options, context) => Promise.resolve(reviewReply(context)),
  examples: () => [],
  actions: {
    'review.uphold': (pressed, context) => startVerdict('review.upheld', pressed, context),
    'review.dismiss': (pressed, context) => startVerdict('review.dismissed', pressed, context),
    'review.upheld': (pressed, context) => decide(true, pressed, context),
    'review.dismissed': (pressed, context) => decide(false, pressed, context),
    'review.skip': skip,
  },
};

const QUESTION: Question = { command: 'review', options: {} };

const openReports = ({ servers, actor: { guildId = '' } }: Context): readonly MistakeReport[] =>
  servers.reports(guildId).filter(({ verdict }) => verdict === undefined);

/** The oldest report that is open, or the next one after another. */
function reviewReply(context: Context, after?: string): Reply {
  const open = openReports(context);
  const next = open[open.findIndex(({ id }) => id === after) + 1] ?? open[0];
  if (next === undefined) return refusedReply(message('review.none'));
  return {
    outcome: 'guide',
    isPrivate: true,
    heading: message('review.heading', { count: countPart(open.length) }),
    entries: reportEntries(next, context.corpus),
    notes: [],
    choices: [],
    controls: [
      { kind: 'button', label: 'review.uphold', action: 'review.uphold', argument: next.id },
      { kind: 'button', label: 'review.dismiss', action: 'review.dismiss', argument: next.id },
      { kind: 'button', label: 'review.skip', action: 'review.skip', argument: next.id },
    ],
  };
}

function reportEntries(report: MistakeReport, corpus: Corpus): readonly Entry[] {
  const { guildId, userId, at, mistake, detail, places, card } = report;
  const lines: readonly Message[] = [
    message('review.report', {
      user: userMention('user', userId),
      day: datePart(at),
      mistake: message(MISTAKE_LABELS[mistake]),
    }),
    ...(detail === '' ? [] : [message('review.detail', { detail: field(detail) })]),
  ];
  return [
    ...lines.map((line) => plainEntry(line)),
    ...(card === undefined ? [] : [plainEntry(messageLink('review.card', { guildId, ...card }))]),
    ...under(
      message('review.cites'),
      places.map((place) => placeEntry(place, corpus)),
    ),
  ];
}

/** The paragraph that `riyadh-talks 3` names, as it is now. */
function placeEntry(place: string, corpus: Corpus): Entry {
  const [id = '', number = ''] = place.split(' ');
  const article = corpus.reading(id)?.article;
  const paragraph = article?.paragraphs[Number(number) - 1];
  return article === undefined || paragraph === undefined
    ? plainEntry(message('review.gone', { place: field(place) }))
    : [{ kind: 'quote', citation: cite(article, paragraph), emphasis: [] }];
}

const LONGEST_REASON = 300;

function startVerdict(action: string, { argument }: Pressed, context: Context): Promise<Acted> {
  mustReview(context);
  return Promise.resolve<Form>({
    kind: 'form',
    title: 'review.title',
    action,
    argument,
    fields: [
      {
        kind: 'text',
        name: 'reason',
        label: 'review.reason',
        isLong: true,
        isRequired: false,
        most: LONGEST_REASON,
      },
    ],
  });
}

async function decide(
  isUpheld: boolean,
  { argument, fields }: Pressed,
  context: Context,
): Promise<Acted> {
  mustReview(context);
  // Only a report of this server: what is pressed names it.
  const report = openReports(context).find(({ id }) => id === argument);
  const isDecided =
    report !== undefined &&
    (await context.servers.decideReport(report.id, {
      isUpheld,
      by: context.actor.userId,
      at: new Date().toISOString(),
      reason: (fields['reason'] ?? '').trim(),
    }));
  if (!isDecided) return told(message('review.decided'));
  return shown(reviewReply(context, argument));
}

function skip({ argument }: Pressed, context: Context): Promise<Acted> {
  mustReview(context);
  return Promise.resolve(shown(reviewReply(context, argument)));
}

const shown = (reply: Reply): Acted => ({
  kind: 'reply',
  reply,
  question: QUESTION,
  isInPlace: true,
});

/** @throws Refusal for somebody who may not, or not any more */
function mustReview({ actor: { guildId, rights } }: Context): void {
  if (guildId === undefined || !rights.has('manage-messages'))
    throw new Refusal(message('refused.demoted'));
}

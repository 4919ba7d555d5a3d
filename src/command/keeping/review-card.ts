import { type Citation, cite } from '../../article/citation.ts';
import { type Preview, previewDraft } from '../../keeping/draft.ts';
import { correctionOf, rulingOf } from '../../keeping/correction.ts';
import { alikeInQueue } from '../../keeping/feed-queue.ts';
import type { Correction, Draft } from '../../store/server-store.ts';
import type { Corpus } from '../../search/corpus.ts';
import { MISTAKE_LABELS } from '../card-actions.ts';
import type { MistakeReport } from '../command.ts';
import type { MessageKey } from '../messages.ts';
import {
  type ButtonControl,
  type Control,
  type Entry,
  type Message,
  type Reply,
  countPart,
  datePart,
  field,
  message,
  messageLink,
  plainEntry,
  under,
  userMention,
} from '../reply.ts';
import type { Keeper } from './access.ts';
import { draftReply } from './draft-card.ts';
import { type Fact, type Place, factEntry, factMessage } from './fact.ts';
import { whyMessage } from './change-list.ts';
import { dayOf, memberPart } from './origin.ts';
import { type ReviewItem, factsOfItem, readPlace } from './review-queue.ts';

const KINDS: readonly (readonly [ReviewItem['kind'], MessageKey])[] = [
  ['report', 'review.count.report'],
  ['correction', 'review.count.correction'],
  ['suggestion', 'review.count.suggestion'],
  ['draft', 'review.count.draft'],
  ['feed', 'review.count.feed'],
  ['doubt', 'review.count.doubt'],
];

/** How many of each kind wait. */
function countsMessage(queue: readonly ReviewItem[]): readonly Message[] {
  return KINDS.flatMap(([kind, key]) => {
    const count = queue.filter((item) => item.kind === kind).length;
    return count === 0 ? [] : [message(key, { count: countPart(count) })];
  });
}

/** An item's card, with how many others wait. */
export function itemReply(item: ReviewItem, queue: readonly ReviewItem[], keeper: Keeper): Reply {
  const reply = contentOf(item, keeper);
  return { ...reply, isPrivate: true, notes: [...reply.notes, ...countsMessage(queue)] };
}

const card = (
  heading: Message,
  entries: readonly Entry[],
  controls: readonly Control[],
): Reply => ({
  outcome: 'guide',
  isPrivate: true,
  heading,
  entries,
  notes: [],
  choices: [],
  controls,
});

function contentOf(item: ReviewItem, keeper: Keeper): Reply {
  const { corpus, keeping, guildId } = keeper;
  switch (item.kind) {
    case 'report':
      return reportCard(item, item.reports, keeper);
    case 'correction':
      return correctionCard(item, item.correction, keeper);
    case 'suggestion':
    case 'draft':
      return draftCard(item, item.draft, keeper);
    case 'feed':
      return feedCard(item, item.drafts, (draft) => ({
        ...previewDraft(draft, corpus, keeping.shelfOf(guildId)),
        others: alikeInQueue(keeping, draft).length,
      }));
    case 'doubt':
      return factCard(item.fact, item.key, message('review.doubt'), keeper);
    default:
      return item satisfies never;
  }
}

const button = (label: MessageKey, action: string, argument: string): ButtonControl => ({
  kind: 'button',
  label,
  action,
  argument,
});

const skipButton = ({ key }: ReviewItem): ButtonControl =>
  button('review.skip', 'review.skip', key);

function reportCard(item: ReviewItem, reports: readonly MistakeReport[], keeper: Keeper): Reply {
  const { corpus } = keeper;
  const [first] = reports;
  const isHidden = isHiddenUntil(first, keeper);
  return card(
    message('review.heading', { count: countPart(reports.length) }),
    [
      ...(isHidden ? [plainEntry(message('review.hidden'))] : []),
      ...reports.flatMap(reportEntries),
      ...under(
        message('review.cites'),
        (first?.places ?? []).map((place) => placeEntry(place, corpus)),
      ),
    ],
    [
      ...factMenu(factsOfItem(item, corpus), item.key, keeper),
      button('review.uphold', 'review.uphold', item.key),
      button('review.dismiss', 'review.dismiss', item.key),
      ...(isHidden ? [] : [button('review.hide', 'review.hide', item.key)]),
      skipButton(item),
    ],
  );
}

/** Whether what a report is about is hidden until it is decided. */
const isHiddenUntil = (report: MistakeReport | undefined, { keeping, guildId }: Keeper): boolean =>
  report !== undefined &&
  keeping.servers.corrections.of(guildId).some(({ until }) => until === report.id);

function reportEntries({ guildId, userId, at, mistake, detail, card: place }: MistakeReport) {
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
    ...(place === undefined ? [] : [plainEntry(messageLink('review.card', { guildId, ...place }))]),
  ];
}

/** The paragraph that `riyadh-talks 3` names, as it is now. */
function placeEntry(place: string, corpus: Corpus): Entry {
  const found = readPlace(place, corpus);
  const citation = found && citationOf(found);
  return citation === undefined
    ? plainEntry(message('review.gone', { place: field(place) }))
    : [{ kind: 'quote', citation, emphasis: [] }];
}

function citationOf({ article, paragraph }: Place): Citation | undefined {
  const span = article.paragraphs[paragraph - 1];
  return span && cite(article, span);
}

const MOST_FACTS = 25;

/** What was read out of the passages, to choose what is to be put right. */
export const factMenu = (
  facts: readonly Fact[],
  key: string,
  keeper: Keeper,
): readonly Control[] =>
  facts.length === 0
    ? []
    : [
        {
          kind: 'select',
          prompt: 'review.facts',
          action: 'review.fact',
          argument: key,
          options: facts.slice(0, MOST_FACTS).map((fact) => ({
            value: fact.id,
            label: decidedMessage(fact, keeper),
            isChosen: false,
          })),
        },
      ];

/** What was read, and whether a moderator has put it right since. */
function decidedMessage(fact: Fact, { keeping, guildId }: Keeper): Message {
  const correction = correctionOf(keeping, guildId, fact.article, fact.key);
  // What is hidden until a report is decided is not decided yet.
  const isCorrected =
    correction !== undefined &&
    correction.until === undefined &&
    rulingOf(correction) !== undefined;
  const read = factMessage(fact);
  return isCorrected ? message('fact.corrected', { fact: read }) : read;
}

function correctionCard(item: ReviewItem, correction: Correction, keeper: Keeper): Reply {
  const { corpus } = keeper;
  const facts = factsOfItem(item, corpus);
  const { isContested, article, by, at, reason } = correction;
  return card(
    message(isContested === true ? 'review.contested' : 'review.lost', { id: field(article) }),
    [
      plainEntry(
        message('review.decided.by', {
          user: memberPart(by),
          day: dayOf(at),
          why: whyMessage(reason),
        }),
      ),
      ...facts.map((fact) => factEntry(fact)),
    ],
    [
      ...factMenu(facts, item.key, keeper),
      ...(isContested === true ? [] : [button('review.drop', 'review.drop', item.key)]),
      skipButton(item),
    ],
  );
}

function draftCard(item: ReviewItem, draft: Draft, { corpus, keeping, guildId }: Keeper): Reply {
  const preview = previewDraft(draft, corpus, keeping.shelfOf(guildId));
  const reply = draftReply(preview, true);
  const by = message(draft.kind === 'suggestion' ? 'review.suggested' : 'review.begun', {
    user: memberPart(draft.by),
    day: dayOf(draft.at),
  });
  return {
    ...reply,
    entries: [plainEntry(by), ...reply.entries],
    controls: [...(reply.controls ?? []), skipButton(item)],
  };
}

const MOST_ITEMS = 25;

function feedCard(
  item: ReviewItem,
  drafts: readonly Draft[],
  preview: (draft: Draft) => FeedPreview,
): Reply {
  const previews = drafts.slice(0, MOST_ITEMS).map(preview);
  return card(
    message('review.feed', { count: countPart(drafts.length) }),
    previews.map((each) => plainEntry(feedLine(each))),
    [
      {
        kind: 'select',
        prompt: 'draft.open',
        action: 'draft.open',
        options: previews.map(({ draft, article }) => ({
          value: draft.id,
          label: message('draft.title.bare', { title: field(article.title) }),
          isChosen: false,
        })),
      },
      button('draft.save.all', 'review.feed.save', shownArgument(item, previews)),
      button('review.skip.all', 'review.feed.skip', shownArgument(item, previews)),
      skipButton(item),
    ],
  );
}

/** The item, and when the newest that its card shows came. */
const shownArgument = ({ key }: ReviewItem, previews: readonly FeedPreview[]): string =>
  `${key}.${Math.max(...previews.map(({ draft }) => timeOf(draft))).toString(36)}`;

/**
 * The item of a feed's button, and which of its drafts its card showed: what came since nobody has
 * seen.
 */
export function readShown(argument: string): {
  readonly key: string;
  readonly shownOf: (drafts: readonly Draft[]) => readonly Draft[];
} {
  const [, key = '', newest = ''] = /^(.+)\.([0-9a-z]{1,11})$/u.exec(argument) ?? [];
  const until = Number.parseInt(newest, 36);
  return {
    key,
    shownOf: (drafts) => drafts.filter((draft) => timeOf(draft) <= until).slice(0, MOST_ITEMS),
  };
}

const timeOf = ({ at }: Draft): number => Date.parse(at);

/** A draft, and how many others wait that are nearly the same. */
type FeedPreview = Preview & { readonly others: number };

function feedLine({ article, isBlocked, alike, others }: FeedPreview): Message {
  const [like] = alike;
  const title = field(article.title);
  if (isBlocked) return message('draft.line.blocked', { title });
  if (like !== undefined)
    return message('review.line.alike', { title, like: field(like.article.title) });
  return others > 0
    ? message('feeds.line.alike', { title, count: countPart(others) })
    : message('draft.line', { title });
}

/** One fact, and what can be said of it. */
export function factCard(fact: Fact, key: string, heading: Message, keeper: Keeper): Reply {
  return card(
    heading,
    [factEntry(fact, decidedMessage(fact, keeper))],
    [...rulingButtons(fact, `${key}.${fact.id}`), button('review.skip', 'review.skip', key)],
  );
}

/** What can be said of each kind of fact, by the names of buttons. */
const RULINGS = {
  speaker: ['review.name', 'review.nobody', 'review.right'],
  attendee: ['review.there', 'review.absent', 'review.unlisted', 'review.right'],
  stance: [
    'review.supports',
    'review.opposes',
    'review.mixed',
    'review.none.stance',
    'review.right',
  ],
} as const satisfies Readonly<Record<Fact['read']['kind'], readonly MessageKey[]>>;

const rulingButtons = ({ read }: Fact, argument: string): readonly ButtonControl[] =>
  RULINGS[read.kind].map((name) => button(name, name, argument));

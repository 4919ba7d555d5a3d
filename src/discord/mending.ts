import { type APIMessage, type Client, MessageFlags, Routes } from 'discord.js';
import { answerQuestion } from '../command/answering.ts';
import { MISTAKE_LABELS } from '../command/card-actions.ts';
import type { Context } from '../command/command.ts';
import { removedNote } from '../command/keeping/origin.ts';
import { refusedReply, sharedNote } from '../command/replies.ts';
import {
  type Message,
  type Question,
  type Reply,
  field,
  message,
  datePart,
  plainEntry,
} from '../command/reply.ts';
import { BASE_SHELF } from '../article/article.ts';
import type { Corpus } from '../search/corpus.ts';
import { traceOf } from '../command/trace.ts';
import type { MistakeReport, ShownCard } from '../store/server-store.ts';
import { dayOfTime } from '../text/days.ts';
import { isGone, isOutOfReach } from './api-error.ts';
import { readCard } from './card-reading.ts';
import { cardOf } from './card.ts';
import { type Desk, contextWith } from './desk.ts';
import { serverLanguage } from './language.ts';
import { articlesOn, digestsOf, goneFrom, isChanged, changeIn, notedGone } from './shown-cards.ts';

/** What is needed to correct a card where it was shown. */
type Mending = Pick<Desk, 'commands' | 'corpus' | 'servers' | 'keeping' | 'report'>;

/** When cards are looked at again where Discord was out of reach, in milliseconds. */
const LATER = 5 * 60_000;

/** No shelf's: looks at those cards alone that could not be corrected before. */
export const MISSED = '';

/** Looks at the cards of a server, or at those that a change of the base shelf bears on; at all without either. */
export type Mender = (shelf?: string) => Promise<void>;

/**
 * Corrects the cards of the last 30 days that cite an article which has changed or is gone since, or
 * that a moderator found wrong. One look at a time; asked for during a look, another follows it. To
 * look at a server's cards its shelf has to be loaded, so as few servers are looked at as can be. A look
 * that ends because Discord is out of reach is taken again later.
 * @param isOurs whether a server is for this process to look after; another mends the cards of the rest
 */
export function createMender(
  desk: Mending,
  client: Client,
  isOurs: (guildId: string) => boolean,
): Mender {
  let last: Promise<void> = Promise.resolve();
  let later: NodeJS.Timeout | undefined;
  /** The base shelf as it was when cards were last looked at for its sake. */
  let before: Corpus | undefined;
  /** Servers of which a card could not be corrected. */
  const again = new Set<string>();

  async function chosen(shelf: string | undefined): Promise<readonly ShownCard[]> {
    const isAlways = ({ guildId }: ShownCard): boolean =>
      shelf === undefined || guildId === shelf || again.has(guildId);
    const now = shelf === undefined || shelf === BASE_SHELF ? await desk.corpus(undefined) : before;
    const isTouched = ({ articles }: ShownCard): boolean =>
      Object.keys(articles).some((id) => before === undefined || hasChanged(id, before, now));
    const cards = desk.servers
      .cards()
      .filter((card) => isOurs(card.guildId))
      .filter((card) => isAlways(card) || (shelf === BASE_SHELF && isTouched(card)));
    before = now;
    again.clear();
    return byServer(cards);
  }

  async function look(shelf: string | undefined): Promise<void> {
    clearTimeout(later);
    let isReached = true;
    for (const card of await chosen(shelf)) {
      // A bot that is leaving looks again when it is back.
      if (!client.isReady()) return;
      const outcome: Outcome = isReached ? await mendIfStale(card, desk, client) : 'missed';
      if (outcome !== 'right') again.add(card.guildId);
      isReached &&= outcome !== 'unreachable';
    }
    if (!isReached)
      later = setTimeout(() => void ask(MISSED).catch(() => undefined), LATER).unref();
  }

  const ask: Mender = (shelf) => {
    last = last.catch(() => undefined).then(() => look(shelf));
    return last;
  };
  return ask;
}

const hasChanged = (id: string, before: Corpus, now: Corpus | undefined): boolean =>
  before.reading(id) !== now?.reading(id) || before.removed(id) !== now?.removed(id);

/** Those of one server next to each other, so that its shelf is loaded once. */
const byServer = (cards: readonly ShownCard[]): readonly ShownCard[] =>
  cards.toSorted((a, b) => (a.guildId === b.guildId ? 0 : a.guildId < b.guildId ? -1 : 1));

/** Whether a card is as it should be now, or is none any more. */
type Outcome = 'right' | 'missed' | 'unreachable';

async function mendIfStale(card: ShownCard, desk: Mending, client: Client): Promise<Outcome> {
  const upheld = upheldOn(card, desk);
  const isStale = isChanged(card, await desk.corpus(card.guildId));
  if (!isStale && upheld.length === (card.upheld ?? []).length) return 'right';
  try {
    await mend(card, upheld, desk, client);
    return 'right';
  } catch (error) {
    if (isGone(error)) {
      await desk.servers.dropCard(card.messageId);
      return 'right';
    }
    if (client.isReady()) desk.report(`a card could not be corrected: ${traceOf(error)}`);
    return isOutOfReach(error) ? 'unreachable' : 'missed';
  }
}

const upheldOn = (
  { guildId, messageId }: ShownCard,
  { servers }: Mending,
): readonly MistakeReport[] =>
  servers
    .reports(guildId)
    .filter(({ card, verdict }) => card?.messageId === messageId && verdict?.isUpheld === true);

async function mend(
  card: ShownCard,
  upheld: readonly MistakeReport[],
  desk: Mending,
  client: Client,
): Promise<void> {
  const route = Routes.channelMessage(card.channelId, card.messageId);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Discord's own answer to this route
  const shown = (await client.rest.get(route)) as APIMessage;
  const asked = readCard({ components: shown.components ?? [] });
  const { guildId, ownerId } = card;
  const asker = { userId: ownerId, guildId, rights: new Set<never>() };
  const context = await contextWith(desk, asker);
  const reply = await answered(asked?.question, context);
  const gone = goneFrom(card, context.corpus);
  const notes = [
    ...upheld.map(upheldNote),
    ...changeNotes(card, upheld, context),
    ...gone.map(removedNote),
  ];
  const right = upheld.some(isNameless) ? withoutNames(reply) : reply;
  const mended: Reply = {
    ...right,
    isPrivate: false,
    // First of all what has changed.
    entries: [...notes.map((note) => plainEntry(note)), ...right.entries],
    notes: [...sharedNotes(card), ...right.notes],
  };
  const page = asked?.page ?? 1;
  const guild = client.guilds.cache.get(card.guildId);
  const language = serverLanguage(desk, card.guildId, guild?.preferredLocale);
  await client.rest.patch(route, {
    body: {
      allowed_mentions: { parse: [] },
      components: [cardOf(mended, asked?.question, { page, language })],
      flags: MessageFlags.IsComponentsV2,
    },
  });
  await desk.servers.keepCard({
    ...card,
    articles: {
      ...notedGone(gone),
      ...digestsOf(articlesOn(mended, asked?.question, { page, language }), context.corpus),
    },
    upheld: upheld.map(({ id }) => id),
  });
}

/** Nobody's name where its owner was forgotten. */
const sharedNotes = ({ isShared, ownerId }: ShownCard): readonly Message[] =>
  isShared === true && ownerId !== '' ? [sharedNote(ownerId)] : [];

/** Mistakes after which no name may stand beside the words. */
const NAMING: ReadonlySet<MistakeReport['mistake']> = new Set(['speaker', 'person']);

/** Where the reading was put right, the names are. */
const isNameless = ({ mistake, verdict }: MistakeReport): boolean =>
  NAMING.has(mistake) && verdict?.corrected === undefined;

/** Only the articles' own sentences. */
const withoutNames = (reply: Reply): Reply => ({
  ...reply,
  heading: message('ask.heading'),
  entries: reply.entries.map((entry) => entry.filter(({ kind }) => kind === 'quote')),
});

/**
 * A card that answers no question cannot be answered anew; what it showed goes. One that cannot be
 * just now is looked at again later.
 */
async function answered(question: Question | undefined, context: Context): Promise<Reply> {
  if (question === undefined) return refusedReply(message('evidence.heading'));
  const reply = await answerQuestion(question, context);
  if (reply.heading.key === 'search.lost') throw new Error('the articles cannot be searched');
  return reply;
}

const DAY_LENGTH = '2025-02-19'.length;

const today = (): Message['params'][string] => datePart(dayOfTime(Date.now()));

/** Why the card is not as it was, as far as no report says so. */
function changeNotes(
  card: ShownCard,
  upheld: readonly MistakeReport[],
  { corpus, servers }: Context,
): readonly Message[] {
  const changed = changeIn(card, corpus);
  if (changed === 'article') return [message('mended.changed', { day: today() })];
  if (changed === undefined || upheld.some(({ verdict }) => verdict?.corrected !== undefined))
    return [];
  const decided = servers.corrections
    .of(card.guildId)
    .filter(({ article, ruling }) => Object.hasOwn(card.articles, article) && ruling !== null);
  // What was hidden until a report was decided, and was right, is there as it was.
  if (decided.length === 0) return [];
  const isHidden = decided.every(({ until, isContested }) => until !== undefined || isContested);
  return [message(isHidden ? 'mended.hidden' : 'mended.corrected', { day: today() })];
}

/** `Corrected by a moderator on 3 Mar 2025: said by Ann Petrova, not by Bo Lund.` */
function upheldNote({ mistake, verdict }: MistakeReport): Message {
  const day = verdict === undefined ? today() : datePart(verdict.at.slice(0, DAY_LENGTH));
  const { corrected } = verdict ?? {};
  if (corrected === undefined)
    return message('mended.upheld', { day, mistake: message(MISTAKE_LABELS[mistake]) });
  const { is, was } = corrected;
  if (is === undefined) return message('mended.corrected', { day });
  return was === undefined || was === is
    ? message('mended.corrected.is', { day, is: field(is) })
    : message('mended.corrected.not', { day, is: field(is), was: field(was) });
}

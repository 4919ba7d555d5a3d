import { createHash } from 'node:crypto';
import type { Message as DiscordMessage } from 'discord.js';
import type { Article } from '../article/article.ts';
import { replyCitations } from '../command/reply-citations.ts';
import type { Question, Reply } from '../command/reply.ts';
import type { Corpus } from '../search/corpus.ts';
import type { ShownCard } from '../store/server-store.ts';
import { traceOf } from '../command/trace.ts';
import { remembered } from '../text/remembered.ts';
import { type Showing, citedOn } from './card.ts';
import type { Desk } from './desk.ts';

/** A card that was just shown to all. */
interface JustShown {
  readonly guildId: string;
  readonly ownerId: string;
  readonly sent: DiscordMessage;
  /** The articles that it cites, as it showed them. */
  readonly articles: readonly Article[];
  /** Whether its owner saw it alone first, and shared it. */
  readonly isShared: boolean;
}

/** Remembers where a card is and what it cites; failing that, the card cannot be mended later. */
export async function keepShown(desk: Desk, shown: JustShown): Promise<void> {
  const { servers, report } = desk;
  const { guildId, ownerId, sent, articles, isShared } = shown;
  const known = servers.card(sent.id);
  const view = await desk.corpus(guildId);
  const card: ShownCard = {
    guildId,
    ownerId: known?.ownerId ?? ownerId,
    isShared: isShared || known?.isShared === true,
    channelId: sent.channelId,
    messageId: sent.id,
    at: new Date().toISOString(),
    articles: digestsOf(articles, view),
  };
  try {
    await servers.keepCard(card);
  } catch (error) {
    report(`a card could not be remembered: ${traceOf(error)}`);
  }
  // An article may have changed while the card was on its way; and what was said on another page of
  // it to be wrong is to be said on this one.
  if (isChanged(card, await desk.corpus(guildId)) || (known?.upheld ?? []).length > 0) desk.mend();
}

/** The articles that a page of the reply cites; of one that answers no question, all that it cites. */
export const articlesOn = (
  reply: Reply,
  question: Question | undefined,
  showing: Pick<Showing, 'page' | 'language'>,
): readonly Article[] =>
  (question === undefined ? replyCitations(reply) : citedOn(reply, question, showing)).map(
    ({ article }) => article,
  );

/** Whether an article that the card cites is not as it was shown. */
export const isChanged = ({ articles }: ShownCard, corpus: Corpus): boolean =>
  Object.entries(articles).some(([id, digest]) => {
    const reading = corpus.reading(id);
    return reading === undefined || digestOf(reading.article, corpus) !== digest;
  });

/** Each article's id with a digest of all that a card may show of it. */
export const digestsOf = (
  articles: readonly Article[],
  corpus: Corpus,
): Readonly<Record<string, string>> =>
  Object.fromEntries(articles.map((article) => [article.id, digestOf(article, corpus)]));

const DIGEST_LENGTH = 16;

/** Every look at the cards that were shown asks for these again. */
const digested = remembered(({ body, title, publisher, date, url }: Article) => ({
  digest: createHash('sha256')
    .update(JSON.stringify([body, title, publisher, date, url]))
    .digest('hex')
    .slice(0, DIGEST_LENGTH),
}));

/** What moderators decided about the reading of an article changes what cards say of it, too. */
function digestOf(article: Article, corpus: Corpus): string {
  const { digest } = digested(article);
  const amended = corpus.reading(article.id)?.amended;
  return amended === undefined ? digest : `${digest} ${amended}`;
}

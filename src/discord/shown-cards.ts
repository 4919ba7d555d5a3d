import { createHash } from 'node:crypto';
import type { Message as DiscordMessage } from 'discord.js';
import type { Article } from '../article/article.ts';
import type { Language } from '../command/catalogue/index.ts';
import { replyCitations } from '../command/reply-citations.ts';
import type { Question, Reply } from '../command/reply.ts';
import type { Corpus } from '../search/corpus.ts';
import type { ShownCard } from '../store/server-store.ts';
import { traceOf } from '../command/trace.ts';
import { citedOn } from './card.ts';
import type { Desk } from './desk.ts';

/** A card that was just shown to all. */
interface JustShown {
  readonly guildId: string;
  readonly ownerId: string;
  readonly sent: DiscordMessage;
  readonly reply: Reply;
  readonly question: Question | undefined;
  readonly page: number;
  readonly language: Language;
  /** Whether its owner saw it alone first, and shared it. */
  readonly isShared: boolean;
}

/** Remembers where a card is and what it cites; failing that, the card cannot be mended later. */
export async function keepShown(desk: Desk, shown: JustShown): Promise<void> {
  const { servers, report } = desk;
  const { guildId, ownerId, sent, reply, question } = shown;
  const cited = question === undefined ? replyCitations(reply) : citedOn(reply, question, shown);
  try {
    const known = servers.card(sent.id);
    const card: ShownCard = {
      guildId,
      isShared: shown.isShared || known?.isShared === true,
      ownerId: known?.ownerId ?? ownerId,
      channelId: sent.channelId,
      messageId: sent.id,
      at: new Date().toISOString(),
      articles: digestsOf(cited.map(({ article }) => article)),
    };
    await servers.keepCard(card);
    // An article may have changed while the card was on its way; and what was said on another page of
    // it to be wrong is to be said on this one.
    if (isChanged(card, desk.corpus()) || (known?.upheld ?? []).length > 0) desk.mend();
  } catch (error) {
    report(`a card could not be remembered: ${traceOf(error)}`);
  }
}

/** Whether an article that the card cites is not as it was shown. */
export const isChanged = ({ articles }: ShownCard, corpus: Corpus): boolean =>
  Object.entries(articles).some(([id, digest]) => {
    const reading = corpus.reading(id);
    return reading === undefined || digestOf(reading.article) !== digest;
  });

/** Each article's id with a digest of all that a card may show of it. */
export const digestsOf = (articles: readonly Article[]): Readonly<Record<string, string>> =>
  Object.fromEntries(articles.map((article) => [article.id, digestOf(article)]));

const DIGEST_LENGTH = 16;

const digestOf = ({ body, title, publisher, date, url }: Article): string =>
  createHash('sha256')
    .update(JSON.stringify([body, title, publisher, date, url]))
    .digest('hex')
    .slice(0, DIGEST_LENGTH);

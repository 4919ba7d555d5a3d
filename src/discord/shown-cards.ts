import { createHash } from 'node:crypto';
import type { Message as DiscordMessage } from 'discord.js';
import type { Article } from '../article/article.ts';
import type { Language } from '../command/catalogue/index.ts';
import { replyCitations } from '../command/reply-citations.ts';
import type { Question, Reply } from '../command/reply.ts';
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
}

/** Remembers where a card is and what it cites; failing that, the card cannot be mended later. */
export async function keepShown({ servers, report }: Desk, shown: JustShown): Promise<void> {
  const { guildId, ownerId, sent, reply, question } = shown;
  const cited = question === undefined ? replyCitations(reply) : citedOn(reply, question, shown);
  try {
    await servers.keepCard({
      guildId,
      ownerId: servers.card(sent.id)?.ownerId ?? ownerId,
      channelId: sent.channelId,
      messageId: sent.id,
      at: new Date().toISOString(),
      articles: digestsOf(cited.map(({ article }) => article)),
    });
  } catch (error) {
    report(`a card could not be remembered: ${traceOf(error)}`);
  }
}

/** Each article's id with a digest of all that a card may show of it. */
export const digestsOf = (articles: readonly Article[]): Readonly<Record<string, string>> =>
  Object.fromEntries(articles.map((article) => [article.id, digestOf(article)]));

const DIGEST_LENGTH = 16;

export const digestOf = ({ body, title, publisher, date, url }: Article): string =>
  createHash('sha256')
    .update(JSON.stringify([body, title, publisher, date, url]))
    .digest('hex')
    .slice(0, DIGEST_LENGTH);

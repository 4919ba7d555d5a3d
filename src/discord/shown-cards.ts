import { createHash } from 'node:crypto';
import type { Message as DiscordMessage } from 'discord.js';
import type { Article } from '../article/article.ts';
import { replyCitations } from '../command/reply-citations.ts';
import type { Question, Reply } from '../command/reply.ts';
import { toldProvenance } from '../article/provenance.ts';
import type { Corpus } from '../search/corpus.ts';
import type { Tombstone } from '../store/article-store.ts';
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
  if (known !== undefined && known.guildId !== guildId) return;
  const view = await desk.corpus(guildId);
  const card: ShownCard = {
    guildId,
    ownerId: known?.ownerId ?? ownerId,
    isShared: isShared || known?.isShared === true,
    channelId: sent.channelId,
    messageId: sent.id,
    at: new Date().toISOString(),
    articles: { ...goneAnew(known), ...digestsOf(articles, view) },
  };
  try {
    await servers.keepCard(card);
  } catch (error) {
    report(`a card could not be remembered: ${traceOf(error)}`);
  }
  // An article may have changed while the card was on its way; and what was said on another page of
  // it to be wrong is to be said on this one.
  if (isChanged(card, await desk.corpus(guildId)) || (known?.upheld ?? []).length > 0)
    desk.mend(guildId);
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

type Cited = Pick<ShownCard, 'articles'>;

/** Whether an article that the card cites is not as it was shown. */
export const isChanged = ({ articles }: Cited, corpus: Corpus): boolean =>
  Object.entries(articles).some(([id, digest]) => digest !== digestIn(corpus, id));

/**
 * What has changed of those that are there still, or of which nothing is known: an article, or only
 * what moderators decided about its reading.
 */
export function changeIn({ articles }: Cited, corpus: Corpus): 'article' | 'reading' | undefined {
  const changed = Object.entries(articles).filter(
    ([id, digest]) => corpus.removed(id) === undefined && digest !== digestIn(corpus, id),
  );
  if (changed.length === 0) return undefined;
  const isOfArticle = ([id, digest]: readonly [string, string]): boolean =>
    articlePart(digest) !== articlePart(digestIn(corpus, id) ?? '');
  return changed.some(isOfArticle) ? 'article' : 'reading';
}

const articlePart = (digest: string): string => digest.split(' ')[0] ?? '';

/** What is left of those that were removed, now or before the card was last mended. */
export const goneFrom = ({ articles }: Cited, corpus: Corpus): readonly Tombstone[] =>
  Object.keys(articles).flatMap((id) => corpus.removed(id) ?? []);

/** Stands for an article that the card cited before it was removed, and says so of. */
const GONE = 'gone';
/** What no digest is. */
const UNKNOWN = '';

const digestIn = (corpus: Corpus, id: string): string | undefined => {
  const reading = corpus.reading(id);
  if (reading !== undefined) return digestOf(reading.article, corpus);
  return corpus.removed(id) === undefined ? undefined : GONE;
};

/** The removed ones, noted so that a card goes on naming them, and is answered anew if they come back. */
export const notedGone = (gone: readonly Tombstone[]): ShownCard['articles'] =>
  Object.fromEntries(gone.map(({ id }) => [id, GONE]));

/** What a page of a card named as removed is to be said on the page shown in its place. */
const goneAnew = (known: ShownCard | undefined): ShownCard['articles'] =>
  Object.fromEntries(
    Object.entries(known?.articles ?? {}).flatMap(([id, digest]) =>
      digest === GONE ? [[id, UNKNOWN]] : [],
    ),
  );

/** Each article's id with a digest of all that a card may show of it. */
export const digestsOf = (
  articles: readonly Article[],
  corpus: Corpus,
): Readonly<Record<string, string>> =>
  Object.fromEntries(articles.map((article) => [article.id, digestOf(article, corpus)]));

const DIGEST_LENGTH = 16;

/** Every look at the cards that were shown asks for these again. */
const digested = remembered(({ body, title, publisher, date, url, provenance }: Article) => ({
  digest: createHash('sha256')
    .update(JSON.stringify([body, title, publisher, date, url]))
    .update(JSON.stringify(toldProvenance(provenance), memberOnly) ?? '')
    .digest('hex')
    .slice(0, DIGEST_LENGTH),
}));

/** A card says that a member did something, not who: of one who is forgotten it says the same. */
const memberOnly = (name: string, value: unknown): unknown =>
  name === 'by' && value !== 'disk' ? 'member' : value;

/** What moderators decided about the reading of an article changes what cards say of it, too. */
function digestOf(article: Article, corpus: Corpus): string {
  const { digest } = digested(article);
  const amended = corpus.reading(article.id)?.amended;
  return amended === undefined ? digest : `${digest} ${amended}`;
}

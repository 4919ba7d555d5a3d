import type { Changed } from '../../keeping/change.ts';
import type { Acted } from '../command.ts';
import type { MessageKey } from '../messages.ts';
import { refusedReply } from '../replies.ts';
import { type Message, field, message, userMention } from '../reply.ts';
import type { Keeper } from './access.ts';
import { whyMessage } from './change-list.ts';
import { undoButton } from './draft-actions.ts';

interface Told {
  readonly heading: Message;
  /** What the log channel is told, with `{user}`, `{id}` and `{why}`. */
  readonly notice: MessageKey;
  readonly keeper: Keeper;
  readonly id: string;
  /** The paragraph that was changed, if it was one; it is what is looked at next. */
  readonly paragraph?: number;
  readonly reason: string;
}

/** Says what was changed, lets it be undone, and tells the server. */
export function changedActed(
  { revision, corpus }: Changed,
  { heading, notice, keeper, id, paragraph = 1, reason }: Told,
): Acted {
  const article = corpus.reading(id)?.article;
  const last = article?.paragraphs.length ?? 1;
  return {
    kind: 'reply',
    reply: {
      ...refusedReply(heading),
      outcome: 'guide',
      choices:
        article === undefined
          ? []
          : [
              {
                label: [field(article.title)],
                question: {
                  command: 'source',
                  options: { ref: `${id} ${Math.min(paragraph, last)}` },
                },
              },
            ],
      controls: [undoButton(revision)],
    },
    question: undefined,
    isInPlace: false,
    notice: changeNotice(notice, keeper.userId, id, reason),
  };
}

export const changeNotice = (
  key: MessageKey,
  userId: string,
  id: string,
  reason: string,
): Message =>
  message(key, {
    user: userMention('user', userId),
    id: field(id),
    why: whyMessage(reason),
  });

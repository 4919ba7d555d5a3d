import { createHash } from 'node:crypto';
import { isArticleId } from '../../src/article/article.ts';
import type { Acted, Command, Context, Pressed } from '../../src/command/command.ts';
import { mustKeep } from '../../src/command/keeping/access.ts';
import { completeAnyArticle, textOption } from '../../src/command/options.ts';
import { Refusal } from '../../src/command/refusal.ts';
import { refusedReply } from '../../src/command/replies.ts';
import {
  type Form,
  type FormField,
  type Message,
  countPart,
  message,
  plainEntry,
  userMention,
} from '../../src/command/reply.ts';
import { ownArticle } from '../../src/keeping/change.ts';
import { historyOf } from '../../src/keeping/history.ts';
import { KeepingError } from '../../src/keeping/keeping-error.ts';
import { reasonField } from '../../src/command/keeping/ruling-forms.ts';

/** Removes an article for good, with all its versions: what a law or a court may ask for. */
export const corpusErase: Command = {
  name: 'corpus erase',
  description: 'corpus.erase.description',
  // Also of one that was taken out before, of which there is still a history.
  options: { article: textOption('option.article', completeAnyArticle) },
  access: 'manage-server',
  form: ({ article }, context) => (article === undefined ? undefined : formFor(article, context)),
  run: async ({ article = '' }, context) => {
    formFor(article, context);
    throw new Refusal(message('refused.demoted'));
  },
  examples: () => [],
  actions: { 'corpus.erase.send': send },
};

const LONGEST_ID = 100;

/** What is to be erased has to be typed, so that nobody does it by pressing on. */
const idField: FormField = {
  kind: 'text',
  name: 'id',
  label: 'form.erase.id',
  isLong: false,
  isRequired: true,
  most: LONGEST_ID,
};

function formFor(id: string, context: Context): Form {
  const { keeping, guildId, corpus } = mustKeep(context, 'manage-server');
  if (corpus.removed(id) === undefined) ownArticle(id, guildId, corpus, keeping);
  return {
    kind: 'form',
    title: 'form.erase',
    action: 'corpus.erase.send',
    argument: digestOf(id),
    fields: [idField, reasonField],
  };
}

const DIGEST_LENGTH = 16;

/** Stands for an id in what a form carries, where not every id has room. */
const digestOf = (id: string): string =>
  createHash('sha256').update(id).digest('hex').slice(0, DIGEST_LENGTH);

/** @param count of the backups that may hold it, where that is known */
function backupsLine(count: number | undefined): Message {
  if (count === undefined) return message('privacy.backups');
  if (count === 0) return message('erased.backups.none');
  return message('erased.backups', { count: countPart(count) });
}

async function send({ argument, fields }: Pressed, context: Context): Promise<Acted> {
  const { keeping, guildId, userId } = mustKeep(context, 'manage-server');
  const id = (fields['id'] ?? '').trim();
  if (!isArticleId(id) || digestOf(id) !== argument)
    throw new Refusal(message('corpus.erase.mistyped'));
  const versions = (await historyOf(keeping, guildId, id)).filter(({ kind }) => kind === 'put');
  if (versions.length === 0) throw new KeepingError('keeping.gone', { id });
  const { backups } = await keeping.erasure.article(keeping.shelfOf(guildId), id);
  await keeping.catchUp(guildId);
  return {
    kind: 'reply',
    reply: {
      ...refusedReply(message('erased.done', { count: countPart(versions.length) })),
      outcome: 'guide',
      entries: [
        message('erased.beside'),
        backupsLine(backups?.length),
      ].map((line) => plainEntry(line)),
    },
    question: undefined,
    isInPlace: false,
    // Neither which article it was nor why: that is what was to go.
    notice: message('notice.erased', { user: userMention('user', userId) }),
  };
}

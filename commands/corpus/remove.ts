import type { Acted, Command, Context, Pressed } from '../../src/command/command.ts';
import { mustKeep } from '../../src/command/keeping/access.ts';
import { changedActed } from '../../src/command/keeping/changed.ts';
import { ownArticleOption } from '../../src/command/options.ts';
import { Refusal } from '../../src/command/refusal.ts';
import { type Form, field, message } from '../../src/command/reply.ts';
import { ownArticle, removeArticle } from '../../src/keeping/change.ts';
import { articleIn, placeField } from './edit.ts';
import { reasonField } from '../../src/command/keeping/ruling-forms.ts';

/** Takes an article out; cards that cite it say so from then on. */
export const corpusRemove: Command = {
  name: 'corpus remove',
  description: 'corpus.remove.description',
  options: { article: ownArticleOption },
  access: 'manage-messages',
  answersBare: true,
  form: ({ article }, context) => (article === undefined ? undefined : formFor(article, context)),
  run: async ({ article }, context) => {
    if (article === undefined) throw new Refusal(message('corpus.which'));
    formFor(article, context);
    throw new Refusal(message('refused.demoted'));
  },
  examples: () => [],
  actions: { 'corpus.remove.send': send },
};

function formFor(id: string, context: Context): Form {
  const { keeping, guildId, corpus } = mustKeep(context);
  const article = ownArticle(id, guildId, corpus, keeping);
  return {
    kind: 'form',
    title: 'form.remove',
    action: 'corpus.remove.send',
    argument: String(article.revision),
    fields: [placeField(article.id), reasonField],
  };
}

async function send(pressed: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const article = articleIn(pressed, keeper);
  const reason = pressed.fields['reason'] ?? '';
  const changed = await removeArticle(keeper.keeping, keeper.change(reason), article);
  return changedActed(changed, {
    heading: message('removed.done', { id: field(article.id) }),
    notice: 'notice.removed',
    keeper,
    id: article.id,
    reason,
  });
}

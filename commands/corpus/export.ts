import type { Command, Context } from '../../src/command/command.ts';
import { mustKeep } from '../../src/command/keeping/access.ts';
import { historyOption } from '../../src/command/options.ts';
import { refusedReply } from '../../src/command/replies.ts';
import { type Reply, countPart, message } from '../../src/command/reply.ts';
import { exportShelf } from '../../src/keeping/transfer.ts';

/** Gives all articles of the server's shelf as a zip of Markdown, which can be imported again. */
export const corpusExport: Command = {
  name: 'corpus export',
  description: 'corpus.export.description',
  options: { history: historyOption },
  access: 'manage-messages',
  answersBare: true,
  run: ({ history }, context) => exportReply(history === 'yes', context),
  examples: () => [],
};

async function exportReply(hasHistory: boolean, context: Context): Promise<Reply> {
  const { keeping, guildId } = mustKeep(context);
  const { articles } = await keeping.store.load(keeping.shelfOf(guildId));
  if (articles.length === 0) return refusedReply(message('corpus.export.none'));
  const parts = await exportShelf(keeping, guildId, hasHistory);
  return {
    ...refusedReply(message('corpus.export.done', { count: countPart(articles.length) })),
    outcome: 'guide',
    files: parts.map((bytes, at) => ({
      name: parts.length === 1 ? 'corpus.zip' : `corpus-${at + 1}.zip`,
      bytes,
    })),
  };
}

import type { Command, Context } from '../../src/command/command.ts';
import { mustKeep } from '../../src/command/keeping/access.ts';
import { undoButton } from '../../src/command/keeping/draft-actions.ts';
import { Refusal } from '../../src/command/refusal.ts';
import { refusedReply } from '../../src/command/replies.ts';
import {
  type Reply,
  countPart,
  field,
  message,
  plainEntry,
  under,
  userMention,
} from '../../src/command/reply.ts';
import { importArchive } from '../../src/keeping/transfer.ts';

/** Takes in a zip of Markdown files as one change. */
export const corpusImport: Command = {
  name: 'corpus import',
  description: 'corpus.import.description',
  options: {},
  files: { file: 'corpus.import.file' },
  access: 'manage-messages',
  answersBare: true,
  run: (_options, context) => importReply(context),
  examples: () => [],
};

const MOST_FAULTS = 20;

async function importReply(context: Context): Promise<Reply> {
  const keeper = mustKeep(context);
  const { file } = context.files ?? {};
  if (file === undefined) throw new Refusal(message('corpus.import.which'));
  context.tell?.(message('corpus.import.reading'));
  const bytes = await keeper.keeping.intake.fetchArchive(file);
  context.tell?.(message('corpus.import.saving'));
  const imported = await importArchive(keeper.keeping, keeper.change(), bytes);
  const { changed, added, replaced, same, faults } = imported;
  const counts = {
    added: countPart(added),
    replaced: countPart(replaced),
    same: countPart(same),
  };
  const done = message('corpus.import.done', counts);
  if (changed !== undefined)
    context.announce?.(
      message('notice.imported', { user: userMention('user', keeper.userId), ...counts }),
    );
  return {
    ...refusedReply(done),
    outcome: 'guide',
    entries: under(
      message('corpus.import.faults', { count: countPart(faults.length) }),
      faults
        .slice(0, MOST_FAULTS)
        .map(({ name, reason }) =>
          plainEntry(message('draft.failed', { name: field(name), fault: field(reason) })),
        ),
    ),
    controls: changed === undefined ? [] : [undoButton(changed.revision)],
  };
}

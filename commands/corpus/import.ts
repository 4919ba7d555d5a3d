import type { Command, Context } from '../../src/command/command.ts';
import { type Keeper, mustKeep } from '../../src/command/keeping/access.ts';
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
/** Milliseconds. */
const PROGRESS_PAUSE = 1000;

/** Tells how many articles are still to be read while that is going on. */
async function tellingProgress<Result>(
  { tell }: Context,
  { keeping, guildId }: Keeper,
  work: () => Promise<Result>,
): Promise<Result> {
  tell?.(message('corpus.import.saving'));
  const look = async (): Promise<void> => {
    const left = await keeping.left(guildId);
    if (left > 0) tell?.(message('corpus.import.left', { count: countPart(left) }));
  };
  const timer = setInterval(() => void look(), PROGRESS_PAUSE);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

async function importReply(context: Context): Promise<Reply> {
  const keeper = mustKeep(context);
  const { file } = context.files ?? {};
  if (file === undefined) throw new Refusal(message('corpus.import.which'));
  context.tell?.(message('corpus.import.reading'));
  const bytes = await keeper.keeping.intake.fetchArchive(file);
  const imported = await tellingProgress(context, keeper, () =>
    importArchive(keeper.keeping, keeper.change(), bytes),
  );
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

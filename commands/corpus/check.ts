import type { Command, Context } from '../../src/command/command.ts';
import { mustKeep } from '../../src/command/keeping/access.ts';
import { refusedReply } from '../../src/command/replies.ts';
import {
  type Entry,
  type Reply,
  countPart,
  field,
  message,
  plainEntry,
  under,
} from '../../src/command/reply.ts';
import { checkShelf } from '../../src/keeping/shelf-check.ts';

/** What could be better about the server's articles. */
export const corpusCheck: Command = {
  name: 'corpus check',
  description: 'corpus.check.description',
  options: {},
  access: 'manage-messages',
  answersBare: true,
  run: (_options, context) => checkReply(context),
  examples: () => [],
};

const MOST_LISTED = 20;

/** To two decimals, so that little is not shown as nothing. */
const roundedUp = (megabytes: number): number => Math.ceil(megabytes * 100) / 100;

async function checkReply(context: Context): Promise<Reply> {
  const { keeping, guildId, corpus } = mustKeep(context);
  const { articles, megabytes, problems, undated, untitled, alike } = await checkShelf(
    keeping,
    guildId,
    corpus,
  );
  const { quotas } = keeping;
  const room = message('corpus.check.room', {
    count: countPart(articles),
    most: countPart(quotas.articles),
    megabytes: countPart(roundedUp(megabytes)),
    mostMegabytes: countPart(quotas.megabytes),
  });
  const ids = (list: readonly string[]): readonly Entry[] =>
    list.slice(0, MOST_LISTED).map((id) => plainEntry(field(id)));
  const entries = [
    ...under(
      message('corpus.check.problems'),
      problems
        .slice(0, MOST_LISTED)
        .map(({ file, message: reason }) =>
          plainEntry(message('draft.failed', { name: field(file), fault: field(reason) })),
        ),
    ),
    ...under(message('corpus.check.undated', { count: countPart(undated.length) }), ids(undated)),
    ...under(
      message('corpus.check.untitled', { count: countPart(untitled.length) }),
      ids(untitled),
    ),
    ...under(
      message('corpus.check.alike', { count: countPart(alike.length) }),
      alike
        .slice(0, MOST_LISTED)
        .map(([one, other]) =>
          plainEntry(message('corpus.check.pair', { one: field(one), other: field(other) })),
        ),
    ),
  ];
  const heading = message(entries.length === 0 ? 'corpus.check.fine' : 'corpus.check.heading');
  return { ...refusedReply(heading), outcome: 'guide', entries, notes: [room] };
}

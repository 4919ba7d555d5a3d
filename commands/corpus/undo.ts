import type { Acted, Command, Context, Pressed } from '../../src/command/command.ts';
import { mustKeep } from '../../src/command/keeping/access.ts';
import { changeNotice } from '../../src/command/keeping/changed.ts';
import {
  type WholeChange,
  changeLabel,
  changeLine,
  recentChanges,
} from '../../src/command/keeping/change-list.ts';
import { refusedReply } from '../../src/command/replies.ts';
import {
  type Form,
  type Message,
  type Reply,
  countPart,
  field,
  message,
  plainEntry,
} from '../../src/command/reply.ts';
import { undoChange } from '../../src/keeping/change.ts';
import { reasonField } from '../../src/command/keeping/ruling-forms.ts';

/** Takes back a whole change: all the articles that were saved, edited or removed together. */
export const corpusUndo: Command = {
  name: 'corpus undo',
  description: 'corpus.undo.description',
  options: {},
  access: 'manage-messages',
  answersBare: true,
  run: (_options, context) => changesReply(context),
  examples: () => [],
  actions: { 'undo.start': start, 'undo.send': send },
};

const MOST_LISTED = 10;

async function changesReply(context: Context): Promise<Reply> {
  const { keeping, guildId } = mustKeep(context);
  const changes = (await recentChanges(keeping, guildId)).slice(0, MOST_LISTED);
  if (changes.length === 0) return refusedReply(message('undo.none'));
  return {
    outcome: 'guide',
    isPrivate: true,
    heading: message('undo.heading'),
    entries: changes.map((change) => plainEntry(changeLine(change))),
    notes: [],
    choices: [],
    controls: [
      {
        kind: 'select',
        prompt: 'undo.pick',
        action: 'undo.start',
        options: changes.map((change) => ({
          value: String(change.revision),
          label: changeLabel(change),
          isChosen: false,
        })),
      },
    ],
  };
}

function start({ argument, chosen }: Pressed, context: Context): Promise<Acted> {
  mustKeep(context);
  return Promise.resolve<Form>({
    kind: 'form',
    title: 'form.undo',
    action: 'undo.send',
    argument: chosen[0] ?? argument,
    fields: [reasonField],
  });
}

/** Which articles are as they were again. */
function undoneMessage(whole: readonly WholeChange[], revision: number): Message {
  const undone = whole.find(({ changes }) => changes.some((each) => each.revision === revision));
  const [id = '', ...others] = new Set(undone?.changes.map((each) => each.id));
  return message(others.length > 0 ? 'undo.done.several' : 'undo.done', {
    id: field(id),
    count: countPart(others.length),
  });
}

async function send({ argument, fields }: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const reason = fields['reason'] ?? '';
  const before = await recentChanges(keeper.keeping, keeper.guildId);
  await undoChange(keeper.keeping, keeper.change(reason), Number(argument));
  return {
    kind: 'reply',
    reply: { ...refusedReply(undoneMessage(before, Number(argument))), outcome: 'guide' },
    question: undefined,
    isInPlace: false,
    notice: changeNotice('notice.undone', keeper.userId, String(argument), reason),
  };
}

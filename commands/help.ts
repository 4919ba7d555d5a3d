import type { Command, Context } from '../src/command/command.ts';
import { listed } from '../src/command/replies.ts';
import {
  type Entry,
  type Reply,
  type ReplyChoice,
  field,
  message,
  under,
  plainEntry,
} from '../src/command/reply.ts';

export const help: Command = {
  name: 'help',
  description: 'help.description',
  options: {},
  answersBare: true,
  run: (_options, context) => Promise.resolve(helpReply(context)),
  examples: () => [],
};

const MOST_EXAMPLES = 5;

/** What can be asked here, and for those who look after the server what is left to set up. */
function helpReply(context: Context): Reply {
  const { commands } = context;
  return {
    outcome: 'guide',
    isPrivate: true,
    heading: message('help.heading'),
    entries: [
      ...commands.filter(({ access }) => access === undefined).map(commandEntry),
      plainEntry(message('help.message', { command: message('evidence.name') })),
      plainEntry(message('help.mention')),
      ...setUpEntries(context),
    ],
    notes: [],
    choices: examplesOf(context),
  };
}

/** The first example of each command, as far as there is room. */
const examplesOf = ({ commands, corpus }: Context): readonly ReplyChoice[] =>
  commands
    .flatMap(({ examples }) => examples(corpus).slice(0, 1))
    .slice(0, MOST_EXAMPLES)
    .map((question) => ({ label: [], question }));

const commandEntry = ({ name, description }: Command): Entry =>
  plainEntry(
    message('help.command', { command: field(`/${name}`), description: message(description) }),
  );

function setUpEntries({ actor, missing, commands, corpus, keeping }: Context): readonly Entry[] {
  const { guildId, rights } = actor;
  if (guildId === undefined || rights.size === 0) return [];
  const permissions =
    missing.length === 0
      ? [message('help.setup.fine')]
      : [message('help.setup.missing'), ...listed(missing.map((key) => message(key)))];
  return under(message('help.setup'), [
    ...(corpus.readings.length === 0 ? [plainEntry(message('help.setup.empty'))] : []),
    ...commands.filter(({ access }) => access !== undefined).map(commandEntry),
    ...(keeping === undefined
      ? []
      : [plainEntry(message('help.setup.message', { command: message('corpus.add.message') }))]),
    plainEntry(message('settings.roles')),
    plainEntry(...permissions),
  ]);
}

import { LANGUAGES, tongueOf } from '../src/command/catalogue/index.ts';
import { Refusal } from '../src/command/refusal.ts';
import type { Acted, Command, Context, Pressed, ServerSettings } from '../src/command/command.ts';
import { listed } from '../src/command/replies.ts';
import {
  type Control,
  type Message,
  type Part,
  type Question,
  type Reply,
  field,
  message,
  userMention,
  plainEntry,
} from '../src/command/reply.ts';

export const settings: Command = {
  name: 'settings',
  description: 'settings.description',
  options: {},
  access: 'manage-server',
  answersBare: true,
  run: async (_options, context) => settingsReply(context.servers.settings(mustManage(context))),
  examples: () => [],
  actions: {
    'settings.channels': changing(({ chosen }) => ({ channels: chosen })),
    'settings.cooldown': changing(({ chosen: [seconds] }) => ({ cooldown: Number(seconds) })),
    'settings.language': changing(({ chosen: [language] }) => ({
      language: language === OWN_LANGUAGE ? undefined : language,
    })),
    'settings.log': changeLog,
    'settings.mentions': changing(({ argument }) => ({ mentions: argument === 'on' })),
  },
};

const QUESTION: Question = { command: 'settings', options: {} };
const COOLDOWNS = [0, 5, 10, 30, 60, 300];
const OWN_LANGUAGE = 'server';
const MOST_CHANNELS = 25;

/**
 * The server of somebody who may look at its settings and change them at this moment.
 * @throws Refusal for anybody else
 */
function mustManage({ actor: { guildId, rights } }: Context): string {
  if (guildId === undefined || !rights.has('manage-server'))
    throw new Refusal(message('refused.demoted'));
  return guildId;
}

/** Saves a change of somebody who may make it at this moment, and shows the settings as they are then. */
function changing(
  change: (pressed: Pressed) => Partial<ServerSettings>,
): (pressed: Pressed, context: Context) => Promise<Acted> {
  return async (pressed, context) => {
    const guildId = mustManage(context);
    const { servers } = context;
    const changed = { ...servers.settings(guildId), ...change(pressed) };
    await servers.saveSettings(guildId, changed);
    return { kind: 'reply', reply: settingsReply(changed), question: QUESTION, isInPlace: true };
  };
}

/** The channel is told so at once, which shows whether it can be written to. */
async function changeLog(pressed: Pressed, context: Context): Promise<Acted> {
  const [logChannel] = pressed.chosen;
  const acted = await changing(() => ({ logChannel }))(pressed, context);
  return acted.kind === 'form' || logChannel === undefined
    ? acted
    : { ...acted, notice: message('settings.log.here') };
}

const settingsReply = (set: ServerSettings): Reply => ({
  outcome: 'guide',
  isPrivate: true,
  heading: message('settings.heading'),
  entries: [
    plainEntry(...channelParts(set)),
    plainEntry(cooldownMessage(set)),
    plainEntry(message('settings.language', { language: languageMessage(set.language) })),
    plainEntry(logMessage(set)),
    plainEntry(message(set.mentions ? 'settings.mentions.on' : 'settings.mentions.off')),
  ],
  notes: [message('settings.roles')],
  choices: [],
  controls: controlsOf(set),
});

const channelParts = ({ channels }: ServerSettings): readonly Part[] =>
  channels.length === 0
    ? [message('settings.channels.all')]
    : [message('settings.channels'), ...listed(channels.map((id) => userMention('channel', id)))];

const cooldownMessage = ({ cooldown }: ServerSettings): Message =>
  cooldown === 0
    ? message('settings.cooldown.none')
    : message('settings.cooldown', { seconds: field(cooldown) });

const logMessage = ({ logChannel }: ServerSettings): Message =>
  logChannel === undefined
    ? message('settings.log.none')
    : message('settings.log', { channel: userMention('channel', logChannel) });

function languageMessage(set: string | undefined): Message {
  const language = LANGUAGES.find((each) => each === set);
  return language === undefined
    ? message('settings.language.server')
    : message('settings.language.name', { name: field(tongueOf(language).name) });
}

const controlsOf = ({
  channels,
  cooldown,
  language,
  logChannel,
  mentions,
}: ServerSettings): readonly Control[] => [
  {
    kind: 'channels',
    prompt: 'settings.pick.channels',
    action: 'settings.channels',
    chosen: channels,
    most: MOST_CHANNELS,
  },
  {
    kind: 'select',
    prompt: 'settings.pick.cooldown',
    action: 'settings.cooldown',
    options: COOLDOWNS.map((seconds) => ({
      value: String(seconds),
      label:
        seconds === 0
          ? message('settings.seconds.none')
          : message('settings.seconds', { seconds: field(seconds) }),
      isChosen: seconds === cooldown,
    })),
  },
  {
    kind: 'select',
    prompt: 'settings.pick.language',
    action: 'settings.language',
    options: [OWN_LANGUAGE, ...LANGUAGES].map((value) => ({
      value,
      label: languageMessage(value),
      isChosen: value === (language ?? OWN_LANGUAGE),
    })),
  },
  {
    kind: 'channels',
    prompt: 'settings.pick.log',
    action: 'settings.log',
    chosen: logChannel === undefined ? [] : [logChannel],
    most: 1,
  },
  {
    kind: 'button',
    label: mentions ? 'settings.turn.mentions.off' : 'settings.turn.mentions.on',
    action: 'settings.mentions',
    argument: mentions ? 'off' : 'on',
  },
];

import { PermissionFlagsBits } from 'discord.js';
import { strToU8 } from 'fflate';
import { commands, messageCommands } from '../../commands/index.ts';
import type { Right } from '../../src/command/command.ts';
import { textOf } from '../../src/command/messages.ts';
import { RIGHT_BITS } from '../../src/discord/rights.ts';
import { packFiles } from '../../src/intake/archive.ts';
import { commandOf, formOf, menuOf, pressOf } from './interactions.ts';
import {
  ACTIONS,
  MUTATIONS,
  NUMBERS,
  type Random,
  type Target,
  argumentFor,
  customId,
  digestOf,
  shownTo,
  valueFor,
} from './names.ts';
import type { Actor } from './places.ts';
import type { Interaction } from './wire.ts';

// What somebody tries who can send whatever they like.

const OPTIONS = commands.flatMap(({ name, options, files = {} }) => [
  ...Object.keys(options).map((option) => ({ name, option })),
  ...(Object.keys(options).length === 0 || Object.keys(files).length > 0
    ? [{ name, option: undefined }]
    : []),
]);

export const FILES: Readonly<Record<string, Uint8Array>> = {
  'out.zip': packFiles([
    { name: '../vaultalfa.md', text: '# Out\n\nOf the way.\n' },
    { name: '/vaultbravo.md', text: '# Out\n\nOf the way.\n' },
    { name: '..\\vaultbasil.md', text: '# Out\n\nOf the way.\n' },
    { name: 'vaultxray.md', text: '# Own\n\nIn its place.\n' },
    { name: '../base/vaultbasil.md', text: '# Out\n\nOf the way.\n' },
  ]),
  'story.md': strToU8(
    '# A story\n\nThe lock of the harbour was shut on Tuesday, and the ships had to wait.\n',
  ),
};

/** Whether Discord lets somebody use a command: it asks the server's own settings, and nobody can pretend. */
function isLet(actor: Actor, name: string): boolean {
  const [first] = name.split(' ');
  const accesses = new Set(
    commands
      .filter((each) => each.name.split(' ')[0] === first)
      .map((each) => each.access ?? 'everyone'),
  );
  if (accesses.has('everyone') || actor.place !== 'server') return true;
  const needed: Right = accesses.has('manage-messages') ? 'manage-messages' : 'manage-server';
  return (actor.rights & (RIGHT_BITS[needed] | PermissionFlagsBits.Administrator)) !== 0n;
}

/** A button or a select for an action of another's thing. */
function pressFor(actor: Actor, action: string, target: Target, pick: Random): Interaction {
  const { drafts, channels, feed, facts } = target.handles;
  const isOfChannels = action === 'settings.channels' || action === 'settings.log';
  const chosen = isOfChannels
    ? ({ kind: 8, values: [pick(channels)] } as const)
    : ({ kind: 3, values: [pick([...drafts, ...facts, feed.id, ...NUMBERS])] } as const);
  const isButton = !isOfChannels && pick([true, false]);
  const id = customId(action, argumentFor(target, pick));
  return pressOf(actor, id, shownTo(actor, target, pick), isButton ? undefined : chosen);
}

/** A form for an action, whether or not it ever opens one. */
function formFor(actor: Actor, action: string, target: Target, pick: Random): Interaction {
  const place = pick(target.handles.articles);
  const fields = {
    place: pick([place, `${place} 1`, valueFor(target, pick)]),
    id: place,
    reason: 'because',
    words: 'Other words.',
    title: 'Another title',
    question: valueFor(target, pick),
    name: pick(target.handles.asked),
    paragraph: '1',
    mistake: 'person',
    detail: valueFor(target, pick),
    verdict: 'absent',
    text1: 'A text that was pasted, with a few words in it.',
  };
  const isErasing = action === 'corpus.erase.send';
  const argument = isErasing ? digestOf(place) : argumentFor(target, pick);
  const shown = pick([undefined, shownTo(actor, target, pick)]);
  return formOf(actor, customId(action, argument), fields, shown);
}

/** How often each way is tried. */
const TIMES = { option: 4, completion: 3, action: 4, form: 3, mutation: 50, menu: 8 };

function times(count: number, work: () => void): void {
  for (let time = 0; time < count; time += 1) work();
}

/** Everything that somebody tries, in an order of its own. */
export function attemptsOf(
  actor: Actor,
  targets: readonly Target[],
  origin: string,
  pick: Random,
): readonly Interaction[] {
  const found: Interaction[] = [];
  const add = (interaction: Interaction): void => void found.push(interaction);
  const any = (): Target => pick(targets);
  const value = (): string => valueFor(any(), pick);
  for (const { name, option } of OPTIONS.filter((each) => isLet(actor, each.name)))
    times(TIMES.option, () => {
      const files = commands.find((each) => each.name === name)?.files ?? {};
      const [file] = Object.keys(files);
      const url = (): string =>
        pick([
          `${origin}/files/out.zip`,
          `${origin}/files/story.md`,
          `${origin}/files/..%2f..%2f${any().guildId}`,
          `file:///etc/hostname`,
          `${origin.replace('127.0.0.1', 'localhost')}/files/story.md`,
        ]);
      const given =
        file !== undefined && pick([true, option === undefined])
          ? {
              [file]: {
                name: pick(['out.zip', 'story.md', `../${any().guildId}/vault.md`]),
                url: url(),
              },
            }
          : {};
      add(
        commandOf(actor, name, option === undefined ? {} : { [option]: value() }, { files: given }),
      );
    });
  const completed = commands.flatMap(({ name, options }) =>
    Object.entries(options).flatMap(([option, { complete }]) =>
      complete ? [{ name, option }] : [],
    ),
  );
  for (const { name, option } of completed)
    times(TIMES.completion, () => {
      const typed = pick([
        '',
        'v',
        'vault',
        'wharf',
        'Ondra',
        'Q',
        'feeds',
        'x',
        value().slice(0, 90),
      ]);
      add(commandOf(actor, name, { [option]: typed }, { focused: option }));
    });
  for (const action of ACTIONS) {
    times(TIMES.action, () => add(pressFor(actor, action, any(), pick)));
    times(TIMES.form, () => add(formFor(actor, action, any(), pick)));
  }
  for (const target of targets)
    for (const id of target.buttons) add(pressOf(actor, id, shownTo(actor, target, pick)));
  times(TIMES.mutation, () => {
    const target = any();
    const id = pick([
      ...target.buttons,
      customId(pick(ACTIONS), argumentFor(target, pick)),
      'v1|page|2',
      'v1|choice|1',
      'v1|menu|who',
    ]);
    const chosen =
      id === 'v1|menu|who'
        ? { kind: 3 as const, values: target.handles.asked.slice(0, 2) }
        : undefined;
    add(pressOf(actor, pick([pick(MUTATIONS)(id), id]), shownTo(actor, target, pick), chosen));
  });
  for (const { name } of messageCommands)
    times(TIMES.menu, () => {
      const { handles } = any();
      const text = pick([
        `“The vault will be shut on Friday,” ${pick(handles.asked)} told reporters in Geneva.`,
        `${value()} ${value()}`,
        'The wharf burned. '.repeat(15),
      ]);
      const files = pick([[], [], [{ name: `../${value()}.md`, url: `${origin}/files/story.md` }]]);
      const [channelId = ''] = handles.channels;
      add(
        menuOf(actor, textOf(name, 'en'), {
          id: handles.card,
          channelId,
          text,
          by: actor.userId,
          files,
        }),
      );
    });
  return found;
}

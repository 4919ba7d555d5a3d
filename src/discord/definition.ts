import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { z } from 'zod';
import type {
  Access,
  Command,
  FixedChoice,
  MessageCommand,
  OptionDefinition,
} from '../command/command.ts';
import { LANGUAGES, tongueOf } from '../command/catalogue/index.ts';
import { type MessageKey, isMessageKey, textOf } from '../command/messages.ts';
import { RIGHT_BITS } from './rights.ts';

type Localizations = Readonly<Record<string, string>>;

/** A command as Discord is told of it. */
export interface Definition {
  readonly type: ApplicationCommandType;
  readonly name: string;
  /** Of a command of a message's menu. */
  readonly name_localizations?: Localizations;
  /** Slash commands have one, and options. */
  readonly description?: string;
  readonly description_localizations?: Localizations;
  readonly options?: readonly DefinedOption[];
  /** What a member needs, unless the server's own settings say otherwise. */
  readonly default_member_permissions?: string;
  /** Where it may be used and whom it is installed to; only global commands have these. */
  readonly contexts?: readonly InteractionContextType[];
  readonly integration_types?: readonly ApplicationIntegrationType[];
}

interface DefinedOption {
  readonly type: ApplicationCommandOptionType;
  readonly name: string;
  readonly description: string;
  readonly description_localizations: Localizations;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  /** Of a subcommand. */
  readonly options?: readonly DefinedOption[];
  readonly choices?: readonly {
    readonly name: string;
    readonly name_localizations: Localizations;
    readonly value: string;
  }[];
  readonly min_length?: number;
  readonly max_length?: number;
}

/** What every command of everyone takes: whether the answer is for the asker alone. */
export const PRIVATE_OPTION = 'private';

/** What to tell Discord of slash commands; those that share their first word are one to Discord. */
export function defineCommands(commands: readonly Command[], isGlobal: boolean): Definition[] {
  const byName = new Map<string, Command[]>();
  for (const command of commands) {
    const [first = ''] = command.name.split(' ');
    byName.set(first, [...(byName.get(first) ?? []), command]);
  }
  return Array.from(byName, ([name, [first, ...others]]) =>
    first === undefined || first.name === name
      ? [first, ...others]
          .flatMap((each) => each ?? [])
          .map((each) => defineCommand(each, isGlobal))
      : [defineGroup(name, [first, ...others], isGlobal)],
  ).flat();
}

/** `/corpus` with its subcommands. Discord asks for the least right that one of them takes. */
const defineGroup = (
  name: string,
  commands: readonly Command[],
  isGlobal: boolean,
): Definition => ({
  type: ApplicationCommandType.ChatInput,
  name,
  ...localizedDescription(groupDescription(name)),
  options: commands.map((command) => ({
    type: ApplicationCommandOptionType.Subcommand,
    name: command.name.slice(name.length + 1),
    ...localizedDescription(command.description),
    options: [...filesOf(command), ...optionsOf(command)],
  })),
  ...needed(groupAccess(commands)),
  ...(isGlobal ? reachOf(groupAccess(commands)) : {}),
});

const ACCESSES: readonly Access[] = ['everyone', 'manage-messages', 'manage-server'];

/** What Discord asks of whoever uses one of the commands: it knows one right for all of them. */
export const groupAccess = (commands: readonly Command[]): Access =>
  ACCESSES.find((access) => commands.some((each) => (each.access ?? 'everyone') === access)) ??
  'everyone';

function groupDescription(name: string): MessageKey {
  const key = `group.${name}`;
  if (isMessageKey(key)) return key;
  throw new RangeError(`the catalogue lacks ${key}`);
}

const filesOf = ({ files = {} }: Command): readonly DefinedOption[] =>
  Object.entries(files).map(([name, description]) => ({
    type: ApplicationCommandOptionType.Attachment,
    name,
    ...localizedDescription(description),
    required: false,
  }));

const optionsOf = ({ options }: Command): readonly DefinedOption[] =>
  Object.entries(options).map(([name, option]) => defineOption(name, option));

/** What to tell Discord of a slash command. */
export const defineCommand = (command: Command, isGlobal: boolean): Definition => ({
  type: ApplicationCommandType.ChatInput,
  name: command.name,
  ...localizedDescription(command.description),
  options: [
    ...filesOf(command),
    ...optionsOf(command),
    ...(Object.keys(command.options).length > 0 && command.files === undefined
      ? [privateOption()]
      : []),
  ],
  ...needed(command.access),
  ...(isGlobal ? reachOf(command.access) : {}),
});

/** What to tell Discord of a command of a message's menu. */
export const defineMessageCommand = ({ name }: MessageCommand, isGlobal: boolean): Definition => ({
  type: ApplicationCommandType.Message,
  ...localizedName(name),
  ...(isGlobal ? reachOf('everyone') : {}),
});

const privateOption = (): DefinedOption => ({
  type: ApplicationCommandOptionType.Boolean,
  name: PRIVATE_OPTION,
  ...localizedDescription('option.private'),
  required: false,
  autocomplete: false,
});

const needed = (access: Access = 'everyone'): Pick<Definition, 'default_member_permissions'> =>
  access === 'everyone' ? {} : { default_member_permissions: RIGHT_BITS[access].toString() };

/**
 * Asking works wherever Discord has commands, also where a member brought the bot along themselves;
 * what is for those who look after a server only where a server has added it.
 */
const reachOf = (
  access: Access = 'everyone',
): Pick<Definition, 'contexts' | 'integration_types'> =>
  access === 'everyone'
    ? {
        contexts: [
          InteractionContextType.Guild,
          InteractionContextType.BotDM,
          InteractionContextType.PrivateChannel,
        ],
        integration_types: [
          ApplicationIntegrationType.GuildInstall,
          ApplicationIntegrationType.UserInstall,
        ],
      }
    : {
        contexts: [InteractionContextType.Guild],
        integration_types: [ApplicationIntegrationType.GuildInstall],
      };

const defineOption = (name: string, option: OptionDefinition): DefinedOption => ({
  type: ApplicationCommandOptionType.String,
  name,
  ...localizedDescription(option.description),
  required: false,
  autocomplete: option.complete !== undefined,
  ...(option.choices === undefined ? {} : { choices: option.choices.map(defineChoice) }),
  ...lengthsOf(option.schema),
});

const defineChoice = ({ value, label }: FixedChoice) => ({ ...localizedName(label), value });

function localizedDescription(key: MessageKey) {
  return { description: textOf(key, 'en'), description_localizations: translationsOf(key) };
}

function localizedName(key: MessageKey) {
  return { name: textOf(key, 'en'), name_localizations: translationsOf(key) };
}

/** `{uk: …, 'es-ES': …, 'es-419': …}`: what Discord itself shows in other languages than English. */
function translationsOf(key: MessageKey): Localizations {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) =>
      tongueOf(language).discordLocales.map((locale) => [locale, textOf(key, language)]),
    ),
  );
}

const LENGTHS = z.object({ minLength: z.number().optional(), maxLength: z.number().optional() });

/** The schema's own limits, so that Discord says at once what the schema would refuse. */
function lengthsOf(schema: OptionDefinition['schema']): Partial<DefinedOption> {
  const described = LENGTHS.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  const { minLength, maxLength } = described;
  return {
    ...(minLength === undefined ? {} : { min_length: minLength }),
    ...(maxLength === undefined ? {} : { max_length: Math.min(maxLength, 6000) }),
  };
}

const LOCALIZED = z.record(z.string(), z.string()).nullish();

const SINGLE_OPTION = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  description_localizations: LOCALIZED,
  required: z.boolean().nullish(),
  autocomplete: z.boolean().nullish(),
  choices: z
    .array(z.object({ name: z.string(), name_localizations: LOCALIZED, value: z.string() }))
    .nullish(),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
});

/** An option, or a subcommand with its options. */
const LISTED_OPTION = SINGLE_OPTION.extend({ options: z.array(SINGLE_OPTION).nullish() });

const LISTED = z.array(
  z.object({
    type: z.number().nullish(),
    name: z.string(),
    name_localizations: LOCALIZED,
    description: z.string().nullish(),
    description_localizations: LOCALIZED,
    options: z.array(LISTED_OPTION).nullish(),
    default_member_permissions: z.string().nullish(),
    contexts: z.array(z.number()).nullish(),
    integration_types: z.array(z.number()).nullish(),
  }),
);

type Listed = z.infer<typeof LISTED>[number];

/**
 * Whether Discord already has these commands. Its list adds ids, versions and defaults, leaves out
 * what is false, and comes in an order of its own.
 */
export function isRegistered(definitions: readonly Definition[], listed: unknown): boolean {
  const known = LISTED.safeParse(listed);
  if (!known.success) return false;
  const wanted = LISTED.parse(definitions);
  return canonical(wanted, true) === canonical(known.data, wanted.some(isGlobal));
}

const isGlobal = ({ contexts }: Listed): boolean => Array.isArray(contexts);

const canonical = (commands: readonly Listed[], withContexts: boolean): string =>
  JSON.stringify(
    commands
      .map((command) => [
        command.type ?? ApplicationCommandType.ChatInput,
        command.name,
        entriesOf(command.name_localizations),
        command.description ?? '',
        entriesOf(command.description_localizations),
        command.default_member_permissions ?? null,
        (command.options ?? []).map(canonicalOption),
        withContexts ? sorted(command.contexts) : [],
        withContexts ? sorted(command.integration_types) : [],
      ])
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  );

/** In an order of their own. */
const entriesOf = (localized: z.infer<typeof LOCALIZED>): readonly unknown[] =>
  Object.entries(localized ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Commands of two kinds may have one name. */
const keyOf = ([type, name]: readonly unknown[]): string => `${String(type)} ${String(name)}`;

const sorted = (numbers: readonly number[] | null | undefined): readonly number[] =>
  (numbers ?? []).toSorted((a, b) => a - b);

const canonicalOption = (option: ListedOption): readonly unknown[] => [
  option.type,
  option.name,
  option.description,
  entriesOf(option.description_localizations),
  option.required ?? false,
  option.autocomplete ?? false,
  (option.choices ?? []).map(({ name, name_localizations: names, value }) => [
    name,
    entriesOf(names),
    value,
  ]),
  option.min_length ?? null,
  option.max_length ?? null,
  (option.options ?? []).map(canonicalOption),
];

type ListedOption = z.infer<typeof SINGLE_OPTION> & {
  readonly options?: readonly z.infer<typeof SINGLE_OPTION>[] | null | undefined;
};

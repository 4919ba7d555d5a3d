import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { z } from 'zod';
import type { Command, FixedChoice, OptionDefinition } from '../command/command.ts';
import { english } from '../command/messages.ts';

/** A command as Discord is told of it. */
export interface Definition {
  readonly type: ApplicationCommandType;
  readonly name: string;
  readonly description: string;
  readonly options: readonly DefinedOption[];
  /** Where it may be used and whom it is installed to; only global commands have these. */
  readonly contexts?: readonly InteractionContextType[];
  readonly integration_types?: readonly ApplicationIntegrationType[];
}

interface DefinedOption {
  readonly type: ApplicationCommandOptionType;
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly min_length?: number;
  readonly max_length?: number;
}

/** What to tell Discord; commands are used in servers, and installed to them. */
export const defineCommand = (command: Command, isGlobal: boolean): Definition => ({
  type: ApplicationCommandType.ChatInput,
  name: command.name,
  description: english[command.description],
  options: Object.entries(command.options).map(([name, option]) => defineOption(name, option)),
  ...(isGlobal
    ? {
        contexts: [InteractionContextType.Guild],
        integration_types: [ApplicationIntegrationType.GuildInstall],
      }
    : {}),
});

const defineOption = (name: string, option: OptionDefinition): DefinedOption => ({
  type: ApplicationCommandOptionType.String,
  name,
  description: english[option.description],
  required: false,
  autocomplete: option.complete !== undefined,
  ...(option.choices === undefined ? {} : { choices: option.choices.map(defineChoice) }),
  ...lengthsOf(option.schema),
});

const defineChoice = ({ value, label }: FixedChoice) => ({ name: english[label], value });

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

const LISTED_OPTION = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  required: z.boolean().nullish(),
  autocomplete: z.boolean().nullish(),
  choices: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
});

const LISTED = z.array(
  z.object({
    type: z.number().nullish(),
    name: z.string(),
    description: z.string(),
    options: z.array(LISTED_OPTION).nullish(),
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
        command.description,
        (command.options ?? []).map(canonicalOption),
        withContexts ? sorted(command.contexts) : [],
        withContexts ? sorted(command.integration_types) : [],
      ])
      .toSorted((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1)),
  );

const sorted = (numbers: readonly number[] | null | undefined): readonly number[] =>
  (numbers ?? []).toSorted((a, b) => a - b);

const canonicalOption = (option: z.infer<typeof LISTED_OPTION>): readonly unknown[] => [
  option.type,
  option.name,
  option.description,
  option.required ?? false,
  option.autocomplete ?? false,
  (option.choices ?? []).map(({ name, value }) => [name, value]),
  option.min_length ?? null,
  option.max_length ?? null,
];

import { ApplicationCommandType } from 'discord-api-types/v10';
import { invalidForm, placeUnder } from '../rest/failure.ts';
import type { FormError } from '../rest/failure.ts';
import type { CommandBody, Localizations, OptionBody } from './body.ts';

interface CommandRule {
  readonly rule: string;
  /** The page of Discord's documentation that states it. */
  readonly page: string;
  readonly check: (command: CommandBody) => Iterable<FormError>;
}

type NamedBody = Pick<OptionBody, 'name' | 'name_localizations'>;

interface OptionPlace {
  readonly option: OptionBody;
  readonly path: readonly PropertyKey[];
}

const PAGE = 'docs/interactions/application-commands#application-command-object';
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MOST_CHARACTERS = 8000;
const MOST_VALUE = 100;

/** Documented rules that the request schemas do not hold; all that are broken answer. */
export const COMMAND_RULES: readonly CommandRule[] = [
  {
    rule: 'names of chat commands and options are letters, digits, - _ and apostrophes, lower case',
    page: `${PAGE}-application-command-naming`,
    check: invalidNames,
  },
  {
    rule: 'a chat command has a description of 1 to 100 characters, any other none',
    page: `${PAGE}-application-command-structure`,
    check: function* (command) {
      const description = command.description ?? '';
      if (isChat(command) && description === '') {
        yield { path: ['description'], ...REQUIRED };
      }
      if (!isChat(command) && description !== '') {
        const message = 'Context menu commands cannot have description';
        const code = 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED';
        yield { path: ['description'], code, message };
      }
    },
  },
  {
    rule: 'only a chat command has options',
    page: `${PAGE}-application-command-structure`,
    check: function* (command) {
      if (isChat(command) || optionsOf(command).length === 0) return;
      const message = 'Context menu commands cannot have options';
      const code = 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_NOT_ALLOWED';
      yield { path: ['options'], code, message };
    },
  },
  {
    rule: 'required options come before the others',
    page: `${PAGE}-application-command-option-structure`,
    check: requiredAfterOptional,
  },
  {
    rule: 'option names differ within their command or subcommand',
    page: `${PAGE}-application-command-structure`,
    check: duplicateNames,
  },
  {
    rule: 'an option has choices or autocomplete, not both',
    page: `${PAGE}-application-command-option-structure`,
    check: function* (command) {
      for (const { option, path } of walkOptions(optionsOf(command))) {
        if (choicesOf(option).length === 0 || option.autocomplete !== true) {
          continue;
        }
        const message = 'Autocomplete options cannot have choices';
        const code = 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID';
        yield { path: [...path, 'choices'], code, message };
      }
    },
  },
  {
    rule: 'the value of a choice has 1 to 100 characters',
    page: `${PAGE}-application-command-option-choice-structure`,
    check: function* (command) {
      for (const { option, path } of walkOptions(optionsOf(command))) {
        for (const [index, { value }] of choicesOf(option).entries()) {
          if (typeof value !== 'string' || isChoiceLength(value)) continue;
          yield { path: [...path, 'choices', index, 'value'], ...BAD_LENGTH };
        }
      }
    },
  },
  {
    rule: 'the names, descriptions and values of a command have at most 8,000 characters together',
    page: 'docs/interactions/application-commands#registering-a-command',
    check: function* (command) {
      if (commandLength(command) <= MOST_CHARACTERS) return;
      const message = `Command exceeds maximum size (${MOST_CHARACTERS})`;
      yield { path: [], code: 'APPLICATION_COMMAND_TOO_LARGE', message };
    },
  },
];

const REQUIRED = { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
const BAD_LENGTH = {
  code: 'BASE_TYPE_BAD_LENGTH',
  message: `Must be between 1 and ${MOST_VALUE} in length.`,
};

/** Throws 50035 with every rule that the command breaks, under `at`. */
export function checkCommand(command: CommandBody, at: readonly PropertyKey[]): void {
  const errors = COMMAND_RULES.flatMap(({ check }) => Array.from(check(command)));
  if (errors.length === 0) return;
  throw invalidForm(placeUnder(at, errors));
}

/** Errors of choices offered while a member types: `docs/interactions/application-commands#autocomplete`. */
export function* checkChoiceValues(choices: readonly { value: string | number }[]) {
  for (const [index, { value }] of choices.entries()) {
    if (typeof value !== 'string' || isChoiceLength(value)) continue;
    yield { path: ['data', 'choices', index, 'value'], ...BAD_LENGTH };
  }
}

/** Errors for commands of one list that have the same name and type. */
export function* duplicateCommands(commands: readonly CommandBody[]): Generator<FormError> {
  const seen = new Set<string>();
  for (const [index, command] of commands.entries()) {
    const key = `${command.type ?? ApplicationCommandType.ChatInput} ${command.name}`;
    if (seen.has(key)) {
      const message = 'Application command names must be unique';
      yield { path: [index], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message };
    }
    seen.add(key);
  }
}

function* invalidNames(command: CommandBody): Generator<FormError> {
  if (!isChat(command)) return;
  const places = [...walkOptions(optionsOf(command))];
  const named = [
    ...namesOf(command, []),
    ...places.flatMap(({ option, path }) => namesOf(option, path)),
  ];
  for (const { name, path } of named) {
    if (NAME.test(name) && name === name.toLowerCase()) continue;
    yield { path, code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' };
  }
}

function namesOf({ name, name_localizations }: NamedBody, path: readonly PropertyKey[]) {
  const localized = Object.entries(name_localizations ?? {});
  return [
    { name, path: [...path, 'name'] },
    ...localized.map(([locale, local]) => ({
      name: local,
      path: [...path, 'name_localizations', locale],
    })),
  ];
}

function* requiredAfterOptional(command: CommandBody): Generator<FormError> {
  for (const { options, path } of optionLists(command)) {
    const firstOptional = options.findIndex((option) => option.required !== true);
    for (const [index, option] of options.entries()) {
      if (option.required !== true || firstOptional < 0 || index < firstOptional) continue;
      const message = 'Required options must be placed before non-required options';
      yield {
        path: [...path, index],
        code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        message,
      };
    }
  }
}

function* duplicateNames(command: CommandBody): Generator<FormError> {
  for (const { options, path } of optionLists(command)) {
    for (const [index, { name }] of options.entries()) {
      if (options.findIndex((option) => option.name === name) === index) continue;
      const message = 'Option name already used in this command';
      const code = 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS';
      yield { path: [...path, index, 'name'], code, message };
    }
  }
}

/** A command's own list of options, and those of its subcommands and their groups. */
function optionLists(command: CommandBody) {
  const nested = [...walkOptions(optionsOf(command))].map(({ option, path }) => ({
    options: option.options ?? [],
    path: [...path, 'options'],
  }));
  return [{ options: optionsOf(command), path: ['options'] }, ...nested];
}

function* walkOptions(
  options: readonly OptionBody[],
  at: readonly PropertyKey[] = ['options'],
): Generator<OptionPlace> {
  for (const [index, option] of options.entries()) {
    const path = [...at, index];
    yield { option, path };
    yield* walkOptions(option.options ?? [], [...path, 'options']);
  }
}

// Only the longest of a field's localizations counts.
function commandLength(command: CommandBody): number {
  const options = [...walkOptions(optionsOf(command))].map(({ option }) => option);
  const choices = options.flatMap(choicesOf);
  const texts = [command, ...options].reduce((sum, each) => sum + textLength(each), 0);
  return choices.reduce(
    (sum, { name, name_localizations, value }) =>
      sum + longest(name, name_localizations) + String(value).length,
    texts,
  );
}

function textLength(of: CommandBody | OptionBody): number {
  return (
    longest(of.name, of.name_localizations) + longest(of.description, of.description_localizations)
  );
}

function longest(text: string | null | undefined, others: Localizations): number {
  return Math.max(...[text ?? '', ...Object.values(others ?? {})].map((each) => each.length));
}

const optionsOf = (command: CommandBody): readonly OptionBody[] => command.options ?? [];

const choicesOf = (option: OptionBody) => option.choices ?? [];

const isChat = (command: CommandBody): boolean =>
  (command.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;

const isChoiceLength = (value: string): boolean => value.length >= 1 && value.length <= MOST_VALUE;

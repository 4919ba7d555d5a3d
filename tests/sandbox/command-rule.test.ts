import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { COMMAND_RULES } from '../../src/sandbox/rules/command-rule.ts';
import { ask, readError } from './raw-bot.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const command = (more: object = {}) => ({ name: 'quote', description: 'Who said it', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'who', description: 'Who', ...more });

const BROKEN_COMMANDS: readonly [string, object, string][] = [
  ...['Quote', 'two words', 'quote!', 'Ünlü'].map((name): [string, object, string] => [
    'names of chat commands and options are letters, digits, - _ and apostrophes, lower case',
    command({ name }),
    'name: APPLICATION_COMMAND_INVALID_NAME',
  ]),
  [
    'names of chat commands and options are letters, digits, - _ and apostrophes, lower case',
    command({ options: [option({ name_localizations: { uk: 'Хто' } })] }),
    'options.0.name_localizations.uk: APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'a chat command has a description of 1 to 100 characters, any other none',
    command({ description: '' }),
    'description: BASE_TYPE_REQUIRED',
  ],
  [
    'a chat command has a description of 1 to 100 characters, any other none',
    { name: 'Cite this', type: 3, description: 'x' },
    'description: APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED',
  ],
  [
    'only a chat command has options',
    { name: 'Cite this', type: 3, options: [option()] },
    'options: APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_NOT_ALLOWED',
  ],
  [
    'required options come before the others',
    command({ options: [option(), option({ name: 'about', required: true })] }),
    'options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'required options come before the others',
    command({
      options: [
        {
          type: 1,
          name: 'add',
          description: 'a',
          options: [option(), option({ name: 'b', required: true })],
        },
      ],
    }),
    'options.0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'option names differ within their command or subcommand',
    command({ options: [option(), option()] }),
    'options.1.name: APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
  ],
  [
    'an option has choices or autocomplete, not both',
    command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }),
    'options.0.choices: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    'the value of a choice has 1 to 100 characters',
    command({ options: [option({ choices: [{ name: 'a', value: 'a'.repeat(101) }] })] }),
    'options.0.choices.0.value: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'the names, descriptions and values of a command have at most 8,000 characters together',
    command({
      options: times(5, (index) =>
        option({
          name: `o${index}`,
          choices: times(25, (n) => ({
            name: `${n}`.padEnd(50, 'x'),
            value: `${n}`.padEnd(50, 'x'),
          })),
        }),
      ),
    }),
    ': APPLICATION_COMMAND_TOO_LARGE',
  ],
];

const MALFORMED_COMMANDS: readonly [string, object, string][] = [
  ['its name is too long', command({ name: 'a'.repeat(33) }), 'name: BASE_TYPE_MAX_LENGTH'],
  ['it has no name', { description: 'a' }, 'name: BASE_TYPE_REQUIRED'],
  [
    'its description is too long',
    command({ description: 'a'.repeat(101) }),
    'description: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an option has no description',
    command({ options: [{ type: 3, name: 'who' }] }),
    'options.0.description: BASE_TYPE_REQUIRED',
  ],
  [
    'an option has too many choices',
    command({
      options: [option({ choices: times(26, (n) => ({ name: `${n}`, value: `${n}` })) })],
    }),
    'options.0.choices: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'it has too many options',
    command({ options: times(26, (index) => option({ name: `o${index}` })) }),
    'options: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'its permissions are no number',
    command({ default_member_permissions: 'all' }),
    'default_member_permissions: NUMBER_TYPE_COERCE',
  ],
  ['its contexts are unknown', command({ contexts: [7] }), 'contexts.0: BASE_TYPE_CHOICES'],
];

const path = () => `/applications/${sandbox.applicationId}/commands`;

describe('a command is refused when', () => {
  test.each([...BROKEN_COMMANDS, ...MALFORMED_COMMANDS])('%s', async (_what, body, place) => {
    const answer = await ask(sandbox, 'POST', path(), body);
    expect(readError(answer)).toEqual({ status: 400, code: 50035, places: [place] });
    expect(sandbox.commands()).toEqual([]);
  });

  test('one of a list is wrong, and says which', async () => {
    const answer = await ask(sandbox, 'PUT', path(), [command(), command({ name: 'No!' })]);
    const places = ['1.name: APPLICATION_COMMAND_INVALID_NAME'];
    expect(readError(answer)).toEqual({ status: 400, code: 50035, places });
  });

  test('two of a list have the same name', async () => {
    const answer = await ask(sandbox, 'PUT', path(), [command(), command()]);
    const places = ['1: APPLICATION_COMMANDS_DUPLICATE_NAME'];
    expect(readError(answer)).toEqual({ status: 400, code: 50035, places });
  });

  test('a list has more than 100', async () => {
    const many = times(101, (index) => command({ name: `quote-${index}` }));
    expect(readError(await ask(sandbox, 'PUT', path(), many))).toMatchObject({ code: 30032 });
  });

  test('each rule of the table has its row here', () => {
    const tested = new Set(BROKEN_COMMANDS.map(([rule]) => rule));
    expect(COMMAND_RULES.map(({ rule }) => rule)).toEqual([...tested]);
  });

  test.each(COMMAND_RULES)('names its page: $rule', ({ page }) => {
    expect(page).toMatch(/^docs\/[a-z-]+\/[a-z-]+(#[a-z-]+)?$/);
  });
});

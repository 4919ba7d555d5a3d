import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { defineCommand, defineCommands, isRegistered } from '../../src/discord/definition.ts';
import { invitationLink } from '../../src/discord/invitation.ts';
import { toChoices } from '../../src/discord/autocomplete.ts';
import { commandGiving, foundReply } from '../command/samples.ts';

const schema = z.string().trim().min(2).max(100).optional();
const who = { description: 'guide.heading', schema } as const;
const quote = commandGiving('quote', { who }, async () => foundReply([]));
const ask = commandGiving('ask', { question: { ...who, complete: () => [] } }, async () =>
  foundReply([]),
);

// As Discord lists what it was told: more fields, some of them null, in an order of its own.
const ranked = commandGiving(
  'ranked',
  { order: { ...who, choices: [{ value: 'best', label: 'order.best' }] } },
  async () => foundReply([]),
);

const listed = [quote, ask].map((command, at) => {
  const { options = [], ...definition } = defineCommand(command, true);
  return {
    id: String(at),
    application_id: '7',
    version: '8',
    default_member_permissions: null,
    nsfw: false,
    ...definition,
    options: options.map((option) => ({
      name_localizations: null,
      ...option,
      required: null,
      autocomplete: option.autocomplete ? true : undefined,
    })),
  };
});

describe('a command as Discord is told of it', () => {
  it('has the lengths of its schemas, a choice of privacy, and is used everywhere', () => {
    const description_localizations = {
      uk: 'Спробуйте одне з цього:',
      'es-ES': 'Prueba una de estas:',
      'es-419': 'Prueba una de estas:',
    };
    expect(defineCommand(quote, true)).toEqual({
      type: 1,
      name: 'quote',
      description: 'Try one of these:',
      description_localizations,
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      options: [
        {
          type: 3,
          name: 'who',
          description: 'Try one of these:',
          description_localizations,
          required: false,
          autocomplete: false,
          min_length: 2,
          max_length: 100,
        },
        {
          type: 5,
          name: 'private',
          description: 'Show the answer to me alone',
          description_localizations: {
            uk: 'Показати відповідь лише мені',
            'es-ES': 'Mostrarme la respuesta solo a mí',
            'es-419': 'Mostrarme la respuesta solo a mí',
          },
          required: false,
          autocomplete: false,
        },
      ],
    });
  });

  it('of those who look after a server asks for their right, and is used in servers alone', () => {
    const settings = { ...quote, options: {}, access: 'manage-server' } as const;
    expect(defineCommand(settings, true)).toMatchObject({
      default_member_permissions: '32',
      contexts: [0],
      integration_types: [0],
      options: [],
    });
  });

  it('has the only values that an option takes', () => {
    expect(defineCommand(ranked, true).options?.slice(0, 1)).toMatchObject([
      { name: 'order', choices: [{ name: 'Best match first', value: 'best' }] },
    ]);
  });

  it('has no contexts in one server, where Discord takes none', () => {
    expect(defineCommand(quote, false)).not.toHaveProperty('contexts');
  });
});

describe('registered already', () => {
  const wanted = [ask, quote].map((command) => defineCommand(command, true));
  const [first = wanted[0]] = listed;

  test.each([
    ['the same in another order', listed, true],
    ['one fewer', [first], false],
    ['one more', [...listed, { ...first, name: 'old' }], false],
    ['another description', [listed[1], { ...first, description: 'Older' }], false],
    ['another context', [listed[1], { ...first, contexts: [0, 1] }], false],
    ['none', [], false],
    ['nothing that Discord would say', { message: 'no' }, false],
  ])('%s: %#', (_, known, expected) => {
    expect(isRegistered(wanted, known)).toBe(expected);
  });
});

it('an invitation asks for what mentions, threads and corrections need, and no more', () => {
  expect(invitationLink('123')).toBe(
    'https://discord.com/oauth2/authorize?client_id=123&scope=bot+applications.commands&permissions=309237713920',
  );
});

it('values offered are what Discord takes: 25, each once, none longer than 100', () => {
  const completions = Array.from({ length: 40 }, (_, at) => `v${Math.floor(at / 1.25)}`);
  const choices = toChoices([
    { value: 'x'.repeat(101), label: 'long' },
    { value: '', label: 'empty' },
    { value: 'blank', label: '\u200b ' },
    { value: 'ok', label: `${'y'.repeat(99)}\u{1f600}` },
    ...completions.map((value) => ({ value, label: value })),
  ]);
  expect(choices).toHaveLength(25);
  expect(choices[0]).toEqual({ name: 'y'.repeat(99), value: 'ok' });
  expect(new Set(choices.map(({ value }) => value)).size).toBe(25);
});

test('an option whose choices changed is to be registered again', () => {
  const definitions = [defineCommand(ranked, true)];
  const before = definitions.map((definition) => ({
    ...definition,
    options: definition.options?.map((option) => ({ ...option, choices: null })),
  }));
  expect(isRegistered(definitions, definitions)).toBe(true);
  expect(isRegistered(definitions, before)).toBe(false);
});

const run = async () => foundReply([]);

describe('commands that share their first word', () => {
  const add = { ...commandGiving('corpus add', { who }, run), access: 'manage-messages' as const };
  const erase = { ...commandGiving('corpus erase', {}, run), access: 'manage-server' as const };
  const withFile = { ...add, files: { file: 'guide.heading' as const } };

  it('are one to Discord, which asks for the least right that one of them takes', () => {
    const [corpus, ...others] = defineCommands([withFile, erase], true);
    expect(others).toEqual([]);
    expect(corpus).toMatchObject({ name: 'corpus', default_member_permissions: String(1 << 13) });
    expect(corpus?.options?.map(({ type, name }) => [type, name])).toEqual([
      [1, 'add'],
      [1, 'erase'],
    ]);
    const [first] = corpus?.options ?? [];
    expect(first?.options?.map(({ type, name }) => [type, name])).toEqual([
      [11, 'file'],
      [3, 'who'],
    ]);
  });

  it('are registered again when an option of one of them changed', () => {
    const definitions = defineCommands([add, erase], true);
    expect(isRegistered(definitions, definitions)).toBe(true);
    expect(isRegistered(defineCommands([withFile, erase], true), definitions)).toBe(false);
  });
});

describe('every command', () => {
  test.each(defineCommands(commands, true).map((defined) => [defined.name, defined] as const))(
    '/%s has names and descriptions that Discord takes',
    (_name, { name, description = '', options = [] }) => {
      const inner = options.flatMap((option) => option.options ?? []);
      for (const each of [{ name, description }, ...options, ...inner]) {
        expect(each.name).toMatch(/^[-_a-z0-9]{1,32}$/u);
        expect(each.description.length).toBeGreaterThan(0);
        expect(each.description.length).toBeLessThanOrEqual(100);
      }
      expect(options.length).toBeLessThanOrEqual(25);
      expect(new Set(options.map((option) => option.name)).size).toBe(options.length);
    },
  );
});

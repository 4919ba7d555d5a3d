import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { parseLine } from '../../../src/sandbox/prompt/line.ts';
import type { Line, TypeableCommand } from '../../../src/sandbox/prompt/line.ts';

const option = (name: string, more: object = {}) => ({
  type: ApplicationCommandOptionType.String,
  name,
  description: name,
  ...more,
});

const COMMANDS: readonly TypeableCommand[] = [
  { title: 'who-attended', description: '', options: [option('event'), option('about')] },
  {
    title: 'stance',
    description: '',
    options: [
      option('who', { required: true }),
      option('most', { type: ApplicationCommandOptionType.Integer }),
      option('all', { type: ApplicationCommandOptionType.Boolean }),
      option('side', { choices: [{ name: 'For it', value: 'for' }] }),
    ],
  },
  { title: 'article add', description: '', options: [option('title')] },
  { title: 'article', description: '', options: [] },
];

const attended = (values: Readonly<Record<string, string>>): Line => ({
  kind: 'command',
  title: 'who-attended',
  values,
});
const mistake = (text: string): Line => ({ kind: 'mistake', text });

describe('a line is read', () => {
  test.each<[string, Line]>([
    ['', { kind: 'empty' }],
    ['  ', { kind: 'empty' }],
    ['12', { kind: 'numbers', numbers: [12] }],
    ['1 3, 4', { kind: 'numbers', numbers: [1, 3, 4] }],
    ['exit', { kind: 'exit' }],
    ['/help', { kind: 'help' }],
    ['as moderator', { kind: 'person', name: 'moderator' }],
    ['/who-attended', attended({})],
    ['/who-attended event: Riyadh talks', attended({ event: 'Riyadh talks' })],
    ['/who-attended event:Riyadh talks', attended({ event: 'Riyadh talks' })],
    ['/who-attended EVENT: Riyadh', attended({ event: 'Riyadh' })],
    ['/who-attended event: Riyadh talks about: x', attended({ event: 'Riyadh talks', about: 'x' })],
    ['/who-attended about: he said: no', attended({ about: 'he said: no' })],
    ['/who-attended event: 12:30', attended({ event: '12:30' })],
    [
      '/who-attended event: "talks about: peace" about: "x"',
      attended({ event: 'talks about: peace', about: 'x' }),
    ],
    ['/who-attended event: "no" and "yes"', attended({ event: '"no" and "yes"' })],
    ['/who-attended event: "open about: x', attended({ event: '"open', about: 'x' })],
    [
      '/stance who: Rubio most: 3 all: yes side: for it',
      {
        kind: 'command',
        title: 'stance',
        values: { who: 'Rubio', most: 3, all: true, side: 'for' },
      },
    ],
    ['/article add title: a', { kind: 'command', title: 'article add', values: { title: 'a' } }],
    ['/stance', mistake('/stance needs who: (who)')],
    [
      '/who-attended Riyadh',
      mistake('"Riyadh" is no option of /who-attended, which takes event: about:'),
    ],
    ['/article x', mistake('"x" is no option of /article, which takes no options')],
    ['/who-attended event:', mistake('Write a value after event: or leave it out.')],
    ['/who-attended event: a event: b', mistake('event: is there twice.')],
    ['/who-attend', mistake('There is no command /who-attend. /help lists those that there are.')],
    ['who attended?', mistake('Commands start with a slash. /help lists them.')],
  ])('%j', (line, expected) => {
    expect(parseLine(line, COMMANDS)).toEqual(expected);
  });

  test('as the bot’s own /help, when it has one', () => {
    const help = { title: 'help', description: '', options: [] };
    expect(parseLine('/help', [help])).toEqual({ kind: 'command', title: 'help', values: {} });
    expect(parseLine('help', [help])).toEqual({ kind: 'help' });
  });
});

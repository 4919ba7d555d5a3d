import { ButtonStyle, ComponentType, MessageFlags, MessageType } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { assert, integer, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toSeenMessage } from '../../../src/sandbox/driver/seen.ts';
import { renderCard } from '../../../src/sandbox/prompt/card.ts';
import { toTerminalText } from '../../../src/sandbox/prompt/markdown.ts';
import { createStyles, toSafeText, wrapText } from '../../../src/sandbox/prompt/terminal-text.ts';

const plain = createStyles(false);
const nameOf = (kind: string, id: string) =>
  (id === '1' ? { '@': 'mia', '#': 'news' }[kind] : undefined) ?? 'unknown';

const message = (more: Partial<APIMessage>): APIMessage => ({
  id: '1',
  channel_id: '2',
  author: { id: '3', username: 'verbatim', discriminator: '0', global_name: null, avatar: null },
  content: '',
  timestamp: '',
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  components: [],
  pinned: false,
  type: MessageType.Default,
  ...more,
});

const draw = (more: Partial<APIMessage>, width = 80) =>
  renderCard(toSeenMessage(message(more)), { styles: plain, nameOf, width });

const button = (label: string) => ({
  type: ComponentType.Button as const,
  style: ButtonStyle.Primary as const,
  label,
  custom_id: label,
});

describe('Markdown in a terminal', () => {
  test.each([
    ['**bold** and *italic*', 'bold and italic'],
    ['__under__ ~~struck~~ `code`', 'under struck code'],
    ['**bold *and italic* too**', 'bold and italic too'],
    ['snake_case_name and _slanted_', 'snake_case_name and slanted'],
    ['\\*not italic\\* 2 \\> 1', '*not italic* 2 > 1'],
    ['**a \\*\\* b**', 'a ** b'],
    ['# Heading', 'Heading'],
    ['-# small print', 'small print'],
    ['> quoted **words**', '┃ quoted words'],
    ['- item', '• item'],
    ['[Source](https://example.org/a)', 'Source <https://example.org/a>'],
    ['[a \\[b\\]](<https://example.org>)', 'a [b] <https://example.org>'],
    ['<@1> in <#1>, <@&7> and <@9>', '@mia in #news, @unknown and @unknown'],
    ['</quote:12> <:flag:3> <t:1739880000:D>', '/quote :flag: 2025-02-18 12:00'],
    ['2 * 3 * 4 ** 5', '2 * 3 * 4 ** 5'],
    ['one\ntwo', 'one\ntwo'],
  ])('%j reads %j', (markdown, expected) => {
    expect(toTerminalText(markdown, plain, nameOf)).toBe(expected);
  });

  test('is set in bold where there is a terminal', () => {
    const text = toTerminalText('**a**', createStyles(true), nameOf);
    expect(text).toBe('\u001b[1ma\u001b[22m');
  });
});

describe('text', () => {
  test.each([
    ['\u001b[31mred', '\\u001b[31mred'],
    ['\u009b2J', '\\u009b2J'],
    ['a\rb\bc\u0007', 'a\\u000db\\u0008c\\u0007'],
    ['\u202eright to left', '\\u202eright to left'],
    ['a\r\nb\u2028c\td', 'a\nb\nc\td'],
  ])('%j is shown as %j', (text, expected) => {
    expect(toSafeText(text)).toBe(expected);
  });

  test('never lets a control character through', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const shown = toTerminalText(text, plain, nameOf);
        expect(shown.replaceAll(/[\n\t]/g, '')).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  test('wraps at spaces, and loses nothing', () => {
    expect(wrapText('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapText('┃ one two', 6)).toEqual(['┃ one', '┃ two']);
    expect(wrapText('• one two', 6)).toEqual(['• one', '  two']);
    assert(
      property(
        string().map((text) => text.replaceAll(/[┃•]/g, '')),
        integer({ min: 3, max: 20 }),
        (text, width) => {
          expect(wrapText(text, width).join(' ').replaceAll(' ', '')).toBe(
            text.replaceAll(/[ \n]/g, ''),
          );
        },
      ),
    );
  });
});

describe('a card', () => {
  test('shows containers, sections, separators, buttons, links and selects', () => {
    const { text, controls } = draw({
      components: [
        {
          type: ComponentType.Container,
          components: [
            { type: ComponentType.TextDisplay, content: '## Riyadh talks' },
            { type: ComponentType.Separator },
            {
              type: ComponentType.Section,
              components: [{ type: ComponentType.TextDisplay, content: 'Marco Rubio' }],
              accessory: {
                type: ComponentType.Button,
                style: ButtonStyle.Secondary,
                label: 'Show',
                custom_id: 'show',
              },
            },
          ],
        },
        {
          type: ComponentType.ActionRow,
          components: [
            {
              type: ComponentType.Button,
              style: ButtonStyle.Primary,
              label: 'Off',
              custom_id: 'off',
              disabled: true,
            },
            {
              type: ComponentType.Button,
              style: ButtonStyle.Link,
              label: 'Read',
              url: 'https://a.b',
            },
          ],
        },
        {
          type: ComponentType.ActionRow,
          components: [
            {
              type: ComponentType.StringSelect,
              id: 9,
              custom_id: 'which',
              placeholder: 'Which',
              options: [{ label: 'Riyadh', value: 'r', description: 'in February' }],
            },
          ],
        },
      ],
    });
    expect(text.split('\n')).toEqual([
      'verbatim',
      '│ Riyadh talks',
      `│ ${'─'.repeat(40)}`,
      '│ Marco Rubio',
      '│ (1) Show',
      '│ (-) Off  Read <https://a.b>',
      '│ Which:',
      '│ (2) Riyadh: in February',
    ]);
    expect(controls).toEqual([
      { kind: 'press', customId: 'show' },
      { kind: 'select', customId: 'which', value: 'r' },
    ]);
  });

  test('shows content and embeds, and who can see it', () => {
    const embeds = [{ title: 'Title', description: 'Text', fields: [{ name: 'a', value: 'b' }] }];
    expect(draw({ content: 'Hello', embeds, flags: MessageFlags.Ephemeral }).text).toBe(
      'verbatim\n│ Hello\n│ Title\n│ Text\n│ a\n│ b\n│ Only you can see this',
    );
  });

  test('keeps a number with its label', () => {
    const components = [
      { type: ComponentType.ActionRow as const, components: [button('One'), button('Two more')] },
    ];
    expect(draw({ components }, 20).text).toBe('verbatim\n│ (1) One\n│ (2) Two more');
  });

  test('gives a button that counts itself one number', () => {
    const components = [
      { type: ComponentType.ActionRow as const, components: [button('1 · One'), button('1 · 2')] },
    ];
    expect(draw({ components }).text).toBe('verbatim\n│ (1) One  (2) 1 · 2');
  });

  test('is no wider than the terminal', () => {
    const { text } = draw({ content: 'word '.repeat(40) }, 30);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(30);
  });
});

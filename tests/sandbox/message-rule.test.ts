import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { MESSAGE_RULES } from '../../src/sandbox/rules/message-rule.ts';
import { ask, readError } from './raw-bot.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

const V2 = MessageFlags.IsComponentsV2;
const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const button = (more: object = {}) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  label: 'Next',
  custom_id: 'next',
  ...more,
});
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const container = (...components: object[]) => ({ type: ComponentType.Container, components });
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: `${index}`, value: `${index}` }));
const select = (more: object = {}) => ({
  type: ComponentType.StringSelect,
  custom_id: 'choose',
  options: options(2),
  ...more,
});
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const v2 = (...components: object[]) => ({ flags: V2, components });

/** By rule of the table: what breaks it, and the code at its place. */
const BROKEN_MESSAGES: readonly [string, object, string][] = [
  [
    'a message made of components has no content, embeds, stickers or poll',
    { ...v2(text('a')), content: 'a' },
    'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'a message made of components has no content, embeds, stickers or poll',
    { ...v2(text('a')), embeds: [{ title: 'a' }] },
    'embeds: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'without the flag IS_COMPONENTS_V2 a message holds action rows alone',
    { components: [row(button()), text('a')] },
    'components.1: UNION_TYPE_CHOICES',
  ],
  [
    'a message without the flag IS_COMPONENTS_V2 has at most 5 action rows',
    { components: times(6, (index) => row(button({ custom_id: `${index}` }))) },
    'components: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'the content of a message has at most 2,000 characters',
    { content: 'a'.repeat(2001) },
    'content: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a message has at most 40 components, nested ones included',
    v2(container(...times(40, () => text('a')))),
    'components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    'the text displays of a message have at most 4,000 characters together',
    v2(text('a'.repeat(2000)), container(text('b'.repeat(2001)))),
    'components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    'the embeds of a message have at most 6,000 characters together',
    { embeds: [{ description: 'a'.repeat(4000) }, { description: 'a'.repeat(2001) }] },
    'embeds: MAX_EMBED_SIZE_EXCEEDED',
  ],
  [
    'a custom id occurs once in a message',
    v2(row(button()), container(row(button()))),
    'components.1.components.0.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a link button has a url, a premium button an SKU, any other a custom id, and no two of them',
    v2(row({ type: 2, style: 1, label: 'a' })),
    'components.0.components.0.custom_id: BASE_TYPE_REQUIRED',
  ],
  [
    'a link button has a url, a premium button an SKU, any other a custom id, and no two of them',
    v2(row(button({ style: ButtonStyle.Link, url: 'https://example.org' }))),
    'components.0.components.0.custom_id: BUTTON_COMPONENT_INVALID_FIELD',
  ],
  [
    'a button other than a premium one has a label or an emoji',
    v2(row(button({ label: '' }))),
    'components.0.components.0: BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
  ],
  [
    'an action row holds up to five buttons or one select',
    v2(row(button(), select())),
    'components.0.components.1: COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'the values of a select differ, and its least and most values fit its options',
    v2(row(select({ options: [...options(1), ...options(1)] }))),
    'components.0.components.0.options.1.value: COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'the values of a select differ, and its least and most values fit its options',
    v2(row(select({ max_values: 3 }))),
    'components.0.components.0.max_values: SELECT_COMPONENT_MAX_VALUES',
  ],
];

/** What the request schemas hold already. */
const MALFORMED_MESSAGES: readonly [string, object, string][] = [
  ['content is too long', { content: 'a'.repeat(4001) }, 'content: BASE_TYPE_MAX_LENGTH'],
  [
    'a custom id is too long',
    v2(container(row(button({ custom_id: 'a'.repeat(101) })))),
    'components.0.components.0.components.0.custom_id: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a select has too many options',
    v2(row(select({ options: options(26) }))),
    'components.0.components.0.options: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a row has too many buttons',
    v2(row(...times(6, (index) => button({ custom_id: `${index}` })))),
    'components.0.components: BASE_TYPE_MAX_LENGTH',
  ],
  ['a component is unknown', v2({ type: 99 }), 'components.0: UNION_TYPE_CHOICES'],
  ['a component has no type', v2({}), 'components.0.type: BASE_TYPE_REQUIRED'],
  ['a text is empty', v2(text('')), 'components.0.content: BASE_TYPE_MIN_LENGTH'],
  [
    'a section has too many texts',
    v2({ type: 9, components: times(4, () => text('a')), accessory: button() }),
    'components.0.components: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a link is no URL',
    v2(row(button({ style: 5, custom_id: undefined, url: 'here' }))),
    'components.0.components.0.url: URL_TYPE_INVALID_URL',
  ],
  ['flags are no number', { content: 'a', flags: 'b' }, 'flags: NUMBER_TYPE_COERCE'],
];

describe('a message is refused when', () => {
  test.each([...BROKEN_MESSAGES, ...MALFORMED_MESSAGES])('%s', async (_what, body, place) => {
    const [channel] = sandbox.world.channels;
    const answer = await ask(sandbox, 'POST', `/channels/${channel?.id}/messages`, body);
    expect(readError(answer)).toEqual({ status: 400, code: 50035, places: [place] });
  });

  test.each([{}, { content: ' ' }, { ...v2() }, { embeds: [], components: [] }])(
    'a message has nothing in it: %j',
    async (body) => {
      const [channel] = sandbox.world.channels;
      const answer = await ask(sandbox, 'POST', `/channels/${channel?.id}/messages`, body);
      expect(readError(answer)).toMatchObject({ status: 400, code: 50006 });
    },
  );

  test('each rule of the table has its row here', () => {
    const tested = new Set(BROKEN_MESSAGES.map(([rule]) => rule));
    const rules = MESSAGE_RULES.filter(({ failure }) => failure === undefined);
    expect(rules.map(({ rule }) => rule)).toEqual([...tested]);
  });

  test.each(MESSAGE_RULES)('names its page: $rule', ({ page }) => {
    expect(page).toMatch(/^docs\/[a-z-]+\/[a-z-]+(#[a-z-]+)?$/);
  });
});

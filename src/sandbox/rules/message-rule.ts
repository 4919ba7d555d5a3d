import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { FAILURES, invalidForm, placeUnder } from '../rest/failure.ts';
import type { ApiFailure, FormError } from '../rest/failure.ts';
import type { MessageBody } from './body.ts';
import { isComponentsV2, walkComponents } from './component.ts';
import { unknownType } from './form-error.ts';

/** A message as it would stand, and the body that asks for it. */
export interface ProposedMessage {
  readonly sent: MessageBody;
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly flags: number;
  /** Attachments, stickers and polls: what else makes a message not empty. */
  readonly hasMore: boolean;
}

interface MessageRule {
  readonly rule: string;
  /** The page of Discord's documentation that states it. */
  readonly page: string;
  readonly check: (message: ProposedMessage) => Iterable<FormError>;
  readonly failure?: () => ApiFailure;
}

const MOST_COMPONENTS = 40;
const MOST_CONTENT = 2000;
const MOST_TEXT = 4000;
const MOST_EMBED_TEXT = 6000;
const MOST_ROWS = 5;

/** Documented rules that the request schemas do not hold; the first that is broken answers. */
export const MESSAGE_RULES: readonly MessageRule[] = [
  {
    rule: 'a message made of components has no content, embeds, stickers or poll',
    page: 'docs/components/reference',
    check: legacyFields,
  },
  {
    rule: 'without the flag IS_COMPONENTS_V2 a message holds action rows alone',
    page: 'docs/components/reference#legacy-message-component-behavior',
    check: function* ({ components, flags }) {
      if (isComponentsV2(flags)) return;
      for (const [index, { type }] of components.entries()) {
        if (type === ComponentType.ActionRow) continue;
        yield { ...unknownType([ComponentType.ActionRow]), path: ['components', index] };
      }
    },
  },
  {
    rule: 'a message without the flag IS_COMPONENTS_V2 has at most 5 action rows',
    page: 'docs/components/reference#legacy-message-component-behavior',
    check: ({ components, flags }) =>
      isComponentsV2(flags) || components.length <= MOST_ROWS
        ? []
        : wrong('BASE_TYPE_MAX_LENGTH', `Must be ${MOST_ROWS} or fewer in length.`),
  },
  {
    rule: 'a message has something in it',
    page: 'docs/resources/message#create-message',
    check: ({ content, embeds, components, hasMore }) =>
      content.trim() !== '' || embeds.length + components.length > 0 || hasMore
        ? []
        : wrong('EMPTY', ''),
    failure: FAILURES.emptyMessage,
  },
  {
    rule: 'the content of a message has at most 2,000 characters',
    page: 'docs/resources/message#create-message',
    check: ({ content }) =>
      content.length <= MOST_CONTENT
        ? []
        : wrong('BASE_TYPE_MAX_LENGTH', `Must be ${MOST_CONTENT} or fewer in length.`, 'content'),
  },
  {
    rule: 'a message has at most 40 components, nested ones included',
    page: 'docs/components/reference',
    check: ({ components }) =>
      [...walkComponents(components)].length <= MOST_COMPONENTS
        ? []
        : wrong(
            'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
            `Total number of components cannot exceed ${MOST_COMPONENTS}`,
          ),
  },
  {
    rule: 'the text displays of a message have at most 4,000 characters together',
    page: 'docs/components/reference#text-display',
    check: ({ components }) =>
      shownText(components).length <= MOST_TEXT
        ? []
        : wrong(
            'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            `Components displayable text size exceeds maximum size of ${MOST_TEXT}`,
          ),
  },
  {
    rule: 'the embeds of a message have at most 6,000 characters together',
    page: 'docs/resources/message#embed-object-embed-limits',
    check: ({ embeds }) =>
      embeds.reduce((sum, embed) => sum + embedLength(embed), 0) <= MOST_EMBED_TEXT
        ? []
        : wrong(
            'MAX_EMBED_SIZE_EXCEEDED',
            `Embed size exceeds maximum size of ${MOST_EMBED_TEXT}`,
            'embeds',
          ),
  },
  {
    rule: 'a custom id occurs once in a message',
    page: 'docs/components/reference#anatomy-of-a-component-custom-id',
    check: duplicateCustomIds,
  },
  {
    rule: 'a link button has a url, a premium button an SKU, any other a custom id, and no two of them',
    page: 'docs/components/reference#button-button-styles',
    check: buttonTargets,
  },
  {
    rule: 'a button other than a premium one has a label or an emoji',
    page: 'docs/components/reference#button',
    check: function* ({ components }) {
      for (const { type, component, path } of walkComponents(components)) {
        if (type !== ComponentType.Button || component['style'] === ButtonStyle.Premium) continue;
        if (isGiven(component['label']) || isGiven(component['emoji'])) continue;
        const message = 'A button must have a label or an emoji';
        yield { path, code: 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', message };
      }
    },
  },
  {
    rule: 'an action row holds up to five buttons or one select',
    page: 'docs/components/reference#action-row',
    check: rowWidths,
  },
  {
    rule: 'the values of a select differ, and its least and most values fit its options',
    page: 'docs/components/reference#string-select',
    check: selectOptions,
  },
];

/** Throws the failure of the first rule that the message breaks, with its errors under `at`. */
export function checkMessage(message: ProposedMessage, at: readonly PropertyKey[]): void {
  for (const { check, failure } of MESSAGE_RULES) {
    const errors = [...check(message)];
    if (errors.length === 0) continue;
    if (failure !== undefined) throw failure();
    throw invalidForm(placeUnder(at, errors));
  }
}

const wrong = (code: string, message: string, field = 'components'): FormError[] => [
  { path: [field], code, message },
];

function* legacyFields({ sent, flags, content, embeds }: ProposedMessage): Generator<FormError> {
  if (!isComponentsV2(flags)) return;
  const used = {
    content: content !== '',
    embeds: embeds.length > 0,
    sticker_ids: (sent.sticker_ids ?? []).length > 0,
    poll: isGiven(sent.poll),
  };
  for (const [field, isUsed] of Object.entries(used)) {
    if (!isUsed) continue;
    const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
    yield { path: [field], code, message };
  }
}

function shownText(components: readonly APIMessageTopLevelComponent[]): string {
  return [...walkComponents(components)]
    .map(({ type, component }) =>
      type === ComponentType.TextDisplay ? String(component['content']) : '',
    )
    .join('');
}

function embedLength({ title, description, fields, footer, author }: APIEmbed): number {
  const texts = [title, description, footer?.text, author?.name];
  const ofFields = (fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [...texts, ...ofFields].reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function* duplicateCustomIds({ components }: ProposedMessage): Generator<FormError> {
  const seen = new Set<unknown>();
  for (const { component, path } of walkComponents(components)) {
    const customId = component['custom_id'];
    if (!isGiven(customId)) continue;
    if (seen.has(customId)) {
      const message = 'Component custom id cannot be duplicated';
      yield { path: [...path, 'custom_id'], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message };
    }
    seen.add(customId);
  }
}

function* buttonTargets({ components }: ProposedMessage): Generator<FormError> {
  for (const { type, component, path } of walkComponents(components)) {
    if (type !== ComponentType.Button) continue;
    const target = targetOf(component['style']);
    for (const field of ['custom_id', 'url', 'sku_id']) {
      if (isGiven(component[field]) === (field === target)) continue;
      const isMissing = field === target;
      const code = isMissing ? 'BASE_TYPE_REQUIRED' : 'BUTTON_COMPONENT_INVALID_FIELD';
      const message = isMissing
        ? 'This field is required'
        : `A button of this style cannot have ${field}`;
      yield { path: [...path, field], code, message };
    }
  }
}

function targetOf(style: unknown): string {
  if (style === ButtonStyle.Link) return 'url';
  return style === ButtonStyle.Premium ? 'sku_id' : 'custom_id';
}

function* rowWidths({ components }: ProposedMessage): Generator<FormError> {
  for (const { type, component, path } of walkComponents(components)) {
    const inside = component['components'];
    if (type !== ComponentType.ActionRow || !Array.isArray(inside)) continue;
    const buttons = [...walkComponents(inside)].filter(
      (node) => node.type === ComponentType.Button,
    );
    if (buttons.length === inside.length || inside.length === 1) continue;
    const message = 'The specified component exceeds the maximum width';
    yield { path: [...path, 'components', 1], code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message };
  }
}

function* selectOptions({ components }: ProposedMessage): Generator<FormError> {
  for (const { type, component, path } of walkComponents(components)) {
    const options = component['options'];
    if (type !== ComponentType.StringSelect || !Array.isArray(options)) continue;
    const values = options.map((option: { value: string }) => option.value);
    const repeated = values.findIndex((value, index) => values.indexOf(value) < index);
    if (repeated >= 0) {
      const message = 'The specified option value is already used';
      const code = 'COMPONENT_OPTION_VALUE_DUPLICATED';
      yield { path: [...path, 'options', repeated, 'value'], code, message };
    }
    const least = Number(component['min_values'] ?? 1);
    const most = Number(component['max_values'] ?? 1);
    if (most > values.length || least > most) {
      const message = `min_values and max_values must fit ${values.length} options`;
      yield { path: [...path, 'max_values'], code: 'SELECT_COMPONENT_MAX_VALUES', message };
    }
  }
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

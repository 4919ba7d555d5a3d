import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { APIMessage, APIStringSelectComponent } from 'discord-api-types/v10';
import { walkComponents } from '../rules/component.ts';

/** A message as a member sees it. */
export interface SeenMessage {
  readonly id: string;
  readonly isEphemeral: boolean;
  /** Content, embeds and text displays in reading order, a line each. */
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  readonly selects: readonly SeenSelect[];
  /** As Discord's API gives it. */
  readonly message: APIMessage;
}

export interface SeenButton {
  readonly label: string;
  readonly isDisabled: boolean;
  /** Absent on a link. */
  readonly customId?: string;
  readonly url?: string;
  readonly componentId: number;
}

export type SeenSelect = Pick<
  APIStringSelectComponent,
  'options' | 'placeholder' | 'disabled' | 'min_values' | 'max_values'
> & { readonly customId: string; readonly componentId: number };

/** A message with its texts and controls picked out. */
export function toSeenMessage(message: APIMessage): SeenMessage {
  const nodes = [...walkComponents(message.components ?? [])].map(({ component }) => component);
  return {
    id: message.id,
    isEphemeral: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    text: [message.content, ...message.embeds.map(embedText), ...nodes.flatMap(displayedText)]
      .filter((text) => text !== '')
      .join('\n'),
    buttons: nodes.flatMap(toButton),
    selects: nodes.flatMap(toSelect),
    message,
  };
}

function embedText({ title, description, fields, footer }: APIMessage['embeds'][number]): string {
  const ofFields = (fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [title, description, ...ofFields, footer?.text]
    .filter((text) => text !== undefined)
    .join('\n');
}

type Component = Readonly<Record<string, unknown>>;

const displayedText = ({ type, content }: Component): string[] =>
  type === ComponentType.TextDisplay ? [String(content)] : [];

/** The button that a component is, if it is one. */
export function toButton(component: Component): SeenButton[] {
  if (component['type'] !== ComponentType.Button) return [];
  const { label, emoji, disabled, style, custom_id: customId, url, id } = component;
  const face = [emojiName(emoji), typeof label === 'string' ? label : ''];
  return [
    {
      label: face.filter((part) => part !== '').join(' '),
      isDisabled: disabled === true,
      componentId: Number(id),
      ...(style === ButtonStyle.Link ? { url: String(url) } : { customId: String(customId) }),
    },
  ];
}

/** The select of texts that a component is, if it is one. */
export function toSelect(component: Component): SeenSelect[] {
  if (component['type'] !== ComponentType.StringSelect) return [];
  // The rules have checked that it has a select's fields.
  const select = component as unknown as APIStringSelectComponent;
  return [{ ...select, customId: select.custom_id, componentId: Number(component['id']) }];
}

function emojiName(emoji: unknown): string {
  if (typeof emoji !== 'object' || emoji === null || !('name' in emoji)) return '';
  return typeof emoji.name === 'string' ? emoji.name : '';
}

import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { z } from 'zod/mini';
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

/** A select of texts, people, roles or channels. */
export interface SeenSelect {
  readonly kind: SelectKind;
  readonly customId: string;
  readonly componentId: number;
  readonly placeholder: string;
  readonly isDisabled: boolean;
  readonly least: number;
  readonly most: number;
  /** What is chosen already. */
  readonly chosen: readonly string[];
  /** Of a select of texts. */
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly description: string;
  }[];
}

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

/** The select that a component is, if it is one. */
export function toSelect(component: Component): SeenSelect[] {
  const { data } = selectSchema.safeParse(component);
  if (data === undefined) return [];
  return [
    {
      kind: data.type,
      customId: data.custom_id,
      chosen: [
        ...(data.options ?? [])
          .filter((option) => option.default === true)
          .map(({ value }) => value),
        ...(data.default_values ?? []).map(({ id }) => id),
      ],
      componentId: data.id,
      isDisabled: data.disabled ?? false,
      placeholder: data.placeholder ?? '',
      least: data.min_values ?? 1,
      most: data.max_values ?? 1,
      options: (data.options ?? []).map(({ label, value, description }) => ({
        label,
        value,
        description: description ?? '',
      })),
    },
  ];
}

const SELECT_KINDS = {
  string: ComponentType.StringSelect,
  user: ComponentType.UserSelect,
  role: ComponentType.RoleSelect,
  mentionable: ComponentType.MentionableSelect,
  channel: ComponentType.ChannelSelect,
} as const;

export type SelectKind = (typeof SELECT_KINDS)[keyof typeof SELECT_KINDS];

const selectSchema = z.object({
  type: z.enum(SELECT_KINDS),
  id: z.number(),
  custom_id: z.string(),
  placeholder: z.nullish(z.string()),
  disabled: z.nullish(z.boolean()),
  min_values: z.nullish(z.number()),
  max_values: z.nullish(z.number()),
  default_values: z.nullish(z.array(z.object({ id: z.string() }))),
  options: z.nullish(
    z.array(
      z.object({
        label: z.string(),
        value: z.string(),
        description: z.nullish(z.string()),
        default: z.nullish(z.boolean()),
      }),
    ),
  ),
});

function emojiName(emoji: unknown): string {
  if (typeof emoji !== 'object' || emoji === null || !('name' in emoji)) return '';
  return typeof emoji.name === 'string' ? emoji.name : '';
}

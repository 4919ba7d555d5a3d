import { ComponentType } from 'discord-api-types/v10';
import type { APIEmbed } from 'discord-api-types/v10';
import { toButton, toSelect } from '../driver/seen.ts';
import type { SeenMessage } from '../driver/seen.ts';
import { isRecord } from '../record.ts';
import { toTerminalText } from './markdown.ts';
import type { NameOf } from './markdown.ts';
import { packWords, toSafeText, wrapText } from './terminal-text.ts';
import type { Styles } from './terminal-text.ts';

/** What typing a number does to a card. */
export type Control =
  | { readonly kind: 'press'; readonly customId: string }
  | { readonly kind: 'select'; readonly customId: string; readonly value: string };

/** A message as text, and its controls in the order of their numbers, from 1. */
export interface Card {
  readonly text: string;
  readonly controls: readonly Control[];
}

export interface CardOptions {
  readonly styles: Styles;
  readonly nameOf: NameOf;
  /** Columns. */
  readonly width: number;
}

type Component = Readonly<Record<string, unknown>>;

interface Drawing extends CardOptions {
  readonly controls: Control[];
}

const ONLY_YOU = 'Only you can see this';

/** Draws a message as it would stand in the channel. */
export function renderCard(seen: SeenMessage, options: CardOptions): Card {
  const { message, isEphemeral } = seen;
  const drawing: Drawing = { ...options, width: options.width - 2, controls: [] };
  const lines = [
    ...(message.content === '' ? [] : drawText(message.content, drawing)),
    ...message.embeds.flatMap((embed) => drawEmbed(embed, drawing)),
    ...drawAll(message.components ?? [], drawing),
    ...(isEphemeral ? [options.styles.dim(ONLY_YOU)] : []),
  ];
  const text = lines.map((line) => `│ ${line}`.trimEnd()).join('\n');
  return { text: `${toSafeText(message.author.username)}\n${text}`, controls: drawing.controls };
}

function drawAll(components: readonly unknown[], drawing: Drawing): readonly string[] {
  return components.filter(isRecord).flatMap((component) => drawComponent(component, drawing));
}

function drawComponent(component: Component, drawing: Drawing): readonly string[] {
  const inside = component['components'];
  const children: readonly unknown[] = Array.isArray(inside) ? inside : [];
  switch (component['type']) {
    case ComponentType.TextDisplay:
      return drawText(String(component['content']), drawing);
    case ComponentType.Separator:
      return [component['divider'] === false ? '' : '─'.repeat(Math.min(drawing.width, 40))];
    case ComponentType.ActionRow:
      return drawRow(children, drawing);
    case ComponentType.Section:
      return [...drawAll(children, drawing), ...drawRow([component['accessory']], drawing)];
    case ComponentType.Container:
      return drawAll(children, drawing);
    case ComponentType.MediaGallery:
    case ComponentType.File:
      return ['(an attachment)'];
    default:
      return [];
  }
}

/** Buttons side by side, or the options of a select one below the other. */
function drawRow(components: readonly unknown[], drawing: Drawing): readonly string[] {
  const row = components.filter(isRecord);
  const buttons = row.map((each) => drawButton(each, drawing)).filter((text) => text !== '');
  const lines = buttons.length > 0 ? packWords(buttons, '  ', drawing.width) : [];
  return [...lines, ...row.flatMap((each) => drawSelect(each, drawing))];
}

function drawButton(component: Component, drawing: Drawing): string {
  const [button] = toButton(component);
  if (button === undefined) return '';
  const label = toSafeText(button.label);
  const { customId, url, isDisabled } = button;
  if (url !== undefined) return `${label} <${toSafeText(url)}>`;
  if (isDisabled || customId === undefined) return drawing.styles.dim(`(-) ${label}`);
  return numbered(addControl(drawing, { kind: 'press', customId }), label);
}

/** `(2) Next`: round brackets, for a card's footnotes have square ones; no number twice. */
const numbered = (number: number, label: string): string =>
  `(${number}) ${label.startsWith(`${number} · `) ? label.slice(`${number} · `.length) : label}`;

function drawSelect(component: Component, drawing: Drawing): readonly string[] {
  const [select] = toSelect(component);
  if (select === undefined || select.isDisabled) return [];
  const { customId, placeholder, options } = select;
  const lines = options.map(({ label, value, description }) => {
    const number = addControl(drawing, { kind: 'select', customId, value });
    const more = description === '' ? '' : `: ${toSafeText(description)}`;
    return numbered(number, `${toSafeText(label)}${more}`);
  });
  return placeholder === '' ? lines : [`${toSafeText(placeholder)}:`, ...lines];
}

function drawEmbed({ title, description, fields, footer }: APIEmbed, drawing: Drawing) {
  return [
    ...(title === undefined ? [] : drawText(`### ${title}`, drawing)),
    ...(description === undefined ? [] : drawText(description, drawing)),
    ...(fields ?? []).flatMap(({ name, value }) => drawText(`**${name}**\n${value}`, drawing)),
    ...(footer === undefined ? [] : drawText(`-# ${footer.text}`, drawing)),
  ];
}

function drawText(markdown: string, { styles, nameOf, width }: Drawing): readonly string[] {
  return wrapText(toTerminalText(markdown, styles, nameOf), width);
}

function addControl({ controls }: Drawing, control: Control): number {
  return controls.push(control);
}

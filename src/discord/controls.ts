import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIChannelSelectComponent,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js';
import { formatCustomId } from '../command/custom-id.ts';
import type { Language } from '../command/catalogue/index.ts';
import { textOf } from '../command/messages.ts';
import type { ButtonControl, ChannelControl, Control, SelectControl } from '../command/reply.ts';
import { plainMarkupIn } from '../command/text-card.ts';
import { wordMessage } from '../command/wording.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const MOST_IN_ROW = 5;
const LONGEST_LABEL = 100;

/** A row for each select; buttons that follow one another share rows of five. */
export function controlRows(controls: readonly Control[], language: Language): readonly Row[] {
  const rows: Row[] = [];
  let buttons: APIComponentInMessageActionRow[] | undefined;
  for (const control of controls) {
    const component = componentOf(control, language);
    if (control.kind === 'button' && buttons !== undefined && buttons.length < MOST_IN_ROW) {
      buttons.push(component);
      continue;
    }
    const components = [component];
    buttons = control.kind === 'button' ? components : undefined;
    rows.push({ type: ComponentType.ActionRow, components });
  }
  return rows;
}

function componentOf(control: Control, language: Language): APIComponentInMessageActionRow {
  switch (control.kind) {
    case 'button':
      return buttonOf(control, language);
    case 'select':
      return selectOf(control, language);
    case 'channels':
      return channelsOf(control, language);
    default:
      return control satisfies never;
  }
}

const idOf = ({ action, argument = '' }: Control): string =>
  formatCustomId({ kind: 'do', action, argument });

const buttonOf = (control: ButtonControl, language: Language): APIButtonComponent => ({
  type: ComponentType.Button,
  style: control.isDangerous === true ? ButtonStyle.Danger : ButtonStyle.Secondary,
  custom_id: idOf(control),
  label: textOf(control.label, language),
});

const selectOf = (control: SelectControl, language: Language): APIStringSelectComponent => ({
  type: ComponentType.StringSelect,
  custom_id: idOf(control),
  placeholder: textOf(control.prompt, language),
  options: control.options.map(({ value, label, isChosen }) => ({
    value,
    label: wordMessage(label, plainMarkupIn(language), LONGEST_LABEL),
    default: isChosen,
  })),
});

const channelsOf = (control: ChannelControl, language: Language): APIChannelSelectComponent => ({
  type: ComponentType.ChannelSelect,
  custom_id: idOf(control),
  placeholder: textOf(control.prompt, language),
  channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum],
  min_values: 0,
  max_values: control.most,
  default_values: control.chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
});

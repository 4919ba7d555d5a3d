import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { actOn } from '../command/answering.ts';
import { formatCustomId, parseCustomId } from '../command/custom-id.ts';
import type { Language } from '../command/catalogue/index.ts';
import { textOf } from '../command/messages.ts';
import { type Form, type FormField, message } from '../command/reply.ts';
import { type Desk, contextOf } from './desk.ts';
import { showActed } from './acted.ts';
import { pressedOn } from './pressed.ts';
import { notify } from './response.ts';

/** A form as Discord's modal. */
export const modalOf = (
  { action, argument = '', title, fields }: Form,
  language: Language,
): APIModalInteractionResponseCallbackData => ({
  custom_id: formatCustomId({ kind: 'do', action, argument }),
  title: textOf(title, language),
  components: fields.map((field) => labelOf(field, language)),
});

const labelOf = (field: FormField, language: Language): APILabelComponent => ({
  type: ComponentType.Label,
  label: textOf(field.label, language),
  component: inputOf(field, language),
});

function inputOf(field: FormField, language: Language): APILabelComponent['component'] {
  switch (field.kind) {
    case 'text':
      return {
        type: ComponentType.TextInput,
        custom_id: field.name,
        style: field.isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
        required: field.isRequired,
        max_length: field.most,
        ...(field.value === undefined ? {} : { value: field.value }),
      };
    case 'choice':
      return {
        type: ComponentType.StringSelect,
        custom_id: field.name,
        options: field.options.map(({ value, label }) => ({
          value,
          label: textOf(label, language),
        })),
      };
    default:
      return field satisfies never;
  }
}

/** Answers a form that was sent. */
export async function answerForm(desk: Desk, interaction: ModalSubmitInteraction): Promise<void> {
  const press = parseCustomId(interaction.customId);
  if (press?.kind !== 'do') return notify(interaction, message('press.unreadable'));
  const { action, argument } = press;
  const pressed = {
    ...pressedOn(desk, interaction, argument),
    chosen: [],
    fields: fieldsOf(interaction),
  };
  const acting = contextOf(desk, interaction).then((context) =>
    actOn(desk.actions, action, pressed, context),
  );
  // A form cannot be answered with another one.
  await showActed(desk, interaction, acting, () =>
    notify(interaction, message('press.unreadable')),
  );
}

/** What was filled in, by the fields' names; of a choice its one value. */
const fieldsOf = ({ fields }: ModalSubmitInteraction): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.fields.map((field) => [
      field.customId,
      'values' in field ? (field.values[0] ?? '') : 'value' in field ? String(field.value) : '',
    ]),
  );

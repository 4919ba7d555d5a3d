import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type {
  APIAttachment,
  APIModalSubmission,
  ModalSubmitComponent,
} from 'discord-api-types/v10';
import { z } from 'zod/mini';
import { isUpload, mustFit } from '../attachment.ts';
import type { Upload } from '../attachment.ts';
import type { OpenInteraction } from '../state.ts';
import type { KeepFile } from './option.ts';
import type { SeenField } from './seen-field.ts';

/** A form as its member sees it. */
export interface SeenForm {
  readonly customId: string;
  readonly title: string;
  /** In order. */
  readonly fields: readonly SeenField[];
  /** The interaction that opened it. */
  readonly openedBy: OpenInteraction;
}

/** What is filled in, by the fields' custom ids. */
export type FormValues = Readonly<Record<string, string | readonly string[] | readonly Upload[]>>;

const optionSchema = z.object({
  label: z.string(),
  value: z.string(),
  description: z.nullish(z.string()),
});

/** The kinds of field that are drawn here. */
const KINDS = {
  text: ComponentType.TextInput,
  select: ComponentType.StringSelect,
  radio: ComponentType.RadioGroup,
  file: ComponentType.FileUpload,
} as const;

const inputSchema = z.object({
  type: z.enum(KINDS),
  id: z.optional(z.number()),
  custom_id: z.string(),
  label: z.nullish(z.string()),
  style: z.nullish(z.number()),
  required: z.nullish(z.boolean()),
  value: z.nullish(z.string()),
  placeholder: z.nullish(z.string()),
  min_length: z.nullish(z.number()),
  max_length: z.nullish(z.number()),
  min_values: z.nullish(z.number()),
  max_values: z.nullish(z.number()),
  options: z.nullish(z.array(optionSchema)),
});

const formSchema = z.object({
  custom_id: z.string(),
  title: z.string(),
  components: z.array(
    z.object({
      type: z.number(),
      id: z.optional(z.number()),
      label: z.nullish(z.string()),
      description: z.nullish(z.string()),
      component: z.optional(inputSchema),
      components: z.optional(z.array(inputSchema)),
    }),
  ),
});

type Input = z.output<typeof inputSchema>;
type Row = z.output<typeof formSchema>['components'][number];

/** A form with its fields picked out. Throws where it has a field of a kind that is not drawn here. */
export function toSeenForm(openedBy: OpenInteraction): SeenForm {
  const { custom_id: customId, title, components } = formSchema.parse(openedBy.form);
  return { customId, title, fields: components.flatMap(toFields), openedBy };
}

function toFields(row: Row, at: number): readonly SeenField[] {
  const inputs = row.component === undefined ? (row.components ?? []) : [row.component];
  return inputs.map((input, inside) => {
    const labelId = row.id ?? 2 * at + 1;
    return toField(row, input, { labelId, componentId: input.id ?? labelId + inside + 1 });
  });
}

function toField(
  row: Row,
  input: Input,
  ids: { readonly labelId: number; readonly componentId: number },
): SeenField {
  const isText = input.type === ComponentType.TextInput;
  const isRequired = input.required ?? true;
  return {
    ...ids,
    customId: input.custom_id,
    label: row.label ?? input.label ?? '',
    description: row.description ?? '',
    kind: KIND_OF[input.type],
    isRequired,
    value: input.value ?? '',
    placeholder: input.placeholder ?? '',
    isLong: input.style === TextInputStyle.Paragraph,
    least: isText
      ? (input.min_length ?? Number(isRequired))
      : (input.min_values ?? Number(isRequired)),
    most: isText ? (input.max_length ?? 4000) : (input.max_values ?? 1),
    options: (input.options ?? []).map(({ label, value, description }) => ({
      label,
      value,
      description: description ?? '',
    })),
  };
}

const KIND_OF: Readonly<Record<Input['type'], SeenField['kind']>> = {
  [ComponentType.TextInput]: 'text',
  [ComponentType.StringSelect]: 'select',
  [ComponentType.RadioGroup]: 'radio',
  [ComponentType.FileUpload]: 'file',
};

/**
 * What Discord's client sends of a form. Throws on what the client would not let a member send: a
 * required field left empty, too few or too many characters or values, a value that is not offered.
 */
export function fillIn(form: SeenForm, values: FormValues, keep: KeepFile): APIModalSubmission {
  const attachments: Record<string, APIAttachment> = {};
  const keepHere: KeepFile = (file) => {
    const kept = keep(file);
    attachments[kept.id] = kept;
    return kept;
  };
  const known = new Set(form.fields.map(({ customId }) => customId));
  const unknown = Object.keys(values).find((name) => !known.has(name));
  if (unknown !== undefined) throw new Error(`The form "${form.title}" has no field "${unknown}"`);
  const components = form.fields.map((field) => ({
    type: ComponentType.Label as const,
    id: field.labelId,
    component: fillField(field, values[field.customId], keepHere),
  }));
  const hasFiles = Object.keys(attachments).length > 0;
  return {
    custom_id: form.customId,
    components,
    ...(hasFiles ? { resolved: { attachments } } : {}),
  };
}

function fillField(
  field: SeenField,
  given: FormValues[string] | undefined,
  keep: KeepFile,
): ModalSubmitComponent {
  const { customId: custom_id, componentId: id, kind } = field;
  if (kind === 'text') {
    const value = checkText(field, typeof given === 'string' ? given : field.value);
    return { type: ComponentType.TextInput, id, custom_id, value };
  }
  const listed: readonly (string | Upload)[] = typeof given === 'string' ? [given] : (given ?? []);
  if (kind === 'file') {
    const values = checkFiles(field, listed).map((file) => keep(file).id);
    return { type: ComponentType.FileUpload, id, custom_id, values };
  }
  const values = checkValues(
    field,
    listed.map((each) => (isUpload(each) ? each.name : each)),
  );
  return kind === 'select'
    ? { type: ComponentType.StringSelect, id, custom_id, values: [...values] }
    : { type: ComponentType.RadioGroup, id, custom_id, value: values[0] ?? null };
}

function checkText({ label, isRequired, least, most }: SeenField, text: string): string {
  if (text === '' && !isRequired) return text;
  if (text.length >= Math.max(least, Number(isRequired)) && text.length <= most) return text;
  throw new Error(
    `The field "${label}" takes ${Math.max(least, Number(isRequired))} to ${most} characters`,
  );
}

function checkFiles(
  { label, isRequired, least, most }: SeenField,
  given: readonly (string | Upload)[],
): readonly Upload[] {
  const files = given.filter(isUpload);
  const isEmpty = given.length === 0 && !isRequired;
  if (files.length < given.length) throw new Error(`The field "${label}" takes files`);
  if (!isEmpty && (files.length < least || files.length > most))
    throw new Error(`The field "${label}" takes ${least} to ${most} files`);
  mustFit(files);
  return files;
}

function checkValues(
  { label, isRequired, least, most, options }: SeenField,
  values: readonly string[],
): readonly string[] {
  const isEmpty = values.length === 0 && !isRequired;
  if (!isEmpty && (values.length < least || values.length > most))
    throw new Error(`The field "${label}" takes ${least} to ${most} values`);
  const unknown = values.find((value) => !options.some((option) => option.value === value));
  if (unknown !== undefined) throw new Error(`The field "${label}" has no value "${unknown}"`);
  return values;
}

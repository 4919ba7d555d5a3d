import type { FormValues, SeenForm } from '../driver/form.ts';

/** A form that is being filled in, field by field; its fields so far filled stand in `values`. */
export interface Filling {
  readonly form: SeenForm;
  readonly values: FormValues;
  /** The field that is asked for next. */
  readonly at: number;
}

export const startFilling = (form: SeenForm): Filling => ({ form, values: {}, at: 0 });

/** What to print to ask for the next field; undefined once all are filled in. */
export function askField({ form, at }: Filling): string | undefined {
  const field = form.fields[at];
  if (field === undefined) return undefined;
  const title =
    at === 0 ? [`${form.title} (an empty line leaves a field as it is, "cancel" the form)`] : [];
  const options = field.options.map(({ label }, index) => `  (${index + 1}) ${label}`);
  const now = field.value === '' ? '' : ` (now: ${shorten(field.value)})`;
  return [...title, `${field.label}${field.isRequired ? ' *' : ''}${now}:`, ...options].join('\n');
}

const LONGEST_SHOWN = 120;

const shorten = (value: string): string =>
  value.length <= LONGEST_SHOWN ? value : `${value.slice(0, LONGEST_SHOWN)}…`;

/** The filling with what was typed for its field: of a choice, a number chooses. */
export function fillNext({ form, values, at }: Filling, typed: string): Filling {
  const field = form.fields[at];
  if (field === undefined || typed === '') return { form, values, at: at + 1 };
  const value = field.kind === 'text' ? typed : (field.options[Number(typed) - 1]?.value ?? typed);
  return { form, values: { ...values, [field.customId]: value }, at: at + 1 };
}

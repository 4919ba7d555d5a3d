import type { Upload } from '../attachment.ts';
import type { FormValues } from '../driver/form.ts';
import type { OptionValues } from '../driver/option.ts';
import type { Deed, SentFile } from './protocol.ts';

// What the page sends as base64, as the driver takes it.

export const toUpload = ({ name, contentType, base64 }: SentFile): Upload => ({
  name,
  contentType,
  bytes: Buffer.from(base64, 'base64'),
});

type Options = Extract<Deed, { readonly act: 'command' }>['options'];
type Values = Extract<Deed, { readonly act: 'submit' }>['values'];

export const toOptions = (options: Options): OptionValues =>
  Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      typeof value === 'object' ? toUpload(value) : value,
    ]),
  );

export const toFormValues = (values: Values): FormValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : toFiles(value),
    ]),
  );

function toFiles(value: readonly string[] | readonly SentFile[]): FormValues[string] {
  const files = value.flatMap((each) => (typeof each === 'object' ? [toUpload(each)] : []));
  return files.length > 0
    ? files
    : value.flatMap((each) => (typeof each === 'string' ? [each] : []));
}

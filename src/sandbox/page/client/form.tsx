import { useEffect, useRef, useState } from 'preact/hooks';
import type { SeenField } from '../../driver/seen-field.ts';
import type { SentFile, ShownForm } from '../protocol.ts';
import type { Acts } from './app.tsx';
import { FileInput, toSentFiles } from './file.tsx';

/** A form of the bot's, over the page until it is sent or closed. */
export function FormDialog({
  form,
  acts,
  close,
}: {
  readonly form: ShownForm;
  readonly acts: Acts;
  readonly close: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [files, setFiles] = useState<Readonly<Record<string, readonly File[]>>>({});
  const [error, setError] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const send = async (): Promise<void> => {
    const filled: Record<string, string | string[] | SentFile[]> = {};
    try {
      for (const field of form.fields)
        filled[field.customId] =
          field.kind === 'file'
            ? await toSentFiles(files[field.customId] ?? [])
            : valueOf(field, values);
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : String(reason));
      return;
    }
    const result = await acts.perform({ act: 'submit', formId: form.formId, values: filled });
    if (result.error === undefined) close();
    else setError(result.error);
  };
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="form-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <h2 id="form-title">{form.title}</h2>
        {form.fields.map((field) => (
          <Field
            key={field.customId}
            field={field}
            value={values[field.customId] ?? field.value}
            choose={(chosen) => setFiles({ ...files, [field.customId]: chosen })}
            change={(value) => setValues({ ...values, [field.customId]: value })}
          />
        ))}
        {error !== '' && (
          <p class="error" role="alert">
            {error}
          </p>
        )}
        <div class="row">
          <button type="submit" class="button primary">
            Send
          </button>
          <button type="button" class="button secondary" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** Of a choice the one value in a list; an empty one is none. */
function valueOf(
  { customId, kind, value }: SeenField,
  values: Readonly<Record<string, string>>,
): string | string[] {
  const filled = values[customId] ?? value;
  if (kind === 'text') return filled;
  return filled === '' ? [] : [filled];
}

function Field({
  field,
  value,
  change,
  choose,
}: {
  readonly field: SeenField;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly choose: (files: readonly File[]) => void;
}) {
  const { customId, label, description, kind, isRequired, isLong, most, placeholder } = field;
  const shared = { id: customId, required: isRequired, value };
  return (
    <p class="field">
      <label htmlFor={customId}>
        {label}
        {isRequired && <span aria-hidden="true"> *</span>}
      </label>
      {description !== '' && <span class="small">{description}</span>}
      {kind === 'file' ? (
        <FileInput {...{ isRequired, most }} id={customId} change={choose} />
      ) : kind !== 'text' ? (
        <select {...shared} onChange={({ currentTarget }) => change(currentTarget.value)}>
          <option value="">Choose</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : isLong ? (
        <textarea
          {...shared}
          rows={4}
          maxLength={most}
          placeholder={placeholder}
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          maxLength={most}
          placeholder={placeholder}
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
      )}
    </p>
  );
}

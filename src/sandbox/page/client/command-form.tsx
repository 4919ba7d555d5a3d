import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Deed, SentFile, ShownCommand, ShownOption } from '../protocol.ts';
import type { Acts } from './app.tsx';
import { FileInput } from './file.tsx';
import { type Offered, Picker, usePicker } from './picker.tsx';

type Files = Readonly<Record<string, File | undefined>>;
type Typed = Readonly<Record<string, string>>;

/** A command with its options to fill in: Enter sends it, Escape leaves it. */
export function CommandForm({
  command,
  acts,
  close,
}: {
  readonly command: ShownCommand;
  readonly acts: Acts;
  readonly close: () => void;
}) {
  const [typed, setTyped] = useState<Typed>({});
  const [files, setFiles] = useState<Files>({});
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  const send = async (): Promise<void> => {
    setBusy(true);
    const options = await withFiles(acts, toValues(command, typed), files);
    if (options === undefined) return setBusy(false);
    const { error } = await acts.perform({ act: 'command', name: command.name, options });
    setBusy(false);
    if (error === undefined) close();
  };
  return (
    <form
      ref={form}
      class="composer command"
      aria-label={`/${command.name}`}
      aria-busy={isBusy}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p class="by">
        <strong>/{command.name}</strong> <span class="small">{command.description}</span>
      </p>
      <div class="options">
        {command.options.map((option) => (
          <OptionField
            key={option.name}
            value={typed[option.name] ?? ''}
            choose={(file) => setFiles({ ...files, [option.name]: file })}
            change={(value) => setTyped({ ...typed, [option.name]: value })}
            {...{ option, command, typed, acts }}
          />
        ))}
      </div>
      <div class="row">
        <button type="submit" class="button primary">
          Send
        </button>
        <button type="button" class="button secondary" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** As the option's type has it; what is left empty is left out. */
function toValues(
  { options }: ShownCommand,
  typed: Typed,
): Record<string, string | number | boolean> {
  const entries = options.flatMap(({ name, kind }): [string, string | number | boolean][] => {
    const value = typed[name] ?? '';
    if (value === '') return [];
    if (kind === 'boolean') return [[name, value === 'true']];
    return [[name, kind === 'number' ? Number(value) : value]];
  });
  return Object.fromEntries(entries);
}

/** Undefined when a file cannot be sent. */
async function withFiles(
  acts: Acts,
  values: ReturnType<typeof toValues>,
  files: Files,
): Promise<Extract<Deed, { readonly act: 'command' }>['options'] | undefined> {
  const given = Object.entries(files).flatMap(([name, file]) =>
    file === undefined ? [] : [{ name, file }],
  );
  const options: Record<string, string | number | boolean | SentFile> = { ...values };
  const packed = await acts.pack(given.map(({ file }) => file));
  packed?.forEach((sent, at) => {
    const name = given[at]?.name;
    if (name !== undefined) options[name] = sent;
  });
  return packed && options;
}

interface OptionProps {
  readonly option: ShownOption;
  readonly command: ShownCommand;
  readonly typed: Typed;
  readonly acts: Acts;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly choose: (file: File | undefined) => void;
}

function OptionField(props: OptionProps) {
  const { option, value, change, choose } = props;
  const id = `option-${option.name}`;
  const choices =
    option.kind === 'boolean'
      ? [
          { name: 'True', value: 'true' },
          { name: 'False', value: 'false' },
        ]
      : option.choices;
  return (
    <div class="option">
      <label htmlFor={id} title={option.description}>
        {option.name}
      </label>
      {option.kind === 'file' ? (
        <FileInput
          id={id}
          isRequired={option.isRequired}
          most={1}
          change={([file]) => choose(file)}
        />
      ) : choices.length > 0 ? (
        <select id={id} value={value} onChange={({ currentTarget }) => change(currentTarget.value)}>
          <option value="">–</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      ) : option.completes ? (
        <CompletedInput {...props} id={id} />
      ) : (
        <input
          id={id}
          value={value}
          required={option.isRequired}
          placeholder={option.description}
          autocomplete="off"
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
      )}
    </div>
  );
}

/** An option for which the bot offers values as one types. */
function CompletedInput({
  id,
  option,
  command,
  typed,
  acts,
  value,
  change,
}: OptionProps & { readonly id: string }) {
  const [offers, setOffers] = useState<readonly (Offered & { readonly value: string })[]>([]);
  const [isHere, setHere] = useState(false);
  const asked = useRef(0);
  const ask = async (text: string): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    const options = { ...toValues(command, typed), [option.name]: text };
    const { choices = [] } = await acts.perform({
      act: 'complete',
      name: command.name,
      options,
      focused: option.name,
    });
    // An answer that a later one has overtaken is not shown.
    if (mine !== asked.current) return;
    setOffers(
      choices.map((each) => ({
        key: String(each.value),
        label: each.name,
        value: String(each.value),
      })),
    );
  };
  const shown = isHere ? offers : [];
  const picker = usePicker(
    shown,
    (at) => {
      const chosen = shown[at];
      if (chosen !== undefined) change(chosen.value);
      setOffers([]);
    },
    false,
  );
  return (
    <>
      <input
        id={id}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={picker.activeId(`${id}-list`)}
        value={value}
        required={option.isRequired}
        placeholder={option.description}
        autocomplete="off"
        onFocus={() => {
          setHere(true);
          void ask(value);
        }}
        onBlur={() => setHere(false)}
        onInput={({ currentTarget }) => {
          change(currentTarget.value);
          void ask(currentTarget.value);
        }}
        onKeyDown={(event) => {
          picker.onKeyDown(event);
        }}
      />
      <Picker id={`${id}-list`} label={`Values for ${option.name}`} picker={picker} />
    </>
  );
}

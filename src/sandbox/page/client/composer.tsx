import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ShownCommand, ShownMessage, View } from '../protocol.ts';
import type { Acts } from './app.tsx';
import { CommandForm } from './command-form.tsx';
import { ChosenFiles } from './file.tsx';
import { Picker, usePicker } from './picker.tsx';

/** Where one writes: a message, or after `/` a command. */
export function Composer({
  view,
  acts,
  answered,
}: {
  readonly view: View;
  readonly acts: Acts;
  readonly answered: ShownMessage | undefined;
}) {
  const [text, setText] = useState('');
  const [command, setCommand] = useState<ShownCommand>();
  const [files, setFiles] = useState<readonly File[]>([]);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), [command, answered]);

  const choose = (chosen: ShownCommand): void => {
    setText('');
    if (chosen.options.length > 0) setCommand(chosen);
    else void acts.perform({ act: 'command', name: chosen.name, options: {} });
  };
  const send = async (): Promise<void> => {
    if (text.trim() === '' && files.length === 0) return;
    const packed = await acts.pack(files);
    if (packed === undefined) return;
    const replyTo = answered === undefined ? {} : { replyTo: answered.id };
    const { error } = await acts.perform({ act: 'say', text, files: packed, ...replyTo });
    if (error !== undefined) return;
    setText('');
    setFiles([]);
    acts.replyTo(undefined);
  };
  const isCommand = text.startsWith('/');
  const found = isCommand ? matching(view.commands, text.slice(1)) : [];
  const isMentioning = /(?:^|\s)@\w*$/u.test(text) && !text.endsWith('@verbatim');
  const offers = isCommand
    ? found.map(({ name, description }) => ({ key: name, label: `/${name}`, note: description }))
    : isMentioning
      ? [{ key: 'verbatim', label: '@verbatim', note: 'Ask the bot in plain words' }]
      : [];
  const picker = usePicker(offers, (at) => {
    const chosen = found[at];
    if (isCommand) {
      if (chosen !== undefined) choose(chosen);
    } else setText(text.replace(/@\w*$/u, '@verbatim '));
  });

  if (command !== undefined)
    return <CommandForm {...{ command, acts }} close={() => setCommand(undefined)} />;
  return (
    <form
      class="composer"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        setFiles([...files, ...(event.dataTransfer?.files ?? [])]);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isCommand) void send();
      }}
    >
      {answered !== undefined && (
        <p class="small">
          Replying to {answered.author} ·{' '}
          <button type="button" class="plain" onClick={() => acts.replyTo(undefined)}>
            Cancel
          </button>
        </p>
      )}
      <Picker id="commands" label={isCommand ? 'Commands' : 'Mentions'} picker={picker} />
      <input
        ref={input}
        aria-label={`Message #${view.channel.name}; / for commands`}
        placeholder={
          view.mayWrite ? 'Message, or / for commands' : 'You may not write here; / for commands'
        }
        role="combobox"
        aria-expanded={offers.length > 0}
        aria-controls="commands"
        aria-autocomplete="list"
        aria-activedescendant={picker.activeId('commands')}
        autocomplete="off"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('');
          picker.onKeyDown(event);
        }}
      />
      {files.length > 0 && <ChosenFiles files={files} change={setFiles} />}
      {view.mayWrite && (
        <label class="attach">
          <span class="small">Attach files, or drop them here</span>
          <input
            type="file"
            multiple
            onChange={({ currentTarget }) => {
              setFiles([...files, ...(currentTarget.files ?? [])]);
              // So that the same file can be picked again after it was removed.
              currentTarget.value = '';
              input.current?.focus();
            }}
          />
        </label>
      )}
    </form>
  );
}

/** Those whose name begins with what was typed, then those that have it. */
function matching(commands: readonly ShownCommand[], typed: string): readonly ShownCommand[] {
  const wanted = typed.toLowerCase().trim();
  const beginning = commands.filter(({ name }) => name.startsWith(wanted));
  const others = commands.filter(({ name }) => !name.startsWith(wanted) && name.includes(wanted));
  return [...beginning, ...others];
}

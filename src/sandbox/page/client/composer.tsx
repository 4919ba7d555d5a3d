import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ShownCommand, ShownMessage, View } from '../protocol.ts';
import type { Acts } from './app.tsx';
import { CommandForm } from './command-form.tsx';
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
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), [command, answered]);

  const choose = (chosen: ShownCommand): void => {
    setText('');
    if (chosen.options.length > 0) setCommand(chosen);
    else void acts.perform({ act: 'command', name: chosen.name, options: {} });
  };
  const send = async (): Promise<void> => {
    if (text.trim() === '') return;
    const replyTo = answered === undefined ? {} : { replyTo: answered.id };
    const { error } = await acts.perform({ act: 'say', text, ...replyTo });
    if (error !== undefined) return;
    setText('');
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

import { useEffect, useRef, useState } from 'preact/hooks';
import type { ShownMessage, View } from '../protocol.ts';
import type { Acts } from './app.tsx';
import { Components } from './component.tsx';
import { Attachments } from './file.tsx';
import { Markdown } from './markdown.tsx';

/** The channel's messages, the newest last and in sight. */
export function MessageList({ view, acts }: { readonly view: View; readonly acts: Acts }) {
  const list = useRef<HTMLDivElement>(null);
  const newest = view.messages.at(-1)?.id;
  useEffect(() => {
    const element = list.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, [newest, view.channel.id, view.as]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable
    <div class="messages" role="log" aria-label="Messages" tabIndex={0} ref={list}>
      {view.messages.length === 0 && <Welcome view={view} acts={acts} />}
      {view.messages.map((message) => (
        <Message key={message.id} {...{ message, view, acts }} />
      ))}
    </div>
  );
}

/** What a newcomer can type first. */
const Welcome = ({ view, acts }: { readonly view: View; readonly acts: Acts }) => (
  <section class="welcome">
    <h2>Try the bot</h2>
    <p>
      Type <kbd>/</kbd> below for the commands, or ask in plain words by mentioning it:{' '}
      <code>@verbatim who was at the talks?</code>
    </p>
    {view.commands.some(({ name }) => name === 'help') && (
      <button
        type="button"
        class="button primary"
        onClick={() => void acts.perform({ act: 'command', name: 'help', options: {} })}
      >
        Show what can be asked
      </button>
    )}
  </section>
);

interface Drawn {
  readonly message: ShownMessage;
  readonly view: View;
  readonly acts: Acts;
}

function Message({ message, view, acts }: Drawn) {
  const time = new Date(message.at);
  return (
    <article class={message.isPrivate ? 'message private' : 'message'} aria-label={message.author}>
      <Above message={message} />
      <span class={message.isBot ? 'face bot' : 'face'} aria-hidden="true">
        {message.author.slice(0, 1).toUpperCase()}
      </span>
      <div class="body">
        <p class="by">
          <strong>{message.author}</strong>
          {message.isBot && <span class="tag">APP</span>}
          <time dateTime={message.at}>
            {time.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })}
          </time>
        </p>
        {message.isLoading ? (
          <p role="status">verbatim is thinking…</p>
        ) : (
          <>
            {message.content !== '' && <Markdown text={message.content} names={view.names} />}
            <Components {...{ message, view, acts }} />
            {!message.isCard && message.attachments.length > 0 && (
              <Attachments files={message.attachments} />
            )}
          </>
        )}
        <Below {...{ message, view, acts }} />
      </div>
      <MessageMenu {...{ message, view, acts }} />
    </article>
  );
}

/** Whom a message answers. */
function Above({ message }: { readonly message: ShownMessage }) {
  if (message.replyTo !== undefined)
    return (
      <p class="above">
        ↱ {message.replyTo.author} {message.replyTo.content}
      </p>
    );
  return message.answers === undefined ? null : (
    <p class="above">↱ {message.answers.who} used the bot</p>
  );
}

function Below({ message, view, acts }: Drawn) {
  const { threadId } = message;
  return (
    <>
      {message.isEdited && <span class="small">(edited)</span>}
      {threadId !== undefined && threadId !== view.channel.id && (
        <button type="button" class="plain" onClick={() => acts.go({ channel: threadId })}>
          Open the thread
        </button>
      )}
      {message.isPrivate && (
        <p class="small only-you">
          Only you can see this ·{' '}
          <button
            type="button"
            class="plain"
            onClick={() => void acts.perform({ act: 'remove', messageId: message.id })}
          >
            Dismiss
          </button>
        </p>
      )}
    </>
  );
}

/** Reply, the apps' commands on a message, and deleting it. */
function MessageMenu({ message, view, acts }: Drawn) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const act = (work: () => void) => (): void => {
    close();
    work();
  };
  const items: readonly (readonly [string, () => void])[] = [
    ...(view.mayWrite && !message.isPrivate
      ? [['Reply', () => acts.replyTo(message)] as const]
      : []),
    ...view.messageCommands.map(
      ({ name, shown }) =>
        [
          `Apps → ${shown}`,
          () => void acts.perform({ act: 'messageCommand', messageId: message.id, name }),
        ] as const,
    ),
    ...(message.mayDelete
      ? [['Delete', () => void acts.perform({ act: 'remove', messageId: message.id })] as const]
      : []),
  ];
  return (
    <div
      class="menu"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <button
        type="button"
        class="plain"
        ref={button}
        aria-expanded={isOpen}
        aria-label={`Menu of ${message.author}’s message`}
        onClick={() => setOpen(!isOpen)}
      >
        ⋯
      </button>
      {isOpen && (
        <ul>
          {items.map(([shown, work]) => (
            <li key={shown}>
              <button type="button" onClick={act(work)}>
                {shown}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import type { ShownChannel, View } from '../protocol.ts';
import type { Acts } from './app.tsx';

const SIGNS = { channel: '#', thread: '↳', private: '@' } as const;

/** The channels, threads and private places that one sees. */
export const Sidebar = ({ view, acts }: { readonly view: View; readonly acts: Acts }) => (
  <nav class="sidebar" aria-label="Channels">
    <ul>
      {view.channels.map((channel) => (
        <li key={channel.id} class={channel.kind}>
          <button
            type="button"
            aria-current={isHere(channel, view) ? 'page' : undefined}
            onClick={() => acts.go({ channel: channel.id })}
          >
            <span aria-hidden="true">{SIGNS[channel.kind]}</span> {nameOf(channel)}
          </button>
        </li>
      ))}
    </ul>
  </nav>
);

const isHere = ({ id, name, kind }: ShownChannel, { channel }: View): boolean =>
  id === channel.id || (kind === 'private' && name === channel.name);

/** What the private places are to whoever has not seen them before. */
function nameOf({ name, kind }: ShownChannel): string {
  if (kind !== 'private') return name;
  return name === 'dm' ? 'verbatim' : 'a group without the bot';
}

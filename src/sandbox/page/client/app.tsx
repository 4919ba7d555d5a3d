import { useEffect, useRef, useState } from 'preact/hooks';
import type { Deed, DeedResult, SentFile, ShownForm, ShownMessage, View } from '../protocol.ts';
import { Composer } from './composer.tsx';
import type { Connection } from './connection.ts';
import { toSentFiles } from './file.tsx';
import { FormDialog } from './form.tsx';
import { MessageList } from './message-list.tsx';
import { RawPanel } from './raw-panel.tsx';
import { Sidebar } from './sidebar.tsx';
import { TopBar, useTheme } from './top-bar.tsx';

type Where = Omit<Extract<Deed, { readonly act: 'look' }>, 'act'>;

const START: Where = { as: 'member', channel: 'general', locale: 'en-US' };

/** What every part of the page may do. */
export interface Acts {
  /** Does something; what went wrong is shown above where one writes. */
  readonly perform: (deed: Deed) => Promise<DeedResult>;
  readonly go: (where: Partial<Where>) => void;
  readonly replyTo: (message: ShownMessage | undefined) => void;
  /** Files as they are sent; undefined where they cannot be, which is shown. */
  readonly pack: (files: readonly File[]) => Promise<SentFile[] | undefined>;
}

/** A channel of the sandbox in which somebody talks to the bot. */
export function App({ connection }: { readonly connection: Connection }) {
  const [view, setView] = useState<View>();
  const [where, setWhere] = useState(START);
  const [form, setForm] = useState<ShownForm>();
  const [error, setError] = useState('');
  const [answered, setAnswered] = useState<ShownMessage>();
  const [isRaw, setRaw] = useState(false);
  const [theme, setTheme] = useTheme();
  const current = useRef(where);
  current.current = where;

  useEffect(() => {
    connection.watch(setView);
    connection.onOpen(() => void connection.perform({ act: 'look', ...current.current }));
  }, [connection]);

  const perform: Acts['perform'] = async (deed) => {
    const result = await connection.perform(deed);
    if (deed.act !== 'complete') setError(result.error ?? '');
    if (result.form !== undefined) setForm(result.form);
    return result;
  };
  const go: Acts['go'] = (change) => {
    const next = { ...current.current, ...change };
    setWhere(next);
    setAnswered(undefined);
    void perform({ act: 'look', ...next });
  };
  const pack: Acts['pack'] = async (files) => {
    try {
      return await toSentFiles(files);
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : String(reason));
      return undefined;
    }
  };
  const acts: Acts = { perform, go, pack, replyTo: setAnswered };
  if (view === undefined) return <Waiting />;
  return (
    <div class={isRaw ? 'page with-panel' : 'page'}>
      <TopBar {...{ view, where, acts, theme, setTheme, isRaw, setRaw }} />
      <Sidebar view={view} acts={acts} />
      <main class="channel">
        <MessageList view={view} acts={acts} />
        {error !== '' && (
          <p class="error" role="alert">
            {error}
          </p>
        )}
        <Composer key={`${view.as} ${view.channel.id}`} {...{ view, acts, answered }} />
      </main>
      {isRaw && <RawPanel traffic={view.traffic} />}
      {form !== undefined && (
        <FormDialog key={form.formId} form={form} acts={acts} close={() => setForm(undefined)} />
      )}
    </div>
  );
}

const Waiting = () => (
  <main class="waiting" aria-busy="true">
    <h1>Verbatim sandbox</h1>
    <p role="status">Connecting to the sandbox…</p>
  </main>
);

export type { Where };

import type { Deed, DeedResult, PageEvent, View } from '../protocol.ts';

/** The page's line to the sandbox. */
export interface Connection {
  readonly perform: (deed: Deed) => Promise<DeedResult>;
  /** Calls the listener with each view, and with undefined while the line is down. */
  readonly watch: (listener: (view: View | undefined) => void) => void;
  /** Called whenever the line is up anew, which has forgotten where one was. */
  readonly onOpen: (listener: () => void) => void;
}

const RETRY_MILLISECONDS = 1000;

/** Connects, and connects anew whenever the line breaks: after a restart of the sandbox, say. */
export function connect(): Connection {
  const waiting = new Map<number, (result: DeedResult) => void>();
  const listeners = new Set<(view: View | undefined) => void>();
  const openers = new Set<() => void>();
  let socket = open();
  let last = 0;
  let newest: View | undefined;

  function open(): WebSocket {
    const { host } = globalThis.location;
    const next = new WebSocket(`ws://${host}/page`);
    next.addEventListener('open', () => {
      for (const opened of openers) opened();
    });
    next.addEventListener('message', ({ data }) => receive(String(data)));
    next.addEventListener('close', () => {
      newest = undefined;
      for (const listener of listeners) listener(undefined);
      for (const settle of waiting.values()) settle({ error: 'The sandbox is out of reach.' });
      waiting.clear();
      setTimeout(() => {
        socket = open();
      }, RETRY_MILLISECONDS);
    });
    return next;
  }

  function receive(text: string): void {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the sandbox itself speaks
    const event = JSON.parse(text) as PageEvent;
    if (event.kind === 'view') {
      newest = event.view;
      for (const listener of listeners) listener(newest);
      return;
    }
    waiting.get(event.id)?.(event.result);
    waiting.delete(event.id);
  }

  return {
    perform: (deed) =>
      new Promise((resolve) => {
        last += 1;
        if (socket.readyState !== WebSocket.OPEN) {
          resolve({ error: 'The sandbox is out of reach.' });
          return;
        }
        waiting.set(last, resolve);
        socket.send(JSON.stringify({ id: last, deed }));
      }),
    watch: (listener) => {
      listeners.add(listener);
      if (newest !== undefined) listener(newest);
    },
    onOpen: (listener) => {
      openers.add(listener);
      if (socket.readyState === WebSocket.OPEN) listener();
    },
  };
}

import type { WebSocket } from 'ws';
import type { DispatchEvent } from '../state.ts';

type EventName = DispatchEvent['t'];

/** What goes wrong with events on their way to a bot. */
export interface EventFaults {
  /** Events of a name are sent so often each from now on; once is right. */
  readonly repeat: (name: EventName, times: number) => void;
  /** Events of a name wait, and what comes later overtakes them, until they are let go. */
  readonly hold: (name: EventName) => () => void;
  /** The next resumption replays so many events more than were missed. */
  readonly replayMore: (events: number) => void;
}

/** The same as the gateway asks it. */
export interface PlayedEvents extends EventFaults {
  /** Sends an event as often as it is to be sent, now or when it is let go. */
  readonly send: (event: DispatchEvent, send: () => void) => void;
  /** How many events a resumption replays more, which is said once. */
  readonly takeMore: () => number;
  /** Connections that are open and dead: nothing is read from them, nothing is sent. */
  readonly dead: WeakSet<WebSocket>;
}

/** Events that go right until told otherwise. */
export function playEvents(): PlayedEvents {
  const times = new Map<EventName, number>();
  const held = new Map<EventName, (() => void)[]>();
  let more = 0;
  return {
    repeat: (name, count) => void times.set(name, count),
    hold: (name) => {
      const waiting = held.get(name) ?? [];
      held.set(name, waiting);
      return () => {
        held.delete(name);
        for (const go of waiting.splice(0)) go();
      };
    },
    replayMore: (events) => void (more = events),
    send: ({ t }, send) => {
      const go = (): void => {
        for (let sent = 0; sent < (times.get(t) ?? 1); sent += 1) send();
      };
      const waiting = held.get(t);
      if (waiting === undefined) go();
      else waiting.push(go);
    },
    takeMore: () => {
      const taken = more;
      more = 0;
      return taken;
    },
    dead: new WeakSet(),
  };
}

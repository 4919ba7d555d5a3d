import { randomBytes } from 'node:crypto';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { PlayedEvents } from '../faults/event-faults.ts';
import type { DispatchEvent } from '../state.ts';
import { isWanted } from './event.ts';
import type { ShardPlace } from './session-start.ts';

/**
 * What a bot identified for; it outlives its connection, so that one can be resumed:
 * `docs/events/gateway#resuming`.
 */
export interface Session {
  readonly id: string;
  readonly shard: ShardPlace;
  readonly isConnected: () => boolean;
  /** Sends the event if the session's intents ask for it, or keeps it until the session is resumed. */
  readonly dispatch: (event: DispatchEvent) => void;
  /** Goes on over a new connection after event `seq`; false if there is no such event yet. */
  readonly resume: (socket: WebSocket, seq: number) => boolean;
  /** Sends what is no event: a request to reconnect, that the session is invalid. */
  readonly send: (op: GatewayOpcodes, d: unknown) => void;
  /** Cuts the connection without a word. */
  readonly drop: () => void;
  /** Closes the connection. */
  readonly close: (code: number) => void;
  /** The connection stays open and dead, as where the other end has lost it without notice. */
  readonly die: () => void;
}

/** So many events can be replayed. */
const MOST_KEPT = 1000;

/** What a session was begun with. */
interface Identified {
  readonly intents: number;
  readonly shard: ShardPlace;
}

/** A session that begins on this connection. */
export function createSession(
  first: WebSocket,
  { intents, shard }: Identified,
  faults: PlayedEvents,
): Session {
  let socket: WebSocket = first;
  let sequence = 0;
  const sent: { readonly s: number; readonly text: string }[] = [];
  const isConnected = (): boolean => socket.readyState === socket.OPEN;
  const write = (text: string): void => {
    if (isConnected() && !faults.dead.has(socket)) socket.send(text);
  };
  const dispatch = (event: DispatchEvent): void => {
    if (isWanted(event.t, intents)) faults.send(event, () => sendEvent(event));
  };
  const sendEvent = ({ t, d }: DispatchEvent): void => {
    sequence += 1;
    const data = typeof d === 'function' ? d(intents) : d;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, d: data, s: sequence, t });
    sent.push({ s: sequence, text });
    if (sent.length > MOST_KEPT) sent.shift();
    write(text);
  };
  return {
    id: randomBytes(16).toString('hex'),
    shard,
    isConnected,
    dispatch,
    resume: (next, seq) => {
      if (seq > sequence) return false;
      socket = next;
      const from = seq - faults.takeMore();
      for (const { s, text } of sent) if (s > from) write(text);
      dispatch({ t: 'RESUMED', d: null });
      return true;
    },
    send: (op, d) => write(JSON.stringify({ op, d, s: null, t: null })),
    drop: () => socket.terminate(),
    close: (code) => socket.close(code),
    die: () => void faults.dead.add(socket),
  };
}

/** Close codes after which a session is over: the bot left of itself, or it may not come back. */
const FINAL: ReadonlySet<number> = new Set([
  1000,
  1001,
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidSeq,
  GatewayCloseCodes.SessionTimedOut,
]);

export const isFinal = (code: number): boolean => FINAL.has(code);

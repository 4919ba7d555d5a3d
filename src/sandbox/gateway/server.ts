import type { Server } from 'node:http';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import type { Gateway, State } from '../state.ts';
import { receiveConnection } from './connection.ts';
import { isRouted } from './event.ts';
import type { Session } from './session.ts';

/** What happens to a bot's connection on a bad day. */
export interface Link {
  /** The connection dies; the session can be resumed, and what was missed is sent then. */
  readonly drop: () => void;
  /** The connection is closed with a code, for example 4000; the session stays. */
  readonly closeWith: (code: number) => void;
  /** The connection stays open, but no heartbeat is acknowledged and no event comes. */
  readonly die: () => void;
  /** No session can be gone on with any more. */
  readonly forget: () => void;
  /** The bot is asked to connect anew and resume. */
  readonly reconnect: () => void;
  /** The bot is told that its session is invalid, to resume or to begin anew. */
  readonly invalidate: (canResume: boolean) => void;
  /** The sessions that can be gone on with, oldest first. */
  readonly sessionIds: () => readonly string[];
}

export interface GatewayServer extends Gateway, Link {
  /** Cuts every connection. */
  readonly cut: () => void;
  /** The same, for good. */
  readonly close: () => void;
}

/** Serves the gateway on the WebSocket upgrades of an HTTP server. */
export function serveGateway(server: Server, state: State, gatewayUrl: string): GatewayServer {
  const sessions = new Map<string, Session>();
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const { pathname } = new URL(request.url ?? '/', gatewayUrl);
    if (pathname === '/')
      sockets.handleUpgrade(request, socket, head, (each) =>
        sockets.emit('connection', each, request),
      );
  });
  sockets.on('connection', (socket, request) => {
    const { searchParams } = new URL(request.url ?? '/', gatewayUrl);
    if (searchParams.get('v') !== '10') {
      socket.close(GatewayCloseCodes.InvalidAPIVersion, 'Invalid API version.');
      return;
    }
    if ((searchParams.get('encoding') ?? 'json') !== 'json' || searchParams.has('compress')) {
      socket.close(GatewayCloseCodes.DecodeError, 'The sandbox speaks uncompressed JSON.');
      return;
    }
    receiveConnection(socket, { state, gatewayUrl, sessions });
  });
  const connected = (): readonly Session[] =>
    [...sessions.values()].filter((session) => session.isConnected());
  const cut = (): void => {
    for (const socket of sockets.clients) socket.terminate();
  };
  return {
    url: gatewayUrl,
    dispatch: (event) => {
      for (const session of sessions.values())
        if (isRouted(event, session.shard)) session.dispatch(event);
    },
    sessions: () => connected().length,
    drop: () => {
      for (const session of connected()) session.drop();
    },
    closeWith: (code) => {
      for (const session of connected()) session.close(code);
    },
    die: () => {
      for (const session of connected()) session.die();
    },
    forget: () => sessions.clear(),
    reconnect: () => {
      for (const session of connected()) session.send(GatewayOpcodes.Reconnect, null);
    },
    invalidate: (canResume) => {
      for (const session of connected()) {
        if (!canResume) sessions.delete(session.id);
        session.send(GatewayOpcodes.InvalidSession, canResume);
      }
    },
    sessionIds: () => [...sessions.keys()],
    cut,
    close: () => {
      cut();
      sockets.close();
    },
  };
}

import type { Server } from 'node:http';
import { GatewayCloseCodes } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import type { Gateway, State } from '../state.ts';
import { openSession } from './session.ts';
import type { Session } from './session.ts';

export interface GatewayServer extends Gateway {
  /** Cuts every connection. */
  readonly close: () => void;
}

/** Serves the gateway on the WebSocket upgrades of an HTTP server. */
export function serveGateway(server: Server, state: State, gatewayUrl: string): GatewayServer {
  const sessions = new Set<Session>();
  const sockets = new WebSocketServer({ server });
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
    const session = openSession(socket, state, gatewayUrl);
    sessions.add(session);
    socket.on('close', () => {
      sessions.delete(session);
      state.changes.announce();
    });
  });
  return {
    url: gatewayUrl,
    dispatch: (event) => {
      for (const session of sessions) session.dispatch(event);
    },
    sessions: () => [...sessions].filter((session) => session.isReady()).length,
    close: () => {
      for (const session of sessions) session.close();
      sockets.close();
    },
  };
}

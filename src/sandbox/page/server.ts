import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { hasOwnOrigin, isOwnHost } from '../own-host.ts';
import type { State } from '../state.ts';
import { MOST_BYTES_SENT, type PageEvent, type PageRequest, requestSchema } from './protocol.ts';
import { openVisit } from './visit.ts';

/** Serves the page's files and its WebSocket, to this machine's own browsers alone. */
export interface PageServer {
  /** Answers a request for one of the page's files; gives false for any other. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly close: () => void;
}

/** Where the build puts the page's files: beside the compiled sources, or in `dist` of the sources. */
const FOLDER = [
  new URL('../../../page/', import.meta.url),
  new URL('../../../dist/page/', import.meta.url),
]
  .map((url) => fileURLToPath(url))
  .find((folder) => existsSync(`${folder}index.html`));

const FILES: ReadonlyMap<string, readonly [file: string, type: string]> = new Map([
  ['/', ['index.html', 'text/html; charset=utf-8']],
  ['/page.js', ['page.js', 'text/javascript; charset=utf-8']],
  ['/page.css', ['page.css', 'text/css; charset=utf-8']],
]);

/** Nothing from elsewhere, and nothing inline: what articles hold can run nothing and load nothing. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function servePage(server: Server, state: State, port: () => number): PageServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES_SENT });
  server.on('upgrade', (request, socket, head) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page');
    if (pathname !== '/page') return;
    if (!isOwnHost(request, port()) || !hasOwnOrigin(request, port())) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (each) => sockets.emit('connection', each));
  });
  sockets.on('connection', (socket) => {
    const visit = openVisit(state);
    const send = (event: PageEvent): void => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(event));
    };
    const show = whenQuiet(() => send({ kind: 'view', view: visit.view() }));
    const answer = async ({ id, deed }: PageRequest): Promise<void> => {
      send({ kind: 'result', id, result: await visit.perform(deed) });
      show();
    };
    const stop = state.changes.watch(show);
    socket.on('close', stop);
    socket.on('message', (raw: Buffer) => {
      const { data } = requestSchema.safeParse(decode(raw));
      if (data === undefined) return socket.close(1008, 'Not a request.');
      void answer(data);
    });
    show();
  });
  return {
    answer: (request, response) => answerFile(request, response, port()),
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function answerFile(request: IncomingMessage, response: ServerResponse, port: number): boolean {
  const { pathname } = new URL(request.url ?? '/', 'http://page');
  const file = FILES.get(pathname);
  if (file === undefined || request.method !== 'GET') return false;
  if (!isOwnHost(request, port)) {
    response.writeHead(403).end();
    return true;
  }
  const [name, type] = file;
  readFile(`${FOLDER ?? ''}${name}`).then(
    (bytes) =>
      response
        .writeHead(200, {
          'content-type': type,
          'content-security-policy': POLICY,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cache-control': 'no-store',
        })
        .end(bytes),
    () =>
      response
        .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
        .end('The page is not built; run "npm run build".'),
  );
  return true;
}

function decode(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Several changes at once are one to look at. */
function whenQuiet(work: () => void): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    setImmediate(() => {
      isPlanned = false;
      work();
    });
  };
}

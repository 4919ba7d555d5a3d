import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { once } from 'node:events';

/** What a path is answered with. */
export interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export interface Endpoint {
  /** Where it is served, without a path. */
  readonly url: string;
  close(): Promise<void>;
}

export const jsonPage = (status: number, value: unknown): Page => ({
  status,
  type: 'application/json; charset=utf-8',
  body: `${JSON.stringify(value)}\n`,
});

/** In milliseconds; all that is ever sent is a short request. */
const PATIENCE = 5000;
const MOST_CONNECTIONS = 32;

/**
 * Serves pages by their paths to GET and HEAD. Nothing that is sent beside the first lines is read:
 * each connection ends with its answer.
 * @throws what `listen` fails with, as EADDRINUSE
 */
export async function serveEndpoint(
  pages: Readonly<Record<string, () => Promise<Page>>>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Endpoint> {
  const server = createServer(
    { requestTimeout: PATIENCE, headersTimeout: PATIENCE, maxHeaderSize: 8192 },
    (request, response) => {
      void pageFor(pages, request).then((page) => send(request, response, page));
    },
  );
  // Who asks first whether to send a body is answered, and not asked for it.
  server.on('checkContinue', (request, response) => server.emit('request', request, response));
  server.maxConnections = MOST_CONNECTIONS;
  server.listen(port, host);
  await once(server, 'listening');
  return {
    url: urlOf(server),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function pageFor(
  pages: Readonly<Record<string, () => Promise<Page>>>,
  { method, url = '' }: IncomingMessage,
): Promise<Page> {
  const path = url.split('?', 1)[0] ?? '';
  const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
  if (page === undefined) return jsonPage(404, { error: 'there is nothing here' });
  if (method !== 'GET' && method !== 'HEAD')
    return jsonPage(405, { error: 'only GET and HEAD are answered' });
  // Why it failed may hold anything, so it is not said.
  return page().catch(() => jsonPage(500, { error: 'it failed' }));
}

function send(request: IncomingMessage, response: ServerResponse, { status, type, body }: Page) {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    connection: 'close',
    ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
  });
  response.end(request.method === 'HEAD' ? '' : body);
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

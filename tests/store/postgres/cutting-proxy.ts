import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';

/** Stands between a client and the server, and can cut the line at the worst moment. */
export interface CuttingProxy {
  readonly url: string;
  /** The server is told of the next commit of something written, and the client is told nothing any more. */
  readonly cutNextCommit: () => void;
  readonly close: () => Promise<void>;
}

export async function openCuttingProxy(url: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let isCutting = false;
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    let hasWritten = false;
    for (const socket of [client, server]) sockets.add(socket.on('error', () => socket.destroy()));
    client.on('data', (bytes) => {
      // Others of the client's connections only read, and are free to try again.
      hasWritten ||= bytes.includes('insert into');
      const isCommit = bytes.includes('commit');
      const isCut = isCutting && hasWritten && isCommit;
      if (isCommit) hasWritten = false;
      if (isCut) {
        isCutting = false;
        server.removeAllListeners('data');
        server.once('data', () => client.destroy());
      }
      server.write(bytes);
    });
    server.on('data', (bytes) => client.write(bytes));
    client.on('close', () => server.end());
    server.on('close', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (typeof address !== 'object' || address === null) throw new Error('the proxy has no port');
  const through = new URL(url);
  through.port = String(address.port);
  return {
    url: through.href,
    cutNextCommit: () => {
      isCutting = true;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

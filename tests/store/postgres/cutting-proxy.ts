import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';

/** Stands between a client and the server, and can cut the line at the worst moment. */
export interface CuttingProxy {
  readonly url: string;
  /** The server is told of the next commit, and the client is told nothing any more. */
  readonly cutNextCommit: () => void;
  readonly close: () => Promise<void>;
}

export async function openCuttingProxy(url: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let isCutting = false;
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    for (const socket of [client, server]) sockets.add(socket.on('error', () => socket.destroy()));
    client.on('data', (bytes) => {
      const isCut = isCutting && bytes.includes('commit');
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

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isPublicAddress } from '../../src/intake/address.ts';
import { createFetcher, type Fetcher, type FetcherOptions } from '../../src/intake/fetcher.ts';

/** The paths that a site has, and what it answers there. */
export type Answers = Readonly<
  Record<string, (request: IncomingMessage, response: ServerResponse) => void>
>;

export interface LocalSite {
  readonly port: number;
  /** What was asked for, in order: `/robots.txt`. */
  readonly asked: string[];
  /** A fetcher for which every name is this machine, and this machine is public. */
  fetcher(options?: FetcherOptions): Fetcher;
  /** `http://news.example:<port>/path`. */
  link(path: string): string;
  close(): Promise<void>;
}

/** A web server on this machine, which answers 404 where it has no answer. */
export async function openSite(answers: Answers): Promise<LocalSite> {
  const asked: string[] = [];
  const fetchers: Fetcher[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = answers[path.split('?')[0] ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    asked,
    fetcher: (options = {}) => {
      const fetcher = createFetcher({
        resolve: () => Promise.resolve(['127.0.0.1']),
        isAllowed: (host) => host === '127.0.0.1' || isPublicAddress(host),
        ports: 'any',
        times: { connect: 1000, headers: 1200, whole: 2500 },
        ...options,
      });
      fetchers.push(fetcher);
      return fetcher;
    },
    link: (path) => `http://news.example:${String(port)}${path}`,
    close: async () => {
      await Promise.all(fetchers.map((fetcher) => fetcher.close()));
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

/** Answers with a page or another text. */
export const say =
  (text: string, headers: Readonly<Record<string, string>> = {}, status = 200) =>
  (_request: IncomingMessage, response: ServerResponse): void => {
    response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
      .end(text);
  };

/** Answers with a redirect. */
export const leadTo =
  (location: string, status = 302) =>
  (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(status, { location }).end();
  };

import type { IncomingMessage } from 'node:http';

/** Asked for under this machine's own name: a website's name made to point here is not. */
export function isOwnHost({ headers: { host } }: IncomingMessage, port: number): boolean {
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(host ?? '');
}

export const hasOwnOrigin = ({ headers: { origin } }: IncomingMessage, port: number): boolean =>
  [`http://127.0.0.1:${port}`, `http://localhost:${port}`].includes(origin ?? '');

import type { IncomingMessage, ServerResponse } from 'node:http';
import { isOwnHost } from './own-host.ts';
import type { State } from './state.ts';

const PATH = /^\/attachments\/(?<channel>\d+)\/(?<id>\d+)\/(?<name>[\w.-]+)$/u;
const SAFE_TYPE = /^[\w.+-]+\/[\w.+-]+(?:; ?charset=[\w-]+)?$/u;

/** Answers a request for a file that was sent; gives false for any other path. */
export function answerAttachment(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
): boolean {
  const { pathname } = new URL(request.url ?? '/', 'http://sandbox');
  if (!pathname.startsWith('/attachments/')) return false;
  const file = state.files.get(PATH.exec(pathname)?.groups?.['id'] ?? '');
  if (!isOwnHost(request, port)) response.writeHead(403).end();
  else if (request.method !== 'GET') response.writeHead(405).end();
  else if (file === undefined || new URL(file.attachment.url).pathname !== pathname)
    response.writeHead(404).end();
  else response.writeHead(200, headersOf(file.attachment)).end(file.bytes);
  return true;
}

/** A browser saves the file, whatever is in it, and never shows or runs it. */
function headersOf({
  filename,
  content_type: type = '',
}: {
  readonly filename: string;
  readonly content_type?: string;
}) {
  return {
    'content-type': SAFE_TYPE.test(type) ? type : 'application/octet-stream',
    'content-disposition': `attachment; filename="${filename}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}

import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Endpoint, jsonPage, serveEndpoint } from '../../src/monitoring/endpoint.ts';

let endpoint: Endpoint;

beforeEach(async () => {
  const pages = {
    '/here': async () => jsonPage(200, { here: true }),
    '/broken': () => Promise.reject(new Error('secret words')),
  };
  endpoint = await serveEndpoint(pages, { host: '127.0.0.1', port: 0 });
});

afterEach(() => endpoint.close());

describe('what is asked over HTTP', () => {
  it.each([
    ['GET', '/here', 200, '{"here":true}\n'],
    ['GET', '/here?and=more', 200, '{"here":true}\n'],
    ['HEAD', '/here', 200, ''],
    ['GET', '/', 404, '{"error":"there is nothing here"}\n'],
    ['GET', '/here/', 404, '{"error":"there is nothing here"}\n'],
    ['GET', '/__proto__', 404, '{"error":"there is nothing here"}\n'],
    ['GET', '/toString', 404, '{"error":"there is nothing here"}\n'],
    ['POST', '/', 404, '{"error":"there is nothing here"}\n'],
    ['POST', '/here', 405, '{"error":"only GET and HEAD are answered"}\n'],
    ['DELETE', '/here', 405, '{"error":"only GET and HEAD are answered"}\n'],
    ['GET', '/broken', 500, '{"error":"it failed"}\n'],
  ])('by %s %s is answered with %i', async (method, path, status, body) => {
    const response = await fetch(`${endpoint.url}${path}`, { method });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(body);
    expect(response.headers.get('allow')).toBe(status === 405 ? 'GET, HEAD' : null);
  });

  it.each([
    [
      'a body that never ends',
      'POST /here HTTP/1.1\r\nHost: x\r\nContent-Length: 999\r\n\r\nabc',
      405,
    ],
    [
      'a body in pieces',
      'GET /here HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n',
      200,
    ],
    [
      'who asks before sending',
      'GET /here HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n',
      200,
    ],
    ['what is no request', 'hello\r\n\r\n', 400],
    ['too long a request', `GET /here HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(9000)}\r\n\r\n`, 431],
  ])('with %s is answered at once, and the connection ends', async (_what, sent, status) => {
    const socket = connect(Number(new URL(endpoint.url).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.write(sent);
    await once(socket, 'close');
    expect(Buffer.concat(chunks).toString()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'));
  });

  it('is answered on this machine alone', () => {
    expect(endpoint.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  });
});

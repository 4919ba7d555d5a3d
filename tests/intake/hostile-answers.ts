import type { ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { AnswerRow } from './hostile-row.ts';
import { leadTo, say } from './local-site.ts';
import { ARTICLE, page, TEXT } from './samples.ts';

const MANY = 50 * 1024 * 1024;
const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** Writes bytes as they are, without what Node makes of headers. */
const raw =
  (write: (socket: NonNullable<ServerResponse['socket']>) => void): AnswerRow['answer'] =>
  (_request, { socket }) => {
    if (socket === null) return;
    socket.on('error', () => undefined);
    write(socket);
  };

/** Writes again and again, until the other side has gone. */
function drip(
  socket: NonNullable<ServerResponse['socket']>,
  piece: string,
  milliseconds: number,
): void {
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer);
    else socket.write(piece);
  }, milliseconds);
}

const OK = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n';
const zip =
  (encoding: string, bytes: Uint8Array): AnswerRow['answer'] =>
  (_request, response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end(bytes);
  };
const isArticle = ({ body }: { readonly body: string }): void => {
  expect(body).toBe(TEXT);
};

/** What sites answer to a link that is itself harmless. */
export const HOSTILE_ANSWERS: readonly AnswerRow[] = [
  { what: 'a redirect to itself', answer: leadTo('?'), outcome: 'intake.link-redirects' },
  {
    what: 'a redirect to loopback in octal',
    answer: leadTo('http://0177.0.0.2/'),
    outcome: 'intake.link-private',
  },
  {
    what: 'a redirect to a cloud’s metadata',
    answer: leadTo('http://169.254.169.254/latest/', 307),
    outcome: 'intake.link-private',
  },
  {
    what: 'a redirect to a name under `.internal`',
    answer: leadTo('//metadata.google.internal/'),
    outcome: 'intake.link-private',
  },
  {
    what: 'a redirect to `file:`',
    answer: leadTo('file:///etc/passwd'),
    outcome: 'intake.link-scheme',
  },
  {
    what: 'a redirect with a password',
    answer: leadTo('http://a:b@news.example/'),
    outcome: 'intake.link-credentials',
  },
  { what: 'a redirect to nowhere', answer: leadTo('http://['), outcome: 'intake.link-broken' },
  {
    what: 'a name that has another, private address at its second look-up (DNS rebinding)',
    answer: leadTo('?again'),
    lookups: [['127.0.0.1'], ['127.0.0.1'], ['10.0.0.1']],
    outcome: 'intake.link-private',
  },
  {
    what: 'a gzip bomb',
    answer: zip('gzip', gzipSync(Buffer.alloc(MANY))),
    outcome: 'intake.link-large',
  },
  {
    what: 'a Brotli bomb',
    answer: zip('br', brotliCompressSync(Buffer.alloc(MANY), QUICKLY)),
    outcome: 'intake.link-large',
  },
  {
    what: 'a gzip bomb within gzip',
    answer: zip('gzip, gzip', gzipSync(gzipSync(Buffer.alloc(MANY)))),
    outcome: 'intake.link-large',
  },
  {
    what: 'nine compressions, one in another',
    answer: zip('gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip', Buffer.from('x')),
    outcome: 'intake.link-broken',
  },
  {
    what: 'a compression that there is not',
    answer: zip('zstandard-of-mine', Buffer.from('x')),
    outcome: 'intake.link-broken',
  },
  {
    what: 'an answer that says it is compressed and is not',
    answer: zip('gzip', Buffer.from('plain words')),
    outcome: 'intake.link-broken',
  },
  {
    what: 'a body without end',
    answer: raw((socket) => {
      socket.write(`${OK}\r\n`);
      drip(socket, 'a'.repeat(1_000_000), 1);
    }),
    outcome: 'intake.link-large',
  },
  {
    what: 'a body that comes byte by byte',
    answer: raw((socket) => {
      socket.write(`${OK}content-length: 100000\r\n\r\n`);
      drip(socket, 'a', 50);
    }),
    outcome: 'intake.link-slow',
  },
  { what: 'no answer at all', answer: raw(() => undefined), outcome: 'intake.link-slow' },
  {
    what: 'headers that come letter by letter',
    answer: raw((socket) => {
      socket.write(OK);
      drip(socket, 'a', 50);
    }),
    outcome: 'intake.link-slow',
  },
  {
    what: 'headers without end',
    answer: raw((socket) => {
      socket.write(OK);
      drip(socket, `x: ${'a'.repeat(5000)}\r\n`, 1);
    }),
    outcome: 'intake.link-broken',
  },
  {
    what: 'a content length that is too great',
    answer: raw((socket) => socket.end(`${OK}content-length: 5000\r\n\r\nshort`)),
    outcome: 'intake.link-broken',
  },
  {
    what: 'a content length that is no number',
    answer: raw((socket) => socket.end(`${OK}content-length: many\r\n\r\nx`)),
    outcome: 'intake.link-broken',
  },
  {
    what: 'an answer that is not HTTP',
    answer: raw((socket) => socket.end('220 mail.example ESMTP\r\n')),
    outcome: 'intake.link-broken',
  },
  {
    what: 'a connection that is cut',
    answer: raw((socket) => socket.destroy()),
    outcome: 'intake.link-broken',
  },
  {
    what: 'a page that is declared to be an image',
    answer: say(page(ARTICLE), { 'content-type': 'image/png' }),
    outcome: { taken: 'the article; what is declared is not believed', check: isArticle },
  },
  {
    what: 'a program that is declared to be a page',
    answer: say('MZ\0\u0001\u0002\u0003'),
    outcome: 'intake.file-kind',
  },
  {
    what: 'a charset that there is not',
    answer: say(page(ARTICLE), { 'content-type': 'text/html; charset=klingon' }),
    outcome: { taken: 'the article, as the UTF-8 that it is', check: isArticle },
  },
  {
    what: 'a page whose own link is of another site',
    answer: say(page(ARTICLE, '<link rel="canonical" href="https://evil.test/a">')),
    outcome: {
      taken: 'the article, with the link where it was found',
      check: ({ url }) => {
        expect(url).toMatch(/^http:\/\/news\.example:/u);
      },
    },
  },
  {
    what: 'a page that sets a cookie and refreshes to another',
    answer: say(page(ARTICLE, '<meta http-equiv="refresh" content="0;url=http://10.0.0.1/">'), {
      'set-cookie': 'a=b',
    }),
    outcome: { taken: 'the article; neither is followed', check: isArticle },
  },
];

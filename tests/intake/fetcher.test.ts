import { gzipSync, brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAttachmentFetcher, DISCORD_HOSTS } from '../../src/intake/attachment.ts';
import { isPublicAddress, isPublicName } from '../../src/intake/address.ts';
import { createFetcher } from '../../src/intake/fetcher.ts';
import { dropTracking, isSameSite, redirectTarget } from '../../src/intake/link.ts';
import { createRobots } from '../../src/intake/robots.ts';
import { leadTo, type LocalSite, openSite, say } from './local-site.ts';

const fault = (name: string, params: Readonly<Record<string, unknown>> = {}): unknown =>
  expect.objectContaining({ fault: name, params: expect.objectContaining(params) });
const WANTED = { accept: 'text/html', mostBytes: 10_000 };
const textOf = ({ bytes }: { readonly bytes: Uint8Array }): string =>
  new TextDecoder().decode(bytes);

let site: LocalSite;
let robots = say('User-agent: *\nDisallow: /secret', {}, 200);

beforeAll(async () => {
  site = await openSite({
    '/robots.txt': (request, response) => {
      robots(request, response);
    },
    '/plain': say('Hello', { etag: '"1"', 'last-modified': 'Tue, 18 Feb 2025 09:30:00 GMT' }),
    '/headers': (request, response) => {
      response.setHeader('set-cookie', 'a=b').end(JSON.stringify(request.headers));
    },
    '/gzip': (_, response) =>
      void response.setHeader('content-encoding', 'gzip').end(gzipSync('Hello gzip')),
    '/br': (_, response) =>
      void response.setHeader('content-encoding', 'br').end(brotliCompressSync('Hello br')),
    '/moved': leadTo('/plain', 301),
    '/to-headers': leadTo('/headers'),
    '/unchanged': (request, response) =>
      void response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end(),
    '/gone': say('', {}, 410),
    '/forbidden': say('', {}, 403),
    '/busy': say('', {}, 503),
    '/secret': say('Secret'),
    '/to-secret': leadTo('/secret'),
    '/latin': say('x', { 'content-type': 'Text/HTML; Charset="ISO-8859-1"' }),
    '/attachments/a.md': say('A file'),
    '/attachments/moved.md': leadTo('/attachments/a.md'),
  });
});
afterAll(() => site.close());

test('a page is fetched with what it says of itself', async () => {
  const fetched = await site.fetcher().fetch(site.link('/plain#part'), WANTED);
  expect(fetched).toMatchObject({
    status: 200,
    url: site.link('/plain'),
    type: 'text/html',
    charset: 'utf-8',
    etag: '"1"',
    lastModified: 'Tue, 18 Feb 2025 09:30:00 GMT',
  });
  expect(textOf(fetched)).toBe('Hello');
  const latin = await site.fetcher().fetch(site.link('/latin'), WANTED);
  expect(latin).toMatchObject({ type: 'text/html', charset: 'ISO-8859-1' });
});

test('the bot names itself, and sends neither cookies nor a referrer', async () => {
  const fetcher = site.fetcher();
  await fetcher.fetch(site.link('/headers'), WANTED);
  const headers = textOf(await fetcher.fetch(site.link('/to-headers'), WANTED));
  expect(headers).toContain('VerbatimBot/');
  expect(headers).not.toMatch(/cookie|referer|authorization/iu);
});

test('compressed answers are decompressed, redirects followed', async () => {
  const fetcher = site.fetcher();
  const paths = ['/gzip', '/br', '/moved'];
  const texts = paths.map(async (path) => textOf(await fetcher.fetch(site.link(path), WANTED)));
  expect(await Promise.all(texts)).toEqual(['Hello gzip', 'Hello br', 'Hello']);
});

test('what has not changed is said to be so', async () => {
  const wanted = { ...WANTED, etag: '"1"' };
  const fetched = await site.fetcher().fetch(site.link('/unchanged'), wanted);
  expect(fetched).toMatchObject({ status: 304 });
});

test.each([
  ['/nothing', 'intake.link-missing', 404],
  ['/gone', 'intake.link-missing', 410],
  ['/forbidden', 'intake.link-refused', 403],
  ['/busy', 'intake.link-failing', 503],
])('%s is %s', async (path, name, status) => {
  const fetching = site.fetcher().fetch(site.link(path), WANTED);
  await expect(fetching).rejects.toThrow(fault(name, { host: 'news.example', status }));
});

test('a site that is not there, or does not answer, is told', async () => {
  const unknown = site.fetcher({
    resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
  });
  await expect(unknown.fetch(site.link('/plain'), WANTED)).rejects.toThrow(
    fault('intake.link-unknown'),
  );
  await expect(site.fetcher().fetch('http://news.example:9/x', WANTED)).rejects.toThrow(
    fault('intake.link-unreachable'),
  );
  const silent = site.fetcher({ resolve: () => new Promise(() => undefined) });
  await expect(silent.fetch(site.link('/plain'), WANTED)).rejects.toThrow(
    fault('intake.link-slow'),
  );
});

test('who calls may stop it, and gets the reason', async () => {
  const controller = new AbortController();
  const silent = site.fetcher({ resolve: () => new Promise(() => undefined) });
  const fetching = silent.fetch(site.link('/plain'), { ...WANTED, signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(fetching).rejects.toThrow('enough');
});

test('a name is looked up once for a connection, which goes to the address that was checked', async () => {
  const asked: string[] = [];
  const answers = [['127.0.0.1'], ['10.0.0.1']];
  const fetcher = site.fetcher({
    resolve: (host) => {
      asked.push(host);
      return Promise.resolve(answers[asked.length - 1] ?? []);
    },
  });
  expect(textOf(await fetcher.fetch(site.link('/plain'), WANTED))).toBe('Hello');
  expect(asked).toEqual(['news.example']);
  await expect(fetcher.fetch(site.link('/plain'), WANTED)).rejects.toThrow(
    fault('intake.link-private'),
  );
});

test('the system resolver is asked where none is given, and its answers are checked', async () => {
  const fetcher = createFetcher({ isAllowedName: () => true, ports: 'any' });
  await expect(
    fetcher.fetch(`http://localhost:${String(site.port)}/plain`, WANTED),
  ).rejects.toThrow(fault('intake.link-private'));
  await fetcher.close();
});

test('robots.txt is kept to where that is asked for, after redirects, too', async () => {
  const fetcher = site.fetcher();
  const kept = { ...WANTED, keepsRobots: true };
  site.asked.length = 0;
  expect(textOf(await fetcher.fetch(site.link('/plain'), kept))).toBe('Hello');
  for (const path of ['/secret', '/to-secret'])
    await expect(fetcher.fetch(site.link(path), kept)).rejects.toThrow(fault('intake.robots'));
  expect(site.asked).toEqual(['/robots.txt', '/plain', '/to-secret']);
  expect(textOf(await fetcher.fetch(site.link('/secret'), WANTED))).toBe('Secret');
});

test('a site without robots.txt may be read, and one whose robots.txt fails may not', async () => {
  const before = robots;
  const kept = { ...WANTED, keepsRobots: true };
  robots = say('', {}, 404);
  expect(textOf(await site.fetcher().fetch(site.link('/secret'), kept))).toBe('Secret');
  robots = say('', {}, 500);
  await expect(site.fetcher().fetch(site.link('/plain'), kept)).rejects.toThrow(
    fault('intake.robots-unreachable'),
  );
  robots = before;
});

test('robots.txt is asked for once an hour', async () => {
  let time = 0;
  let count = 0;
  const check = createRobots(() => time);
  const ask = () => {
    count += 1;
    return Promise.resolve({ status: 200, text: '' });
  };
  for (const at of [0, 3_600_000, 3_600_001]) {
    time = at;
    await check(new URL('https://news.example/a'), ask);
  }
  expect(count).toBe(2);
});

test.each([
  ['93.184.215.14', true],
  ['2606:4700:4700::1111', true],
  ['10.0.0.1', false],
  ['100.64.0.1', false],
  ['198.18.0.1', false],
  ['192.0.2.1', false],
  ['255.255.255.255', false],
  ['168.63.129.16', false],
  ['::1', false],
  ['::127.0.0.1', false],
  ['::ffff:93.184.215.14', false],
  ['64:ff9b::5db8:d70e', false],
  ['2002:a00:1::', false],
  ['2001:0:4136:e378::', false],
  ['2001:db8::1', false],
  ['fd00:ec2::254', false],
  ['fe80::1%eth0', false],
  ['fec0::1', false],
  ['4000::1', false],
  ['0x7f.1', false],
  ['', false],
])('%s is a public address: %j', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test('names of machines that are near are not public ones', () => {
  const near = ['localhost', 'router', 'nas.local', 'a.internal', 'x.onion', 'a.localhost.'];
  expect(near.filter(isPublicName)).toEqual([]);
  expect(isPublicName('internal.example.org')).toBe(true);
});

test('parameters that only tell where a reader came from are dropped', () => {
  const table = [
    ['https://a.example/x?utm_source=y&id=7&fbclid=z#top', 'https://a.example/x?id=7'],
    ['https://a.example/x?gclid=1', 'https://a.example/x'],
    ['https://a.example/x?q=a%20b', 'https://a.example/x?q=a%20b'],
  ] as const;
  for (const [given, expected] of table) expect(dropTracking(given)).toBe(expected);
});

test('hosts of one site are told from others', () => {
  expect(isSameSite('www.news.example', 'm.news.example')).toBe(true);
  expect(isSameSite('a.co.uk', 'b.co.uk')).toBe(false);
  expect(isSameSite('news.example', 'other.example')).toBe(false);
});

test('a redirect may be relative, and may go from http to https but not back', () => {
  const secure = new URL('https://news.example/a/b');
  expect(redirectTarget(secure, '../c').href).toBe('https://news.example/c');
  expect(redirectTarget(new URL('http://news.example/'), 'https://news.example/').protocol).toBe(
    'https:',
  );
  expect(() => redirectTarget(secure, 'http://news.example/')).toThrow(
    fault('intake.link-downgrade'),
  );
});

test('an uploaded file is fetched from where Discord keeps files, and from nowhere else', async () => {
  const origin = `http://127.0.0.1:${String(site.port)}`;
  const fetcher = createAttachmentFetcher({ hosts: [origin], isAllowed: () => true });
  expect(textOf(await fetcher.fetch(`${origin}/attachments/a.md`))).toBe('A file');
  await expect(fetcher.fetch(`${origin}/attachments/a.md`, { mostBytes: 3 })).rejects.toThrow(
    fault('intake.link-large'),
  );
  await expect(fetcher.fetch(`${origin}/attachments/moved.md`)).rejects.toThrow(
    fault('intake.link-redirects'),
  );
  await fetcher.close();
  const discord = createAttachmentFetcher();
  expect(DISCORD_HOSTS).toEqual(['cdn.discordapp.com', 'media.discordapp.net']);
  const elsewhere = [
    `${origin}/attachments/a.md`,
    'https://cdn.discordapp.com.evil.example/a.md',
    'https://cdn.discordapp.com@evil.example/a.md',
    'http://cdn.discordapp.com/a.md',
    'https://cdn.discordapp.com:8443/a.md',
    'file:///etc/passwd',
    'nonsense',
  ];
  for (const link of elsewhere)
    await expect(discord.fetch(link)).rejects.toThrow(fault('intake.attachment-host'));
  await discord.close();
});

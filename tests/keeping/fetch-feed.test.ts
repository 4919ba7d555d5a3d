import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedFetcher } from '../../src/keeping/fetch-feed.ts';
import { type LocalSite, leadTo, openSite, say } from '../intake/local-site.ts';

const ASKED = { accept: 'application/rss+xml', mostBytes: 1000 };

let site: LocalSite;

beforeAll(async () => {
  site = await openSite({
    '/feed': (request, response) =>
      request.headers['if-none-match'] === '"a"'
        ? response.writeHead(304, { etag: '"a"' }).end()
        : response
            .writeHead(200, {
              'content-type': 'application/rss+xml; charset=windows-1252',
              'cache-control': 'max-age=600',
              etag: '"a"',
            })
            .end('<rss/>'),
    '/busy': say('later', { 'retry-after': '120' }, 503),
    '/gone': say('', {}, 410),
    '/old': leadTo('/feed'),
    '/long': say('x'.repeat(2000)),
  });
});

afterAll(() => site.close());

const fetch = (path: string, tags = {}) =>
  feedFetcher(site.fetcher({ isAllowedName: () => true }))(site.link(path), { ...ASKED, ...tags });

test('an answer brings what the next look needs', async () => {
  expect(await fetch('/old')).toMatchObject({
    status: 200,
    url: site.link('/feed'),
    bytes: Buffer.from('<rss/>'),
    contentType: 'application/rss+xml; charset=windows-1252',
    cacheControl: 'max-age=600',
    etag: '"a"',
  });
  expect(await fetch('/feed', { etag: '"a"' })).toMatchObject({ status: 304, etag: '"a"' });
});

test.each([
  ['/busy', { status: 503, retryAfter: '120' }],
  ['/gone', { status: 410 }],
  ['/nowhere', { status: 404 }],
])('every status is an answer: %s', async (path, answer) => {
  expect(await fetch(path)).toMatchObject(answer);
});

test('more than is wanted is none', async () => {
  await expect(fetch('/long')).rejects.toMatchObject({ fault: 'intake.link-large' });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { ask, readError } from './raw-bot.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

const channelPath = (name: string, rest = '') => {
  const channel = sandbox.world.channels.find((each) => each.name === name);
  return `/channels/${channel?.id}${rest}`;
};

describe('the REST interface refuses', () => {
  test.each<[string, () => Parameters<typeof ask>, number, number]>([
    ['a path that there is not', () => [sandbox, 'GET', '/nowhere'], 404, 0],
    ['a method that a path has not', () => [sandbox, 'DELETE', '/users/@me'], 405, 0],
    [
      'a wrong token',
      () => [sandbox, 'GET', '/users/@me', undefined, { authorization: 'Bot wrong' }],
      401,
      0,
    ],
    [
      'what is not JSON',
      () => [sandbox, 'POST', channelPath('general', '/messages'), '{'],
      400,
      50109,
    ],
    [
      'an upload',
      () => [
        sandbox,
        'POST',
        channelPath('general', '/messages'),
        'x',
        { 'content-type': 'multipart/form-data' },
      ],
      400,
      50035,
    ],
    ['an unknown channel', () => [sandbox, 'GET', '/channels/1'], 404, 10003],
    [
      'a channel that the bot cannot see',
      () => [sandbox, 'GET', channelPath('moderators')],
      403,
      50001,
    ],
    ['an unknown message', () => [sandbox, 'GET', channelPath('news', '/messages/1')], 404, 10008],
    ['an unknown guild', () => [sandbox, 'GET', '/guilds/1'], 404, 10004],
    [
      'commands of a guild that it is not in',
      () => [sandbox, 'GET', `/applications/${sandbox.applicationId}/guilds/1/commands`],
      403,
      50001,
    ],
    [
      'commands of another application',
      () => [sandbox, 'GET', '/applications/1/commands'],
      404,
      10002,
    ],
    [
      'an unknown command',
      () => [sandbox, 'DELETE', `/applications/${sandbox.applicationId}/commands/1`],
      404,
      10063,
    ],
    ['an unknown webhook', () => [sandbox, 'POST', '/webhooks/1/x', { content: 'a' }], 404, 10015],
  ])('%s', async (_what, request, status, code) => {
    expect(readError(await ask(...request()))).toMatchObject({ status, code });
  });
});

describe('the REST interface', () => {
  test('says where the gateway is', async () => {
    const url = sandbox.apiUrl.replace('http', 'ws').replace('/api', '');
    expect(await ask(sandbox, 'GET', '/gateway/bot')).toMatchObject({
      status: 200,
      body: { url, shards: 1, session_start_limit: { max_concurrency: 1 } },
    });
  });

  test('lists the newest messages of a channel first', async () => {
    const path = channelPath('news', '/messages');
    for (const content of ['one', 'two', 'three']) await ask(sandbox, 'POST', path, { content });
    const listed = await ask(sandbox, 'GET', `${path}?limit=2`);
    expect(listed.body).toMatchObject([{ content: 'three' }, { content: 'two' }]);
  });

  test('pings nobody whom allowed_mentions does not name', async () => {
    const { member, stranger } = sandbox.world.people;
    const content = `<@${member.user.id}> <@${stranger.user.id}> @everyone`;
    const path = channelPath('news', '/messages');
    const send = async (allowed_mentions?: object) =>
      (await ask(sandbox, 'POST', path, { content, allowed_mentions })).body;
    expect(await send()).toMatchObject({ mention_everyone: true, mentions: [{}, {}] });
    expect(await send({ parse: [] })).toMatchObject({ mention_everyone: false, mentions: [] });
    expect(await send({ users: [member.user.id] })).toMatchObject({ mentions: [member.user] });
  });

  test('takes permissions as a text and gives them back so', async () => {
    const path = `/applications/${sandbox.applicationId}/commands`;
    const made = await ask(sandbox, 'POST', path, {
      name: 'shelf',
      description: 'Keeps articles',
      default_member_permissions: '32',
    });
    expect(made).toMatchObject({ status: 201, body: { default_member_permissions: '32' } });
    const again = await ask(sandbox, 'POST', path, { name: 'shelf', description: 'Keeps them' });
    expect(again).toMatchObject({ status: 200, body: { default_member_permissions: null } });
  });

  test('lists translations only when asked for them', async () => {
    const path = `/applications/${sandbox.applicationId}/commands`;
    await ask(sandbox, 'PUT', path, [
      { name: 'quote', name_localizations: { uk: 'цитата' }, description: 'Who said it' },
    ]);
    const short = await ask(sandbox, 'GET', path);
    expect(JSON.stringify(short.body)).not.toContain('name_localizations');
    const full = await ask(sandbox, 'GET', `${path}?with_localizations=true`);
    expect(full.body).toMatchObject([{ name_localizations: { uk: 'цитата' } }]);
  });

  test('records what it was asked, and how it answered', async () => {
    await ask(sandbox, 'POST', channelPath('general', '/messages'), { content: 'Hello' });
    expect(sandbox.requests.at(-1)).toEqual({
      method: 'POST',
      path: channelPath('general', '/messages'),
      body: { content: 'Hello' },
      status: 200,
    });
  });
});

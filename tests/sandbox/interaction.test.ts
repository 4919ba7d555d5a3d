import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { ask, connectReady, nextInteraction, readError } from './raw-bot.ts';
import type { RawGateway } from './raw-bot.ts';

let now = Date.parse('2025-02-18T12:00:00Z');
let sandbox: Sandbox;
let gateway: RawGateway;

beforeAll(async () => {
  sandbox = await startSandbox({ clock: () => now });
  gateway = await connectReady(sandbox);
  await ask(sandbox, 'PUT', `/applications/${sandbox.applicationId}/commands`, [
    {
      name: 'quote',
      description: 'Who said it',
      options: [
        { type: 3, name: 'who', description: 'Who', autocomplete: true },
        { type: 4, name: 'most', description: 'How many', autocomplete: true },
      ],
    },
  ]);
});

afterAll(async () => {
  gateway.close();
  await sandbox.close();
});

type Open = Awaited<ReturnType<typeof nextInteraction>>;

/** Asks a question whose answer nobody waits for, and gives the interaction that the bot was sent. */
async function open(): Promise<Open> {
  sandbox
    .as('member')
    .command('quote')
    .catch(() => undefined);
  return nextInteraction(gateway);
}

const callback = ({ id, token }: Open, body: unknown, query = '') =>
  ask(sandbox, 'POST', `/interactions/${id}/${token}/callback${query}`, body);
const webhook = (token: string, rest = '') => `/webhooks/${sandbox.applicationId}/${token}${rest}`;
const { ChannelMessageWithSource, DeferredChannelMessageWithSource, UpdateMessage } =
  InteractionResponseType;
const { ApplicationCommandAutocompleteResult, Modal, Pong } = InteractionResponseType;
const hello = { type: ChannelMessageWithSource, data: { content: 'Hello' } };

describe('an interaction', () => {
  test('carries what Discord sends with it', async () => {
    sandbox
      .as('moderator', { channel: 'news' })
      .command('quote', { who: 'Rubio' })
      .catch(() => undefined);
    const { d } = await gateway.next(({ t }) => t === 'INTERACTION_CREATE');
    expect(d).toMatchObject({
      version: 1,
      type: 2,
      application_id: sandbox.applicationId,
      guild_id: sandbox.guildId,
      guild: { id: sandbox.guildId, features: [], locale: 'en-US' },
      guild_locale: 'en-US',
      locale: 'en-US',
      channel: { name: 'news', permissions: expect.stringMatching(/^\d+$/) },
      member: { user: { username: 'mo' }, permissions: expect.stringMatching(/^\d+$/) },
      app_permissions: expect.stringMatching(/^\d+$/),
      entitlements: [],
      authorizing_integration_owners: { 0: sandbox.guildId },
      context: 0,
      attachment_size_limit: 10 * 1024 * 1024,
      data: { name: 'quote', type: 1, options: [{ name: 'who', type: 3, value: 'Rubio' }] },
    });
  });

  test('is answered without a body or a content type', async () => {
    const answer = await callback(await open(), hello);
    expect(answer).toEqual({ status: 204, contentType: null, body: undefined });
  });

  test('is answered with the message when the bot asks for it', async () => {
    const interaction = await open();
    const answer = await callback(interaction, hello, '?with_response=true');
    expect(answer).toMatchObject({
      status: 200,
      body: {
        interaction: { id: interaction.id, type: 2, response_message_loading: false },
        resource: { type: 4, message: { content: 'Hello', type: 20 } },
      },
    });
  });

  test('is unknown when the first answer comes after three seconds', async () => {
    const interaction = await open();
    now += 3001;
    expect(readError(await callback(interaction, hello))).toEqual({
      status: 404,
      code: 10062,
      places: [],
    });
  });

  test('is unknown with another token', async () => {
    const answer = await callback({ ...(await open()), token: 'other' }, hello);
    expect(readError(answer)).toMatchObject({ status: 404, code: 10062 });
  });

  test('is answered once', async () => {
    const interaction = await open();
    await callback(interaction, hello);
    expect(readError(await callback(interaction, hello))).toMatchObject({
      status: 400,
      code: 40060,
    });
  });

  test.each<[string, object, string]>([
    ['a PING', { type: Pong }, 'type: BASE_TYPE_CHOICES'],
    ['an unknown type', { type: 99 }, 'type: BASE_TYPE_CHOICES'],
    ['an update without a message', { type: UpdateMessage, data: {} }, 'type: BASE_TYPE_CHOICES'],
    [
      'choices',
      { type: ApplicationCommandAutocompleteResult, data: { choices: [] } },
      'type: BASE_TYPE_CHOICES',
    ],
    [
      'a form without title',
      { type: Modal, data: { custom_id: 'a', components: [] } },
      'data.title: BASE_TYPE_REQUIRED',
    ],
    [
      'content and components',
      {
        type: ChannelMessageWithSource,
        data: {
          content: 'x',
          flags: MessageFlags.IsComponentsV2,
          components: [{ type: 10, content: 'x' }],
        },
      },
      'data.content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
  ])('of a command refuses %s, and can still be answered', async (_what, body, place) => {
    const interaction = await open();
    const refused = readError(await callback(interaction, body));
    expect(refused).toMatchObject({ status: 400, code: 50035 });
    expect(refused.places).toContain(place);
    expect((await callback(interaction, hello)).status).toBe(204);
  });

  test('refuses an empty message', async () => {
    const body = { type: ChannelMessageWithSource, data: {} };
    expect(readError(await callback(await open(), body))).toMatchObject({ code: 50006 });
  });
});

const complete = async (focused: string): Promise<Open> => {
  sandbox
    .as('member')
    .complete('quote', {}, focused)
    .catch(() => undefined);
  return nextInteraction(gateway);
};
const choices = (count: number, make: (index: number) => object) => ({
  type: ApplicationCommandAutocompleteResult,
  data: { choices: Array.from({ length: count }, (_, index) => make(index)) },
});

describe('a completion', () => {
  test.each<[string, string, object, string]>([
    [
      'more than 25 choices',
      'who',
      choices(26, (index) => ({ name: `${index}`, value: `${index}` })),
      'data.choices: BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a name of more than 100 characters',
      'who',
      choices(1, () => ({ name: 'a'.repeat(101), value: 'a' })),
      'data.choices.0.name: BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an empty name',
      'who',
      choices(1, () => ({ name: '', value: 'a' })),
      'data.choices.0.name: BASE_TYPE_MIN_LENGTH',
    ],
    [
      'a value of more than 100 characters',
      'who',
      choices(1, () => ({ name: 'a', value: 'a'.repeat(101) })),
      'data.choices.0.value: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an empty value',
      'who',
      choices(1, () => ({ name: 'a', value: '' })),
      'data.choices.0.value: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a text for a number',
      'most',
      choices(1, () => ({ name: 'a', value: 'a' })),
      'data.choices.0.value: NUMBER_TYPE_COERCE',
    ],
    ['a message', 'who', hello, 'type: BASE_TYPE_CHOICES'],
    ['a deferral', 'who', { type: DeferredChannelMessageWithSource }, 'type: BASE_TYPE_CHOICES'],
  ])('refuses %s', async (_what, focused, body, place) => {
    const answer = await callback(await complete(focused), body);
    expect(readError(answer)).toEqual({ status: 400, code: 50035, places: [place] });
  });
});

describe("an interaction's token", () => {
  let interaction: Open;

  beforeEach(async () => {
    interaction = await open();
  });

  test('is no webhook before the first answer', async () => {
    const answer = await ask(sandbox, 'POST', webhook(interaction.token), { content: 'a' });
    expect(readError(answer)).toMatchObject({ status: 404, code: 10015 });
  });

  test('ends after fifteen minutes', async () => {
    await callback(interaction, { type: DeferredChannelMessageWithSource });
    now += 15 * 60_000 + 1;
    const path = webhook(interaction.token, '/messages/@original');
    const answer = await ask(sandbox, 'PATCH', path, { content: 'a' });
    expect(readError(answer)).toMatchObject({ status: 401, code: 50027 });
  });

  test('gets, edits and deletes the original answer', async () => {
    await callback(interaction, hello);
    const path = webhook(interaction.token, '/messages/@original');
    expect(await ask(sandbox, 'GET', path)).toMatchObject({ body: { content: 'Hello' } });
    const edited = await ask(sandbox, 'PATCH', path, { content: 'Hello again' });
    expect(edited).toMatchObject({ status: 200, body: { content: 'Hello again' } });
    expect(await ask(sandbox, 'DELETE', path)).toMatchObject({ status: 204, contentType: null });
    expect(readError(await ask(sandbox, 'GET', path))).toMatchObject({ status: 404, code: 10008 });
  });

  test('keeps a message made of components so', async () => {
    const components = [{ type: 10, content: 'Hello' }];
    const data = { flags: MessageFlags.IsComponentsV2, components };
    await callback(interaction, { type: ChannelMessageWithSource, data });
    const path = webhook(interaction.token, '/messages/@original');
    const refused = readError(await ask(sandbox, 'PATCH', path, { content: 'a' }));
    expect(refused.places).toEqual([
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
    const [text] = components;
    const edited = await ask(sandbox, 'PATCH', path, { components: [text] });
    expect(edited).toMatchObject({ status: 200, body: { components: [{ ...text, id: 1 }] } });
  });

  test('keeps a deferred answer as private as the deferral', async () => {
    const data = { flags: MessageFlags.Ephemeral };
    await callback(interaction, { type: DeferredChannelMessageWithSource, data });
    const path = webhook(interaction.token, '/messages/@original');
    expect(await ask(sandbox, 'GET', path)).toMatchObject({ body: { flags: 64 + 128 } });
    const edited = await ask(sandbox, 'PATCH', path, { content: 'a', flags: 0 });
    expect(edited).toMatchObject({ body: { flags: 64 } });
  });

  test('sends, edits and deletes follow-ups', async () => {
    await callback(interaction, hello);
    const sent = await ask(sandbox, 'POST', webhook(interaction.token), { content: 'More' });
    expect(sent).toMatchObject({ status: 200, body: { content: 'More', type: 19 } });
    const id =
      sent.body !== null && typeof sent.body === 'object' && 'id' in sent.body && sent.body.id;
    const path = webhook(interaction.token, `/messages/${String(id)}`);
    const edited = await ask(sandbox, 'PATCH', path, { content: 'Much more' });
    expect(edited).toMatchObject({ status: 200, body: { content: 'Much more' } });
    expect((await ask(sandbox, 'DELETE', path)).status).toBe(204);
    expect(readError(await ask(sandbox, 'DELETE', path))).toMatchObject({ code: 10008 });
  });
});

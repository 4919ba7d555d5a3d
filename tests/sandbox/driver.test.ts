import type { Client } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { startBot } from './bot.ts';

let sandbox: Sandbox;
let bot: Client<true>;

beforeAll(async () => {
  sandbox = await startSandbox();
  bot = await startBot(sandbox);
});

afterAll(async () => {
  await bot.destroy();
  await sandbox.close();
});

type Act = (on: Sandbox) => Promise<unknown>;
const member = (on: Sandbox) => on.as('member');
const card = (on: Sandbox) => member(on).command('quote', { who: 'Rubio' });

describe('a member cannot', () => {
  test.each<[string, Act, string]>([
    [
      'send an unknown command',
      (on) => member(on).command('nope'),
      'There is no command /nope; there are: /quote, /whisper, /silence, /broken',
    ],
    [
      'send a command for moderators',
      (on) => member(on).command('shelf add'),
      'There is no command /shelf',
    ],
    [
      'leave a required option out',
      (on) => member(on).command('quote'),
      '/quote needs the option who',
    ],
    [
      'use an unknown option',
      (on) => member(on).command('quote', { who: 'a', whom: 'b' }),
      '/quote has no option whom; it has: who, about, most',
    ],
    [
      'send an empty text',
      (on) => member(on).command('quote', { who: '' }),
      'The option who must be a text that is not empty',
    ],
    [
      'send too long a text',
      (on) => member(on).command('quote', { who: 'x'.repeat(6001) }),
      'The option who must be 1 to 6000 characters long',
    ],
    [
      'send a number out of bounds',
      (on) => member(on).command('quote', { who: 'a', most: 6 }),
      'The option most must be from 1 to 5',
    ],
    [
      'send a fraction for a whole number',
      (on) => member(on).command('quote', { who: 'a', most: 1.5 }),
      'The option most must be a whole number',
    ],
    [
      'name someone who is not there',
      (on) => member(on).command('whisper', { to: 'nobody' }),
      'The option to finds no nobody',
    ],
    [
      'complete an option that offers nothing',
      (on) => member(on).complete('quote', {}, 'about'),
      'The option about offers no values as one types',
    ],
    [
      'press a button that there is not',
      async (on) => member(on).press(await card(on), 'Last'),
      'There is no button "Last"; there are: "Next", "Previous"',
    ],
    [
      'press a disabled button',
      async (on) => member(on).press(await card(on), 'Previous'),
      'The button "Previous" is disabled',
    ],
    [
      'press a link',
      async (on) => member(on).press(await card(on), 'Source'),
      'The button "Source" is a link',
    ],
    [
      'choose what a select has not',
      async (on) => member(on).select(await card(on), 'choose', ['yalta']),
      'The select "choose" has no value "yalta"',
    ],
    [
      'choose more than a select takes',
      async (on) => member(on).select(await card(on), 'choose', ['riyadh', 'geneva', 'yalta']),
      'The select "choose" takes 1 to 2 values',
    ],
    [
      "press a button on another member's private message",
      async (on) => on.as('stranger').press(await member(on).command('whisper'), 'Next'),
      'sam does not see this message',
    ],
  ])('%s', async (_what, act, expected) => {
    await expect(act(sandbox)).rejects.toThrow(expected);
  });

  test('be in a channel that there is not', () => {
    expect(() => sandbox.as('member', { channel: 'nowhere' })).toThrow('no channel nowhere');
  });
});

describe('nobody waits for ever', () => {
  test.each([
    ['silence', 'The bot did not answer /silence within 50 ms'],
    // What Discord refused is no answer; the error tells why.
    ['broken', 'The bot did not answer /broken within 50 ms'],
  ])('for /%s', async (command, expected) => {
    const hasty = await startSandbox({ limits: { firstAnswer: 50 } });
    const client = await startBot(hasty);
    await expect(hasty.as('member').command(command)).rejects.toThrow(expected);
    await client.destroy();
    await hasty.close();
  });

  test('and is told what Discord refused', async () => {
    const error: unknown = await sandbox
      .as('member')
      .command('broken')
      .catch((reason: unknown) => reason);
    expect(String(error)).toContain('MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2');
  });

  test('for a bot that does not come', async () => {
    const empty = await startSandbox();
    await expect(empty.waitForBot(50)).rejects.toThrow('No bot with commands came within 50 ms');
    await empty.close();
  });
});

test('a moderator is offered the commands of moderators', () => {
  const names = sandbox
    .as('moderator')
    .commands()
    .map(({ name }) => name);
  expect(names).toContain('shelf');
});

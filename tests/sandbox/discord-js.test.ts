import { Locale } from 'discord.js';
import type { Client } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { COMMANDS, startBot } from './bot.ts';

let sandbox: Sandbox;
let bot: Client<true>;

beforeAll(async () => {
  sandbox = await startSandbox();
  bot = await startBot(sandbox);
  await sandbox.waitForBot();
});

afterAll(async () => {
  await bot.destroy();
  await sandbox.close();
});

describe('a bot on discord.js', () => {
  test('logs in and knows its guild, channels and application', async () => {
    expect(bot.user.id).toBe(sandbox.applicationId);
    expect(bot.guilds.cache.get(sandbox.guildId)?.channels.cache.size).toBe(3);
    expect((await bot.application.fetch()).name).toBe('Verbatim');
  });

  test('registers commands, which keep their ids and versions when nothing changed', async () => {
    const before = sandbox.commands();
    expect(before.map(({ name }) => name)).toEqual(COMMANDS.map(({ name }) => name));
    await bot.application.commands.set(COMMANDS);
    expect(sandbox.commands()).toEqual(before);
  });

  test('sees what it asked recorded', () => {
    expect(sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toContain(
      `PUT /applications/${sandbox.applicationId}/commands`,
    );
  });

  test('creates, edits and deletes a command of one guild, which hides the global one', async () => {
    const { commands } = bot.application;
    const made = await commands.create({ name: 'whisper', description: 'Here' }, sandbox.guildId);
    expect(sandbox.commands().filter(({ name }) => name === 'whisper')).toHaveLength(1);
    await commands.edit(made.id, { description: 'Here, louder' }, sandbox.guildId);
    expect(sandbox.commands()[0]?.description).toBe('Here, louder');
    await commands.delete(made.id, sandbox.guildId);
    expect((await commands.fetch({ guildId: sandbox.guildId })).size).toBe(0);
  });

  test('defers and edits its answer', async () => {
    const seen = await sandbox.as('member').command('quote', { who: 'Rubio' });
    expect(seen).toMatchObject({ isEphemeral: false, text: '**Rubio** said it' });
    expect(seen.buttons.map(({ label }) => label)).toContain('Next');
  });

  test('answers one member alone, whose name, guild and language it knows', async () => {
    const member = sandbox.as('member', { channel: 'news', locale: Locale.Ukrainian });
    const seen = await member.command('whisper', { to: 'sam' });
    expect(seen).toMatchObject({ isEphemeral: true, text: 'mia to sam in Sandbox #news, uk' });
    const shown = (driver: typeof member) => driver.messages().map(({ id }) => id);
    expect(shown(member)).toContain(seen.id);
    expect(shown(sandbox.as('stranger', { channel: 'news' }))).not.toContain(seen.id);
  });

  test('fills a deferred answer with its first follow-up, as private as the deferral', async () => {
    const seen = await sandbox.as('moderator').command('shelf add', { title: 'Riyadh' });
    expect(seen).toMatchObject({ isEphemeral: true, text: 'Added Riyadh' });
  });

  test('completes an option', async () => {
    const choices = await sandbox.as('member').complete('quote', { who: 'Mar' }, 'who');
    expect(choices).toEqual([{ name: 'Mar…', value: 'Mar Rubio' }]);
  });

  test.each([
    ['updates its message', 'Next', 'Page 2'],
    ['updates its message later', 'Later', 'Later it is'],
    ['answers with a new message', 'more', 'More of it'],
  ])('%s when a button is pressed', async (_what, button, expected) => {
    const member = sandbox.as('member');
    const seen = await member.command('quote', { who: 'Rubio' });
    expect((await member.press(seen, button)).text).toBe(expected);
  });

  test('is told what was selected', async () => {
    const stranger = sandbox.as('stranger');
    const seen = await sandbox.as('member').command('quote', { who: 'Rubio' });
    expect((await stranger.select(seen, 'choose', ['geneva'])).text).toBe('You chose geneva');
  });
});

import { Locale } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bots, openBots } from './bots.ts';

let bots: Bots;

afterEach(() => bots.close());

const allowed = () => [bots.guild(0).guildId];

/** What is offered to whoever completes an option in private. */
const offered = () =>
  bots.sandbox.as('member', { channel: 'dm' }).complete('who', { who: 'x' }, 'who');

const refusals = {
  'en-US': 'I do not answer here: whoever runs me allows it in some servers only.',
  'es-ES': 'Aquí no respondo',
  uk: 'Тут я не відповідаю',
};

describe('a bot that is allowed in some servers only', () => {
  it('leaves the others at its start and when they take it in, and stays where it is allowed', async () => {
    bots = await openBots({ guilds: 3 });
    bots.guild(2).membership.remove();
    const bot = await bots.start('shy', { allowedGuildIds: allowed() });
    const isIn = () => bots.sandbox.guilds.map(({ guildId }) => bot.isIn(guildId));
    await expect.poll(isIn).toEqual([true, false, false]);
    bots.guild(2).membership.add();
    const left = [1, 2].map(
      (number) =>
        `Left the server ${bots.guild(number).guildId}: ALLOWED_GUILD_IDS does not name it.`,
    );
    await expect.poll(() => bots.warnings).toEqual(left);
    await expect.poll(isIn).toEqual([true, false, false]);
    expect(await bots.answersIn(0)).toEqual(['shy']);
  });

  it('tells a server why it leaves, where it may', async () => {
    bots = await openBots({ guilds: 3 });
    for (const { world } of bots.sandbox.guilds)
      world.guild.system_channel_id = world.channels[0]?.id ?? null;
    bots.sandbox.guilds[2]?.permit('general', '@everyone', { deny: 1n << 11n });
    await bots.start('shy', { allowedGuildIds: allowed() });
    await expect.poll(() => bots.warnings).toHaveLength(2);
    const told = bots.sandbox.guilds.map(({ as }) =>
      as('member')
        .messages()
        .map(({ text }) => text),
    );
    expect(told).toEqual([[], [expect.stringContaining(refusals['en-US'])], []]);
    expect(bots.sandbox.requests.filter(({ status }) => status === 403)).toEqual([]);
  });

  it.each([Locale.EnglishUS, Locale.SpanishES, Locale.Ukrainian] as const)(
    'refuses whoever brought it along elsewhere, in their language: %s',
    async (locale) => {
      bots = await openBots({ guilds: 2 });
      bots.guild(1).membership.remove();
      await bots.start('shy', { allowedGuildIds: allowed() });
      for (const seen of [
        await bots.guild(1).as('member', { locale }).command('who', { who: 'x' }),
        await bots.sandbox.as('member', { channel: 'dm', locale }).command('who', { who: 'x' }),
        await bots.sandbox.as('member', { channel: 'group', locale }).command('who', { who: 'x' }),
      ]) {
        expect(seen.text).toContain(refusals[locale]);
        expect(seen.isEphemeral).toBe(true);
      }
    },
  );

  it('refuses the buttons of cards that it showed before, and offers no values', async () => {
    bots = await openBots({ guilds: 2 });
    const free = await bots.start('free');
    expect(await offered()).toMatchObject([{ value: 'x!' }]);
    const card = await bots.guild(1).as('member').command('who', { who: 'x' });
    await free.close();
    bots.guild(1).membership.remove();
    await bots.start('shy', { allowedGuildIds: allowed() });
    const button = card.buttons.find(({ customId }) => customId !== undefined);
    const refused = await bots
      .guild(1)
      .as('member')
      .press(card, button?.label ?? '');
    expect(refused.text).toContain(refusals['en-US']);
    expect(await offered()).toEqual([]);
  });
});

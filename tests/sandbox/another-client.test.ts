import { once } from 'node:events';
import {
  ApplicationCommandOptionTypes,
  ApplicationCommandTypes,
  Client,
  InteractionTypes,
} from 'oceanic.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';

// What the sandbox speaks is Discord's protocol, and not what one library happens to take.

let sandbox: Sandbox;
let client: Client;

beforeEach(async () => {
  sandbox = await startSandbox();
  client = new Client({
    auth: `Bot ${sandbox.token}`,
    rest: { baseURL: `${sandbox.apiUrl}/v10` },
    gateway: { intents: ['GUILDS', 'GUILD_MESSAGES'], reconnectDelay: () => 50 },
  });
  client.on('error', () => undefined);
  client.on('interactionCreate', async (interaction) => {
    if (interaction.type !== InteractionTypes.APPLICATION_COMMAND) return;
    const words = interaction.data.options.getString('words') ?? '';
    await interaction.createMessage({ content: `You said ${words}` });
  });
  client.on('messageCreate', async ({ author, content, channelID }) => {
    if (!author.bot && content !== '')
      await client.rest.channels.createMessage(channelID, { content: 'I hear you' });
  });
  const ready = once(client, 'ready');
  await client.connect();
  await ready;
  await client.application.createGlobalCommand({
    type: ApplicationCommandTypes.CHAT_INPUT,
    name: 'echo',
    description: 'Says it again',
    options: [
      {
        type: ApplicationCommandOptionTypes.STRING,
        name: 'words',
        description: 'What to say',
        required: true,
      },
    ],
  });
});

afterEach(async () => {
  client.disconnect(false);
  await sandbox.close();
});

describe('a bot on another library than discord.js', () => {
  it('logs in, registers a command and answers it', async () => {
    const seen = await sandbox.as('member').command('echo', { words: 'hello' });
    expect(seen.text).toBe('You said hello');
  });

  it('reads a message only where it is mentioned', async () => {
    const member = sandbox.as('member');
    const unheard = await member.say('nobody in particular');
    const said = await member.say('@verbatim are you there?');
    expect((await member.nextMessage(unheard)).text).toBe('I hear you');
    expect(member.messages().filter(({ text }) => text === 'I hear you')).toHaveLength(1);
    expect(said.message.mentions.map(({ id }) => id)).toEqual([sandbox.applicationId]);
  });

  it('resumes its session after the connection died, and misses nothing', async () => {
    const resumed = once(client, 'shardResume');
    sandbox.link.drop();
    const answer = sandbox.as('member').command('echo', { words: 'still here' });
    await resumed;
    expect((await answer).text).toBe('You said still here');
  });
});

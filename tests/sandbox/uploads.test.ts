import {
  AttachmentBuilder,
  Client,
  ComponentType,
  Events,
  GatewayIntentBits,
  InteractionResponseType,
  MessageFlags,
  Routes,
  SlashCommandBuilder,
} from 'discord.js';
import type { ChatInputCommandInteraction, Interaction } from 'discord.js';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';

let sandbox: Sandbox;
let bot: Client<true>;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const notes = {
  name: 'my notes.md',
  bytes: bytesOf('# Talks\nRiyadh'),
  contentType: 'text/markdown',
};

const file = (name: string, text: string) =>
  new AttachmentBuilder(Buffer.from(text), { name, description: 'What was said' });

const fetchText = async (url: string): Promise<string> => (await fetch(url)).text();

const COMMANDS = [
  new SlashCommandBuilder().setName('send').setDescription('Answers with a file'),
  new SlashCommandBuilder().setName('later').setDescription('Answers with a file, deferred'),
  new SlashCommandBuilder().setName('card').setDescription('Shows a file in a card'),
  new SlashCommandBuilder().setName('form').setDescription('Asks for files'),
  new SlashCommandBuilder()
    .setName('read')
    .setDescription('Reads a file')
    .addAttachmentOption((option) =>
      option.setName('article').setDescription('A file').setRequired(true),
    ),
].map((command) => command.toJSON());

const FORM = {
  custom_id: 'files',
  title: 'Files',
  components: [
    {
      type: ComponentType.Label,
      label: 'Articles',
      component: {
        type: ComponentType.FileUpload,
        custom_id: 'articles',
        min_values: 1,
        max_values: 2,
      },
    },
  ],
};

async function answerCommand(interaction: ChatInputCommandInteraction): Promise<void> {
  switch (interaction.commandName) {
    case 'send':
      await interaction.reply({ content: 'Here', files: [file('a.md', 'A'), file('b.txt', 'B')] });
      return;
    case 'later': {
      await interaction.deferReply();
      const { attachments } = await interaction.editReply({
        files: [file('a.md', 'A'), file('gone.md', 'X')],
      });
      await interaction.followUp({ files: [file('b.md', 'B')] });
      await interaction.editReply({
        attachments: attachments.first(1),
        files: [file('c.md', 'C')],
      });
      return;
    }
    case 'card':
      await interaction.reply({
        flags: MessageFlags.IsComponentsV2,
        components: [{ type: ComponentType.File, file: { url: 'attachment://a.md' } }],
        files: [file('a.md', 'A')],
      });
      return;
    case 'form':
      await interaction.client.rest.post(
        Routes.interactionCallback(interaction.id, interaction.token),
        { body: { type: InteractionResponseType.Modal, data: FORM }, auth: false },
      );
      return;
    default: {
      const { name, url, contentType, size } = interaction.options.getAttachment('article', true);
      await interaction.reply(`${name} ${contentType} ${size}: ${await fetchText(url)}`);
    }
  }
}

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) await answerCommand(interaction);
  if (!interaction.isModalSubmit()) return;
  const files = [...(interaction.fields.getUploadedFiles('articles')?.values() ?? [])];
  const texts = await Promise.all(files.map(({ url }) => fetchText(url)));
  await interaction.reply(files.map(({ name }, at) => `${name}: ${texts[at]}`).join('; '));
}

beforeAll(async () => {
  sandbox = await startSandbox();
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    rest: { api: sandbox.apiUrl },
  });
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
  client.on(Events.MessageCreate, (message) => {
    if (message.author.bot || !message.mentions.has(client.user?.id ?? '')) return;
    const names = message.attachments.map(({ name }) => name).join();
    void message.reply({ content: `Got ${names}`, files: [file('answer.txt', 'Thanks')] });
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  bot = await ready;
  await bot.application.commands.set(COMMANDS);
});

afterAll(async () => {
  await bot.destroy();
  await sandbox.close();
});

const member = () => sandbox.as('member');

describe('a bot sends files', () => {
  test('in an answer', async () => {
    const { message } = await member().command('send');
    expect(message.attachments).toMatchObject([
      { filename: 'a.md', size: 1, description: 'What was said' },
      { filename: 'b.txt', size: 1 },
    ]);
    const texts = message.attachments.map(({ url }) => fetchText(url));
    expect(await Promise.all(texts)).toEqual(['A', 'B']);
  });

  test('in edits and follow-ups, where an edit says what stays', async () => {
    const first = await member().command('later');
    const followUp = await member().nextMessage(first);
    expect(followUp.message.attachments).toMatchObject([{ filename: 'b.md' }]);
    await expect
      .poll(() => {
        const now = member()
          .messages()
          .find(({ id }) => id === first.id);
        return now?.message.attachments.map(({ filename }) => filename);
      })
      .toEqual(['a.md', 'c.md']);
  });

  test('in a card that names it', async () => {
    const { message } = await member().command('card');
    const url = message.attachments[0]?.url;
    expect(message.components).toMatchObject([{ file: { url } }]);
  });

  test('in a reply to a member who sent one', async () => {
    const said = await member().say('@verbatim look', { files: [notes] });
    const reply = await member().nextMessage(said);
    expect(reply.text).toBe('Got my_notes.md');
    expect(reply.message.attachments).toMatchObject([{ filename: 'answer.txt' }]);
  });
});

describe('a member gives files', () => {
  test('to a command', async () => {
    const { text } = await member().command('read', { article: notes });
    expect(text).toBe('my_notes.md text/markdown 14: # Talks\nRiyadh');
  });

  test('to a form', async () => {
    const form = await member().commandForForm('form');
    expect(form.fields).toMatchObject([{ kind: 'file', least: 1, most: 2 }]);
    const two = [notes, { name: 'b.txt', bytes: bytesOf('B') }];
    const { text } = await member().submit(form, { articles: two });
    expect(text).toBe('my_notes.md: # Talks\nRiyadh; b.txt: B');
  });

  test('in a message without words', async () => {
    const { message } = await member().say('', { files: [notes] });
    expect(message.attachments).toMatchObject([{ filename: 'my_notes.md', title: 'my notes' }]);
  });

  const large = { name: 'large.bin', bytes: new Uint8Array(10 * 1024 * 1024 + 1) };
  test.each<[string, () => Promise<unknown>, string]>([
    ['too large', () => member().say('x', { files: [large] }), 'large.bin is larger than 10 MiB'],
    [
      'too many',
      () => member().say('x', { files: Array.from({ length: 11 }, () => notes) }),
      'at most 10 files',
    ],
    ['that are texts', () => member().command('read', { article: 'a' }), 'must be a file'],
    [
      'to a form that wants one, none',
      async () => member().submit(await member().commandForForm('form'), { articles: [] }),
      'takes 1 to 2 files',
    ],
  ])('but none %s', async (_what, act, expected) => {
    await expect(act()).rejects.toThrow(expected);
  });
});

const sentUrl = async (): Promise<URL> => {
  const { message } = await member().say('', {
    files: [{ name: 'page.html', bytes: bytesOf('<script>'), contentType: 'text/html' }],
  });
  return new URL(message.attachments[0]?.url ?? '');
};

describe('a file is served', () => {
  test('to be saved, never shown', async () => {
    const { headers } = await fetch(await sentUrl());
    expect(headers.get('content-disposition')).toBe('attachment; filename="page.html"');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  test.each<[string, (url: URL) => URL, string | undefined, number]>([
    ['under its own name alone', (url) => new URL('other.html', url), undefined, 404],
    ['to this machine alone', (url) => url, 'evil.example', 403],
  ])('%s', async (_what, change, host, expected) => {
    const url = change(await sentUrl());
    const status = await new Promise((resolve, reject) => {
      const asked = request(url, { headers: host === undefined ? {} : { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject);
      asked.end();
    });
    expect(status).toBe(expected);
  });
});

test('a bot cannot send more than 10 MiB', async () => {
  const channel = await bot.channels.fetch(sandbox.world.channels[0]?.id ?? '');
  if (channel?.isSendable() !== true) throw new Error('There is no channel to send to');
  const sent = channel.send({ files: [new AttachmentBuilder(Buffer.alloc(10 * 1024 * 1024 + 1))] });
  await expect(sent).rejects.toMatchObject({ status: 413 });
});

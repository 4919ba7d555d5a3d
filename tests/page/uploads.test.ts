import { Client, Events, SlashCommandBuilder } from 'discord.js';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { chromiumPath, openPage, startBrowser } from './browser.ts';

const isTested = chromiumPath !== undefined || process.env['REQUIRE_BROWSER'] === '1';
const NOTES = { name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from('# Talks') };
const COMMAND = new SlashCommandBuilder()
  .setName('read')
  .setDescription('Reads a file')
  .addAttachmentOption((option) =>
    option.setName('article').setDescription('A file').setRequired(true),
  )
  .toJSON();
const FORM = {
  custom_id: 'files',
  title: 'Files',
  components: [
    {
      type: 18,
      label: 'Articles',
      component: { type: 19, custom_id: 'articles', min_values: 1, max_values: 2 },
    },
  ],
};

let sandbox: Sandbox;
let bot: Client;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (!isTested) return;
  sandbox = await startSandbox();
  bot = new Client({ intents: [], rest: { api: sandbox.apiUrl } });
  bot.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand() && interaction.commandName === 'read') {
      const { name, size } = interaction.options.getAttachment('article', true);
      void interaction.reply({
        content: `${name} has ${size} bytes`,
        files: [{ name: 'answer.txt', attachment: Buffer.from('Thanks') }],
      });
    } else if (interaction.isChatInputCommand()) {
      const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
      void bot.rest.post(path, { body: { type: 9, data: FORM }, auth: false });
    } else if (interaction.isModalSubmit()) {
      const files = interaction.fields.getUploadedFiles('articles')?.values() ?? [];
      void interaction.reply(`Filled in ${[...files].map(({ name }) => name).join()}`);
    }
  });
  const ready = new Promise<Client<true>>((resolve) => bot.once(Events.ClientReady, resolve));
  await bot.login(sandbox.token);
  const form = new SlashCommandBuilder().setName('form').setDescription('Asks for files').toJSON();
  await (await ready).application.commands.set([COMMAND, form]);
  browser = await startBrowser();
  page = await openPage(browser, sandbox.pageUrl, { theme: 'light', width: 1280 });
}, 60_000);

afterAll(async () => {
  if (!isTested) return;
  await browser.close();
  await bot.destroy();
  await sandbox.close();
});

const newest = () => page.getByRole('article').last();

async function startCommand(name: string): Promise<void> {
  await page.getByRole('combobox', { name: /Message/u }).fill(`/${name}`);
  await page.keyboard.press('Enter');
}

async function savedText(name: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await newest().getByRole('link', { name }).click();
  return readFile(await (await coming).path(), 'utf8');
}

describe.skipIf(!isTested)('somebody on the page', () => {
  it('sends a file in a message, and saves it again', async () => {
    await page.getByLabel('Attach files').setInputFiles(NOTES);
    await page.getByRole('button', { name: 'Remove notes.md' }).waitFor();
    await page.keyboard.press('Enter');
    await newest().getByRole('link', { name: 'notes.md' }).waitFor();
    expect(await savedText('notes.md')).toBe('# Talks');
  });

  it('drops a file where one writes', async () => {
    // As a text, which the browser compiles: its types are not those of Node.
    const transfer = await page.evaluateHandle(`
      const dropped = new DataTransfer();
      dropped.items.add(new File(['Dropped'], 'dropped.txt', { type: 'text/plain' }));
      dropped;
    `);
    await page.dispatchEvent('.composer', 'drop', { dataTransfer: transfer });
    await page.getByRole('button', { name: 'Remove dropped.txt' }).waitFor();
    await page.getByRole('combobox', { name: /Message/u }).press('Enter');
    await newest().getByRole('link', { name: 'dropped.txt' }).waitFor();
  });

  it('gives a file to a command, and saves the answer’s', async () => {
    await startCommand('read');
    await page.getByLabel('article').setInputFiles(NOTES);
    await page.getByRole('button', { name: 'Send' }).click();
    await newest().getByText('notes.md has 7 bytes').waitFor();
    expect(await savedText('answer.txt')).toBe('Thanks');
  });

  it('gives files to a form', async () => {
    await startCommand('form');
    const two = [NOTES, { ...NOTES, name: 'more.md' }];
    await page.getByRole('dialog').getByLabel('Articles').setInputFiles(two);
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await newest().getByText('Filled in notes.md,more.md').waitFor();
  });

  it('is told that a file is too large', async () => {
    const large = { ...NOTES, name: 'large.bin', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) };
    await page.getByLabel('Attach files').setInputFiles(large);
    await page.getByRole('combobox', { name: /Message/u }).press('Enter');
    await page.getByRole('alert').getByText('at most 10 MiB').waitFor();
  });
});

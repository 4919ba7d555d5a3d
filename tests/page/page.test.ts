import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { request } from 'node:http';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import {
  type Conversation,
  corpusOf,
  openDemonstration,
  startConversation,
} from '../conversations/conversation.ts';
import { type Look, NO_BROWSER, chromiumPath, openPage, startBrowser } from './browser.ts';

// The page in a real browser, with the real bot behind it.

const isRequired = process.env['REQUIRE_BROWSER'] === '1';
const isTested = chromiumPath !== undefined || isRequired;
if (!isTested) process.stderr.write(`The page is not tested: ${NO_BROWSER}.\n`);

const WIDE: Look = { theme: 'light', width: 1280 };

let demonstration: Corpus;
let corpus: Corpus;
let conversation: Conversation;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  if (!isTested) return;
  demonstration = await openDemonstration();
  corpus = demonstration;
  conversation = await startConversation(() => corpus);
  browser = await startBrowser();
}, 60_000);

afterAll(async () => {
  if (!isTested) return;
  await browser.close();
  await conversation.close();
});

afterEach(async () => {
  if (!isTested) return;
  corpus = demonstration;
  expect(conversation.reports).toEqual([]);
  expect(complaints.splice(0)).toEqual([]);
  for (const context of browser.contexts()) await context.close();
});

const open = (look: Look = WIDE): Promise<Page> =>
  openPage(browser, conversation.sandbox.pageUrl, look, complaints);

const newest = (page: Page): Locator => page.getByRole('article').last();

/** Types a command and its first options, as somebody with a keyboard alone would. */
async function typeCommand(page: Page, name: string, values: Readonly<Record<string, string>>) {
  await page.getByRole('combobox', { name: /Message/u }).focus();
  await page.keyboard.type(`/${name}`);
  await page.keyboard.press('Enter');
  const { options = {} } = commands.find((each) => each.name === name) ?? {};
  const [first] = Object.keys(options);
  if (first === undefined) return;
  await page.locator(`#option-${first}`).waitFor();
  for (const [option, value] of Object.entries(values)) {
    const field = page.locator(`#option-${option}`);
    await field.focus();
    await page.keyboard.type(value);
  }
  await page.keyboard.press('Enter');
}

async function become(page: Page, who: string): Promise<void> {
  await page.getByLabel('You are').selectOption(who);
}

describe.skipIf(!isTested)('a newcomer’s first minute', () => {
  it('is told what to type, and gets a card by keyboard alone', async () => {
    const page = await open();
    await page.getByText('Type / below for the commands').waitFor();
    await page.keyboard.type('/quo');
    await page.getByRole('option', { name: '/quote' }).waitFor();
    await page.keyboard.press('Tab');
    await page.locator('#option-who:focus').waitFor();
    await page.keyboard.type('rubi');
    await page.getByRole('option', { name: 'Marco Rubio' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const card = newest(page);
    await card.getByText('Quoted in the articles:').waitFor();
    expect(await card.locator('blockquote').first().innerText()).toContain('It went well.');
    expect(await card.getByRole('code').count()).toBeGreaterThan(0);
  });

  it('may tap what can be asked, instead', async () => {
    const page = await open();
    await become(page, 'stranger');
    await page.getByRole('button', { name: 'news' }).click();
    await page.getByRole('button', { name: 'Show what can be asked' }).click();
    await newest(page).getByText('Only you can see this').waitFor();
    await newest(page).getByRole('button', { name: /^1 · / }).click();
    await newest(page).getByText('Who attended:').waitFor();
  });
});

describe.skipIf(!isTested)('each command of everyone', () => {
  // Those that open a form are not answered in the channel.
  const asking = commands.filter(({ access, form }) => access === undefined && form === undefined);
  test.each(asking.map((command) => [command.name, command] as const))(
    '/%s is asked from the page',
    async (name, command) => {
      const page = await open();
      const [example] = command.examples(corpus);
      await typeCommand(page, name, example?.options ?? {});
      const code = newest(page).getByRole('code').first();
      await expect.poll(() => code.innerText().catch(() => '')).toContain(`/${name}`);
      // Small print is drawn as such, also where it follows a quote.
      expect(await newest(page).innerText()).not.toContain('-# ');
    },
  );
});

describe.skipIf(!isTested)('a moderator', () => {
  it('adds an article from the page, from a file to what it answers', async () => {
    const page = await open();
    await become(page, 'moderator');
    await page.getByRole('combobox', { name: /Message/u }).fill('/corpus add');
    await page.getByRole('option', { name: '/corpus add' }).click();
    const words = '"The page is open," Paula Quist said on Tuesday in the town of Bergen.';
    const file = { name: 'page.md', mimeType: 'text/markdown', buffer: Buffer.from(words) };
    await page.getByLabel('file', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Send' }).click();
    await newest(page).getByText('Nothing is saved yet.').waitFor();
    await newest(page).getByRole('button', { name: 'Cancel' }).click();
    await newest(page).getByText('Nothing was saved.').waitFor();
  });
});

describe.skipIf(!isTested)('what cards are for', () => {
  it('a private answer is seen by one member, until it is shared', async () => {
    const page = await open();
    await page.keyboard.type('/quote');
    await page.keyboard.press('Enter');
    await page.locator('#option-private').selectOption('true');
    await page.locator('#option-who').fill('Rubio');
    await page.locator('#option-who').press('Enter');
    await newest(page).getByText('Only you can see this').waitFor();
    await newest(page).getByRole('button', { name: 'Share' }).click();
    await newest(page).getByText('Shared by').waitFor();
    const other = await open();
    await become(other, 'stranger');
    await newest(other).getByText('Shared by').waitFor();
    expect(await other.getByText('Only you can see this').count()).toBe(0);
  });

  it('a mistake is reported in a form, and a moderator decides on it', async () => {
    const page = await open();
    await typeCommand(page, 'quote', { who: 'Rubio' });
    await newest(page).getByRole('button', { name: 'More…' }).click();
    await newest(page).getByRole('button', { name: 'Wrong?' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('What is wrong').selectOption('speaker');
    await form.getByLabel('Which words').fill('It was <b>his deputy</b>.');
    await form.getByRole('button', { name: 'Send' }).click();
    await newest(page).getByText('Thank you.').waitFor();
    await become(page, 'moderator');
    await typeCommand(page, 'review', {});
    await newest(page).getByText('It was <b>his deputy</b>.').waitFor();
    await newest(page).getByRole('button', { name: 'The card is wrong' }).click();
    await form.getByLabel('Why').fill('Indeed.');
    await form.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Corrected').waitFor();
  });

  it('a discussion opens in a thread, where a mention goes on from the card', async () => {
    const page = await open();
    await typeCommand(page, 'quote', { who: 'Rubio' });
    await newest(page).getByRole('button', { name: 'More…' }).click();
    await newest(page).getByRole('button', { name: 'Discuss' }).click();
    await page.getByRole('button', { name: 'Open the thread' }).last().click();
    await page.getByRole('heading', { name: 'Rubio' }).waitFor();
    await page.keyboard.type('@verb');
    await page.keyboard.press('Enter');
    await page.keyboard.type('and what did he say about the talks?');
    await page.keyboard.press('Enter');
    await page.getByText('/ask question: what did Marco Rubio say about the talks?').waitFor();
  });

  it('evidence for a message is found from its menu', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'news' }).click();
    await page.keyboard.type('Rubio said "The talks have concluded. It went badly."');
    await page.keyboard.press('Enter');
    await newest(page).getByText('It went badly').waitFor();
    await newest(page).getByRole('button', { name: /Menu/u }).click();
    await page.getByRole('button', { name: 'Apps → Find evidence' }).click();
    await newest(page).getByText('Said otherwise by Marco Rubio').waitFor();
  });

  it('settings are chosen on a card', async () => {
    const page = await open();
    await become(page, 'moderator');
    await typeCommand(page, 'settings', {});
    await newest(page).locator('summary').first().click();
    await newest(page).getByRole('checkbox', { name: '#news' }).first().check();
    await newest(page).getByRole('button', { name: 'Done' }).first().click();
    await newest(page).getByText('For all to see in:').waitFor();
    const { servers, sandbox } = conversation;
    const { channels } = servers.settings(sandbox.guildId);
    await servers.saveSettings(sandbox.guildId, {
      ...servers.settings(sandbox.guildId),
      channels: [],
    });
    expect(channels).toHaveLength(1);
  });

  it('private cards follow the member’s language', async () => {
    const page = await open();
    await page.getByLabel('Language').selectOption('uk');
    await typeCommand(page, 'quote', { who: 'Nobody Such' });
    await newest(page).getByText('У корпусі про це не сказано.').waitFor();
  });

  it('the raw interaction and the answer can be read', async () => {
    const page = await open();
    await typeCommand(page, 'help', {});
    await page.getByRole('button', { name: 'Raw' }).click();
    const raw = page.getByRole('region', { name: 'Interaction', exact: true });
    expect(await raw.innerText()).toContain('"name": "help"');
  });
});

const HOSTILE = `“<img src=x onerror=alert(1)> [x](javascript:alert(1)) <@1> **b**,” Ann Petrova said.\n`;

describe.skipIf(!isTested)('what an article holds', () => {
  it('is shown as it stands, and runs nothing', async () => {
    corpus = await corpusOf({ hostile: HOSTILE });
    const page = await open();
    await typeCommand(page, 'quote', { who: 'Petrova' });
    const quote = newest(page).locator('blockquote').first();
    await quote.waitFor();
    expect(await quote.innerText()).toContain(
      '<img src=x onerror=alert(1)> [x](javascript:alert(1))',
    );
    expect(await page.locator('img').count()).toBe(0);
    expect(await newest(page).locator('a').count()).toBe(0);
  });
});

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIOLATIONS = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
);

/** What an accessibility checker finds wrong with the page as it is. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found: unknown = await page.evaluate('axe.run().then(({ violations }) => violations)');
  return VIOLATIONS.parse(found).flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html}`),
  );
}

describe.skipIf(!isTested)('an accessibility checker has nothing to say', () => {
  test.each([
    { theme: 'light', width: 1280 },
    { theme: 'dark', width: 1280 },
    { theme: 'light', width: 360 },
    { theme: 'dark', width: 360 },
  ] as const)('in $theme, $width wide', async (look) => {
    const page = await open(look);
    expect(await violations(page)).toEqual([]);
    await typeCommand(page, 'stance', { on: 'NATO' });
    await newest(page).getByText('Who stands where').waitFor();
    await newest(page).getByRole('button', { name: 'More…' }).click();
    await newest(page).getByRole('button', { name: 'Wrong?' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await newest(page).getByRole('button', { name: 'Wrong?' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.type('/quote');
    expect(await violations(page)).toEqual([]);
    const overflow: unknown = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
  });
});

/** The status of a request for the page under a name, as a website's script would make it. */
function statusUnder(host: string, path: string, headers: Record<string, string>): Promise<number> {
  const { port } = new URL(conversation.sandbox.pageUrl);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host, ...headers } });
    asked.on('response', ({ statusCode = 0 }) => resolve(statusCode));
    asked.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve(101);
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe.skipIf(!isTested)('a website', () => {
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  };

  it('cannot reach the page under a name of its own', async () => {
    expect(await statusUnder('evil.example', '/', {})).toBe(403);
  });

  it('cannot speak to it from a page of its own', async () => {
    const { host } = new URL(conversation.sandbox.pageUrl);
    const from = (origin: string): Promise<number> =>
      statusUnder(host, '/page', { ...upgrade, origin });
    expect(await from('https://evil.example')).toBe(403);
    expect(await from(`http://${host}`)).toBe(101);
  });
});

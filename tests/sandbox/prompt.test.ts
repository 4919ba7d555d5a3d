import { PassThrough } from 'node:stream';
import type { Client } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { startPrompt } from '../../src/sandbox/prompt.ts';
import { createTalk } from '../../src/sandbox/prompt/talk.ts';
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

/** What the prompt prints for these lines, below its legend. */
async function talk(...lines: readonly string[]): Promise<string> {
  const input = new PassThrough();
  const output = new PassThrough();
  const prompt = startPrompt(sandbox, { input, output });
  input.end(lines.join('\n'));
  await prompt.closed;
  const printed = String(output.read());
  return printed.slice(printed.indexOf('\n') + 1).trimEnd();
}

const CARD = `verbatim
│ Rubio said it
│ (1) Next  (-) Previous  (2) Later  (3) More  Source <https://example.org/>
│ (4) Riyadh
│ (5) Geneva`;

describe('the prompt', () => {
  test('prints a card, with numbers for what can be pressed', async () => {
    expect(await talk('/quote who: Rubio')).toBe(CARD);
  });

  test('presses and selects by number', async () => {
    const printed = await talk('/quote who: Rubio', '1', '5');
    expect(printed).toContain('│ Page 2\n');
    expect(printed).toContain('│ You chose geneva\n');
    expect(await talk('/quote who: Rubio', '4 5')).toContain('│ You chose riyadh,geneva\n');
  });

  test.each([
    ['1 2', 'Several numbers together choose from one menu; a button is pressed alone.'],
    ['4 9', 'The last card has no (9) to press.'],
  ])('says why %j presses nothing', async (typed, expected) => {
    const printed = await talk('/quote who: Rubio', typed);
    expect(printed.split('\n').at(-1)).toBe(expected);
  });

  test('says what only the member sees', async () => {
    expect(await talk('/whisper')).toBe(
      'verbatim\n│ mia to nobody in Sandbox #general, en-US\n│ Only you can see this',
    );
  });

  test('acts as someone else', async () => {
    expect(await talk('/shelf add', 'as moderator', '/shelf add title: a')).toBe(
      [
        'There is no command /shelf. /help lists those that there are.',
        'You are the moderator now.',
        'verbatim\n│ Added a\n│ Only you can see this',
      ].join('\n'),
    );
  });

  test.each([
    ['9', 'The last card has no (9) to press.'],
    ['/nope', 'There is no command /nope. /help lists those that there are.'],
    ['hello', 'Commands start with a slash. /help lists them.'],
    ['/quote whom: x', '"whom: x" is no option of /quote, which takes who: about: most:'],
    ['/quote', '/quote needs who: (Who)'],
    ['/quote who: x most: 7', 'The option most must be from 1 to 5'],
    ['as nobody', 'Nobody here is called that; there are member, stranger, moderator.'],
    ['\u001b[2J', 'Commands start with a slash. /help lists them.'],
    ['/\u001b[2J', 'There is no command /\\u001b[2J. /help lists those that there are.'],
  ])('says what to do about %j', async (typed, expected) => {
    expect(await talk(typed)).toBe(expected);
  });

  test('lists the commands', async () => {
    expect(await talk('/help')).toContain('/quote who: [about:] [most:]\n    Who said it\n');
  });

  test('leaves on exit, and answers nothing after it', async () => {
    expect(await talk('exit', '/quote who: Rubio')).toBe('');
  });

  test('sends the value under whose name the bot offered it', async () => {
    const conversation = createTalk(sandbox, false, () => 80);
    expect(await conversation.complete('/quote who: Mar')).toEqual([['Mar…'], 'Mar']);
    const { text } = await conversation.answer('/quote who: Mar…');
    expect(text).toContain('│ Mar Rubio said it');
  });
});

describe('Tab', () => {
  test.each<[string, readonly string[], string]>([
    ['', ['/quote ', '/whisper ', '/silence', '/broken'], ''],
    ['/q', ['/quote '], '/q'],
    ['/quote', ['/quote '], '/quote'],
    ['hello', [], 'hello'],
    ['/quote ', ['who: ', 'about: ', 'most: '], ''],
    ['/quote a', ['about: '], 'a'],
    ['/quote who: Mar', ['Mar…'], 'Mar'],
    ['/quote who: Mar ab', ['Mar ab…', 'Mar about: '], 'Mar ab'],
    ['/quote who: Mar about: x', [], 'x'],
    ['/quote who: Mar about: x ', ['x most: '], 'x '],
    ['/quote who: Mar about: "x"', ['"x" most: '], '"x"'],
    ['/nope ', [], '/nope '],
  ])('after %j offers %j', async (line, offers, replaces) => {
    const conversation = createTalk(sandbox, false, () => 80);
    expect(await conversation.complete(line)).toEqual([offers, replaces]);
  });

  test('after an offered value offers the other options alone', async () => {
    const conversation = createTalk(sandbox, false, () => 80);
    await conversation.complete('/quote who: Mar');
    const [offers] = await conversation.complete('/quote who: Mar… ');
    expect(offers).toEqual(['Mar… about: ', 'Mar… most: ']);
  });
});

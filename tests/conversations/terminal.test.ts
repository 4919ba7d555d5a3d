import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPrompt } from '../../src/sandbox/prompt.ts';
import { type Conversation, corpusOf, startConversation } from './conversation.ts';

// The same bot, by somebody in a terminal.

let conversation: Conversation;

beforeAll(async () => {
  const corpus = await corpusOf({ harbour: '"The lock is safe," Ann Petrova said.\n' });
  conversation = await startConversation(() => corpus);
});

afterAll(async () => {
  expect(conversation.reports).toEqual([]);
  await conversation.close();
});

async function talk(...lines: readonly string[]): Promise<string> {
  const input = new PassThrough();
  const output = new PassThrough();
  const prompt = startPrompt(conversation.sandbox, { input, output });
  input.end(lines.join('\n'));
  await prompt.closed;
  return String(output.read());
}

test('a mistake is reported in a form, field by field', async () => {
  // (1) In context, (2) More… on the card; then the panel's (1) Ask, (2) Discuss, (3) Wrong?
  const panel = await talk('/quote words: the lock is safe', '2');
  const wrong = /\((\d+)\) Wrong\?/u.exec(panel)?.[1] ?? '';
  const said = await talk('/quote words: the lock is safe', '2', wrong, '1', 'It was her deputy.');
  expect(said).toContain(
    'What is wrong? (an empty line leaves a field as it is, "cancel" the form)',
  );
  expect(said).toContain('(1) Somebody else said it');
  expect(said).toContain('Thank you. A moderator will look at it');
  const [report] = conversation.servers.reports(conversation.sandbox.guildId);
  expect(report).toMatchObject({ mistake: 'speaker', detail: 'It was her deputy.' });
});

test('a form is closed without being sent', async () => {
  const panel = await talk('/quote who: Petrova', '2');
  const ask = /\((\d+)\) Ask about this/u.exec(panel)?.[1] ?? '';
  const said = await talk('/quote who: Petrova', '2', ask, 'cancel', '/quote who: Nobody');
  expect(said).toContain('The form is closed.');
  expect(said).toContain('The corpus does not say.');
});

test('a mention asks in plain words', async () => {
  expect(await talk('@verbatim what did Petrova say?')).toContain('The lock is safe');
});

test('a moderator adds an article from a file, and edits its fields where they stand', async () => {
  const path = fileURLToPath(new URL('../../README.md', import.meta.url));
  const missing = await talk('as moderator', '/corpus add file: ./nowhere.md');
  expect(missing).toContain('There is no file ./nowhere.md that can be read.');
  const shown = await talk('as moderator', `/corpus add file: ${path}`);
  expect(shown).toContain('This is what I understood. Nothing is saved yet.');
});

import { expect, test } from 'vitest';
import { formatQuestion } from '../../src/command/question.ts';
import { openDemonstration, readCard, startConversation } from './conversation.ts';

const QUESTIONS = [
  { command: 'quote', options: { who: 'Rubio' } },
  { command: 'stance', options: { on: 'NATO' } },
  { command: 'ask', options: { question: 'when might Trump and Putin meet?' } },
  { command: 'who-attended', options: { event: 'Riyadh talks' } },
] as const;

// The sandbox refuses an answer that comes after Discord's three seconds.
test('of 200 commands at once none is answered late, and each with its own card', async () => {
  const corpus = await openDemonstration();
  const { member, reports, sandbox, close } = await startConversation(() => corpus);
  const asked = Array.from({ length: 50 }, () => QUESTIONS).flat();
  const cards = await Promise.all(
    asked.map(({ command, options }) => member.command(command, options)),
  );
  expect(cards.map((card) => readCard(card).split('\n')[0])).toEqual(
    asked.map((question) => `\`${formatQuestion(question)}\``),
  );
  expect(sandbox.requests.filter(({ status }) => status >= 400)).toEqual([]);
  expect(reports).toEqual([]);
  await close();
});

import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Sandbox } from './index.ts';
import { createTalk, LEGEND } from './prompt/talk.ts';

export interface PromptStreams {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

export interface Prompt {
  /** Resolves when the person has left and what was typed before is answered. */
  readonly closed: Promise<void>;
  readonly close: () => void;
}

const WIDEST = 100;
const USUAL_WIDTH = 80;

/** Lets a person talk to the bot in a terminal, as one of the guild's members. */
export function startPrompt(sandbox: Sandbox, { input, output }: PromptStreams): Prompt {
  const isTerminal = output.isTTY === true && input.isTTY === true;
  // A terminal that does not know its width says 0.
  const width = () => Math.min(output.columns || USUAL_WIDTH, WIDEST);
  const talk = createTalk(sandbox, isTerminal, width);
  const lines = createInterface({
    input,
    output,
    terminal: isTerminal,
    prompt: isTerminal ? '> ' : '',
    completer: (line: string) => talk.complete(line),
  });
  let isOpen = true;
  lines.once('close', () => {
    isOpen = false;
  });
  const answer = async (before: Promise<boolean>, typed: string): Promise<boolean> => {
    if (await before) return true;
    const { text, isExit } = await talk.answer(typed);
    if (text !== '') output.write(`${text}\n`);
    if (isExit) lines.close();
    else if (isOpen) lines.prompt();
    return isExit;
  };
  // One line after the other, even when they come at once through a pipe, and none after `exit`.
  let last = Promise.resolve(false);
  lines.on('line', (typed) => {
    last = answer(last, typed);
  });
  lines.on('SIGINT', () => lines.close());
  const leave = async (): Promise<void> => {
    await once(lines, 'close');
    await last;
  };
  const closed = leave();
  output.write(`${LEGEND}\n`);
  lines.prompt();
  return { closed, close: () => lines.close() };
}

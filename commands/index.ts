import type { Command } from '../src/command/command.ts';
import { ask } from './ask.ts';
import { quote } from './quote.ts';
import { stance } from './stance.ts';

/** Every slash command, in the order in which help lists them. */
export const commands: readonly Command[] = [quote, stance, ask];

import {
  type ChatInputCommandInteraction,
  type Interaction,
  type Message as DiscordMessage,
} from 'discord.js';
import { textOf } from '../command/messages.ts';
import { parseCustomId } from '../command/custom-id.ts';
import type { Reply } from '../command/reply.ts';
import { traceOf } from '../command/trace.ts';
import { isTaken } from './api-error.ts';
import { cardActs } from './card-acts.ts';
import { type Desk, commandTyped, serverOf } from './desk.ts';

/** What somebody asked for; every word of it is one of the bot's own. */
export interface Asked {
  readonly via: 'command' | 'message' | 'button' | 'form' | 'completion' | 'mention';
  /** `ask`, `corpus add`, `card.share`, `page`; `unknown` for what there is nothing for. */
  readonly command: string;
  /** Undefined outside a server, and where the server has not added the bot. */
  readonly guildId: string | undefined;
}

/** What became of it. */
export interface Answered extends Asked {
  /**
   * As the reply has it; `done` for what has no card, as a form that opens; `error` for what failed;
   * `taken` for what another copy of the bot has answered.
   */
  readonly outcome: Reply['outcome'] | 'done' | 'error' | 'taken';
  /** From when it came until Discord had the answer. */
  readonly milliseconds: number;
}

/**
 * Sees an answer through to its end, whatever that is, and tells what became of it. What the work
 * reports comes with what it was about. Never rejects.
 */
export async function seeThrough(
  desk: Desk,
  asked: Asked,
  work: (desk: Desk) => Promise<void>,
): Promise<void> {
  const begun = performance.now();
  let outcome: Answered['outcome'] = 'done';
  const report = (line: string): void => {
    // Who types on is offered nothing where that fails.
    if (asked.via === 'completion') outcome = 'error';
    desk.report(line, asked);
  };
  const note = (reply: Reply): void => void (outcome = outcomeOf(reply));
  try {
    await work({ ...desk, report, note });
  } catch (error) {
    outcome = isTaken(error) ? 'taken' : 'error';
    if (outcome === 'taken') desk.rivals.note();
    else report(`answering failed: ${traceOf(error)}`);
  }
  // Most messages that mention somebody ask the bot nothing.
  if (asked.via === 'mention' && outcome === 'done') return;
  desk.answered?.({ ...asked, outcome, milliseconds: performance.now() - begun });
}

/** A reply that says no more than that something failed is an error. */
const outcomeOf = ({ outcome, heading }: Reply): Answered['outcome'] =>
  heading.key === 'refused.failure' ? 'error' : outcome;

/** What an interaction asks for. */
export function askedBy(desk: Desk, interaction: Interaction): Asked {
  const guildId = serverOf(interaction);
  if (interaction.isMessageComponent())
    return { via: 'button', command: actionOf(desk, interaction.customId), guildId };
  if (interaction.isModalSubmit())
    return { via: 'form', command: actionOf(desk, interaction.customId), guildId };
  if (interaction.isMessageContextMenuCommand())
    return { via: 'message', command: menuOf(desk, interaction.commandName), guildId };
  const isTyped = interaction.isChatInputCommand() || interaction.isAutocomplete();
  const command = isTyped ? knownCommand(desk, commandTyped(interaction)) : UNKNOWN;
  return { via: interaction.isAutocomplete() ? 'completion' : 'command', command, guildId };
}

export const askedInMessage = ({ guildId }: DiscordMessage): Asked => ({
  via: 'mention',
  command: 'ask',
  guildId: guildId ?? undefined,
});

const UNKNOWN = 'unknown';

const knownCommand = (
  { commands }: Desk,
  typed: ChatInputCommandInteraction['commandName'],
): string => (commands.some(({ name }) => name === typed) ? typed : UNKNOWN);

const menuOf = ({ messageCommands }: Desk, typed: string): string =>
  messageCommands.some(({ name }) => textOf(name, 'en') === typed) ? typed : UNKNOWN;

/** A custom id may hold anything; an action is one of those that there are. */
function actionOf({ actions }: Desk, customId: string): string {
  const press = parseCustomId(customId);
  if (press?.kind !== 'do') return press?.kind ?? UNKNOWN;
  const { action } = press;
  return Object.hasOwn(actions, action) || cardActs.has(action) ? action : UNKNOWN;
}

import { MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import type { Actor } from '../interaction.ts';
import { findMessage, hasFlag, removeMessage } from '../message.ts';
import type { PostedMessage, State } from '../state.ts';
import { channelOf, isPrivate, permissionsIn } from '../world.ts';
import { toSeenMessage } from './seen.ts';
import type { SeenMessage } from './seen.ts';

// What somebody sees of a channel, and does to what is there.

export interface SeenThread {
  /** Also the id of the message that heads it. */
  readonly id: string;
  readonly name: string;
  readonly parentId: string;
}

/** The message as it stands now, which may be newer than the one that the caller holds. */
export function currentMessage(state: State, actor: Actor, { id }: SeenMessage): APIMessage {
  const posted = state.messages.get(id);
  if (posted === undefined || !isVisible(posted, actor)) {
    throw new Error(`${actor.member.user.username} does not see this message`);
  }
  if (hasFlag(posted.message, MessageFlags.Loading)) throw new Error('The answer has not come yet');
  return posted.message;
}

/** Whether somebody sees a message from where they are; a thread shows the one that heads it, too. */
export function isVisible(
  { message, visibleTo }: PostedMessage,
  { member, channel }: Actor,
): boolean {
  const isMine = visibleTo === undefined || visibleTo === member.user.id;
  return isMine && (message.channel_id === channel.id || message.id === channel.id);
}

/** Waits for the bot's next message that is newer than another. */
export async function nextMessage(
  state: State,
  actor: Actor,
  after: SeenMessage,
  ms: number,
): Promise<SeenMessage> {
  const find = (): APIMessage | undefined =>
    [...state.messages.values()].find(
      (posted) =>
        isVisible(posted, actor) &&
        posted.message.author.id === state.world.bot.id &&
        BigInt(posted.message.id) > BigInt(after.id) &&
        !hasFlag(posted.message, MessageFlags.Loading),
    )?.message;
  const late = (): Error => new Error(`The bot said nothing within ${ms} ms`);
  return toSeenMessage(await state.changes.until(find, ms, late));
}

/** Throws where Discord's client does not offer to delete the message. */
export function deleteAs(
  state: State,
  { member, channel }: Actor,
  { id, author }: APIMessage,
): void {
  const posted = findMessage(state, id);
  const rights = isPrivate(channel) ? 0n : BigInt(permissionsIn(state.world, member, channel));
  const mayDelete =
    author.id === member.user.id ||
    posted.visibleTo === member.user.id ||
    (rights & PermissionFlagsBits.ManageMessages) !== 0n;
  if (!mayDelete) throw new Error(`${member.user.username} may not delete this message`);
  removeMessage(state, posted);
}

export const threadsFor = ({ world }: State, { member }: Actor): readonly SeenThread[] =>
  world.threads
    .filter((thread) => {
      const channel = channelOf(world, thread);
      const rights = channel === undefined ? 0n : BigInt(permissionsIn(world, member, channel));
      return (rights & PermissionFlagsBits.ViewChannel) !== 0n;
    })
    .map(({ id, name, parent_id: parentId }) => ({ id, name, parentId: parentId ?? '' }));

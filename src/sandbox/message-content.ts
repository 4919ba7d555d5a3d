import { GatewayIntentBits } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import type { World } from './world.ts';

/**
 * A message as a bot is given it: without the privileged intent nothing of what others wrote, unless
 * it is pinged. `docs/events/gateway#message-content-intent`
 */
export function asSeenByBot(world: World, message: APIMessage, intents = 0): APIMessage {
  const mayRead =
    (intents & GatewayIntentBits.MessageContent) !== 0 ||
    message.author.id === world.bot.id ||
    message.mentions.some(({ id }) => id === world.bot.id);
  const { referenced_message: referenced } = message;
  const seen = mayRead
    ? message
    : { ...message, content: '', embeds: [], attachments: [], components: [] };
  return referenced === undefined || referenced === null
    ? seen
    : { ...seen, referenced_message: asSeenByBot(world, referenced, intents) };
}

import { InteractionResponseType, InteractionType, MessageFlags } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { interactionMetadata } from '../interaction.ts';
import { editMessage, findMessage, hasFlag, postMessage, postPlaceholder } from '../message.ts';
import type { MessageOrigin } from '../message.ts';
import { checkChoiceValues } from '../rules/command-rule.ts';
import {
  checkCallback,
  checkCompletionBody,
  checkMessageBody,
  checkModalBody,
} from '../rules/spec.ts';
import type { Choice, OpenInteraction, State } from '../state.ts';
import { ApiFailure, FAILURES, invalidForm } from './failure.ts';
import { noContent, ok } from './route.ts';
import type { Answer, Call, Route } from './route.ts';

// `docs/interactions/receiving-and-responding#interaction-response-object`

export const callbackRoutes: readonly Route[] = [
  { method: 'POST', path: '/interactions/:/:/callback', isOpen: true, answer: answerInteraction },
];

const { ApplicationCommand, MessageComponent, ApplicationCommandAutocomplete, ModalSubmit } =
  InteractionType;

/** Which interactions each type of answer may be given to. */
const ANSWERS_TO: Readonly<Record<number, readonly InteractionType[]>> = {
  [InteractionResponseType.ChannelMessageWithSource]: [
    ApplicationCommand,
    MessageComponent,
    ModalSubmit,
  ],
  [InteractionResponseType.DeferredChannelMessageWithSource]: [
    ApplicationCommand,
    MessageComponent,
    ModalSubmit,
  ],
  [InteractionResponseType.DeferredMessageUpdate]: [MessageComponent, ModalSubmit],
  [InteractionResponseType.UpdateMessage]: [MessageComponent, ModalSubmit],
  [InteractionResponseType.ApplicationCommandAutocompleteResult]: [ApplicationCommandAutocomplete],
  [InteractionResponseType.Modal]: [ApplicationCommand, MessageComponent],
};

const AT = ['data'];

function answerInteraction(call: Call, id: string, token: string): Answer {
  const { state, query } = call;
  const interaction = state.interactions.get(id);
  if (interaction?.token !== token) throw FAILURES.unknown('interaction');
  try {
    const { type, data } = checkCallback(call.body);
    checkTime(state, interaction);
    checkType(type, interaction);
    const message = answerWith(call, interaction, type, data ?? {});
    interaction.acknowledged = type;
    return query.get('with_response') === 'true'
      ? ok(describeResponse(interaction, type, message))
      : noContent;
  } catch (error) {
    if (error instanceof ApiFailure) noteRefusal(interaction, error);
    throw error;
  }
}

/** Keeps a refusal for the driver's errors. */
export function noteRefusal(interaction: OpenInteraction, { status, body }: ApiFailure): void {
  interaction.refusals.push(`${status} ${JSON.stringify(body)}`);
}

function checkTime(state: State, interaction: OpenInteraction): void {
  if (interaction.acknowledged !== undefined) throw FAILURES.alreadyAcknowledged();
  const isLate = state.clock() - interaction.createdAt > state.limits.firstAnswer;
  if (isLate) throw FAILURES.unknown('interaction');
}

function checkType(type: InteractionResponseType, interaction: OpenInteraction): void {
  if ((ANSWERS_TO[type] ?? []).includes(interaction.type)) return;
  const message = `A response of type ${type} cannot be given to an interaction of type ${interaction.type}.`;
  throw invalidForm([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message }]);
}

function answerWith(
  { state, uploads }: Call,
  interaction: OpenInteraction,
  type: InteractionResponseType,
  data: Record<string, unknown>,
): APIMessage | undefined {
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource: {
      const body = checkMessageBody('response', data, AT, uploads);
      const message = postMessage(state, body, answerOrigin(state, interaction, body.flags));
      interaction.originalId = message.id;
      return message;
    }
    case InteractionResponseType.DeferredChannelMessageWithSource: {
      const { flags } = checkMessageBody('response', data, AT, uploads);
      const message = postPlaceholder(state, answerOrigin(state, interaction, flags));
      interaction.originalId = message.id;
      return message;
    }
    case InteractionResponseType.DeferredMessageUpdate:
    case InteractionResponseType.UpdateMessage: {
      const posted = findMessage(state, interaction.sourceId);
      interaction.originalId = posted.message.id;
      if (type === InteractionResponseType.DeferredMessageUpdate) return posted.message;
      return editMessage(state, posted, checkMessageBody('update', data, AT, uploads), AT);
    }
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      interaction.choices = checkChoices(interaction, data);
      break;
    case InteractionResponseType.Modal:
      checkModalBody(data);
      interaction.form = data;
      break;
    case InteractionResponseType.Pong:
    case InteractionResponseType.LaunchActivity:
    case InteractionResponseType.PremiumRequired:
      // Refused before, since no interaction of the sandbox takes them.
      break;
  }
  return undefined;
}

function answerOrigin(
  state: State,
  interaction: OpenInteraction,
  flags: number | null | undefined,
): MessageOrigin {
  const isEphemeral = ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return {
    channelId: interaction.channelId,
    interaction: interactionMetadata(state, interaction),
    at: AT,
    ...(interaction.sourceId === undefined ? {} : { replyTo: interaction.sourceId }),
    ...(isEphemeral ? { visibleTo: interaction.userId } : {}),
  };
}

function checkChoices(interaction: OpenInteraction, data: unknown): readonly Choice[] {
  const { choices } = checkCompletionBody(interaction.completes ?? 'string', data);
  const errors = [...checkChoiceValues(choices ?? [])];
  if (errors.length > 0) throw invalidForm(errors);
  return (choices ?? []).map(({ name, value }) => ({ name, value }));
}

/** `docs/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object` */
function describeResponse(
  interaction: OpenInteraction,
  type: number,
  message: APIMessage | undefined,
): object {
  const about = message && {
    response_message_id: message.id,
    response_message_loading: hasFlag(message, MessageFlags.Loading),
    response_message_ephemeral: hasFlag(message, MessageFlags.Ephemeral),
  };
  return {
    interaction: { id: interaction.id, type: interaction.type, ...about },
    ...(message === undefined ? {} : { resource: { type, message } }),
  };
}

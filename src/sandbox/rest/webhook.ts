import { MessageFlags } from 'discord-api-types/v10';
import { interactionMetadata } from '../interaction.ts';
import { editMessage, findMessage, hasFlag, postMessage, removeMessage } from '../message.ts';
import type { MessageBody } from '../rules/body.ts';
import { checkMessageBody } from '../rules/spec.ts';
import type { OpenInteraction, PostedMessage, State } from '../state.ts';
import { noteRefusal } from './callback.ts';
import { ApiFailure, FAILURES } from './failure.ts';
import { noContent, ok } from './route.ts';
import type { Answer, Call, Route } from './route.ts';

// `docs/interactions/receiving-and-responding#endpoints`: an interaction's token is its webhook's.

const ONE = '/webhooks/:/:/messages/:';

export const webhookRoutes: readonly Route[] = [
  { method: 'POST', path: '/webhooks/:/:', isOpen: true, answer: within(followUp) },
  {
    method: 'GET',
    path: ONE,
    isOpen: true,
    answer: within((call, interaction, id) => ok(find(call.state, interaction, id).message)),
  },
  {
    method: 'PATCH',
    path: ONE,
    isOpen: true,
    answer: within(({ state, body, uploads }, interaction, id) => {
      const posted = find(state, interaction, id);
      return ok(editMessage(state, posted, checkMessageBody('edit', body ?? {}, [], uploads), []));
    }),
  },
  {
    method: 'DELETE',
    path: ONE,
    isOpen: true,
    answer: within(({ state }, interaction, id) => {
      removeMessage(state, find(state, interaction, id));
      return noContent;
    }),
  },
];

type Within = (call: Call, interaction: OpenInteraction, messageId: string) => Answer;

/** Finds the interaction by its token, which must be answered and not too old. */
function within(answer: Within): Route['answer'] {
  return (call, applicationId, token, messageId = '') => {
    const { state } = call;
    const interaction = [...state.interactions.values()].find((each) => each.token === token);
    if (interaction === undefined || applicationId !== state.world.application.id) {
      throw FAILURES.unknown('Webhook');
    }
    try {
      if (interaction.acknowledged === undefined) throw FAILURES.unknown('Webhook');
      const isOver = state.clock() - interaction.createdAt > state.limits.token;
      if (isOver) throw FAILURES.invalidWebhookToken();
      return answer(call, interaction, messageId);
    } catch (error) {
      if (error instanceof ApiFailure) noteRefusal(interaction, error);
      throw error;
    }
  };
}

// The first follow-up to a deferred answer becomes that answer, and is as visible as it.
function followUp({ state, body, uploads }: Call, interaction: OpenInteraction): Answer {
  const sent = checkMessageBody('response', body ?? {}, [], uploads);
  const original = state.messages.get(interaction.originalId ?? '');
  if (original !== undefined && hasFlag(original.message, MessageFlags.Loading)) {
    return ok(editMessage(state, original, sent, []));
  }
  const message = postMessage(state, sent, {
    channelId: interaction.channelId,
    interaction: interactionMetadata(state, interaction),
    at: [],
    ...(interaction.originalId === undefined ? {} : { replyTo: interaction.originalId }),
    ...(isEphemeral(sent) ? { visibleTo: interaction.userId } : {}),
  });
  interaction.followUpIds.push(message.id);
  state.changes.announce();
  return ok(message);
}

function find(state: State, interaction: OpenInteraction, id: string): PostedMessage {
  if (id === '@original') return findMessage(state, interaction.originalId);
  const isOwn = id === interaction.originalId || interaction.followUpIds.includes(id);
  return findMessage(state, isOwn ? id : undefined);
}

const isEphemeral = ({ flags }: MessageBody): boolean =>
  ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;

import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { hasFlag } from '../message.ts';
import type { Choice, OpenInteraction, State } from '../state.ts';

/** The answer to an interaction, once it is there and no longer "thinking". */
export async function awaitAnswer(state: State, interaction: OpenInteraction): Promise<APIMessage> {
  await awaitAcknowledgement(state, interaction);
  return awaitMessage(state, interaction, () => answerOf(state, interaction));
}

/** The message that a component changed, or the new one that it brought; rejects on a form. */
export async function awaitUpdate(state: State, interaction: OpenInteraction): Promise<APIMessage> {
  const answered = await awaitOutcome(state, interaction);
  if ('form' in answered)
    throw new Error(`The bot answered ${interaction.title} with a form, which is to be filled in`);
  return answered.message;
}

/** What came of an interaction: the form to fill in, or the message that is new or changed. */
export async function awaitOutcome(
  state: State,
  interaction: OpenInteraction,
): Promise<{ readonly form: OpenInteraction } | { readonly message: APIMessage }> {
  const editsBefore = state.messages.get(interaction.sourceId ?? '')?.edits ?? 0;
  const type = await awaitType(state, interaction);
  if (type === InteractionResponseType.Modal) return { form: interaction };
  const message = await awaitMessage(state, interaction, () => {
    const updated = state.messages.get(interaction.sourceId ?? '');
    const isUpdate = interaction.originalId === interaction.sourceId;
    if (interaction.sourceId === undefined || !isUpdate) return answerOf(state, interaction);
    const isChanged = updated !== undefined && updated.edits > editsBefore;
    return isChanged ? updated.message : lastFollowUp(state, interaction);
  });
  return { message };
}

/** The choices offered; rejects when none come in time, as the client then says that loading failed. */
export async function awaitChoices(
  state: State,
  interaction: OpenInteraction,
): Promise<readonly Choice[]> {
  await awaitAcknowledgement(state, interaction);
  return interaction.choices ?? [];
}

async function awaitAcknowledgement(state: State, interaction: OpenInteraction): Promise<void> {
  const type = await awaitType(state, interaction);
  if (type === InteractionResponseType.Modal) {
    throw new Error(`The bot answered ${interaction.title} with a form, which is to be filled in`);
  }
}

/** How the bot answered first; rejects when it does not in time. */
function awaitType(
  { changes, limits: { firstAnswer } }: State,
  interaction: OpenInteraction,
): Promise<InteractionResponseType> {
  const late = (): Error => tooLate(interaction, 'did not answer', firstAnswer);
  return changes.until(() => interaction.acknowledged, firstAnswer, late);
}

/** The interaction, once the bot has answered it with a form; rejects on any other answer. */
export async function awaitForm(
  state: State,
  interaction: OpenInteraction,
): Promise<OpenInteraction> {
  const type = await awaitType(state, interaction);
  if (type === InteractionResponseType.Modal) return interaction;
  throw new Error(`The bot answered ${interaction.title}, but not with a form`);
}

function awaitMessage(
  state: State,
  interaction: OpenInteraction,
  probe: () => APIMessage | undefined,
): Promise<APIMessage> {
  const { patience } = state.limits;
  const late = () => tooLate(interaction, 'deferred its answer and did not finish', patience);
  return state.changes.until(probe, patience, late);
}

function answerOf(state: State, interaction: OpenInteraction): APIMessage | undefined {
  const original = state.messages.get(interaction.originalId ?? '')?.message;
  const isThere = original !== undefined && !hasFlag(original, MessageFlags.Loading);
  return isThere ? original : lastFollowUp(state, interaction);
}

function lastFollowUp(state: State, { followUpIds }: OpenInteraction): APIMessage | undefined {
  return state.messages.get(followUpIds.at(-1) ?? '')?.message;
}

function tooLate({ title, refusals }: OpenInteraction, what: string, ms: number): Error {
  const refused = refusals.map((refusal) => `\nRefused: ${refusal}`).join('');
  return new Error(`The bot ${what} ${title} within ${ms} ms${refused}`);
}

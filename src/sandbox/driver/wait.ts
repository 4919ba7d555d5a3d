import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { hasFlag } from '../message.ts';
import type { Choice, OpenInteraction, State } from '../state.ts';

/** The answer to an interaction, once it is there and no longer "thinking". */
export async function awaitAnswer(state: State, interaction: OpenInteraction): Promise<APIMessage> {
  await awaitAcknowledgement(state, interaction);
  return awaitMessage(state, interaction, () => answerOf(state, interaction));
}

/** The message that a component changed, or the new one that it brought. */
export async function awaitUpdate(state: State, interaction: OpenInteraction): Promise<APIMessage> {
  const source = state.messages.get(interaction.sourceId ?? '');
  const editsBefore = source?.edits ?? 0;
  await awaitAcknowledgement(state, interaction);
  return awaitMessage(state, interaction, () => {
    const updated = state.messages.get(interaction.sourceId ?? '');
    const isUpdate = interaction.originalId === interaction.sourceId;
    if (!isUpdate) return answerOf(state, interaction);
    const isChanged = updated !== undefined && updated.edits > editsBefore;
    return isChanged ? updated.message : lastFollowUp(state, interaction);
  });
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
  const { firstAnswer } = state.limits;
  const type = await state.changes.until(
    () => interaction.acknowledged,
    firstAnswer,
    () => tooLate(interaction, 'did not answer', firstAnswer),
  );
  if (type === InteractionResponseType.Modal) {
    throw new Error(`The bot answered ${interaction.title} with a form, which is to be filled in`);
  }
}

/** The interaction, once the bot has answered it with a form; rejects on any other answer. */
export async function awaitForm(
  { changes, limits: { firstAnswer } }: State,
  interaction: OpenInteraction,
): Promise<OpenInteraction> {
  const type = await changes.until(
    () => interaction.acknowledged,
    firstAnswer,
    () => tooLate(interaction, 'did not answer', firstAnswer),
  );
  if (type === InteractionResponseType.Modal) return interaction;
  throw new Error(`The bot answered ${interaction.title}, but not with a form`);
}

/** What came of an interaction: the form to fill in, or the message that is new or changed. */
export async function awaitOutcome(
  state: State,
  interaction: OpenInteraction,
): Promise<{ readonly form: OpenInteraction } | { readonly message: APIMessage }> {
  const { firstAnswer } = state.limits;
  const type = await state.changes.until(
    () => interaction.acknowledged,
    firstAnswer,
    () => tooLate(interaction, 'did not answer', firstAnswer),
  );
  if (type === InteractionResponseType.Modal) return { form: interaction };
  return { message: await awaitUpdate(state, interaction) };
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

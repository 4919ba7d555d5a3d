import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { hasFlag } from '../message.ts';
import type { Choice, OpenInteraction, PostedMessage, State } from '../state.ts';

/** What comes of an interaction: a form to fill in, or a message that is new or changed. */
type Answered = { readonly form: OpenInteraction } | { readonly message: APIMessage };

/** What came of an interaction, once it is no longer "thinking". */
export async function awaitOutcome(state: State, interaction: OpenInteraction): Promise<Answered> {
  const { changes, limits, messages } = state;
  const source = (): PostedMessage | undefined => messages.get(interaction.sourceId ?? '');
  const editsBefore = source()?.edits ?? 0;
  const type = await awaitType(state, interaction);
  if (type === InteractionResponseType.Modal) return { form: interaction };
  const look = (): APIMessage | undefined => {
    const updated = source();
    if (updated === undefined || interaction.originalId !== interaction.sourceId)
      return answerOf(state, interaction);
    return updated.edits > editsBefore ? updated.message : lastFollowUp(state, interaction);
  };
  const late = (): Error =>
    tooLate(interaction, 'deferred its answer and did not finish', limits.patience);
  return { message: await changes.until(look, limits.patience, late) };
}

/** The message that came of it; rejects on a form. */
export async function awaitMessage(
  state: State,
  interaction: OpenInteraction,
): Promise<APIMessage> {
  const answered = await awaitOutcome(state, interaction);
  if ('message' in answered) return answered.message;
  throw new Error(`The bot answered ${interaction.title} with a form, which is to be filled in`);
}

/** The interaction, once the bot has answered it with a form; rejects on any other answer. */
export async function awaitForm(
  state: State,
  interaction: OpenInteraction,
): Promise<OpenInteraction> {
  const answered = await awaitOutcome(state, interaction);
  if ('form' in answered) return answered.form;
  throw new Error(`The bot answered ${interaction.title}, but not with a form`);
}

/** The choices offered; rejects when none come in time, as the client then says that loading failed. */
export async function awaitChoices(
  state: State,
  interaction: OpenInteraction,
): Promise<readonly Choice[]> {
  await awaitType(state, interaction);
  return interaction.choices ?? [];
}

/** How the bot answered first; rejects when it does not in time. */
function awaitType(
  { changes, limits: { firstAnswer } }: State,
  interaction: OpenInteraction,
): Promise<InteractionResponseType> {
  const late = (): Error => tooLate(interaction, 'did not answer', firstAnswer);
  return changes.until(() => interaction.acknowledged, firstAnswer, late);
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

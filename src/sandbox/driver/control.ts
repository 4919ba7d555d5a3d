import type { SeenButton, SeenMessage, SeenSelect } from './seen.ts';

export type PressableButton = SeenButton & { readonly customId: string };

/** Throws when no button has this custom id or label, several have the label, or it cannot be pressed. */
export function findButton({ buttons }: SeenMessage, customIdOrLabel: string): PressableButton {
  const byId = buttons.filter(({ customId }) => customId === customIdOrLabel);
  const named = byId.length > 0 ? byId : buttons.filter(({ label }) => label === customIdOrLabel);
  const [button, another] = named;
  if (button === undefined) {
    const labels = buttons.map(({ label }) => `"${label}"`).join(', ');
    throw new Error(`There is no button "${customIdOrLabel}"; there are: ${labels || 'none'}`);
  }
  if (another !== undefined) throw new Error(`Several buttons are labelled "${customIdOrLabel}"`);
  if (button.isDisabled) throw new Error(`The button "${button.label}" is disabled`);
  const { customId } = button;
  if (customId === undefined) throw new Error(`The button "${button.label}" is a link`);
  return { ...button, customId };
}

/** Throws when there is no such select, or it does not take these values. */
export function findSelect(
  { selects }: SeenMessage,
  customId: string,
  values: readonly string[],
): SeenSelect {
  const select = selects.find((each) => each.customId === customId);
  if (select === undefined) throw new Error(`There is no select "${customId}"`);
  if (select.isDisabled) throw new Error(`The select "${customId}" is disabled`);
  const { least, most } = select;
  if (values.length < least || values.length > most) {
    throw new Error(`The select "${customId}" takes ${least} to ${most} values`);
  }
  const unknown = values.find((value) => !select.options.some((option) => option.value === value));
  if (unknown === undefined) return select;
  throw new Error(`The select "${customId}" has no value "${unknown}"`);
}

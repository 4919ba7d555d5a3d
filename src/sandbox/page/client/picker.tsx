import { useState } from 'preact/hooks';

/** Something that may be picked from a list while one types. */
export interface Offered {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
}

export interface PickerState {
  readonly offers: readonly Offered[];
  readonly active: number;
  readonly pick: (at: number) => void;
  readonly activeId: (id: string) => string | undefined;
  /** Arrows move, Enter and Tab pick; gives whether the key was used. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

/** A list under an input; `isEager` begins at its first entry, else at none until one moves. */
export function usePicker(
  offers: readonly Offered[],
  pick: (at: number) => void,
  isEager = true,
): PickerState {
  const keys = offers.map(({ key }) => key).join('\n');
  const [state, setState] = useState({ keys, at: -1 });
  const first = isEager ? 0 : -1;
  // Another list begins anew.
  const active = state.keys === keys && state.at >= 0 ? state.at : first;
  const move = (step: number): void => {
    const count = offers.length;
    setState({ keys, at: (Math.max(active, step > 0 ? -1 : 0) + step + count) % count });
  };
  return {
    offers,
    active,
    pick,
    activeId: (id) => (offers.length > 0 && active >= 0 ? `${id}-${active}` : undefined),
    onKeyDown: (event) => {
      if (offers.length === 0) return false;
      if (event.key === 'ArrowDown') move(1);
      else if (event.key === 'ArrowUp') move(-1);
      else if ((event.key === 'Enter' || event.key === 'Tab') && active >= 0) pick(active);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

export const Picker = ({
  id,
  label,
  picker,
}: {
  readonly id: string;
  readonly label: string;
  readonly picker: PickerState;
}) => (
  <ul id={id} class="picker" role="listbox" aria-label={label} hidden={picker.offers.length === 0}>
    {picker.offers.map(({ key, label: shown, note }, at) => (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the input above has the keys
      <li
        key={key}
        id={`${id}-${at}`}
        role="option"
        aria-selected={at === picker.active}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => picker.pick(at)}
      >
        <strong>{shown}</strong>
        {note !== undefined && <span class="small">{note}</span>}
      </li>
    ))}
  </ul>
);

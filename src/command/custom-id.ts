/**
 * What a press or a choice asks for. The rest of what it needs is read back from the bot's own card, so that
 * ids fit Discord's 100 characters and outlive a restart.
 */
export type Press =
  /** Another page, from 1. */
  | { readonly kind: 'page'; readonly number: number }
  /** The choice with this number, from 1. */
  | { readonly kind: 'choice'; readonly number: number }
  /** What was chosen in a menu, for this option. */
  | { readonly kind: 'menu'; readonly option: string };

/** `{page, 2}` → `v1|page|2`; the version lets a later release tell old cards from its own. */
export const formatCustomId = (press: Press): string =>
  `v1|${press.kind}|${press.kind === 'menu' ? press.option : press.number}`;

/** Undefined for what is not one of ours. */
export function parseCustomId(id: string): Press | undefined {
  const [, kind, which = ''] = /^v1\|(page|choice|menu)\|([-\w]{1,32})$/u.exec(id) ?? [];
  if (kind === 'menu') return { kind, option: which };
  const isNumber = /^\d{1,4}$/u.test(which);
  return (kind === 'page' || kind === 'choice') && isNumber
    ? { kind, number: Number(which) }
    : undefined;
}

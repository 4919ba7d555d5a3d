/**
 * What a press asks for. The rest of what it needs is read back from the bot's own card, so that
 * ids fit Discord's 100 characters and outlive a restart.
 */
export type Press =
  /** Another page, from 1. */
  | { readonly kind: 'page'; readonly number: number }
  /** The choice with this number, from 1. */
  | { readonly kind: 'choice'; readonly number: number };

/** `{page, 2}` → `v1|page|2`; the version lets a later release tell old cards from its own. */
export const formatCustomId = ({ kind, number }: Press): string => `v1|${kind}|${number}`;

/** Undefined for what is not one of ours. */
export function parseCustomId(id: string): Press | undefined {
  const [, kind, digits] = /^v1\|(page|choice)\|(\d{1,4})$/u.exec(id) ?? [];
  const number = Number(digits);
  return kind === 'page' || kind === 'choice' ? { kind, number } : undefined;
}

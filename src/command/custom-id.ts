/**
 * What a press or a choice asks for. The rest of what it needs is read back from the bot's own card, so that
 * ids fit Discord's 100 characters and outlive a restart.
 */
export type Press =
  /** Another page, from 1. */
  | { readonly kind: 'page'; readonly number: number }
  /** The choice with this number, from 1. */
  | { readonly kind: 'choice'; readonly number: number; readonly isPrivate: boolean }
  /** What was chosen in a menu, for this option. */
  | { readonly kind: 'menu'; readonly option: string }
  /** An action by its name, `settings.cooldown`, and what it is about. */
  | { readonly kind: 'do'; readonly action: string; readonly argument: string };

/** What a button that stands on another card is about: a page of a card, and its message; 0 where one member sees it. */
export const cardArgument = (page: number, messageId: string): string => `${page}.${messageId}`;

/** Page 1 and no message where it is none. */
export function readCardArgument(argument: string): {
  readonly page: number;
  readonly messageId: string | undefined;
} {
  const [, page = '1', messageId] = /^(\d{1,4})(?:\.(\d{1,20}))?$/u.exec(argument) ?? [];
  return { page: Number(page), messageId: messageId === '0' ? undefined : messageId };
}

/** `{page, 2}` → `v1|page|2`; the version lets a later release tell old cards from its own. */
export function formatCustomId(press: Press): string {
  switch (press.kind) {
    case 'page':
      return `v1|page|${press.number}`;
    case 'choice':
      return `v1|choice|${press.number}${press.isPrivate ? '|private' : ''}`;
    case 'menu':
      return `v1|menu|${press.option}`;
    case 'do':
      return `v1|do|${press.action}|${press.argument}`;
    default:
      return press satisfies never;
  }
}

const PAGE = /^v1\|page\|(\d{1,4})$/u;
const CHOICE = /^v1\|choice\|(\d{1,4})(\|private)?$/u;
const MENU = /^v1\|menu\|([-\w]{1,32})$/u;
const DO = /^v1\|do\|([-.\w]{1,32})\|([-.\w]{0,60})$/u;

/** Undefined for what is not one of ours. */
export function parseCustomId(id: string): Press | undefined {
  const page = PAGE.exec(id)?.[1];
  if (page !== undefined) return { kind: 'page', number: Number(page) };
  const [, choice, isPrivate] = CHOICE.exec(id) ?? [];
  if (choice !== undefined)
    return { kind: 'choice', number: Number(choice), isPrivate: isPrivate !== undefined };
  const option = MENU.exec(id)?.[1];
  if (option !== undefined) return { kind: 'menu', option };
  const [, action, argument = ''] = DO.exec(id) ?? [];
  return action === undefined ? undefined : { kind: 'do', action, argument };
}

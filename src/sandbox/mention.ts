import { AllowedMentionsTypes, ComponentType } from 'discord-api-types/v10';
import type {
  APIAllowedMentions,
  APIMessage,
  APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import { walkComponents } from './rules/component.ts';
import type { World } from './world.ts';

interface Written {
  readonly content: string;
  readonly components: readonly APIMessageTopLevelComponent[];
}

const { User, Role, Everyone } = AllowedMentionsTypes;

type Mentions = Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'>;

/**
 * Whom a message pings: everyone whom its text names, as far as `allowed_mentions` lets it.
 * `docs/resources/message#allowed-mentions-object`
 */
export function findMentions(
  world: World,
  written: Written,
  allowed: APIAllowedMentions | null | undefined,
): Mentions {
  const text = textOf(written);
  const named = (pattern: RegExp): string[] =>
    [...text.matchAll(pattern)].map(([, id]) => id ?? '');
  const isAllowed = (type: AllowedMentionsTypes, id: string, listed: readonly string[] = []) =>
    allowed?.parse === undefined && allowed?.users === undefined && allowed?.roles === undefined
      ? true
      : (allowed.parse ?? []).includes(type) || listed.includes(id);
  const users = new Set(named(/<@!?(\d+)>/g).filter((id) => isAllowed(User, id, allowed?.users)));
  const roles = new Set(named(/<@&(\d+)>/g).filter((id) => isAllowed(Role, id, allowed?.roles)));
  return {
    mentions: world.members.map(({ user }) => user).filter(({ id }) => users.has(id)),
    mention_roles: world.guild.roles.map(({ id }) => id).filter((id) => roles.has(id)),
    mention_everyone: /@(everyone|here)/.test(text) && isAllowed(Everyone, ''),
  };
}

function textOf({ content, components }: Written): string {
  const shown = [...walkComponents(components)].map(({ type, component }) =>
    type === ComponentType.TextDisplay ? String(component['content']) : '',
  );
  return [content, ...shown].join('\n');
}

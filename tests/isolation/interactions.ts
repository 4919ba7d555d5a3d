import { type Actor, BOT, EVERYONE, GUILDS } from './places.ts';
import type { Interaction } from './wire.ts';

// What Discord tells a bot of what somebody did.

const privateChannel = ({ userId }: Actor): string => `16${userId.slice(2)}`;

export const channelOf = (actor: Actor): string => actor.server?.channel ?? privateChannel(actor);

/** An interaction as Discord sends it for somebody; `content` is its type and its data. */
function interactionOf(actor: Actor, content: object): Interaction {
  const { userId, server, place, rights, roles } = actor;
  const user = { id: userId, username: `u${userId}`, discriminator: '0', avatar: null };
  const base = {
    application_id: BOT.id,
    version: 1,
    channel_id: channelOf(actor),
    locale: 'en-US',
    entitlements: [],
    attachment_size_limit: 10_485_760,
    app_permissions: String(EVERYONE),
    ...content,
  };
  if (server === undefined) {
    const isDm = place === 'dm';
    return {
      ...base,
      user,
      channel: { id: privateChannel(actor), type: isDm ? 1 : 3 },
      context: isDm ? 1 : 2,
      authorizing_integration_owners: { 1: userId, ...(isDm ? { 0: '0' } : {}) },
    };
  }
  const { id, channel } = server;
  const member = {
    user,
    roles,
    permissions: String(rights),
    joined_at: GUILDS[0]?.joined_at,
    flags: 0,
  };
  return {
    ...base,
    guild_id: id,
    guild: { id, features: [], locale: 'en-US' },
    guild_locale: 'en-US',
    channel: { id: channel, type: 0, guild_id: id, name: 'c0', position: 0 },
    member,
    context: 0,
    authorizing_integration_owners: place === 'server' ? { 0: id } : { 1: userId },
  };
}

export interface Given {
  readonly name: string;
  readonly url: string;
}

/** `/corpus edit article: …` with files, typed or being completed. */
export function commandOf(
  actor: Actor,
  name: string,
  options: Readonly<Record<string, string>> = {},
  more: { readonly files?: Readonly<Record<string, Given>>; readonly focused?: string } = {},
): Interaction {
  const { files = {}, focused } = more;
  const typed = [
    ...Object.entries(options).map(([option, value]) => ({
      name: option,
      type: 3,
      value,
      ...(option === focused ? { focused: true } : {}),
    })),
    ...Object.keys(files).map((option, at) => ({ name: option, type: 11, value: String(at + 1) })),
  ];
  const attachments = Object.fromEntries(
    Object.values(files).map((file, at) => [
      String(at + 1),
      { id: String(at + 1), filename: file.name, url: file.url, proxy_url: file.url, size: 100 },
    ]),
  );
  const [first = '', second] = name.split(' ');
  return interactionOf(actor, {
    type: focused === undefined ? 2 : 4,
    data: {
      id: '1700000000000000001',
      name: first,
      type: 1,
      options: second === undefined ? typed : [{ name: second, type: 1, options: typed }],
      resolved: { attachments },
    },
  });
}

/** A message of the bot's, or of somebody, that an interaction is about. */
export interface Shown {
  readonly id: string;
  readonly channelId: string;
  readonly text: string;
  readonly isPrivate?: boolean;
  readonly askedBy?: string;
  readonly by?: string;
  readonly files?: readonly Given[];
}

const messageOf = ({ id, channelId, text, isPrivate, askedBy, by, files = [] }: Shown): object => ({
  id,
  channel_id: channelId,
  author: by === undefined ? BOT : { id: by, username: 'somebody', discriminator: '0' },
  content: by === undefined ? '' : text,
  timestamp: new Date(0).toISOString(),
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: files.map(({ name, url }, at) => ({
    id: String(at + 1),
    filename: name,
    url,
    size: 100,
  })),
  embeds: [],
  pinned: false,
  type: 0,
  flags: isPrivate === true ? 64 : 0,
  components: by === undefined ? [{ type: 17, components: [{ type: 10, content: text }] }] : [],
  ...(askedBy === undefined
    ? {}
    : {
        interaction_metadata: {
          id: '1',
          type: 2,
          user: { id: askedBy, username: 'somebody', discriminator: '0' },
          authorizing_integration_owners: {},
        },
      }),
});

/** A button, or values chosen in a select of texts or of channels. */
export function pressOf(
  actor: Actor,
  customId: string,
  shown: Shown,
  chosen?: { readonly kind: 3 | 8; readonly values: readonly string[] },
): Interaction {
  // A client may send the id of any channel; Discord tells of those of the server.
  const channels = Object.fromEntries(
    (chosen?.kind === 8 ? chosen.values : [])
      .filter((id) => id === actor.server?.channel || id === actor.server?.log)
      .map((id) => [id, { id, type: 0, name: 'c', permissions: '0' }]),
  );
  return interactionOf(actor, {
    type: 3,
    message: messageOf(shown),
    data: {
      component_type: chosen?.kind ?? 2,
      custom_id: customId,
      id: 1,
      ...(chosen === undefined ? {} : { values: chosen.values }),
      ...(chosen?.kind === 8 ? { resolved: { channels } } : {}),
    },
  });
}

/** A form that is sent. */
export const formOf = (
  actor: Actor,
  customId: string,
  fields: Readonly<Record<string, string>>,
  shown?: Shown,
): Interaction =>
  interactionOf(actor, {
    type: 5,
    ...(shown === undefined ? {} : { message: messageOf(shown) }),
    data: {
      custom_id: customId,
      components: Object.entries(fields).map(([name, value], at) => ({
        type: 18,
        id: at * 2 + 1,
        component: { type: 4, id: at * 2 + 2, custom_id: name, value },
      })),
    },
  });

/** A command of a message's menu. */
export const menuOf = (actor: Actor, name: string, target: Shown): Interaction =>
  interactionOf(actor, {
    type: 2,
    data: {
      id: '1700000000000000002',
      name,
      type: 3,
      target_id: target.id,
      resolved: { messages: { [target.id]: messageOf(target) } },
    },
  });

/** A question put by mentioning the bot. */
export const mentionOf = (
  actor: Actor,
  words: string,
  leansOn?: Pick<Shown, 'id' | 'channelId'>,
): object => ({
  ...messageOf({
    id: `188000000000000${String((mentions += 1)).padStart(4, '0')}`,
    channelId: channelOf(actor),
    text: `<@${BOT.id}> ${words}`,
    by: actor.userId,
  }),
  guild_id: actor.server?.id,
  member: { roles: [], joined_at: GUILDS[0]?.joined_at, flags: 0 },
  mentions: [BOT],
  ...(leansOn === undefined
    ? {}
    : { message_reference: { channel_id: leansOn.channelId, message_id: leansOn.id } }),
});

let mentions = 0;

/** A card that nobody else sees, which answers a question or none. */
export const cardAsking = (line?: string): Shown => ({
  id: '1890000000000000001',
  channelId: '1',
  text: line === undefined ? 'a card' : `\`${line}\``,
  isPrivate: true,
});

import { ATTACKERS } from './actors.ts';
import { attemptsOf } from './attempts.ts';
import type { Ground } from './ground.ts';
import { commandOf, mentionOf } from './interactions.ts';
import { randomFrom } from './names.ts';
import { type Actor, type Level, SERVERS, type Server, XRAY } from './places.ts';
import { type Mark, keptBy } from './seed.ts';
import { type Interaction, wordsOf } from './wire.ts';

// Tries everything as somebody, and looks at all that the bot says and does meanwhile.

/** How many attempts are under way at once. */
const AT_ONCE = 20;

interface Leak {
  readonly who: string;
  readonly what: string;
  readonly with: Interaction['data'];
}

const LEVELS: readonly Level[] = ['members', 'moderators', 'managers'];

/** What somebody must not be shown. */
const hiddenFrom = ({ planted }: Ground, { server, level, place }: Actor): readonly Mark[] =>
  SERVERS.flatMap((each) =>
    planted(each).marks.filter((mark) => {
      const isOwn = each === server && each !== XRAY && place !== 'dm' && level !== undefined;
      return !isOwn || LEVELS.indexOf(mark.level) > LEVELS.indexOf(level);
    }),
  );

/** Those who act in a server in which the bot is. */
const peopleOf = (server: Server): readonly string[] =>
  ATTACKERS.filter((actor) => actor.server === server && server !== XRAY).map(
    ({ userId }) => userId,
  );

/** What somebody must leave as it is, in words. */
async function untouched({ keeping }: Ground, actor: Actor): Promise<ReadonlyMap<string, string>> {
  const kept = new Map<string, string>();
  for (const server of SERVERS) {
    const isOwn = server === actor.server && actor.place === 'server';
    if (isOwn && actor.level !== 'members') {
      if (actor.level === 'moderators')
        kept.set(`${server.tag}: settings`, JSON.stringify(keeping.servers.settings(server.id)));
      continue;
    }
    kept.set(server.tag, await keptBy(keeping, server, peopleOf(server)));
  }
  return kept;
}

/** Names that came into a server with what its own people typed, and are shown to them again. */
export type Typed = Map<Server | undefined, Set<string>>;

/** What is in the zip that is given, by which an article of this name may come onto a shelf. */
const ZIPPED = 'vaultalfa vaultbravo vaultbasil vaultxray';

function noteTyped(typed: Typed, { planted }: Ground, { server }: Actor, given: object): void {
  const text = JSON.stringify(given);
  const all = text.includes('out.zip') ? `${text} ${ZIPPED}` : text;
  const known = typed.get(server) ?? new Set();
  typed.set(server, known);
  for (const each of SERVERS)
    for (const { word } of planted(each).marks) if (all.includes(word)) known.add(word);
}

/** All that is looked for while somebody tries. */
async function watch(ground: Ground, actor: Actor, typed: Typed) {
  const { wire } = ground;
  const hidden = hiddenFrom(ground, actor);
  const leaks: Leak[] = [];
  const before = await untouched(ground, actor);
  const note = (what: string, interaction: Interaction | undefined): void =>
    void leaks.push({ who: actor.name, what, with: interaction?.['data'] });
  const found = (text: string): string | undefined =>
    hidden.find(({ word }) => text.includes(word) && typed.get(actor.server)?.has(word) !== true)
      ?.word;
  const own = new Set([
    actor.server?.channel,
    ...(actor.server === XRAY ? [] : [actor.server?.log]),
  ]);
  return {
    leaks,
    read: (text: string, interaction: Interaction): void => {
      const word = found(text);
      if (word !== undefined) note(`an answer shows ${word}`, interaction);
    },
    look: async (tried: readonly Interaction[]): Promise<void> => {
      for (const { path, words } of wire.take()) {
        const channel = /^\/channels\/(\d+)/u.exec(path)?.[1];
        if (channel === undefined) continue;
        // Where it is sent is no part of what is shown there.
        const word = found(words.slice(path.length));
        if (word !== undefined) note(`${path} shows ${word}`, tried[0]);
        if (!own.has(channel)) note(`${path} is another's channel`, tried[0]);
      }
      const now = await untouched(ground, actor);
      for (const [name, kept] of before)
        if (now.get(name) !== kept) for (const each of tried) note(`${name} was changed`, each);
    },
  };
}

/**
 * Tries everything as somebody; gives how many attempts there were, and those that got through.
 * @param first done before, while the same bot runs
 */
export async function tryAll(
  ground: Ground,
  actor: Actor,
  typed: Typed,
  random: number,
  first: () => Promise<void>,
): Promise<{ readonly count: number; readonly leaks: readonly Leak[] }> {
  const { wire, targets } = ground;
  const isKeeper = actor.level === 'moderators' || actor.level === 'managers';
  const after = SERVERS.filter((server) => !isKeeper || server !== actor.server).flatMap(
    (server) => targets.get(server) ?? [],
  );
  const attempts = attemptsOf(actor, after, wire.origin, randomFrom(random));
  const { leaks, read, look } = await watch(ground, actor, typed);
  let mentions = 0;
  await ground.withBot(async () => {
    await first();
    for (let at = 0; at < attempts.length && leaks.length === 0; at += AT_ONCE) {
      const now = attempts.slice(at, at + AT_ONCE);
      for (const interaction of now) noteTyped(typed, ground, actor, interaction);
      await Promise.all(
        now.map(async (interaction) =>
          read(wordsOf(await wire.interact(interaction)), interaction),
        ),
      );
      await look(now);
    }
    for (const mention of actor.place === 'server' ? mentionsOf(actor, ground) : []) {
      noteTyped(typed, ground, actor, mention);
      wire.dispatch('MESSAGE_CREATE', mention);
      mentions += 1;
    }
    // What is answered after them has come after them.
    await wire.interact(commandOf(actor, 'help'));
  });
  await look(attempts.slice(-1));
  return { count: attempts.length + mentions, leaks };
}

/** Questions put by mentioning the bot, of which some lean on a card of another server. */
const mentionsOf = (actor: Actor, { planted }: Ground): readonly object[] =>
  SERVERS.flatMap((server) => {
    const { asked, card, channels } = planted(server).handles;
    const [channelId = ''] = channels;
    return asked.flatMap((name) =>
      [undefined, { id: card, channelId }].map((leansOn) =>
        mentionOf(actor, `What did he say of ${name}?`, leansOn),
      ),
    );
  });

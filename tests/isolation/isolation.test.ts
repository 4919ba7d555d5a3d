import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ATTACKERS, demoted, keeperOf } from './actors.ts';
import { type Ground, openGround } from './ground.ts';
import { cardAsking, commandOf, mentionOf, pressOf } from './interactions.ts';
import { targetOf } from './names.ts';
import { ALFA, BASE, BRAVO, LET_IN, XRAY } from './places.ts';
import { changesOf, readingsOf } from './rightful.ts';
import { keptBy } from './seed.ts';
import { type Typed, tryAll } from './trying.ts';
import { wordsOf } from './wire.ts';

// Thousands of attempts to read or to change what is another server's, or one's own server's without
// the right to: over a gateway and a REST interface, at the bot as it runs. None succeeds. That those
// who may do succeed in the same ways is tested beside it.

const FEWEST_ATTEMPTS = 5000;

let ground: Ground;
const files: (readonly string[])[] = [];

const victims = async (): Promise<readonly (readonly string[])[]> => [
  await ground.filesOf(ALFA),
  await ground.filesOf(XRAY),
  // No path has led anywhere else.
  await ground.shelves(),
];

beforeAll(async () => {
  ground = await openGround();
  files.push(...(await victims()));
}, 60_000);

afterAll(async () => {
  expect(ground.reports).toEqual([]);
  await ground.close();
});

/** What the bot's answers to those who may have on them: the ids of buttons, and first lines. */
const customIds = (text: string): readonly string[] =>
  [...text.matchAll(/"custom_id":"([^"]+)"/gu)].map(([, id = '']) => id);
const firstLines = (text: string): readonly string[] =>
  [...text.matchAll(/"content":"(`[^`]+`)/gu)].map(([, line = '']) => line.replaceAll('\\"', '"'));

/**
 * Discord lets a role use what else takes a right, and the bot keeps that in mind for the buttons that
 * follow; here the role is taken away again.
 */
async function actAsLet(): Promise<void> {
  const { wire, planted } = ground;
  const letIn = { ...demoted, roles: [LET_IN] };
  for (const name of ['review', 'settings', 'corpus undo', 'feeds list'])
    await wire.interact(commandOf(letIn, name));
  const opened = { kind: 3, values: [planted(ALFA).handles.feed.id] } as const;
  const feed = await wire.interact(pressOf(letIn, 'v1|do|feeds.open|', cardAsking(), opened));
  expect(wordsOf(feed)).toContain('xfeedalfa');
  wire.take();
}

describe('what a server keeps', () => {
  it.each([ALFA, BRAVO, BASE])('is all shown to whoever looks after $tag', async (server) => {
    const { wire, withBot, targets } = ground;
    const planted = ground.planted(server);
    const keeper = keeperOf(server);
    const shown: string[] = [];
    await withBot(async () => {
      for (const interaction of readingsOf(keeper, planted))
        shown.push(wordsOf(await wire.interact(interaction)));
      wire.take();
    });
    const all = shown.join('\n');
    const unseen = planted.marks.filter(({ word }) => !all.includes(word));
    // Why somebody decided otherwise before is kept, and shown to nobody.
    expect(unseen.filter(({ word }) => !/^x(?:ruling|back)/u.test(word))).toEqual([]);
    const seen = { buttons: [...new Set(customIds(all))], lines: [...new Set(firstLines(all))] };
    targets.set(server, targetOf(server.id, planted, seen));
  });

  it('is told of where somebody asks for it by a mention', async () => {
    const { wire, withBot } = ground;
    await withBot(async () => {
      const asked = mentionOf(keeperOf(ALFA), 'What does Ondra Quoralfa say of the vault?');
      wire.dispatch('MESSAGE_CREATE', asked);
      await vi.waitFor(() => expect(wordsOf(wire.take())).toContain('xbodyalfa'), 10_000);
    });
  });

  const typed: Typed = new Map();
  let count = 0;

  it.each(ATTACKERS.map((actor, at) => ({ actor, at, name: actor.name })))(
    'is neither shown to $name nor changed by them',
    async ({ actor, at }) => {
      const first = actor === demoted ? actAsLet : () => Promise.resolve();
      const tried = await tryAll(ground, actor, typed, at + 1, first);
      expect(tried.leaks.slice(0, 5).map((leak) => JSON.stringify(leak))).toEqual([]);
      count += tried.count;
    },
    120_000,
  );

  it('has stood so many attempts, in which its words were not given', async () => {
    expect(count).toBeGreaterThanOrEqual(FEWEST_ATTEMPTS);
    const given = [...typed.values()].flatMap((known) => [...known]);
    expect(given.filter((word) => /^x(?!rss|link)/u.test(word))).toEqual([]);
    expect(await victims()).toEqual(files);
  });

  it.each(changesOf(keeperOf(ALFA), () => ground))(
    'is changed by whoever may: $name',
    async ({ interaction }) => {
      const { keeping, wire, withBot } = ground;
      const before = await keptBy(keeping, ALFA, []);
      await withBot(() => wire.interact(interaction()));
      expect(await keptBy(keeping, ALFA, [])).not.toBe(before);
    },
  );
});

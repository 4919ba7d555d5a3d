import { factsAt, hidingRuling } from '../../src/command/keeping/fact.ts';
import { changeShelf } from '../../src/keeping/change.ts';
import { decideFact } from '../../src/keeping/correction.ts';
import { beginDraft } from '../../src/keeping/draft.ts';
import type { Keeping } from '../../src/keeping/keeping.ts';
import { asId } from '../../src/keeping/read-draft.ts';
import { startFeed } from '../../src/feed/feed.ts';
import { takeText } from '../../src/intake/take-file.ts';
import { BASE_SHELF } from '../../src/article/article.ts';
import type { Level, Server } from './places.ts';

// What each server keeps, in words that no other has: where one shows up elsewhere, it has got out.

/** Words by which a server's own can be told, and who in it may see them. */
export interface Mark {
  readonly word: string;
  readonly server: Server;
  readonly level: Level;
}

/** What attackers know of a server: names of things, by which they ask for them. */
export interface Handles {
  readonly articles: readonly string[];
  /** Of places, persons and words that its articles have. */
  readonly asked: readonly string[];
  readonly drafts: readonly string[];
  readonly group: string;
  readonly feed: { readonly id: string; readonly url: string };
  /** Of what waits for its moderators. */
  readonly keys: readonly string[];
  readonly facts: readonly string[];
  readonly card: string;
  readonly channels: readonly string[];
}

export interface Seeded {
  readonly marks: readonly Mark[];
  readonly handles: Handles;
}

const AUTHOR = '1900000000000000001';
const MEMBER = '1900000000000000002';

const vault = (tag: string): string => `---
title: Vault xtitle${tag}
date: 2025-02-03
publisher: xpaper${tag}
url: https://paper.example/xlink${tag}
---

"The xbody${tag} vault will be shut on Friday," Ondra Quor${tag}, the minister of xrole${tag}, told reporters in Geneva on Monday.

Ondra Quor${tag} and Bela Mond${tag} attended the xsummit${tag} talks in Lisbon on Tuesday.

Bela Mond${tag} opposes the xtoll${tag} toll. He said that the vault was empty.
`;

const before = (tag: string): string =>
  `---\ntitle: Wharf xwharf${tag}\ndate: 2025-02-04\n---\n\nThe wharf xolder${tag} burned.\n\nIt stands by the river.\n`;
const gone = (tag: string): string =>
  `---\ntitle: Mill xmill${tag}\ndate: 2025-02-05\n---\n\nThe mill xlost${tag} was sold to Ondra Quor${tag}.\n`;
const drafted = (word: string, tag: string): string =>
  `The ${word}${tag} bridge was opened. The mayor of ${word}${tag} came to see it, and so did others who had waited for it.`;

/** Fills a server's shelf, its notes and its settings. */
export async function seed(keeping: Keeping, server: Server): Promise<Seeded> {
  const { id: guildId, tag, channel, log } = server;
  const { servers } = keeping;
  const change = { guildId, by: AUTHOR };
  const [vaultId, wharf, mill] = [`vault${tag}`, `wharf${tag}`, `mill${tag}`].map(asId);
  if (vaultId === undefined || wharf === undefined || mill === undefined) throw new Error('no ids');
  await changeShelf(keeping, change, () => [
    { kind: 'put', id: vaultId, source: vault(tag), from: { kind: 'paste' } },
    { kind: 'put', id: wharf, source: before(tag), from: { kind: 'paste' } },
    { kind: 'put', id: mill, source: gone(tag), from: { kind: 'paste' } },
  ]);
  const after = before(tag).replace(`xolder${tag}`, `xnewer${tag}`);
  await changeShelf(keeping, { ...change, reason: `xwhy${tag}` }, () => [
    { kind: 'put', id: wharf, source: after },
  ]);
  await changeShelf(keeping, change, () => [{ kind: 'remove', id: mill }]);

  const draft = (word: string, more: object) =>
    beginDraft(keeping, {
      taken: takeText(drafted(word, tag), { title: `${word}${tag}` }),
      from: { kind: 'paste' },
      guildId,
      by: AUTHOR,
      kind: 'draft',
      ...more,
    });
  const feed = {
    id: `f00${tag}`,
    guildId,
    url: `https://feeds.example/xrss${tag}`,
    title: `xfeed${tag}`,
    mode: 'queue' as const,
    by: AUTHOR,
    at: new Date().toISOString(),
    state: startFeed(new Date()),
  };
  await servers.feeds.change(feed.id, () => feed);
  const group = `9roup-${tag}`;
  const drafts = [
    await draft('xdraft', { group }),
    await draft('xother', { group }),
    await draft('xmine', { by: MEMBER, isUnshown: true }),
    await draft('xidea', { by: MEMBER, kind: 'suggestion' }),
    await draft('xitem', { kind: 'feed', feedId: feed.id }),
  ];

  const corpus = await keeping.catchUp(guildId);
  const article = corpus.reading(vaultId)?.article;
  if (article === undefined) throw new Error(`${tag} has no articles`);
  const facts = factsAt([1, 2, 3].map((paragraph) => ({ article, paragraph })));
  const [first, second] = facts;
  if (first === undefined || second === undefined) throw new Error('nothing is read');
  const decision = { article, fact: first.key, ruling: hidingRuling(first), isManager: false };
  // Reversed twice, so that it waits for whoever manages the server.
  const corrections = [
    await decideFact(keeping, { ...change, reason: `xruling${tag}` }, decision),
    await decideFact(
      keeping,
      { guildId, by: MEMBER, reason: `xback${tag}` },
      { ...decision, ruling: undefined },
    ),
    await decideFact(keeping, { ...change, reason: `xagain${tag}` }, decision),
  ];
  const report = {
    id: `e00${tag}`,
    guildId,
    userId: MEMBER,
    at: new Date().toISOString(),
    mistake: 'person' as const,
    detail: `xdetail${tag}`,
    places: [`${vaultId} 2`],
  };
  await servers.saveReport(report);
  const card = `18000000000000000${guildId.slice(-2)}`;
  await servers.keepCard({
    guildId,
    channelId: channel,
    messageId: card,
    ownerId: MEMBER,
    at: new Date().toISOString(),
    articles: {},
  });
  await servers.saveSettings(guildId, {
    channels: [channel],
    cooldown: 0,
    logChannel: log,
    mentions: true,
  });

  const level = (words: readonly string[], of: Level): readonly Mark[] =>
    words.map((word) => ({
      word: /^x[a-z]+$/u.test(word) ? `${word}${tag}` : word,
      server,
      level: of,
    }));
  const isBase = keeping.shelfOf(guildId) === BASE_SHELF;
  const open = [
    'xtitle',
    'xpaper',
    'xlink',
    'xbody',
    'xrole',
    'xsummit',
    'xtoll',
    'xwharf',
    'xnewer',
    'xwhy',
  ];
  const kept = [
    'xolder',
    'xlost',
    'xmill',
    'xdraft',
    'xother',
    'xidea',
    'xitem',
    'xfeed',
    'xrss',
    'xdetail',
  ];
  return {
    marks: [
      // What is on the base shelf everybody reads.
      ...(isBase
        ? []
        : level([...open, `Quor${tag}`, `Mond${tag}`, vaultId, wharf, mill], 'members')),
      ...level(
        [
          ...kept,
          'xmine',
          'xruling',
          'xback',
          'xagain',
          ...drafts.map(({ id }) => id),
          feed.id,
          report.id,
        ],
        'moderators',
      ),
      ...level([log], 'managers'),
    ],
    handles: {
      articles: [vaultId, wharf, mill],
      asked: [
        `Ondra Quor${tag}`,
        `Bela Mond${tag}`,
        `Quor${tag}`,
        'the vault',
        'the toll',
        'talks in Lisbon',
        'wharf',
        'Who opposes the toll?',
      ],
      drafts: drafts.map(({ id }) => id),
      group,
      feed,
      keys: [
        ...drafts.map(({ id }) => `d.${id}`),
        `r.${report.id}`,
        `c.${corrections[0]?.id ?? ''}`,
        `f.${feed.id}`,
        ...facts.map(({ id }) => `q.${id}`),
      ],
      facts: facts.map(({ id }) => id),
      card,
      channels: [channel, log],
    },
  };
}

/** All that a server keeps, but for what some of its own people are allowed to keep there. */
export async function keptBy(
  keeping: Keeping,
  { id }: Server,
  people: readonly string[],
): Promise<string> {
  const { servers, store, shelfOf } = keeping;
  const own = (row: {
    readonly by?: string;
    readonly userId?: string;
    readonly ownerId?: string;
  }) =>
    [row.by, row.userId, row.ownerId].some((user) => user !== undefined && people.includes(user));
  return JSON.stringify([
    servers.settings(id),
    servers.reports(id).filter((row) => !own(row)),
    servers.cards().filter((row) => row.guildId === id && !own(row)),
    servers.drafts.of(id).filter((row) => !own(row)),
    servers.feeds.of(id),
    servers.corrections.of(id),
    await store.changesSince(shelfOf(id), 0),
  ]);
}

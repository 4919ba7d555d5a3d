import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { openServerStore } from '../../src/store/folder-server-store.ts';
import { openFolderStore } from '../../src/store/folder-store.ts';
import { DEFAULT_SETTINGS, type ServerStore } from '../../src/store/server-store.ts';
import { bodiesOf, put, remove } from '../store/edits.ts';

/** A change as it goes through a pipe; an edit without text removes. */
export type Operation =
  | {
      readonly kind: 'articles';
      readonly shelf: string;
      readonly edits: readonly { readonly id: string; readonly text: string | null }[];
    }
  | { readonly kind: 'settings'; readonly cooldown: number }
  | { readonly kind: 'report'; readonly id: string; readonly detail: string }
  | { readonly kind: 'card'; readonly id: string; readonly owner: string }
  | { readonly kind: 'drop'; readonly id: string }
  | { readonly kind: 'forget'; readonly user: string };

type Texts = Readonly<Record<string, string>>;

/** All that can be seen of the stores. */
export interface State {
  readonly articles: Readonly<Record<string, Texts>>;
  readonly heads: Readonly<Record<string, number>>;
  readonly cooldown: number;
  readonly reports: Texts;
  readonly cards: Texts;
}

const SHELVES = ['base', '42'] as const;

export const EMPTY: State = {
  articles: { base: {}, 42: {} },
  heads: { base: 0, 42: 0 },
  cooldown: DEFAULT_SETTINGS.cooldown,
  reports: {},
  cards: {},
};

/** What a state becomes. */
export function applyOperation(state: State, operation: Operation): State {
  switch (operation.kind) {
    case 'articles': {
      const { shelf, edits } = operation;
      let texts = state.articles[shelf] ?? {};
      for (const { id, text } of edits) texts = withText(texts, id, text);
      const head = (state.heads[shelf] ?? 0) + edits.length;
      return {
        ...state,
        articles: { ...state.articles, [shelf]: texts },
        heads: { ...state.heads, [shelf]: head },
      };
    }
    case 'settings':
      return { ...state, cooldown: operation.cooldown };
    case 'report':
      return { ...state, reports: withText(state.reports, operation.id, operation.detail) };
    case 'card':
      return { ...state, cards: withText(state.cards, operation.id, operation.owner) };
    case 'drop':
      return { ...state, cards: withText(state.cards, operation.id, null) };
    case 'forget':
      return { ...state, reports: {}, cards: anonymous(state.cards, operation.user) };
    default:
      return operation satisfies never;
  }
}

function withText(texts: Texts, id: string, text: string | null): Texts {
  const others = Object.entries(texts).filter(([other]) => other !== id);
  return Object.fromEntries(text === null ? others : [...others, [id, text]]);
}

const anonymous = (cards: Texts, user: string): Texts =>
  Object.fromEntries(Object.entries(cards).map(([id, owner]) => [id, owner === user ? '' : owner]));

export interface Stores {
  readonly articles: ArticleStore;
  readonly servers: ServerStore;
}

export interface Places {
  readonly corpusDir: string;
  readonly dataDir: string;
}

export async function openStores(places: Places): Promise<Stores> {
  const articles = await openFolderStore(places);
  try {
    return { articles, servers: await openServerStore(places.dataDir) };
  } catch (error) {
    await articles.close();
    throw error;
  }
}

/** Makes the change, and returns when it is acknowledged. */
export async function perform(
  { articles, servers }: Stores,
  operation: Operation,
): Promise<unknown> {
  switch (operation.kind) {
    case 'articles': {
      const { shelf, edits } = operation;
      const steps = edits.map(({ id, text }) => (text === null ? remove(id) : put(id, text)));
      return articles.append(shelf, await articles.head(shelf), '7', steps);
    }
    case 'settings':
      return servers.saveSettings('42', { ...DEFAULT_SETTINGS, cooldown: operation.cooldown });
    case 'report':
      return servers.saveReport({
        id: operation.id,
        guildId: '42',
        userId: 'mia',
        at: '2025-02-18T12:00:00Z',
        mistake: 'speaker',
        detail: operation.detail,
        places: [],
      });
    case 'card':
      return servers.keepCard({
        guildId: '42',
        channelId: 'c',
        messageId: operation.id,
        ownerId: operation.owner,
        at: new Date().toISOString(),
        articles: {},
      });
    case 'drop':
      return servers.dropCard(operation.id);
    case 'forget':
      return servers.forgetMember(operation.user);
    default:
      return operation satisfies never;
  }
}

/** What the stores say that they hold. */
export async function readState({ articles, servers }: Stores): Promise<State> {
  const held: Record<string, Texts> = {};
  const heads: Record<string, number> = {};
  for (const shelf of SHELVES) {
    held[shelf] = await bodiesOf(articles, shelf);
    heads[shelf] = await articles.head(shelf);
  }
  return {
    articles: held,
    heads,
    cooldown: servers.settings('42').cooldown,
    reports: Object.fromEntries(servers.reports('42').map(({ id, detail }) => [id, detail])),
    cards: Object.fromEntries(
      servers.cards().map(({ messageId, ownerId }) => [messageId, ownerId]),
    ),
  };
}

/** Whether two states are the same, whatever the order of their fields. */
export const isSame = (a: State, b: State): boolean => canonical(a) === canonical(b);

export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

/**
 * What is wrong with the folders behind open stores that nobody writes to: files that are not what
 * the store holds, changes that nobody made, texts of old revisions that are gone, leftovers.
 */
export async function findFaults(stores: Stores, places: Places): Promise<string[]> {
  const faults: string[] = [];
  for (const shelf of SHELVES) {
    const folder =
      shelf === 'base' ? places.corpusDir : join(places.dataDir, 'shelves', shelf, 'articles');
    const files = await readTexts(folder);
    const held = await bodiesOf(stores.articles, shelf);
    if (canonical(files) !== canonical(held))
      faults.push(`${shelf}: files ${canonical(files)}, held ${canonical(held)}`);
    for (const { actor, kind, id, revision } of await stores.articles.changesSince(shelf, 0)) {
      if (actor !== '7') faults.push(`${shelf}: ${String(revision)} ${kind} ${id} by ${actor}`);
      if (kind === 'put' && !(await stores.articles.articleAt(shelf, id, revision)))
        faults.push(`${shelf}: revision ${String(revision)} of ${id} is lost`);
    }
  }
  for (const place of [places.corpusDir, places.dataDir])
    for (const name of await readdir(place, { recursive: true }))
      if (/\.tmp$|pending\.json$/u.test(name)) faults.push(`left over: ${name}`);
  return faults;
}

async function readTexts(folder: string): Promise<Texts> {
  const texts: Record<string, string> = {};
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.endsWith('.md')))
    texts[name.slice(0, -'.md'.length)] = await readFile(join(folder, name), 'utf8');
  return texts;
}

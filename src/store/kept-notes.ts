import type { Note } from './server-note.ts';
import { noteSchema } from './server-note.ts';
import type {
  Correction,
  Draft,
  Feed,
  MistakeReport,
  ServerSettings,
  ShownCard,
} from './server-store.ts';
import { type KeptTable, type Row, setRow } from './server-table.ts';

// What the lines of `servers.jsonl` come to, and the lines that it takes to say it.

const DAY = 24 * 3_600_000;

/** How long the id of a card is kept, in milliseconds. */
export const CARD_LIFE = 30 * DAY;

/** How long what is yet to be saved is kept, in milliseconds. */
const DRAFT_LIVES: Readonly<Record<Draft['kind'], number>> = {
  draft: 7 * DAY,
  feed: 14 * DAY,
  suggestion: 30 * DAY,
};

/** So many cards of a server are kept, the last ones. */
const MOST_CARDS = 2_000;

/** Forgets the oldest cards of the servers that have too many, but for those that are yet to be mended. */
export function trimCards({ cards }: Kept, isNeeded: (card: ShownCard) => boolean): void {
  const counts = new Map<string, number>();
  for (const card of [...cards.values()].toReversed()) {
    const { guildId, messageId } = card;
    const count = (counts.get(guildId) ?? 0) + 1;
    counts.set(guildId, count);
    if (count > MOST_CARDS && !isNeeded(card)) cards.delete(messageId);
  }
}

export interface Kept {
  readonly settings: Map<string, ServerSettings>;
  readonly reports: Map<string, MistakeReport>;
  readonly cards: Map<string, ShownCard>;
  /** Since when the bot is in a server no more. */
  readonly left: Map<string, string>;
  readonly tables: {
    readonly draft: KeptTable<Draft>;
    readonly feed: KeptTable<Feed>;
    readonly correction: KeptTable<Correction>;
  };
}

const never = (): boolean => false;

export function keepNothing(clock: () => number): Kept {
  const isDraftOver = ({ kind, at }: Draft): boolean =>
    Date.parse(at) < clock() - DRAFT_LIVES[kind];
  return {
    settings: new Map(),
    reports: new Map(),
    cards: new Map(),
    left: new Map(),
    tables: {
      draft: { rows: new Map(), isOver: isDraftOver },
      feed: { rows: new Map(), isOver: never },
      correction: { rows: new Map(), isOver: never },
    },
  };
}

/** What notes come to; what is none is left out. */
export function replay(notes: readonly unknown[], clock: () => number): Kept {
  const kept = keepNothing(clock);
  for (const note of notes) {
    const { data } = noteSchema.safeParse(note);
    if (data) apply(kept, data);
  }
  return kept;
}

/** The same once more, so that what is changed can be taken back. */
export function copyKept({ settings, reports, cards, left, tables }: Kept): Kept {
  return {
    settings: new Map(settings),
    reports: new Map(reports),
    cards: new Map(cards),
    left: new Map(left),
    tables: {
      draft: copyTable(tables.draft),
      feed: copyTable(tables.feed),
      correction: copyTable(tables.correction),
    },
  };
}

const copyTable = <Item extends Row>({ rows, isOver }: KeptTable<Item>): KeptTable<Item> => ({
  rows: new Map(rows),
  isOver,
});

/** Makes one what another is. */
export function becomeKept(kept: Kept, other: Kept): void {
  refill(kept.settings, other.settings);
  refill(kept.reports, other.reports);
  refill(kept.cards, other.cards);
  refill(kept.left, other.left);
  refill(kept.tables.draft.rows, other.tables.draft.rows);
  refill(kept.tables.feed.rows, other.tables.feed.rows);
  refill(kept.tables.correction.rows, other.tables.correction.rows);
}

function refill<Item>(map: Map<string, Item>, other: ReadonlyMap<string, Item>): void {
  map.clear();
  for (const [key, item] of other) map.set(key, item);
}

/** Every server of which something is kept. */
export const serversIn = ({ settings, reports, cards, left, tables }: Kept): readonly string[] => [
  ...new Set([
    ...settings.keys(),
    ...left.keys(),
    ...[reports, cards, ...Object.values(tables).map(({ rows }) => rows)].flatMap((items) =>
      Array.from<{ readonly guildId: string }, string>(items.values(), ({ guildId }) => guildId),
    ),
  ]),
];

export function apply(kept: Kept, note: Note): void {
  switch (note.kind) {
    case 'settings':
      kept.settings.set(note.guildId, note.settings);
      break;
    case 'report':
      kept.reports.set(note.report.id, note.report);
      break;
    case 'card':
      kept.cards.set(note.card.messageId, note.card);
      break;
    case 'drop':
      kept.cards.delete(note.messageId);
      break;
    case 'left':
      if (note.at === undefined) kept.left.delete(note.guildId);
      else kept.left.set(note.guildId, note.at);
      break;
    case 'row':
      applyRow(kept, note);
      break;
    default:
      note satisfies never;
  }
}

function applyRow({ tables }: Kept, note: Extract<Note, { readonly kind: 'row' }>): void {
  switch (note.table) {
    case 'draft':
      return setRow(tables.draft, note.id, note.row);
    case 'feed':
      return setRow(tables.feed, note.id, note.row);
    case 'correction':
      return setRow(tables.correction, note.id, note.row);
    default:
      return note satisfies never;
  }
}

/** How many lines it takes to keep all that there is. */
export const countOf = ({ cards, reports, settings, left, tables }: Kept): number =>
  [cards, reports, settings, left, ...Object.values(tables).map(({ rows }) => rows)].reduce(
    (sum, { size }) => sum + size,
    0,
  );

export const notesOf = ({ settings, reports, cards, left, tables }: Kept): readonly Note[] => [
  ...Array.from(settings, ([guildId, each]): Note => ({
    kind: 'settings',
    guildId,
    settings: { ...each },
  })),
  ...Array.from(reports.values(), (report): Note => ({ kind: 'report', report })),
  ...Array.from(cards.values(), (card): Note => ({
    kind: 'card',
    card: { ...card, articles: { ...card.articles } },
  })),
  ...Array.from(left, ([guildId, at]): Note => ({ kind: 'left', guildId, at })),
  ...Array.from(tables.draft.rows, ([id, row]): Note => ({ kind: 'row', table: 'draft', id, row })),
  ...Array.from(tables.feed.rows, ([id, row]): Note => ({ kind: 'row', table: 'feed', id, row })),
  ...Array.from(tables.correction.rows, ([id, row]): Note => ({
    kind: 'row',
    table: 'correction',
    id,
    row,
  })),
];

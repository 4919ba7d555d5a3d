import { join } from 'node:path';
import { type Journal, openJournal } from './journal.ts';
import { type Note, noteSchema } from './server-note.ts';
import { findMissing } from './missing-notes.ts';
import {
  type Correction,
  DEFAULT_SETTINGS,
  type Draft,
  type Feed,
  type MistakeReport,
  type ServerSettings,
  type ServerStore,
  type ShownCard,
} from './server-store.ts';
import { type KeptTable, type Row, serverTable, setRow, sweep } from './server-table.ts';

const DAY = 24 * 3_600_000;

/** How long the id of a card is kept, in milliseconds. */
const CARD_LIFE = 30 * DAY;

/** How long what is yet to be saved is kept, in milliseconds. */
const DRAFT_LIVES: Readonly<Record<Draft['kind'], number>> = {
  draft: 7 * DAY,
  feed: 14 * DAY,
  suggestion: 30 * DAY,
};

/**
 * Opens what servers keep in `servers.jsonl`, for the process that has `dataDir`.
 * @throws UserError if the file is damaged or cannot be written to.
 */
export async function openServerStore(
  dataDir: string,
  clock: () => number = Date.now,
): Promise<ServerStore> {
  const { journal, items } = await openJournal<Note>(join(dataDir, 'servers.jsonl'), noteSchema);
  return serverStoreOn(journal, items, clock);
}

/** Keeps everything in memory, for as long as the process lives. */
export const memoryServerStore = (clock: () => number = Date.now): ServerStore =>
  serverStoreOn({ append: () => Promise.resolve(), rewrite: () => Promise.resolve() }, [], clock);

interface Kept {
  readonly settings: Map<string, ServerSettings>;
  readonly reports: Map<string, MistakeReport>;
  readonly cards: Map<string, ShownCard>;
  readonly tables: {
    readonly draft: KeptTable<Draft>;
    readonly feed: KeptTable<Feed>;
    readonly correction: KeptTable<Correction>;
  };
}

const never = (): boolean => false;

function keepNothing(clock: () => number): Kept {
  const isDraftOver = ({ kind, at }: Draft): boolean =>
    Date.parse(at) < clock() - DRAFT_LIVES[kind];
  return {
    settings: new Map(),
    reports: new Map(),
    cards: new Map(),
    tables: {
      draft: { rows: new Map(), isOver: isDraftOver },
      feed: { rows: new Map(), isOver: never },
      correction: { rows: new Map(), isOver: never },
    },
  };
}

function serverStoreOn(
  journal: Journal<Note>,
  items: readonly Note[],
  clock: () => number,
): ServerStore {
  const kept = keepNothing(clock);
  for (const item of items) apply(kept, item);
  let lines = items.length;
  let last: Promise<unknown> = Promise.resolve();
  // One change after the other: what is written is what was there when its turn came.
  const inTurn = <Result>(change: () => Promise<Result>): Promise<Result> => {
    const done = last.then(change);
    last = done.catch(() => undefined);
    return done;
  };
  const write = async (note: Note): Promise<void> => {
    await journal.append(note);
    apply(kept, note);
    lines += 1;
    // Written anew once most of the lines are of cards that are forgotten or have changed.
    if (lines > 1000 && lines > 2 * countOf(kept))
      // The note is safe already; what could not be written anew is with the next one.
      await rewrite().catch(() => undefined);
  };
  const rewrite = async (): Promise<void> => {
    for (const card of kept.cards.values()) if (isOld(card)) kept.cards.delete(card.messageId);
    sweep(kept.tables.draft);
    const notes = notesOf(kept);
    await journal.rewrite(notes);
    lines = notes.length;
  };
  const add = (note: Note): Promise<void> => inTurn(() => write(note));
  const isOld = ({ at }: ShownCard): boolean => Date.parse(at) < clock() - CARD_LIFE;
  return {
    settings: (guildId) => kept.settings.get(guildId) ?? DEFAULT_SETTINGS,
    saveSettings: (guildId, settings) =>
      add({ kind: 'settings', guildId, settings: { ...settings } }),
    reports: (guildId) => [...kept.reports.values()].filter((each) => each.guildId === guildId),
    reportsBy: (userId) =>
      [...kept.reports.values()].filter((each) => each.userId === userId).length,
    saveReport: (report) => add({ kind: 'report', report }),
    decideReport: (id, verdict) =>
      inTurn(async () => {
        const report = kept.reports.get(id);
        if (report === undefined || report.verdict !== undefined) return false;
        await write({ kind: 'report', report: { ...report, verdict } });
        return true;
      }),
    cards: () => [...kept.cards.values()].filter((card) => !isOld(card)),
    card: (messageId) => {
      const card = kept.cards.get(messageId);
      return card === undefined || isOld(card) ? undefined : card;
    },
    keepCard: (card) => add({ kind: 'card', card: { ...card, articles: { ...card.articles } } }),
    dropCard: (messageId) =>
      kept.cards.has(messageId) ? add({ kind: 'drop', messageId }) : Promise.resolve(),
    forgetMember: (userId) =>
      inTurn(async () => {
        const before = { reports: new Map(kept.reports), cards: new Map(kept.cards) };
        const own = [...kept.reports.values()].filter((report) => report.userId === userId);
        for (const report of own) forgetReporter(kept, report);
        for (const card of kept.cards.values())
          if (card.ownerId === userId) kept.cards.set(card.messageId, { ...card, ownerId: '' });
        await rewrite().catch((error: unknown) => {
          for (const [id, report] of before.reports) kept.reports.set(id, report);
          for (const [id, card] of before.cards) kept.cards.set(id, card);
          throw error;
        });
        return own.length;
      }),
    bringBack: (notes) =>
      inTurn(async () => {
        const missing = findMissing(notesOf(kept), notesOf(replay(notes, clock)));
        for (const note of missing) await write(note);
        return missing.length;
      }),
    drafts: serverTable(kept.tables.draft, inTurn, (id, row) =>
      write({ kind: 'row', table: 'draft', id, ...rowOf(row) }),
    ),
    feeds: serverTable(kept.tables.feed, inTurn, (id, row) =>
      write({ kind: 'row', table: 'feed', id, ...rowOf(row) }),
    ),
    corrections: serverTable(kept.tables.correction, inTurn, (id, row) =>
      write({ kind: 'row', table: 'correction', id, ...rowOf(row) }),
    ),
  };
}

/** What notes come to; what is none is left out. */
function replay(notes: readonly unknown[], clock: () => number): Kept {
  const kept = keepNothing(clock);
  for (const note of notes) {
    const { data } = noteSchema.safeParse(note);
    if (data) apply(kept, data);
  }
  return kept;
}

/** What a moderator upheld stays on the cards, without who reported it and in which words. */
function forgetReporter({ reports }: Kept, report: MistakeReport): void {
  if (report.verdict?.isUpheld === true)
    reports.set(report.id, { ...report, userId: '', detail: '' });
  else reports.delete(report.id);
}

function apply(kept: Kept, note: Note): void {
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

const rowOf = <Item extends Row>(row: Item | undefined): { readonly row?: Item } =>
  row === undefined ? {} : { row };

/** How many lines it takes to keep all that there is. */
const countOf = ({ cards, reports, settings, tables }: Kept): number =>
  [cards, reports, settings, ...Object.values(tables).map(({ rows }) => rows)].reduce(
    (sum, { size }) => sum + size,
    0,
  );

const notesOf = ({ settings, reports, cards, tables }: Kept): readonly Note[] => [
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
  ...Array.from(tables.draft.rows, ([id, row]): Note => ({ kind: 'row', table: 'draft', id, row })),
  ...Array.from(tables.feed.rows, ([id, row]): Note => ({ kind: 'row', table: 'feed', id, row })),
  ...Array.from(tables.correction.rows, ([id, row]): Note => ({
    kind: 'row',
    table: 'correction',
    id,
    row,
  })),
];

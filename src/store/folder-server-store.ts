import { join } from 'node:path';
import { LEAVE_OUT_NOTHING } from './erasing/erased-things.ts';
import { type Journal, openJournal } from './journal.ts';
import {
  CARD_LIFE,
  apply,
  becomeKept,
  copyKept,
  countOf,
  keepNothing,
  notesOf,
  replay,
  serversIn,
  trimCards,
} from './kept-notes.ts';
import { findMissing } from './backup/missing-notes.ts';
import {
  eraseArticleIn,
  eraseServerIn,
  forgetMemberIn,
  isMarked,
  leaveOutOf,
} from './erasing/server-erasing.ts';
import { type Note, noteSchema } from './server-note.ts';
import { DEFAULT_SETTINGS, type ServerStore, type ShownCard } from './server-store.ts';
import { type Row, serverTable, sweep } from './server-table.ts';

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

const TRIMMED_EVERY = 256;

function serverStoreOn(
  journal: Journal<Note>,
  items: readonly Note[],
  clock: () => number,
): ServerStore {
  const kept = keepNothing(clock);
  for (const item of items) apply(kept, item);
  trimCards(kept, isMarked);
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
    // Looked at now and then: to count them takes longer than to add one.
    if (lines % TRIMMED_EVERY === 0) trimCards(kept, isMarked);
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
  /** Changes what is kept so that nothing of what was is left in the file either. */
  const erasing = <Result>(change: () => Result): Promise<Result> =>
    inTurn(async () => {
      const before = copyKept(kept);
      const result = change();
      await rewrite().catch((error: unknown) => {
        becomeKept(kept, before);
        throw error;
      });
      return result;
    });
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
    keepCard: (card) => {
      const own = { ...card, articles: { ...card.articles } };
      return isMarked(kept.cards.get(card.messageId))
        ? erasing(() => void kept.cards.set(card.messageId, own))
        : add({ kind: 'card', card: own });
    },
    dropCard: (messageId) => {
      if (isMarked(kept.cards.get(messageId)))
        return erasing(() => void kept.cards.delete(messageId));
      return kept.cards.has(messageId) ? add({ kind: 'drop', messageId }) : Promise.resolve();
    },
    forgetMember: (userId) => erasing(() => forgetMemberIn(kept, userId)),
    eraseArticle: (article) => erasing(() => eraseArticleIn(kept, article)),
    eraseServer: (guildId) => erasing(() => eraseServerIn(kept, guildId)),
    known: () => serversIn(kept),
    left: () => Array.from(kept.left, ([guildId, at]) => ({ guildId, at })),
    noteLeft: (guildId, at) =>
      inTurn(async () => {
        if (kept.left.get(guildId) !== at)
          await write({ kind: 'left', guildId, ...(at === undefined ? {} : { at }) });
      }),
    bringBack: (notes, leftOut = LEAVE_OUT_NOTHING) =>
      inTurn(async () => {
        const saved = replay(notes, clock);
        // Where the bot is no more is for it to find out.
        saved.left.clear();
        const all = countOf(saved);
        leaveOutOf(saved, leftOut);
        const missing = findMissing(notesOf(kept), notesOf(saved));
        for (const note of missing) await write(note);
        return { added: missing.length, leftOut: all - countOf(saved) };
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

const rowOf = <Item extends Row>(row: Item | undefined): { readonly row?: Item } =>
  row === undefined ? {} : { row };

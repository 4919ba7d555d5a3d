import { findMissing } from './backup/missing-notes.ts';
import { LEAVE_OUT_NOTHING } from './erasing/erased-things.ts';
import {
  eraseArticleIn,
  eraseServerIn,
  forgetMemberIn,
  isMarked,
  leaveOutOf,
} from './erasing/server-erasing.ts';
import {
  CARD_LIFE,
  becomeKept,
  copyKept,
  countOf,
  notesOf,
  replay,
  serversIn,
  trimCards,
} from './kept-notes.ts';
import type { NoteLog, Pen } from './note-log.ts';
import type { Note } from './server-note.ts';
import { DEFAULT_SETTINGS, type ServerStore, type ShownCard } from './server-store.ts';
import { type TableChange, serverTable, sweep } from './server-table.ts';

/** After so many changes it is looked whether a server has too many cards: to count them takes a while. */
const TRIMMED_EVERY = 256;

/** What servers keep, by a log of notes: one change after the other, and what it is in memory. */
export function keepServers(log: NoteLog, clock: () => number = Date.now): ServerStore {
  const { kept } = log;
  let changes = 0;
  trimCards(kept, isMarked);
  const isOld = ({ at }: ShownCard): boolean => Date.parse(at) < clock() - CARD_LIFE;
  const rewrite = (pen: Pen): Promise<void> => {
    for (const card of kept.cards.values()) if (isOld(card)) kept.cards.delete(card.messageId);
    sweep(kept.tables.draft);
    return pen.rewrite();
  };
  const change = async <Result>(work: (pen: Pen) => Promise<Result>): Promise<Result> => {
    const result = await log.change(work);
    changes += 1;
    if (changes % TRIMMED_EVERY === 0) trimCards(kept, isMarked);
    // Written anew once most of the notes are of cards that are forgotten or have changed. What was
    // changed is safe already; what could not be written anew is with the next change.
    if (isLong())
      await log.change(async (pen) => (isLong() ? rewrite(pen) : undefined)).catch(noop);
    return result;
  };
  const isLong = (): boolean => log.size > 1000 && log.size > 2 * countOf(kept);
  /** Changes what is kept so that nothing of what was is left in the log either. */
  const erasing = async <Result>(erase: () => Result): Promise<Result> => {
    const before: { kept?: ReturnType<typeof copyKept> } = {};
    try {
      return await log.change(async (pen) => {
        before.kept = copyKept(kept);
        const result = erase();
        await rewrite(pen);
        return result;
      });
    } catch (error) {
      if (before.kept !== undefined) becomeKept(kept, before.kept);
      throw error;
    }
  };
  const add = (note: Note): Promise<void> => change((pen) => pen.append(note));
  const writer =
    <Item>(noteOf: (id: string, row: Written<Item>) => Note): TableChange<Item> =>
    (work) =>
      change((pen) => work((id, row) => pen.append(noteOf(id, rowOf(row)))));
  return {
    settings: (guildId) => kept.settings.get(guildId) ?? DEFAULT_SETTINGS,
    saveSettings: (guildId, settings) =>
      add({ kind: 'settings', guildId, settings: { ...settings } }),
    reports: (guildId) => [...kept.reports.values()].filter((each) => each.guildId === guildId),
    reportsBy: (userId) =>
      [...kept.reports.values()].filter((each) => each.userId === userId).length,
    saveReport: (report) => add({ kind: 'report', report }),
    decideReport: (id, verdict) =>
      change(async (pen) => {
        const report = kept.reports.get(id);
        if (report === undefined || report.verdict !== undefined) return false;
        await pen.append({ kind: 'report', report: { ...report, verdict } });
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
      change(async (pen) => {
        if (kept.left.get(guildId) !== at)
          await pen.append({ kind: 'left', guildId, ...(at === undefined ? {} : { at }) });
      }),
    bringBack: (notes, leftOut = LEAVE_OUT_NOTHING) =>
      change(async (pen) => {
        const saved = replay(notes, clock);
        // Where the bot is no more is for it to find out.
        saved.left.clear();
        const all = countOf(saved);
        leaveOutOf(saved, leftOut);
        const missing = findMissing(notesOf(kept), notesOf(saved));
        for (const note of missing) await pen.append(note);
        return { added: missing.length, leftOut: all - countOf(saved) };
      }),
    drafts: serverTable(
      kept.tables.draft,
      writer((id, row) => ({ kind: 'row', table: 'draft', id, ...row })),
    ),
    feeds: serverTable(
      kept.tables.feed,
      writer((id, row) => ({ kind: 'row', table: 'feed', id, ...row })),
    ),
    corrections: serverTable(
      kept.tables.correction,
      writer((id, row) => ({ kind: 'row', table: 'correction', id, ...row })),
    ),
  };
}

/** Left out where it was taken out. */
interface Written<Item> {
  readonly row?: Item;
}

const rowOf = <Item>(row: Item | undefined): Written<Item> => (row === undefined ? {} : { row });

const noop = (): void => undefined;

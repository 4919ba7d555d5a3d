import { join } from 'node:path';
import * as z from 'zod';
import { type Journal, openJournal } from './journal.ts';
import { findMissing } from './missing-notes.ts';
import {
  DEFAULT_SETTINGS,
  MISTAKES,
  type MistakeReport,
  type ServerSettings,
  type ServerStore,
  type ShownCard,
} from './server-store.ts';

const settingsSchema = z.object({
  kind: z.literal('settings'),
  guildId: z.string(),
  settings: z.object({
    language: z.string().optional(),
    channels: z.array(z.string()).readonly(),
    cooldown: z.number(),
    logChannel: z.string().optional(),
    mentions: z.boolean(),
  }),
});

const reportSchema = z.object({
  kind: z.literal('report'),
  report: z.object({
    id: z.string(),
    guildId: z.string(),
    userId: z.string(),
    at: z.string(),
    mistake: z.enum(MISTAKES),
    detail: z.string(),
    places: z.array(z.string()).readonly(),
    card: z.object({ channelId: z.string(), messageId: z.string() }).optional(),
    verdict: z
      .object({ isUpheld: z.boolean(), by: z.string(), at: z.string(), reason: z.string() })
      .optional(),
  }),
});

const cardSchema = z.object({
  kind: z.literal('card'),
  card: z.object({
    guildId: z.string(),
    channelId: z.string(),
    messageId: z.string(),
    ownerId: z.string(),
    at: z.string(),
    articles: z.record(z.string(), z.string()),
    upheld: z.array(z.string()).readonly().optional(),
    isShared: z.boolean().optional(),
  }),
});

const dropSchema = z.object({ kind: z.literal('drop'), messageId: z.string() });

export const noteSchema = z.discriminatedUnion('kind', [
  settingsSchema,
  reportSchema,
  cardSchema,
  dropSchema,
]);

/** One line of `servers.jsonl`; a later one replaces an earlier one of the same thing. */
type Note = z.output<typeof noteSchema>;

/** How long the id of a card is kept, in milliseconds. */
const CARD_LIFE = 30 * 24 * 3_600_000;

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
}

function serverStoreOn(
  journal: Journal<Note>,
  items: readonly Note[],
  clock: () => number,
): ServerStore {
  const kept: Kept = { settings: new Map(), reports: new Map(), cards: new Map() };
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
    if (lines > 1000 && lines > 2 * (kept.cards.size + kept.reports.size + kept.settings.size))
      // The note is safe already; what could not be written anew is with the next one.
      await rewrite().catch(() => undefined);
  };
  const rewrite = async (): Promise<void> => {
    for (const card of kept.cards.values()) if (isOld(card)) kept.cards.delete(card.messageId);
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
        const missing = findMissing(notesOf(kept), notesOf(replay(notes)));
        for (const note of missing) await write(note);
        return missing.length;
      }),
  };
}

/** What notes come to; what is none is left out. */
function replay(notes: readonly unknown[]): Kept {
  const kept: Kept = { settings: new Map(), reports: new Map(), cards: new Map() };
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
    default:
      note satisfies never;
  }
}

const notesOf = ({ settings, reports, cards }: Kept): readonly Note[] => [
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
];

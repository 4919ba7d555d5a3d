import * as z from 'zod';
import { ORIGIN_KINDS } from '../article/provenance.ts';
import { MISTAKES } from './server-store.ts';

// The lines of `servers.jsonl`. A later one replaces an earlier one of the same thing.

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
      .object({
        isUpheld: z.boolean(),
        by: z.string(),
        at: z.string(),
        reason: z.string(),
        corrected: z
          .object({ was: z.string().exactOptional(), is: z.string().exactOptional() })
          .exactOptional(),
      })
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

/** Since when the bot is in a server no more; left out where it is. */
const leftSchema = z.object({
  kind: z.literal('left'),
  guildId: z.string(),
  at: z.string().exactOptional(),
});

const sourceSchema = z.object({
  kind: z.enum(ORIGIN_KINDS),
  host: z.string().exactOptional(),
});

const draftSchema = z.object({
  id: z.string(),
  guildId: z.string(),
  kind: z.enum(['draft', 'suggestion', 'feed']),
  by: z.string(),
  at: z.string(),
  source: z.string(),
  from: sourceSchema,
  warnings: z.array(z.string()).readonly(),
  isUnshown: z.literal(true).exactOptional(),
  revises: z.string().exactOptional(),
  revisesAt: z.number().exactOptional(),
  feedId: z.string().exactOptional(),
  alikeTo: z.string().exactOptional(),
  group: z.string().exactOptional(),
  decided: z.object({ by: z.string(), at: z.string(), isSaved: z.boolean() }).exactOptional(),
});

const feedSchema = z.object({
  id: z.string(),
  guildId: z.string(),
  url: z.string(),
  title: z.string(),
  mode: z.enum(['queue', 'save']),
  by: z.string(),
  at: z.string(),
  paused: z.enum(['moderator', 'busy', 'gone']).exactOptional(),
  state: z.object({
    etag: z.string().exactOptional(),
    lastModified: z.string().exactOptional(),
    seen: z.array(z.string()).readonly(),
    failures: z.number(),
    nextAt: z.string(),
    today: z.object({ day: z.string(), count: z.number() }),
    minutes: z.number().exactOptional(),
    isUnread: z.literal(true).exactOptional(),
  }),
});

const decidedSchema = z.object({
  ruling: z.json(),
  by: z.string(),
  at: z.string(),
  reason: z.string(),
  reversals: z.number(),
});

const correctionSchema = decidedSchema.extend({
  id: z.string(),
  guildId: z.string(),
  shelf: z.string(),
  article: z.string(),
  fact: z.string(),
  isContested: z.literal(true).exactOptional(),
  until: z.string().exactOptional(),
  held: decidedSchema.exactOptional(),
  earlier: z.array(z.object({ by: z.string(), at: z.string(), reason: z.string() })).readonly(),
});

const rowSchema = z.discriminatedUnion('table', [
  tableSchema('draft', draftSchema),
  tableSchema('feed', feedSchema),
  tableSchema('correction', correctionSchema),
]);

function tableSchema<Name extends string, Item extends z.ZodType>(name: Name, row: Item) {
  return z.object({
    kind: z.literal('row'),
    table: z.literal(name),
    id: z.string(),
    /** Left out where it was taken out. */
    row: row.exactOptional(),
  });
}

export const noteSchema = z.union([
  z.discriminatedUnion('kind', [settingsSchema, reportSchema, cardSchema, dropSchema, leftSchema]),
  rowSchema,
]);

/** One line of `servers.jsonl`; a later one replaces an earlier one of the same thing. */
export type Note = z.output<typeof noteSchema>;

import * as z from 'zod';

// A backup is a zip of lines of JSON:
//
//   shelves/base/log.jsonl    whole lines of the log, as they are
//   bodies/0000.jsonl         { "id": "3fa9…", "source": "---\ntitle: …" }, some megabytes an entry
//   servers.jsonl             and other files of notes, whole lines, as they are
//   manifest.json             last: what every entry must be, byte for byte

/** Since 2, logs have records of kind `erased`. */
export const BACKUP_FORMAT = 2;

/** The names that an entry may have; none leads outside a folder. */
export const LOG_ENTRY = /^shelves\/(base|\d{1,20})\/log\.jsonl$/u;
export const BODIES_ENTRY = /^bodies\/\d{4}\.jsonl$/u;
export const NOTES_ENTRY = /^[a-z][a-z-]{0,40}\.jsonl$/u;
export const MANIFEST = 'manifest.json';

export const isEntryName = (name: string): boolean =>
  name === MANIFEST || [LOG_ENTRY, BODIES_ENTRY, NOTES_ENTRY].some((pattern) => pattern.test(name));

/** How much a zip may unpack to, whatever it claims. */
export interface Limits {
  readonly entries: number;
  readonly entryBytes: number;
  /** Of all entries. */
  readonly bytes: number;
}

export const LIMITS: Limits = {
  entries: 60_000,
  entryBytes: 536_870_912,
  bytes: 17_179_869_184,
};

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

export const manifestSchema = z.object({
  format: z.int().positive(),
  /** ISO 8601, UTC. */
  at: z.string(),
  entries: z.record(z.string(), z.object({ size: z.int().nonnegative(), sha256 })),
  /** Bodies that a log names and that were not there any more. */
  lost: z.array(sha256),
});

/** What a backup says of itself. */
export type Manifest = z.output<typeof manifestSchema>;

export const bodySchema = z.object({ id: sha256, source: z.string() });

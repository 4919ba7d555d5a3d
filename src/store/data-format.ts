import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { UserError } from '../article/user-error.ts';
import { replaceFile } from './durable-file.ts';
import { ifPresent } from './file-error.ts';

/**
 * How this version writes DATA_DIR; one more when an older version could no longer read it. Since 2, logs
 * have records of kind `erased`.
 */
const DATA_FORMAT = 2;

const formatSchema = z.object({ format: z.int().positive() });

/**
 * Looks whether this version can read DATA_DIR; one that does not say how it was written is new, or from
 * before it said so.
 * @throws UserError if a newer version wrote it: this one would lose what it does not know.
 */
export async function checkFormat(dataDir: string): Promise<void> {
  await readCheckedFormat(dataDir);
}

/** Undefined where none is noted. */
async function readCheckedFormat(dataDir: string): Promise<number | undefined> {
  const path = join(dataDir, 'format.json');
  const text = await ifPresent(readFile(path, 'utf8'));
  if (text === undefined) return undefined;
  const format = readFormat(text);
  if (format === undefined)
    throw new UserError(`${path} is damaged. Delete it if no newer Verbatim has used ${dataDir}.`);
  if (format <= DATA_FORMAT) return format;
  throw new UserError(
    `${dataDir} was written by a newer Verbatim (format ${String(format)}; this one knows ` +
      `${String(DATA_FORMAT)}). Run that version, or set DATA_DIR to another folder.`,
  );
}

/** Checks the format, and notes ours where none or an older one is noted. */
export async function claimFormat(dataDir: string): Promise<void> {
  if ((await readCheckedFormat(dataDir)) === DATA_FORMAT) return;
  const note = Buffer.from(`${JSON.stringify({ format: DATA_FORMAT })}\n`);
  await replaceFile(join(dataDir, 'format.json'), note);
}

function readFormat(text: string): number | undefined {
  try {
    return formatSchema.safeParse(JSON.parse(text)).data?.format;
  } catch {
    return undefined;
  }
}

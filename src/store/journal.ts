import { readFile, stat } from 'node:fs/promises';
import type * as z from 'zod';
import { UserError } from '../article/user-error.ts';
import { appendSafely, cutFile, replaceFile } from './durable-file.ts';
import { explainUse, explainWrite, ifPresent } from './file-error.ts';

/** Records in a file, a line of JSON each. One call at a time; whoever has several puts them in order. */
export interface Journal<Item> {
  /** Returns when the record is safe on the disk. */
  append(item: Item): Promise<void>;
  /** Replaces all records at once, in one step. */
  rewrite(items: readonly Item[]): Promise<void>;
}

/**
 * Opens a journal with the records that it holds, oldest first; a last line that a killed process
 * left half written is cut off before anything is added.
 * @throws UserError if it is damaged before its end.
 */
export async function openJournal<Item>(
  path: string,
  schema: z.ZodType<Item>,
): Promise<{ readonly journal: Journal<Item>; readonly items: readonly Item[] }> {
  const text =
    (await ifPresent(readFile(path, 'utf8')).catch((error: unknown) => {
      throw explainUse(error, path);
    })) ?? '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  // The file up to here is whole lines; whether there may be half a line after them.
  let size = Buffer.byteLength(whole);
  let isSure = whole === text;
  // Whether the file may have been replaced by one of another size, which a failure hid.
  let isReplaced = false;
  const cutTorn = async (): Promise<void> => {
    if (isReplaced) size = (await ifPresent(stat(path)))?.size ?? 0;
    isReplaced = false;
    if (!isSure) await cutFile(path, size);
    isSure = true;
  };
  const append = async (item: Item): Promise<void> => {
    const line = bytesOf([item]);
    await cutTorn();
    isSure = false;
    await appendSafely(path, line, size);
    size += line.length;
    isSure = true;
  };
  const rewrite = async (items: readonly Item[]): Promise<void> => {
    await cutTorn();
    const bytes = bytesOf(items);
    // The old file or the new one, which even a failure leaves whole.
    isReplaced = true;
    await replaceFile(path, bytes);
    isReplaced = false;
    size = bytes.length;
  };
  const explained = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      throw explainWrite(error, path);
    });
  const journal: Journal<Item> = {
    append: (item) => explained(append(item)),
    rewrite: (items) => explained(rewrite(items)),
  };
  return { journal, items: readItems(path, whole, schema) };
}

const bytesOf = (items: readonly unknown[]): Uint8Array =>
  Buffer.from(items.map((item) => `${JSON.stringify(item)}\n`).join(''));

/** @param lines each with its line end */
function readItems<Item>(path: string, lines: string, schema: z.ZodType<Item>): readonly Item[] {
  return lines
    .split('\n')
    .slice(0, -1)
    .map((line, at) => {
      const item = readItem(line, schema);
      if (item !== undefined) return item;
      throw new UserError(
        `${path} is damaged at line ${String(at + 1)}. Put back a copy of it from a backup, or ` +
          'take the line out; what it held is then forgotten.',
      );
    });
}

function readItem<Item>(line: string, schema: z.ZodType<Item>): Item | undefined {
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

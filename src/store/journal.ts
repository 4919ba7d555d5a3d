import { readFile } from 'node:fs/promises';
import type * as z from 'zod';
import { UserError } from '../article/user-error.ts';
import { appendSafely, replaceFile } from './durable-file.ts';
import { explainWrite, ifPresent } from './file-error.ts';

/** Records in a file, a line of JSON each. */
export interface Journal<Item> {
  /** Returns when the record is safe on the disk; records are written in the order given. */
  append(item: Item): Promise<void>;
  /** Replaces all records at once, in one step. */
  rewrite(items: readonly Item[]): Promise<void>;
}

/**
 * Opens a journal with the records that it holds, oldest first; a last line that a killed process
 * left half written is cut off.
 * @throws UserError if it is damaged before its end.
 */
export async function openJournal<Item>(
  path: string,
  schema: z.ZodType<Item>,
): Promise<{ readonly journal: Journal<Item>; readonly items: readonly Item[] }> {
  const { items, isTorn } = readItems(path, await ifPresent(readFile(path, 'utf8')), schema);
  let last: Promise<unknown> = Promise.resolve();
  // Whether the file may end in half a line; if so, it is written anew before anything is added.
  let isSure = !isTorn;
  let kept = [...items];
  const write = async (records: readonly Item[]): Promise<void> => {
    isSure = false;
    await replaceFile(path, bytesOf(records));
    kept = [...records];
    isSure = true;
  };
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work).catch((error: unknown) => {
      throw explainWrite(error, path);
    });
    last = done.catch(() => undefined);
    return done;
  };
  const journal: Journal<Item> = {
    append: (item) =>
      inTurn(async () => {
        if (!isSure) await write(kept);
        isSure = false;
        await appendSafely(path, bytesOf([item]));
        kept.push(item);
        isSure = true;
      }),
    rewrite: (records) => inTurn(() => write(records)),
  };
  return { journal, items };
}

const bytesOf = (items: readonly unknown[]): Uint8Array =>
  Buffer.from(items.map((item) => `${JSON.stringify(item)}\n`).join(''));

function readItems<Item>(
  path: string,
  text: string | undefined,
  schema: z.ZodType<Item>,
): { readonly items: readonly Item[]; readonly isTorn: boolean } {
  const lines = (text ?? '').split('\n');
  const torn = lines.pop() ?? '';
  const items = lines.map((line, at) => {
    const item = readItem(line, schema);
    if (item === undefined)
      throw new UserError(
        `${path} is damaged at line ${String(at + 1)}. Put back a copy of it from a backup, or ` +
          'take the line out; what it held is then forgotten.',
      );
    return item;
  });
  return { items, isTorn: torn !== '' };
}

function readItem<Item>(line: string, schema: z.ZodType<Item>): Item | undefined {
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, replaceFile } from './durable-file.ts';
import { ifPresent } from './file-error.ts';

/** The SHA-256 of a file's bytes, in hexadecimal: what log records call a body by. */
export const bodyId = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Every version that any article's file has had, whole, by its id. */
export interface Bodies {
  /** Keeps the bytes, safe on the disk, and gives their id. */
  put(bytes: Uint8Array): Promise<string>;
  /** Undefined if there are none, or if they are no longer what was put. */
  get(id: string): Promise<Uint8Array | undefined>;
}

/** Bodies in a folder, each in a file of its own: `3f/3fa9…`. */
export function openBodies(folder: string): Bodies {
  const pathOf = (id: string): string => join(folder, id.slice(0, 2), id);
  const get = async (id: string): Promise<Uint8Array | undefined> => {
    const bytes = await ifPresent(readFile(pathOf(id)));
    return bytes && bodyId(bytes) === id ? bytes : undefined;
  };
  const put = async (bytes: Uint8Array): Promise<string> => {
    const id = bodyId(bytes);
    if (await get(id)) return id;
    await makeFolder(join(folder, id.slice(0, 2)));
    await replaceFile(pathOf(id), bytes);
    return id;
  };
  return { put, get };
}

/** Bodies for one who may only read: what is put is kept in memory, over what the folder has. */
export function overlayBodies(under: Bodies | undefined): Bodies {
  const kept = new Map<string, Uint8Array>();
  return {
    put: (bytes) => {
      const id = bodyId(bytes);
      kept.set(id, bytes);
      return Promise.resolve(id);
    },
    get: async (id) => kept.get(id) ?? (await under?.get(id)),
  };
}

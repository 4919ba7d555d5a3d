import { hash } from 'node:crypto';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder, sweepTemporary, syncFolder, writeBeside } from './durable-file.ts';
import { ifPresent } from './file-error.ts';
import { mapParallel } from './parallel.ts';

/** The SHA-256 of a file's bytes, in hexadecimal: what log records call a body by. */
export const bodyId = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** Every version that any article's file has had, whole, by its id. */
export interface Bodies {
  /** Keeps them, and returns when they are safe on the disk. */
  put(bodies: readonly Uint8Array[]): Promise<void>;
  /** Undefined if there are none, or if they are no longer what was put. */
  get(id: string): Promise<Uint8Array | undefined>;
  /** Removes them for good; those that are not there do no harm. */
  remove(ids: readonly string[]): Promise<void>;
}

/** Bodies in a folder, each in a file of its own: `3f/3fa9…`. */
export function openBodies(folder: string): Bodies {
  const pathOf = (id: string): string => join(folder, id.slice(0, 2), id);
  const get = async (id: string): Promise<Uint8Array | undefined> => {
    const bytes = await ifPresent(readFile(pathOf(id)));
    return bytes && bodyId(bytes) === id ? bytes : undefined;
  };
  const putOne = async (bytes: Uint8Array): Promise<void> => {
    const id = bodyId(bytes);
    if (await get(id)) return;
    await makeFolder(dirname(pathOf(id)));
    const temporary = await writeBeside(dirname(pathOf(id)), bytes);
    try {
      await rename(temporary, pathOf(id));
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  };
  const put = async (bodies: readonly Uint8Array[]): Promise<void> => {
    await mapParallel(bodies, putOne);
    const folders = new Set(bodies.map((bytes) => dirname(pathOf(bodyId(bytes)))));
    await mapParallel([...folders], syncFolder);
  };
  const remove = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) await rm(pathOf(id), { force: true });
    const folders = new Set(ids.map((id) => dirname(pathOf(id))));
    for (const each of folders) if (await ifPresent(stat(each))) await syncFolder(each);
  };
  return { put, get, remove };
}

/** Removes what a killed process left half written among the bodies. */
export async function sweepBodies(folder: string): Promise<void> {
  const folders = (await ifPresent(readdir(folder))) ?? [];
  await mapParallel(folders, (name) => sweepTemporary(join(folder, name)));
}

/** Bodies for one who may only read: what is put is kept in memory, over what the folder has. */
export function overlayBodies(under: Bodies | undefined): Bodies {
  const kept = new Map<string, Uint8Array>();
  return {
    put: (bodies) => {
      for (const bytes of bodies) kept.set(bodyId(bytes), bytes);
      return Promise.resolve();
    },
    get: async (id) => kept.get(id) ?? (await under?.get(id)),
    remove: () => Promise.reject(new Error('bodies that are only read cannot be removed')),
  };
}

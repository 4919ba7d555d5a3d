import { codeOf, explainUse } from '../file-error.ts';
import { UserError } from '../../article/user-error.ts';
import {
  BACKUP_FORMAT,
  LIMITS,
  type Limits,
  type Manifest,
  MANIFEST,
  manifestSchema,
} from './backup-format.ts';
import { readZip, type Seal, sealOf } from './zip-file.ts';

/**
 * Reads a backup through, and gives what it says of itself once all of it is what it says.
 * @throws UserError if it is not, with what to do.
 */
export async function verifyBackup(path: string, limits = LIMITS): Promise<Manifest> {
  const seals = new Map<string, Seal>();
  let manifest: Manifest | undefined;
  await readEntries(path, limits, (name, bytes) => {
    if (seals.has(name) || manifest !== undefined) throw damaged(path, `it has ${name} twice`);
    if (name === MANIFEST) manifest = readManifest(path, bytes);
    else seals.set(name, sealOf(bytes));
    return Promise.resolve();
  });
  if (manifest === undefined) throw damaged(path, 'its end is missing');
  const expected = Object.entries(manifest.entries);
  if (expected.length !== seals.size) throw damaged(path, 'an entry is missing or too many');
  for (const [name, seal] of expected)
    if (!isSame(seals.get(name), seal)) throw damaged(path, `${name} is not what was written`);
  return manifest;
}

/**
 * Gives the entries of a backup that was verified, one after the other, without the manifest.
 * @throws UserError if one is not what the manifest says, any more.
 */
export async function readBackup(
  path: string,
  manifest: Manifest,
  take: (name: string, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  await readEntries(path, LIMITS, async (name, bytes) => {
    if (name === MANIFEST) return;
    if (!isSame(manifest.entries[name], sealOf(bytes)))
      throw damaged(path, `${name} is not what was written`);
    await take(name, bytes);
  });
}

async function readEntries(
  path: string,
  limits: Limits,
  take: (name: string, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  try {
    await readZip(path, take, limits);
  } catch (error) {
    if (codeOf(error) === 'ENOENT')
      throw new UserError(`There is no file ${path}; check its name.`, { cause: error });
    if (error instanceof UserError && !error.message.includes(path))
      throw new UserError(`${path}: ${error.message}`, { cause: error });
    throw explainUse(error, path);
  }
}

const isSame = (a: Seal | undefined, b: Seal): boolean =>
  a?.size === b.size && a.sha256 === b.sha256;

function readManifest(path: string, bytes: Uint8Array): Manifest {
  const manifest = parseManifest(bytes);
  if (manifest === undefined) throw damaged(path, 'its manifest cannot be read');
  if (manifest.format <= BACKUP_FORMAT) return manifest;
  throw new UserError(`${path} was made by a newer Verbatim; restore it with that version.`);
}

function parseManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(Buffer.from(bytes).toString())).data;
  } catch {
    return undefined;
  }
}

const damaged = (path: string, what: string): UserError =>
  new UserError(`${path} is damaged: ${what}. Use another backup.`);

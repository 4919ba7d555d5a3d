import { randomUUID } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import * as z from 'zod';
import { UserError } from '../article/user-error.ts';
import { replaceFile } from './durable-file.ts';
import { codeOf, explainUse, explainWrite } from './file-error.ts';

export interface FolderLock {
  /** False once another process has taken the folder: after a long sleep of the machine, say. */
  readonly isHeld: () => boolean;
  release(): Promise<void>;
}

/** Another process has the folder. */
export class FolderInUseError extends UserError {
  override name = 'FolderInUseError';
}

/** A lock that its holder has not touched for so long is free for the taking. */
const STALE_MILLISECONDS = 10_000;
const RETRY_MILLISECONDS = 100;
/** A new lock is dated up to a second ahead, which is how the clock of its file system is tried out. */
const PATIENCE_MILLISECONDS = STALE_MILLISECONDS + 2000;

const ownerSchema = z.object({ process: z.int(), host: z.string(), run: z.string() });
type Owner = z.output<typeof ownerSchema>;

const SELF: Owner = { process: process.pid, host: hostname(), run: randomUUID() };

/** The locks that this process has or is about to take; one with our name besides is left over. */
const held = new Set<string>();

/**
 * Takes a folder for this process alone. A lock whose holder was killed is taken over at once if
 * that can be told, else after ten seconds.
 * @throws UserError if another process has the folder, or if it cannot be written to.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const ownerFile = join(folder, 'owner.json');
  const lockPath = join(folder, 'lock');
  let isHeld = true;
  const options = {
    lockfilePath: lockPath,
    stale: STALE_MILLISECONDS,
    onCompromised: () => {
      isHeld = false;
    },
  };
  const isOurs = held.has(lockPath);
  if (!isOurs) held.add(lockPath);
  const unlock = await take(() => lock(folder, options), lockPath, ownerFile, isOurs).catch(
    (error: unknown) => {
      if (!isOurs) held.delete(lockPath);
      throw error;
    },
  );
  const release = async (): Promise<void> => {
    // What cannot be given back in order is taken away: it would keep this very process out.
    try {
      if (isHeld) await unlock().catch(() => rm(lockPath, { recursive: true, force: true }));
    } catch (error) {
      throw explainUse(error, lockPath);
    } finally {
      isHeld = false;
      held.delete(lockPath);
    }
  };
  try {
    await replaceFile(ownerFile, Buffer.from(JSON.stringify(SELF)));
  } catch (error) {
    await release().catch(() => undefined);
    throw explainWrite(error, ownerFile);
  }
  return { isHeld: () => isHeld, release };
}

type Unlock = () => Promise<void>;

async function take(
  attempt: () => Promise<Unlock>,
  lockPath: string,
  ownerFile: string,
  isOurs: boolean,
): Promise<Unlock> {
  const isLeft = (owner: Owner): boolean => isGone(owner) || (owner.run === SELF.run && !isOurs);
  let lastSeen: string | undefined;
  for (let waited = 0; ; waited += RETRY_MILLISECONDS) {
    try {
      return await attempt();
    } catch (error) {
      if (codeOf(error) !== 'ELOCKED') throw explainWrite(error, lockPath);
    }
    const owner = await readOwner(ownerFile);
    // Seen twice, because whoever has only just taken the lock has yet to write its name.
    const seen = `${owner?.run ?? ''} ${await birthOf(lockPath)}`;
    if (owner && isLeft(owner) && seen === lastSeen)
      await rm(lockPath, { recursive: true, force: true });
    else if ((owner && !isLeft(owner) && isAlive(owner)) || waited > PATIENCE_MILLISECONDS)
      throw inUse(lockPath, owner);
    lastSeen = seen;
    await wait(RETRY_MILLISECONDS);
  }
}

/** Tells a lock from one that another process has taken since in its place. */
async function birthOf(lockPath: string): Promise<string> {
  const stats = await stat(lockPath, { bigint: true }).catch(() => undefined);
  return `${String(stats?.ino)} ${String(stats?.birthtimeNs)}`;
}

async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    return ownerSchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

const isHere = ({ host }: Owner): boolean => host === SELF.host;

/** Killed, on this machine. */
const isGone = (owner: Owner): boolean => isHere(owner) && !runs(owner.process);

/** In a container every process may have the same number, so ours proves nothing but our own run. */
const isAlive = (owner: Owner): boolean =>
  owner.process === SELF.process ? owner.run === SELF.run : isHere(owner) && runs(owner.process);

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function inUse(lockPath: string, owner: Owner | undefined): FolderInUseError {
  const who = owner ? ` (process ${String(owner.process)} on ${owner.host})` : '';
  return new FolderInUseError(
    `Another Verbatim${who} is using this DATA_DIR: it holds ${lockPath}. Stop it first, or set ` +
      'DATA_DIR to another folder.',
  );
}

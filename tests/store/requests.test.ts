import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { UserError } from '../../src/article/user-error.ts';
import { type FolderLock, lockFolder } from '../../src/store/folder-lock.ts';
import {
  doOrRequest,
  requestHandler,
  type RequestHandlers,
  watchRequests,
} from '../../src/store/requests.ts';
import { type Folders, makeFolders } from './temporary-folder.ts';

let folders: Folders;
let lock: FolderLock;
let stop: () => Promise<void> = () => Promise.resolve();
let faults: unknown[];
let order: string[];

const handlers: RequestHandlers = {
  greet: requestHandler(
    z.object({ kind: z.literal('greet'), name: z.string() }),
    async ({ name }) => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push(`${name} ends`);
      return `Hello ${name}.`;
    },
  ),
  refuse: () => Promise.reject(new UserError('Not today; come back tomorrow.')),
  fail: () => Promise.reject(new TypeError('secret')),
};

beforeEach(async () => {
  folders = await makeFolders();
  await mkdir(folders.dataDir);
  lock = await lockFolder(folders.dataDir);
  [faults, order] = [[], []];
  stop = await watchRequests(folders.dataDir, handlers, (error) => faults.push(error));
});

afterEach(async () => {
  await stop();
  await lock.release();
  await folders.clear();
});

/** Finds the lock taken as long as this very process holds it. */
const ask = (request: { kind: string; name?: string }): Promise<string> =>
  doOrRequest(folders.dataDir, request, async () => {
    const own = await lockFolder(folders.dataDir);
    await own.release();
    return 'Done here.';
  });

const requests = (): string => join(folders.dataDir, 'requests');

describe('a request', () => {
  it('is carried out by the process that has the folder, and leaves nothing behind', async () => {
    expect(await ask({ kind: 'greet', name: 'Mia' })).toBe('Hello Mia.');
    expect(await readdir(requests())).toEqual([]);
  });

  it('waits until those before it are carried out', async () => {
    await Promise.all(['a', 'b', 'c'].map((name) => ask({ kind: 'greet', name })));
    expect(order.filter((_each, at) => at % 2 === 0)).toEqual(
      order.filter((_each, at) => at % 2 === 1).map((each) => each.replace('ends', 'begins')),
    );
  });

  it.each([
    [{ kind: 'refuse' }, 'come back tomorrow'],
    [{ kind: 'greet' }, 'does not fit'],
    [{ kind: 'toString' }, 'knows no request "toString"'],
    [{ kind: 'fail' }, 'the log of the bot has more'],
  ])('%j is told why it cannot be carried out', async (request, said) => {
    await expect(ask(request)).rejects.toThrow(said);
    await expect(ask(request)).rejects.toBeInstanceOf(UserError);
    expect(faults.length > 0).toBe(request.kind === 'fail');
  });

  it('that is no request is answered, too', async () => {
    await writeFile(join(requests(), '0.json'), '{"kind":');
    await expect.poll(() => readdir(requests())).toEqual(['0.done.json']);
  });

  it('is carried out here where nobody has the folder', async () => {
    await lock.release();
    expect(await ask({ kind: 'greet', name: 'Mia' })).toBe('Done here.');
  });

  it('is taken back and carried out here where the process ends first', async () => {
    await stop();
    const asking = ask({ kind: 'greet', name: 'Mia' });
    while ((await readdir(requests())).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await lock.release();
    expect(await asking).toBe('Done here.');
    expect(order).toEqual([]);
    expect(await readdir(requests())).toEqual([]);
  });

  it('that was left by a process that was killed is carried out by the next', async () => {
    await stop();
    const asking = ask({ kind: 'greet', name: 'Mia' });
    stop = await watchRequests(folders.dataDir, handlers, (error) => faults.push(error));
    expect(await asking).toBe('Hello Mia.');
  });
});

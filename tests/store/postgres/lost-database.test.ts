import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/postgres/database.ts';
import { openDatabaseStores } from '../../../src/store/postgres/open.ts';
import { DEFAULT_SETTINGS } from '../../../src/store/server-store.ts';
import { bodiesOf, put } from '../edits.ts';
import { report } from '../server-store-contract.ts';
import { openCuttingProxy } from './cutting-proxy.ts';
import { type TestServer, startServer, withConnection } from './server.ts';

let server: TestServer;
let url: string;

const fail = (error: unknown): never => {
  throw error;
};

const SOON = { timeout: 10_000 };

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.stop());

beforeEach(async () => {
  url = await server.makeUrl();
});

describe('a lost database', () => {
  it('is told of once, nothing is half done, and all is there when it is back', async () => {
    const told: string[] = [];
    const stores = await openDatabaseStores(url, {
      report: fail,
      onLost: () => told.push('lost'),
      onFound: () => told.push('found'),
    });
    await stores.articles.append('1', 0, '7', [put('a', 'One.')]);
    await server.kill();
    await expect(stores.articles.append('1', 1, '7', [put('b', 'x')])).rejects.toMatchObject({
      fault: 'store.lost',
    });
    await expect(stores.servers.saveSettings('1', DEFAULT_SETTINGS)).rejects.toThrow(
      'nothing was changed',
    );
    await expect.poll(() => told, SOON).toEqual(['lost']);
    await server.restart();
    await expect.poll(() => told, SOON).toEqual(['lost', 'found']);
    expect(await bodiesOf(stores.articles, '1')).toEqual({ a: 'One.' });
    expect(await stores.articles.append('1', 1, '7', [put('b', 'Two.')])).toBe(2);
    expect(stores.servers.known()).toEqual([]);
    await stores.close();
  });
});

describe('a connection that is cut', () => {
  it('ends no process, and the next who asks has another', async () => {
    const database = openDatabase(url);
    const cut = database.change(async (sql) => {
      const [mine] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
      await withConnection(url, (client) =>
        client.query('select pg_terminate_backend($1)', [mine?.pid]),
      );
      await sql`select 1`;
    });
    await expect(cut).rejects.toMatchObject({ fault: 'store.lost' });
    expect(await database.read((sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('as it was told to commit leaves open whether it did, and what is there shows', async () => {
    const one = await openDatabaseStores(url, { report: fail });
    const proxy = await openCuttingProxy(url);
    const stores = await openDatabaseStores(proxy.url, { report: fail });
    await stores.articles.append('1', 0, '7', [put('a', 'One.')]);
    proxy.cutNextCommit();
    await expect(stores.articles.append('1', 1, '7', [put('b', 'Two.')])).rejects.toMatchObject({
      fault: 'store.unsure',
    });
    expect(await bodiesOf(stores.articles, '1')).toEqual(await bodiesOf(one.articles, '1'));
    proxy.cutNextCommit();
    await expect(stores.servers.saveReport(report('1'))).rejects.toMatchObject({
      fault: 'store.unsure',
    });
    await stores.servers.saveReport(report('2'));
    expect(stores.servers.reports('g').map(({ id }) => id)).toEqual(['1', '2']);
    await one.servers.saveReport(report('3'));
    expect(one.servers.reports('g').map(({ id }) => id)).toEqual(['1', '2', '3']);
    await stores.close();
    await proxy.close();
    await one.close();
  });
});

import { afterAll, beforeAll } from 'vitest';
import { type Database, openDatabase } from '../../../src/store/postgres/database.ts';
import { type Follower, openFollower } from '../../../src/store/postgres/follower.ts';
import { migrate } from '../../../src/store/postgres/migrations.ts';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { openPostgresServerStore } from '../../../src/store/postgres/postgres-notes.ts';
import { articleStoreContract } from '../contract.ts';
import { NOW, serverStoreContract } from '../server-store-contract.ts';
import { type TestServer, emptyTables, startServer } from './server.ts';

let server: TestServer;
let database: Database;
let follower: Follower;

beforeAll(async () => {
  server = await startServer();
  database = openDatabase(await server.makeUrl());
  await migrate(database);
  follower = openFollower(database);
});

afterAll(async () => {
  await follower.stop();
  await database.close();
  await server.stop();
});

articleStoreContract('the PostgreSQL store', async () => {
  await emptyTables(database);
  const store = openPostgresStore(database, follower);
  return { store, end: () => store.close() };
});

const fail = (error: unknown): never => {
  throw error;
};

serverStoreContract('PostgreSQL', async () => {
  await emptyTables(database);
  return openPostgresServerStore(database, follower, fail, () => NOW);
});

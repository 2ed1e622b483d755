import pg from 'pg';
import { PostgresErp } from '../../src/erp/postgres.js';
import { emptyDatabase } from './empty-database.js';
import { POSTGRES_URL } from './postgres-server.mjs';
import { serveEngine } from './served-engine.js';

const never = new AbortController().signal;

/** An empty database with roles: on a server where the tests have one, else on an engine. */
export interface RolesPlace {
  /** Runs statements as the administrator, in one transaction. */
  make(...statements: string[]): Promise<void>;
  /** What a login, whose password is "portico", could change there. */
  writesOf(login: string): Promise<string[]>;
  close(): Promise<void>;
}

export function openRolesPlace(): Promise<RolesPlace> {
  return POSTGRES_URL ? onServer() : onEngine();
}

/** An engine has one user and one session, which becomes the role. */
async function onEngine(): Promise<RolesPlace> {
  const engine = await serveEngine();
  return {
    make: (...statements) => run(engine.url, statements),
    writesOf: async (login) => {
      await run(engine.url, [`set role ${login}`]);
      const writes = await writesOn(new URL(engine.url));
      await run(engine.url, ['reset role']);
      return writes;
    },
    close: () => engine.close(),
  };
}

async function onServer(): Promise<RolesPlace> {
  const database = await emptyDatabase();
  return {
    make: (...statements) => run(database.url, statements),
    writesOf: (login) => {
      const url = new URL(database.url);
      [url.username, url.password] = [login, 'portico'];
      return writesOn(url);
    },
    close: () => database.drop(),
  };
}

async function writesOn(url: URL): Promise<string[]> {
  const config = {
    kind: 'postgres' as const,
    host: url.hostname,
    port: Number(url.port || 5432),
    instance: undefined,
    database: url.pathname.slice(1),
    user: url.username,
    password: url.password,
    encrypt: false,
    trustServerCertificate: false,
    readOnlyIntent: true,
    poolMax: 1,
  };
  const erp = PostgresErp.onServer(config, 5_000);
  try {
    return (await erp.writes(never)).map(({ what }) => what);
  } finally {
    await erp.close();
  }
}

async function run(connectionString: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    // On an engine, the adapter's connections share the session with this one, and are read-only.
    for (const statement of ['begin read write', ...statements, 'commit']) await client.query(statement);
  } finally {
    await client.end();
  }
}

import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { poolOf } from './pool.js';
import { type DatabaseQueryReport, QueryReporter } from './query-reporter.js';
import { assertSessionSettings, onConnect, SessionClient } from './session-settings.js';

/** How to connect to a PostgreSQL server, and the maximum number of connections. */
export type DatabaseServer = { ssl: boolean; poolMax: number } & (
  | { url: string }
  /** `host` may be a path: the folder of a Unix socket. */
  | { host: string; port: number; name: string; user: string; password: string }
);

/** What TypeORM needs to connect, and the callbacks that observe its statements. */
export interface DataSourceInput {
  address: DatabaseServer;
  entities: MixedList<new () => object>;
  migrations: MixedList<new () => object>;
  /** Called with each statement when it is sent, never with its parameters. */
  onQuery: (sql: string) => void;
  /** Called for each statement when it has ended. */
  onQueryEnd: (report: DatabaseQueryReport) => void;
}

const CONNECT_TIMEOUT_MS = 10_000;

/** A host that is gone without a word is noticed ten seconds after this much silence. Otherwise an answer is waited for forever. */
const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/**
 * Connects TypeORM to the local database. It creates and migrates nothing.
 *
 * @throws Error if a connection pooler in between doesn't pass on settings that our SQL depends on
 */
export async function openDataSource(input: DataSourceInput): Promise<DataSource> {
  const reporter = new QueryReporter(input.onQuery, input.onQueryEnd);
  const options: DataSourceOptions = {
    type: 'postgres',
    ...connection(input.address),
    entities: input.entities,
    migrations: input.migrations,
    synchronize: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    logging: true,
    logger: reporter,
    extra: { Client: SessionClient, onConnect, ...KEEP_ALIVE },
  };
  const dataSource = new DataSource(options);
  await dataSource.initialize();
  await checkSettings(dataSource).catch(async (error: unknown) => {
    await dataSource.destroy();
    throw error;
  });
  dataSource.subscribers.push(reporter);
  return dataSource;
}

async function checkSettings(dataSource: DataSource): Promise<void> {
  const client = await poolOf(dataSource).connect();
  try {
    await assertSessionSettings(client);
  } finally {
    client.release();
  }
}

function connection(address: DatabaseServer): object {
  const shared = {
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    applicationName: 'portico',
    poolSize: address.poolMax,
    ssl: address.ssl,
  };
  if ('url' in address) return { ...shared, url: address.url };
  const { host, port, name, user, password } = address;
  return { ...shared, host, port, database: name, username: user, password };
}

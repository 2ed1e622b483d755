import type { Duplex } from 'node:stream';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { type DatabaseQueryReport, QueryReporter } from './query-reporter.js';

/** How to reach a PostgreSQL server. */
export type DatabaseServer =
  | { url: string; ssl: boolean }
  | { host: string; port: number; name: string; user: string; password: string; ssl: boolean };

/** Where the local data is: on a server, or at the other end of a stream into an embedded engine. */
export type DatabaseAddress = DatabaseServer | { connect: () => Duplex };

export interface DataSourceInput {
  address: DatabaseAddress;
  entities: MixedList<new () => object>;
  migrations: MixedList<new () => object>;
  /** Told of each statement as it is sent; never of its parameters. */
  onQuery: (sql: string) => void;
  /** Told of each statement once it has ended. */
  onQueryEnd: (report: DatabaseQueryReport) => void;
}

const POOL_SIZE = 10;
// The embedded engine has one session: more connections would only queue there instead of here.
const EMBEDDED_POOL_SIZE = 4;
const CONNECT_TIMEOUT_MS = 10_000;

/** Connects TypeORM to the local database. Nothing is created or migrated here. */
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
  };
  const dataSource = new DataSource(options);
  await dataSource.initialize();
  dataSource.subscribers.push(reporter);
  return dataSource;
}

function connection(address: DatabaseAddress): object {
  const shared = { connectTimeoutMS: CONNECT_TIMEOUT_MS, applicationName: 'portico' };
  if ('connect' in address) {
    return { ...shared, poolSize: EMBEDDED_POOL_SIZE, extra: { stream: address.connect } };
  }
  const server = { ...shared, poolSize: POOL_SIZE, ssl: address.ssl };
  if ('url' in address) return { ...server, url: address.url };
  const { host, port, name, user, password } = address;
  return { ...server, host, port, database: name, username: user, password };
}

import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { type DatabaseQueryReport, QueryReporter } from './query-reporter.js';

/** How to reach a PostgreSQL server, and by how many connections at most. */
export type DatabaseServer = { ssl: boolean; poolMax: number } & (
  | { url: string }
  /** A host that is a path is the folder of a Unix socket. */
  | { host: string; port: number; name: string; user: string; password: string }
);

export interface DataSourceInput {
  address: DatabaseServer;
  entities: MixedList<new () => object>;
  migrations: MixedList<new () => object>;
  /** Told of each statement as it is sent; never of its parameters. */
  onQuery: (sql: string) => void;
  /** Told of each statement once it has ended. */
  onQueryEnd: (report: DatabaseQueryReport) => void;
}

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

import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { type DatabaseQueryReport, QueryReporter } from './query-reporter.js';

/** How to reach a PostgreSQL server. A host that is a path is the folder of a Unix socket. */
export type DatabaseServer =
  | { url: string; ssl: boolean }
  | {
      host: string;
      port: number;
      name: string;
      user: string;
      password: string;
      ssl: boolean;
      /** How many connections at most. */
      poolSize?: number;
    };

export interface DataSourceInput {
  address: DatabaseServer;
  entities: MixedList<new () => object>;
  migrations: MixedList<new () => object>;
  /** Told of each statement as it is sent; never of its parameters. */
  onQuery: (sql: string) => void;
  /** Told of each statement once it has ended. */
  onQueryEnd: (report: DatabaseQueryReport) => void;
}

const POOL_SIZE = 10;
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
  const server = {
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    applicationName: 'portico',
    poolSize: POOL_SIZE,
    ssl: address.ssl,
  };
  if ('url' in address) return { ...server, url: address.url };
  const { host, port, name, user, password, poolSize = POOL_SIZE } = address;
  return { ...server, poolSize, host, port, database: name, username: user, password };
}

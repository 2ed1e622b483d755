import { PostgresErp } from '../../src/erp/postgres/postgres-erp.js';
import { asAdministrator, newDatabase } from './postgres-server.mjs';
import { writePrivilegesOf } from './write-privileges.js';

/** An empty database with roles. */
export interface RolesDatabase {
  /** Runs statements as the administrator, in one transaction. */
  make(...statements: string[]): Promise<void>;
  /** What a login, whose password is "portico", could change there. */
  writesOf(login: string): Promise<string[]>;
  close(): Promise<void>;
}

export async function openRolesDatabase(): Promise<RolesDatabase> {
  const database = await newDatabase();
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
    return (await writePrivilegesOf(erp)).map(({ what }) => what);
  } finally {
    await erp.close();
  }
}

function run(connectionString: string, statements: readonly string[]): Promise<void> {
  return asAdministrator(async (client) => {
    for (const statement of ['begin', ...statements, 'commit']) await client.query(statement);
  }, connectionString);
}

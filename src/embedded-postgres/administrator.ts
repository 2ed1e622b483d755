import pg from 'pg';

/** The server's superuser. Used for managing the server, for backups and for filling the demo ERP. */
export const ADMINISTRATOR = 'postgres';

/** The address of a server. */
export interface ServerAddress {
  /** A host name, or the folder of a Unix socket. */
  host: string;
  port: number;
  password?: string;
}

/** A client for the administrator, not yet connected. If the connection breaks, the next query on it fails. */
export function administratorClient(
  address: ServerAddress,
  // The driver's types don't include `replication`.
  more: pg.ClientConfig & { replication?: 'true' } = {},
): pg.Client {
  const login = { user: ADMINISTRATOR, database: 'postgres', application_name: 'portico' };
  const client = new pg.Client({ ...address, ...login, ...more });
  client.on('error', () => {});
  return client;
}

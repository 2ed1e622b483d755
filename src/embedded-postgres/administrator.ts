import pg from 'pg';

/** The server's administrator: for this room, backups, and filling the demo. */
export const ADMINISTRATOR = 'postgres';

/** How a server is reached. */
export interface ServerAddress {
  /** A host, or the folder of a socket. */
  host: string;
  port: number;
  password?: string;
}

/** The administrator's connection, not yet open. One that breaks tells whoever asks something of it. */
export function administratorClient(
  address: ServerAddress,
  // The driver's types leave replication out.
  more: pg.ClientConfig & { replication?: 'true' } = {},
): pg.Client {
  const login = { user: ADMINISTRATOR, database: 'postgres', application_name: 'portico' };
  const client = new pg.Client({ ...address, ...login, ...more });
  client.on('error', () => {});
  return client;
}

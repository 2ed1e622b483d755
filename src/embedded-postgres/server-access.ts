import type { Readable } from 'node:stream';
import type pg from 'pg';
import { ADMINISTRATOR, administratorClient, type ServerAddress } from './administrator.js';
import { baseBackup } from './base-backup.js';

/** The address, user and database of a connection. */
export interface DatabaseLogin extends ServerAddress {
  user: string;
  database: string;
}

/** Access to the databases of a running server. */
export class ServerAccess {
  constructor(private readonly address: ServerAddress) {}

  /** The portal's database, as its owner. */
  portal(): DatabaseLogin {
    return { ...this.address, user: 'portico', database: 'portico' };
  }

  /** The demo ERP, as a user who can only read. */
  demoErp(): DatabaseLogin {
    return { ...this.address, user: 'demo_erp_reader', database: 'demo_erp' };
  }

  /** The server's superuser, without any restriction. */
  administrator(): DatabaseLogin {
    return { ...this.address, user: ADMINISTRATOR, database: 'postgres' };
  }

  /** Streams all databases as an archive, consistent as of the end of the copy; see baseBackup. */
  backup(): Promise<Readable> {
    return baseBackup(this.address);
  }

  /** Runs `work` on one of the databases as the administrator. */
  async administer<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = administratorClient(this.address, { database });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}

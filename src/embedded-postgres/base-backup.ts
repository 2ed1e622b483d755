import { Readable } from 'node:stream';
import type pg from 'pg';
import { administratorClient, type ServerAddress } from './administrator.js';

/** What the driver calls on a query as the server's messages come in; see its own Query. */
interface Connection {
  query(sql: string): void;
  stream: { pause(): void; resume(): void };
}

/** From https://www.postgresql.org/docs/18/protocol-replication.html: files, and the log of what changed meanwhile. */
const BASE_BACKUP = "BASE_BACKUP (LABEL 'portico', CHECKPOINT 'fast', WAL true, MANIFEST 'no')";
const [ARCHIVE, DATA] = [0x6e, 0x64];

/**
 * All databases of a server that runs, consistent as of the end of the copy: a tar, as the server writes it. Reads no faster than it is read.
 */
export async function baseBackup(address: ServerAddress): Promise<Readable> {
  const client = administratorClient(address, { replication: 'true' });
  await client.connect();
  const copy = new BaseBackup();
  client.query(copy);
  copy.stream.once('close', () => void client.end().catch(() => {}));
  return copy.stream;
}

class BaseBackup implements pg.Submittable {
  #connection: Connection | null = null;
  #archives = 0;
  readonly stream = new Readable({ read: () => this.#connection?.stream.resume() });

  submit(connection: unknown): void {
    this.#connection = connection as Connection;
    this.#connection.query(BASE_BACKUP);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (chunk[0] === ARCHIVE) this.#archives += 1;
    // One for the data folder; another would be a tablespace, and there are none.
    if (this.#archives > 1) this.stream.destroy(new Error('the database has tablespaces'));
    // A copy: the driver uses its buffer again.
    if (chunk[0] === DATA && !this.stream.push(Buffer.from(chunk.subarray(1))))
      this.#connection?.stream.pause();
  }

  handleError(error: Error): void {
    this.stream.destroy(error);
  }

  handleReadyForQuery(): void {
    this.stream.push(null);
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleCopyOutResponse(): void {}
  handleCopyDone(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}

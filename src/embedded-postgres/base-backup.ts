import { Readable } from 'node:stream';
import type pg from 'pg';
import { administratorClient, type ServerAddress } from './administrator.js';

/** The part of the driver's internal connection that a query uses; see the Query class of pg. */
interface Connection {
  query(sql: string): void;
  stream: { pause(): void; resume(): void };
}

/**
 * Copies the files and the WAL of changes during the copy. See
 * https://www.postgresql.org/docs/18/protocol-replication.html
 */
const BASE_BACKUP = "BASE_BACKUP (LABEL 'portico', CHECKPOINT 'fast', WAL true, MANIFEST 'no')";
const [ARCHIVE, DATA] = [0x6e, 0x64];

/**
 * Streams all databases of a running server as a tar archive, consistent as of the end of the copy. The stream applies
 * back-pressure: it reads from the server only as fast as it is read.
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
    // The first archive is the data folder. A further one would be a tablespace, and the server has none.
    if (this.#archives > 1) this.stream.destroy(new Error('the database has tablespaces'));
    // The chunk is copied because the driver reuses its buffer.
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

import { open } from 'node:fs/promises';
import type { AuditAnchor, PublishedHead } from './audit-anchor.js';
import { type AuditHead, isHead } from './audit-head.js';

const BATCH = 1_000;
const OWNER_ONLY = 0o600;

/** Appends each head to a file, as one line of JSON. */
export class FileAnchor implements AuditAnchor {
  constructor(private readonly path: string) {}

  /** Creates the file if it does not exist. @throws if it can't be written */
  async prepare(): Promise<void> {
    const file = await open(this.path, 'a+', OWNER_ONLY);
    try {
      const { size } = await file.stat();
      const last = Buffer.alloc(1);
      if (size > 0) await file.read(last, 0, 1, size - 1);
      // A line that a power failure cut off must not merge with the next head.
      if (size > 0 && last.toString() !== '\n') await file.appendFile('\n');
    } finally {
      await file.close();
    }
  }

  async publish(head: PublishedHead): Promise<void> {
    const file = await open(this.path, 'a', OWNER_ONLY);
    try {
      await file.appendFile(`${JSON.stringify(head)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /**
   * The heads in the file. Skips invalid lines, such as one that a power failure cut off.
   *
   * @throws if the file can't be read, because the log can't be called intact without it
   */
  async *heads(): AsyncGenerator<AuditHead[]> {
    const file = await open(this.path, 'r').catch((error: NodeJS.ErrnoException) => {
      throw new Error(`the audit log's heads in ${this.path} can't be read (${error.code})`);
    });
    let batch: AuditHead[] = [];
    for await (const line of file.readLines()) {
      const head = parseLine(line);
      if (head) batch.push(head);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
}

function parseLine(line: string): AuditHead | null {
  try {
    const value: unknown = JSON.parse(line);
    return isHead(value) ? value : null;
  } catch {
    return null;
  }
}

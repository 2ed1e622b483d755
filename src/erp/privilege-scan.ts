import type { WritePrivilege } from './erp.js';

/** Receives the result of a scan. */
export interface ScanEvents {
  /** The first privileges that were found; empty if the login can only read. */
  finished(found: WritePrivilege[]): void;
  failed(error: unknown): void;
}

/** Reads the parts of what a login could change in the background, up to the first that isn't empty. */
export class PrivilegeScan {
  #running = false;
  #closed = false;
  #failedAt: number | null = null;

  get running(): boolean {
    return this.#running;
  }

  /** Whether a scan that failed is to be repeated: once each time that so long has passed. */
  isDueAgain(afterMs: number): boolean {
    const now = performance.now();
    if (this.#failedAt === null || now - this.#failedAt < afterMs) return false;
    this.#failedAt = now;
    return true;
  }

  /** Resolves once the scan has ended. @throws what `finished` throws */
  async start(parts: AsyncIterator<WritePrivilege[]>, events: ScanEvents): Promise<void> {
    this.#running = true;
    this.#failedAt = null;
    let found: WritePrivilege[];
    try {
      found = await firstFound(parts, () => this.#closed);
    } catch (error) {
      this.#failedAt = performance.now();
      if (!this.#closed) events.failed(error);
      return;
    } finally {
      this.#running = false;
    }
    if (!this.#closed) events.finished(found);
  }

  /** Stops the scan after the query that is running. */
  close(): void {
    this.#closed = true;
  }
}

/** The first part that isn't empty, or an empty one. */
export async function firstFound(
  parts: AsyncIterator<WritePrivilege[]>,
  isClosed = () => false,
): Promise<WritePrivilege[]> {
  for (let part = await parts.next(); !part.done && !isClosed(); part = await parts.next()) {
    if (part.value.length === 0) continue;
    await parts.return?.();
    return part.value;
  }
  await parts.return?.();
  return [];
}

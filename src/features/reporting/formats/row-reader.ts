import { rowSlices } from './row-slices.js';
import type { Row, Table } from './table.js';

/** Reads the rows of a table for several parts of a file, one after the other. */
export class RowReader {
  readonly #slices: AsyncGenerator<readonly Row[], void>;
  #ahead: readonly Row[] = [];

  constructor(batches: Table['batches']) {
    this.#slices = rowSlices(batches);
  }

  /** Whether there are more rows. Reads ahead if none is left of those read before. */
  async hasMore(): Promise<boolean> {
    while (this.#ahead.length === 0) {
      const { done, value } = await this.#slices.next();
      if (done) return false;
      this.#ahead = value;
    }
    return true;
  }

  /** The next rows, at most as many; none at the end. */
  async take(max: number): Promise<readonly Row[]> {
    if (!(await this.hasMore())) return [];
    const rows = this.#ahead.slice(0, max);
    this.#ahead = this.#ahead.slice(max);
    return rows;
  }

  /** Ends the reading of the rows, wherever it is. */
  async close(): Promise<void> {
    await this.#slices.return();
  }
}

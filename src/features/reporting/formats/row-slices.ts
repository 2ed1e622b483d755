import { setImmediate } from 'node:timers/promises';
import type { Row, Table } from './table.js';

/** As many rows as take a few milliseconds to write. */
const SLICE_ROWS = 200;

/** The rows of a table, a few at a time. Between two slices the process does its other work. */
export async function* rowSlices(batches: Table['batches']): AsyncGenerator<readonly Row[], void> {
  for await (const batch of batches) {
    for (let start = 0; start < batch.length; start += SLICE_ROWS) {
      yield batch.slice(start, start + SLICE_ROWS);
      await setImmediate();
    }
  }
}

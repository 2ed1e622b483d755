import { setImmediate } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import {
  EXPORT_FORMATS,
  type FormatName,
} from '../../../../src/features/reporting/formats/export-formats.js';
import type { Row, Table } from '../../../../src/features/reporting/formats/table.js';
import { bytesOf, tableOf } from '../../../support/export-tables.js';
import { readParquet } from '../../../support/read-parquet.js';
import { readXlsx } from '../../../support/read-xlsx.js';

const FORMATS = Object.keys(EXPORT_FORMATS) as FormatName[];
const BATCH_ROWS = 500;

/** Rows that hardly compress, because small buffers hold many rows that do. */
function row(n: number): Row {
  const text = (seed: number) => Math.sin(n * 14 + seed).toString(36);
  return [text(1), text(2), text(3), String(n), null];
}

/** Counts what is read of a table with so many batches. After the last, its source fails if there is an error. */
class Source {
  batchesRead = 0;
  isClosed = false;

  constructor(
    private readonly batches: number,
    private readonly error?: Error,
  ) {}

  table(): Table {
    const columns = { a: 'text', b: 'text', c: 'text', n: 'integer', day: 'date' } as const;
    return { ...tableOf(columns, []), batches: this.#read() };
  }

  async *#read(): AsyncGenerator<readonly Row[]> {
    try {
      for (let batch = 0; batch < this.batches; batch += 1) {
        this.batchesRead += 1;
        yield Array.from({ length: BATCH_ROWS }, (_, n) => row(batch * BATCH_ROWS + n));
      }
      if (this.error) throw this.error;
    } finally {
      this.isClosed = true;
    }
  }
}

const write = (format: FormatName, source: Source) => EXPORT_FORMATS[format].write(source.table());

/** The rows that another program reads in a file. @throws Error if it isn't complete */
const ROWS_IN: Record<FormatName, (bytes: Buffer) => number> = {
  XLSX: (bytes) => (readXlsx(bytes).sheets[0]?.rows.length ?? 0) - 1,
  CSV: (bytes) => parse(bytes).length - 1,
  NDJSON: (bytes) => bytes.toString().trimEnd().split('\n').length,
  PARQUET: (bytes) => readParquet(bytes).rowCount,
};

/** Lets everything happen that doesn't wait for a reader. */
async function settle(source: Source) {
  let [before, still] = [-1, 0];
  while (still < 500) {
    still = source.batchesRead === before ? still + 1 : 0;
    before = source.batchesRead;
    await setImmediate();
  }
}

describe.each(FORMATS)('%s', (format) => {
  test('all rows of all batches arrive', async () => {
    const source = new Source(3);
    expect(ROWS_IN[format](await bytesOf(write(format, source)))).toBe(3 * BATCH_ROWS);
    expect(source.isClosed).toBe(true);
  });

  test('a reader that stops reading stops the reading of the ERP', async () => {
    const source = new Source(1_000);
    const chunks = write(format, source);
    await chunks.next();
    await settle(source);
    expect(source.batchesRead).toBeLessThanOrEqual(13);
    await chunks.return();
    expect(source.isClosed).toBe(true);
    const read = source.batchesRead;
    await settle(source);
    expect(source.batchesRead).toBe(read);
  });

  test('a failure before the first rows comes before the first byte', async () => {
    const error = new Error('the ERP is down');
    const received: Uint8Array[] = [];
    const reading = (async () => {
      for await (const chunk of write(format, new Source(0, error))) received.push(chunk);
    })();
    await expect(reading).rejects.toBe(error);
    expect(received).toEqual([]);
  });

  test('a failure in the middle ends in the same error, and leaves no file that looks complete', async () => {
    const error = new Error('the ERP went down');
    const source = new Source(20, error);
    const received: Uint8Array[] = [];
    const reading = (async () => {
      for await (const chunk of write(format, source)) received.push(chunk);
    })();
    await expect(reading).rejects.toBe(error);
    expect(received.length).toBeGreaterThan(0);
    expect(source.isClosed).toBe(true);
    // Lines have no end by which a reader could tell: over HTTP, the connection breaks.
    if (format === 'XLSX' || format === 'PARQUET') {
      expect(() => ROWS_IN[format](Buffer.concat(received))).toThrow();
    }
  });

  test('the process does other work during a large batch', async () => {
    const rows = Array.from({ length: 4_000 }, (_, n) => row(n));
    const table = {
      ...new Source(0).table(),
      batches: (async function* () {
        yield rows;
      })(),
    };
    let [turns, done] = [0, false];
    const others = (async () => {
      while (!done) {
        turns += 1;
        await setImmediate();
      }
    })();
    await bytesOf(EXPORT_FORMATS[format].write(table));
    done = true;
    await others;
    expect(turns).toBeGreaterThanOrEqual(20);
  });
});

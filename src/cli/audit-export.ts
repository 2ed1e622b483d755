import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { chainedEntries, type EntryRange } from '../features/audit/chain/chained-entries.js';
import { sealPending } from '../features/audit/chain/seal-pending.js';
import { newFile } from './new-file.js';
import { assertDatabaseExists, withDatabase } from './with-database.js';

/** The options of `audit export` as typed. */
export interface AuditExportOptions {
  from?: string;
  to?: string;
  after?: string;
  out?: string;
}

/**
 * Writes the audit log as lines of JSON, oldest entry first, to a file or to standard output. It is streamed, so memory
 * use does not grow with its length.
 *
 * @throws Error for invalid options, or a file that already exists
 */
export async function auditExport(
  config: Config,
  options: AuditExportOptions,
  stdout: Writable,
): Promise<void> {
  const range = toRange(options);
  assertDatabaseExists(config);
  await withDatabase(config, async (dataSource) => {
    const file = options.out === undefined ? null : await newFile('--out', options.out);
    await sealPending(dataSource);
    const lines = Readable.from(linesOf(dataSource, range));
    if (file) await pipeline(lines, file);
    else await print(lines, stdout);
  });
}

async function* linesOf(dataSource: DataSource, range: EntryRange): AsyncGenerator<string> {
  for await (const lines of chainedEntries(dataSource, range)) {
    yield lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  }
}

async function print(lines: Readable, stdout: Writable): Promise<void> {
  try {
    await pipeline(lines, stdout, { end: false });
  } catch (error) {
    // The reader, such as `head`, has closed the pipe.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

/** A day, meaning midnight in UTC, or a time. */
const TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;

function toRange({ from, to, after }: AuditExportOptions): EntryRange {
  if (after !== undefined && !/^\d{1,9}$/.test(after)) {
    throw new Error(`--after: found "${after.slice(0, 100)}"; wanted the sequence of an entry`);
  }
  return {
    from: toTime('--from', from),
    to: toTime('--to', to),
    after: after === undefined ? undefined : Number(after),
  };
}

function toTime(option: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (TIME.test(text) && !Number.isNaN(time.getTime())) return time;
  const wanted = 'wanted a time such as 2026-11-30T10:15:00Z, or a day';
  throw new Error(`${option}: found "${text.slice(0, 100)}"; ${wanted}`);
}

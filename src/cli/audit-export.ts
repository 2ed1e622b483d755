import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { chainedEntries, type EntryRange } from '../features/audit/chain/chained-entries.js';
import { sealPending } from '../features/audit/chain/seal-pending.js';
import { isDay, readTime, TIME_WANTED } from '../shared/read-time.js';
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

/** A time, with or without seconds, or a day, which means its midnight in UTC. */
function toTime(option: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const withSeconds = text.replace(/^(.{10}T\d\d:\d\d)(?=Z$|[+-])/, '$1:00');
  const time = readTime(isDay(text) ? `${text}T00:00:00Z` : withSeconds);
  if (time) return time;
  throw new Error(`${option}: found "${text.slice(0, 100)}"; ${TIME_WANTED}, or a day in UTC`);
}

import { inTransaction } from '../../../db/in-transaction.js';
import type { Origin } from '../../../shared/origin.js';
import { type AuditEvent, fact } from '../../audit/audit-event.js';
import { EXPORT_FORMATS, type FormatName } from '../formats/export-formats.js';
import type { Row, Table } from '../formats/table.js';
import type { CsvOptions } from '../formats/write-csv.js';
import type { ExportDependencies } from './export-dependencies.js';

/** A file that is being exported. */
export interface ExportedFile {
  fileName: string;
  mediaType: string;
  /** Its bytes, made as they are read. It throws what reading the rows throws; what was read before is no valid file. */
  bytes: AsyncGenerator<Uint8Array, void>;
}

/** Who exports. */
export interface Exporter {
  /** The id of the login or of the API key. */
  id: string;
  origin: Origin;
  /** Fires if the client leaves. */
  signal: AbortSignal;
}

/** What to export, and what the audit log says about it. */
export interface ExportPlan {
  /** Without the date and the extension. */
  name: string;
  format: FormatName;
  csv: Partial<CsvOptions>;
  table: Table;
  event: AuditEvent;
  exporter: Exporter;
}

/** The name of a file that is exported now. */
export const fileNameOf = (name: string, format: FormatName, now: Date): string =>
  `${name}-${now.toISOString().slice(0, 10)}.${EXPORT_FORMATS[format].extension}`;

/**
 * The file of a plan. How it ended is audited once: rows, bytes and outcome. The last bytes are given only after that, so
 * that no complete file is unaudited.
 *
 * Reading the first bytes throws RATE_LIMITED if too many exports are in progress.
 */
export function exportedFile(dependencies: ExportDependencies, plan: ExportPlan): ExportedFile {
  const { mediaType } = EXPORT_FORMATS[plan.format];
  const fileName = fileNameOf(plan.name, plan.format, dependencies.now());
  return { fileName, mediaType, bytes: auditedBytes(dependencies, plan) };
}

async function* auditedBytes(
  dependencies: ExportDependencies,
  plan: ExportPlan,
): AsyncGenerator<Uint8Array, void> {
  const free = dependencies.slots.take(plan.exporter.id);
  const counts = { rows: 0, bytes: 0 };
  const table = { ...plan.table, batches: counted(plan.table.batches, counts) };
  let outcome = 'the client left';
  let last: Uint8Array | null = null;
  try {
    for await (const chunk of EXPORT_FORMATS[plan.format].write(table, plan.csv)) {
      counts.bytes += chunk.byteLength;
      if (last) yield last;
      last = chunk;
    }
    outcome = 'complete';
  } catch (error) {
    if (!plan.exporter.signal.aborted) outcome = 'failed';
    throw error;
  } finally {
    free();
    await record(dependencies, plan, { ...counts, outcome });
  }
  if (last) yield last;
}

async function* counted(
  batches: AsyncIterable<readonly Row[]>,
  counts: { rows: number },
): AsyncGenerator<readonly Row[], void> {
  for await (const batch of batches) {
    counts.rows += batch.length;
    yield batch;
  }
}

async function record(
  { dataSource, audit }: ExportDependencies,
  { event, format, exporter }: ExportPlan,
  ended: { rows: number; bytes: number; outcome: string },
): Promise<void> {
  const facts = Object.entries({ format, ...ended }).map(([field, value]) => fact(field, value));
  const changes = [...(event.changes ?? []), ...facts];
  await inTransaction(dataSource, (tx) => audit.append(tx, exporter.origin, { ...event, changes }));
}

import { inTransaction } from '../../../db/in-transaction.js';
import { PorticoError } from '../../../shared/errors.js';
import type { Origin } from '../../../shared/origin.js';
import type { Slots } from '../../../shared/slots.js';
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

/** An export may take minutes, and must not outlive the access to it for long. */
const ACCESS_CHECKED_EVERY_MS = 10_000;
const ACCESS_ENDED: ReadonlySet<string> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'PASSWORD_CHANGE_REQUIRED',
]);

/** Who exports. */
export interface Exporter {
  /** The id of the login or of the API key. */
  id: string;
  origin: Origin;
  /** Fires if the client leaves, or the export takes too long. */
  signal: AbortSignal;
  /** @throws UNAUTHENTICATED or FORBIDDEN once they may not export this any more */
  assertStillMay(): Promise<void>;
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
  /** The exports of this kind that are in progress. */
  slots: Slots;
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
  const { exporter, format, csv, slots } = plan;
  const free = slots.take(exporter.id);
  const counts = { rows: 0, bytes: 0 };
  const table = { ...plan.table, batches: watched(plan.table.batches, exporter, counts) };
  let outcome = outcomeOf(null, exporter.signal);
  let lastByte: Uint8Array | null = null;
  try {
    for await (const chunk of EXPORT_FORMATS[format].write(table, csv)) {
      if (lastByte) yield lastByte;
      counts.bytes += chunk.byteLength;
      yield chunk.subarray(0, -1);
      lastByte = chunk.subarray(-1);
    }
    outcome = 'complete';
  } catch (error) {
    outcome = outcomeOf(error, exporter.signal);
    throw error;
  } finally {
    try {
      // What was refused before it began is no export.
      if (counts.rows > 0 || outcome === 'complete') await record(dependencies, plan, { ...counts, outcome });
    } finally {
      free();
    }
  }
  if (lastByte) yield lastByte;
}

function outcomeOf(error: unknown, signal: AbortSignal): string {
  if (signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError')
    return 'it took too long';
  if (signal.aborted || error === null) return 'the connection was closed';
  return error instanceof PorticoError && ACCESS_ENDED.has(error.code) ? 'access ended' : 'failed';
}

/** Counts the rows, and stops soon after the exporter's access has ended. */
async function* watched(
  batches: AsyncIterable<readonly Row[]>,
  { assertStillMay }: Exporter,
  counts: { rows: number },
): AsyncGenerator<readonly Row[], void> {
  let checkedAt = performance.now();
  for await (const batch of batches) {
    if (performance.now() - checkedAt > ACCESS_CHECKED_EVERY_MS) {
      await assertStillMay();
      checkedAt = performance.now();
    }
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

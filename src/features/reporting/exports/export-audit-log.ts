import { type AuditFilter } from '../../audit/audit-entry.args.js';
import { fact } from '../../audit/audit-event.js';
import { type AuditLine, lineOf } from '../../audit/chain/audit-line.js';
import type { Cell, Row, Table, TableColumn } from '../formats/table.js';
import type { CsvOptions } from '../formats/write-csv.js';
import type { ExportDependencies } from './export-dependencies.js';
import { type ExportedFile, type Exporter, exportedFile } from './exported-file.js';
import type { AuditExportRequest } from './prepared-request.js';

const BATCH = 500;

const COLUMNS: readonly (TableColumn & { name: keyof AuditLine })[] = [
  { name: 'sequence', title: 'Sequence', type: 'integer', width: 10 },
  { name: 'at', title: 'At (UTC)', type: 'instant', width: 20 },
  { name: 'action', title: 'Action', type: 'text', width: 26 },
  { name: 'actorName', title: 'Actor', type: 'text', width: 20 },
  { name: 'actorId', title: 'Actor id', type: 'text', width: 38 },
  { name: 'targetType', title: 'Target type', type: 'text', width: 14 },
  { name: 'targetId', title: 'Target id', type: 'text', width: 38 },
  { name: 'targetLabel', title: 'Target', type: 'text', width: 30 },
  { name: 'changes', title: 'Changes', type: 'text', width: 60 },
  { name: 'ip', title: 'IP address', type: 'text', width: 16 },
  { name: 'userAgent', title: 'User agent', type: 'text', width: 30 },
  { name: 'requestId', title: 'Request', type: 'text', width: 38 },
  { name: 'hash', title: 'Hash', type: 'text', width: 66 },
];

/** Exports the entries of the audit log that match a filter, newest first. */
export function exportAuditLog(
  dependencies: ExportDependencies,
  exporter: Exporter,
  { format, filter, csv }: AuditExportRequest & { csv: Partial<CsvOptions> },
): ExportedFile {
  const readAt = dependencies.now().toISOString();
  const table: Table = {
    columns: COLUMNS,
    batches: entryBatches(dependencies, filter ?? {}, exporter.signal),
    title: 'Audit log',
    about: () => [
      ['Exported by', exporter.origin.actorName],
      ['As the log was at', readAt],
      ['Filter', filter ? JSON.stringify(filter) : 'none'],
    ],
  };
  return exportedFile(dependencies, {
    ...{ name: 'audit-log', format, csv, table, exporter },
    event: {
      action: 'AUDIT_EXPORTED',
      target: { type: 'AUDIT_LOG', id: 'audit-log', label: 'audit log' },
      changes: [fact('filter', filter ? JSON.parse(JSON.stringify(filter)) : null)],
    },
  });
}

/** The entries in batches, each read from where the last one ended. */
async function* entryBatches(
  { auditEntries }: ExportDependencies,
  filter: AuditFilter,
  signal: AbortSignal,
): AsyncGenerator<readonly Row[], void> {
  await auditEntries.seal();
  let after: [string] | null = null;
  for (;;) {
    signal.throwIfAborted();
    const rows = await auditEntries.store.page(filter, {
      limit: BATCH,
      after,
      before: null,
      backwards: false,
    });
    const batch = rows.slice(0, BATCH);
    const last = batch.at(-1);
    if (!last) return;
    yield batch.map((row) => {
      const line = lineOf(row);
      return COLUMNS.map(({ name }) => cellOf(line[name]));
    });
    if (rows.length <= BATCH) return;
    after = [String(last.sequence)];
  }
}

function cellOf(value: AuditLine[keyof AuditLine]): Cell {
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

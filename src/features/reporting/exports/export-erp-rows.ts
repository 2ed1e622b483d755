import type { ErpScope } from '../../../shared/auth.js';
import { type AuditEvent, type AuditTargetType, fact } from '../../audit/audit-event.js';
import type { FormatName } from '../formats/export-formats.js';
import type { Row, Table } from '../formats/table.js';
import type { CsvOptions } from '../formats/write-csv.js';
import type { ExportColumnOf } from './export-column.js';
import type { ExportDependencies } from './export-dependencies.js';
import { type ExportedFile, type Exporter, exportedFile } from './exported-file.js';
import { shortFact } from './short-fact.js';

/** Who exports, and within which scope. */
export interface ErpExporter extends Exporter {
  erpScope: ErpScope;
}

/** Rows of the ERP to export. */
interface ErpRowsPlan<SourceRow, Item> {
  /** Without the date and the extension; also the audit entry's target. */
  name: string;
  title: string;
  event: Pick<AuditEvent, 'action'> & { targetType: AuditTargetType };
  /** As the audit log and the sheet "About" have it. */
  request: { filter?: unknown; orderBy?: readonly unknown[] | null | undefined; columns?: unknown };
  format: FormatName;
  csv: Partial<CsvOptions>;
  columns: readonly ExportColumnOf<Item>[];
  /** The order if none is asked for, in words. */
  byDefault: string;
  batches: AsyncIterable<readonly SourceRow[]>;
  toItem: (row: SourceRow) => Item;
}

/** Exports rows of the ERP within a scope, and records who exported what. */
export function exportErpRows<SourceRow, Item>(
  dependencies: ExportDependencies,
  exporter: ErpExporter,
  plan: ErpRowsPlan<SourceRow, Item>,
): ExportedFile {
  const { name, format, csv, request, event } = plan;
  const { erpScope } = exporter;
  return exportedFile(dependencies, {
    ...{ name, format, csv, exporter, slots: dependencies.stockSlots },
    table: tableOf(plan, exporter, dependencies.now()),
    event: {
      action: event.action,
      target: { type: event.targetType, id: name, label: name },
      changes: [
        fact('filter', shortFact(request.filter)),
        fact('orderBy', shortFact(request.orderBy)),
        fact('columns', shortFact(request.columns)),
        fact('erpCustomers', erpScope.all ? 'all' : shortFact([...erpScope.names].sort())),
      ],
    },
  });
}

function tableOf<SourceRow, Item>(
  { columns, batches, toItem, title, request, byDefault }: ErpRowsPlan<SourceRow, Item>,
  { erpScope, origin }: ErpExporter,
  startedAt: Date,
): Table {
  const { filter, orderBy } = request;
  let rows = 0;
  async function* written(): AsyncGenerator<readonly Row[], void> {
    for await (const batch of batches) {
      rows += batch.length;
      yield batch.map((row) => {
        const item = toItem(row);
        return columns.map(({ cellOf }) => cellOf(item));
      });
    }
  }
  return {
    ...{ columns, batches: written(), title },
    about: () => [
      ['Exported by', origin.actorName],
      ['As the ERP had it at', startedAt.toISOString()],
      ['Customers', erpScope.all ? 'all' : [...erpScope.names].sort().join(', ')],
      ['Filter', filter ? JSON.stringify(filter) : 'none'],
      ['Order', orderBy?.length ? JSON.stringify(orderBy) : byDefault],
      ['Rows', String(rows)],
    ],
  };
}

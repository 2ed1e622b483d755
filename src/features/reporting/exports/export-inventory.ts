import type { ErpScope } from '../../../shared/auth.js';
import { fact, type Json } from '../../audit/audit-event.js';
import { toTerms } from '../../inventory/inventory.order.js';
import { toItem } from '../../inventory/inventory-item.js';
import type { Row, Table } from '../formats/table.js';
import type { CsvOptions } from '../formats/write-csv.js';
import type { ExportDependencies } from './export-dependencies.js';
import { type ExportedFile, type Exporter, exportedFile } from './exported-file.js';
import { columnNamed, EXPORT_COLUMNS } from './inventory-columns.js';
import type { InventoryExportRequest } from './prepared-request.js';

/** Who exports, and within which scope. */
export interface StockExporter extends Exporter {
  erpScope: ErpScope;
}

/** Exports every row of the inventory within a scope that matches a filter, in the order of the request. */
export function exportInventory(
  dependencies: ExportDependencies,
  exporter: StockExporter,
  { csv, ...request }: InventoryExportRequest & { csv: Partial<CsvOptions> },
): ExportedFile {
  const { format, filter, orderBy, columns } = request;
  const { erpScope } = exporter;
  return exportedFile(dependencies, {
    ...{ name: 'inventory', format, csv, exporter },
    table: inventoryTable(dependencies, exporter, request),
    event: {
      action: 'INVENTORY_EXPORTED',
      target: { type: 'INVENTORY', id: 'inventory', label: 'inventory' },
      changes: [
        fact('filter', toJson(filter)),
        fact('orderBy', toJson(orderBy)),
        fact('columns', toJson(columns)),
        fact('erpCustomers', erpScope.all ? 'all' : [...erpScope.names].sort()),
      ],
    },
  });
}

function inventoryTable(
  { inventory, now }: ExportDependencies,
  { erpScope, origin, signal }: StockExporter,
  { filter, orderBy, columns: names }: InventoryExportRequest,
): Table {
  const columns = (names?.length ? names : EXPORT_COLUMNS).map(columnNamed);
  const startedAt = now();
  let rows = 0;
  async function* batches(): AsyncGenerator<readonly Row[], void> {
    const terms = toTerms(orderBy, erpScope);
    for await (const batch of inventory.store.stream(erpScope, filter ?? {}, terms, signal)) {
      rows += batch.length;
      yield batch.map((row) => {
        const item = toItem(row, inventory.onUnshown);
        return columns.map(({ cellOf }) => cellOf(item));
      });
    }
  }
  return {
    columns,
    batches: batches(),
    title: 'Inventory',
    about: () => [
      ['Exported by', origin.actorName],
      ['As the ERP had it at', startedAt.toISOString()],
      ['Customers', erpScope.all ? 'all' : [...erpScope.names].sort().join(', ')],
      ['Filter', filter ? JSON.stringify(filter) : 'none'],
      ['Order', orderBy?.length ? JSON.stringify(orderBy) : 'by customer and part number'],
      ['Rows', String(rows)],
    ],
  };
}

/** A part of a request as the audit log stores it: without what was left out. */
const toJson = (value: unknown): Json => (value == null ? null : JSON.parse(JSON.stringify(value)));

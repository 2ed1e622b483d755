import { toTerms } from '../../inventory/inventory.order.js';
import { toItem } from '../../inventory/inventory-item.js';
import type { CsvOptions } from '../formats/write-csv.js';
import type { ExportDependencies } from './export-dependencies.js';
import { type ErpExporter, exportErpRows } from './export-erp-rows.js';
import type { ExportedFile } from './exported-file.js';
import { columnNamed, EXPORT_COLUMNS } from './inventory-columns.js';
import type { InventoryExportRequest } from './prepared-request.js';

/** Exports every row of the inventory within a scope that matches a filter, in the order of the request. */
export function exportInventory(
  dependencies: ExportDependencies,
  exporter: ErpExporter,
  { csv, format, ...request }: InventoryExportRequest & { csv: Partial<CsvOptions> },
): ExportedFile {
  const { filter, orderBy, columns } = request;
  const { erpScope, signal } = exporter;
  const { store, onUnshown } = dependencies.inventory;
  return exportErpRows(dependencies, exporter, {
    ...{ name: 'inventory', title: 'Inventory', request, format, csv },
    event: { action: 'INVENTORY_EXPORTED', targetType: 'INVENTORY' },
    columns: (columns?.length ? columns : EXPORT_COLUMNS).map(columnNamed),
    byDefault: 'by customer and part number',
    batches: store.stream(erpScope, filter ?? {}, toTerms(orderBy, erpScope), signal),
    toItem: (row) => toItem(row, onUnshown),
  });
}

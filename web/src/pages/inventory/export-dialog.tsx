import { ExportFrame } from '../../app/export/export-frame';
import type { ExportFormat } from '../../app/operations.generated';
import { query } from '../../app/query';
import { columnsOf, exportedColumns } from './columns';
import { ExportFacts } from './export-facts';
import { PortalPrepareExportDocument } from './inventory.generated';
import { filterOf, type InventorySearch, orderOf } from './inventory-search';

/** Exports what is shown: the filter and the order of the address, every row. */
export function ExportDialog({ search, onClose }: { search: InventorySearch; onClose: () => void }) {
  const shown = columnsOf(search.columns);
  const prepare = async (format: ExportFormat, isWhole: boolean) => {
    const columns = isWhole ? null : exportedColumns(shown);
    const input = { format, columns, filter: filterOf(search), orderBy: orderOf(search) };
    return (await query(PortalPrepareExportDocument, { input })).prepareInventoryExport;
  };
  return (
    <ExportFrame shownCount={shown.length} prepare={prepare} onClose={onClose}>
      <ExportFacts search={search} />
    </ExportFrame>
  );
}

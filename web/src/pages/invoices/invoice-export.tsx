import { ExportFrame } from '../../app/export/export-frame';
import type { ExportFormat, InvoiceColumn } from '../../app/operations.generated';
import { query } from '../../app/query';
import { type InvoiceSearch, invoiceOrder, wholeFilterOf } from './invoice-search';
import { PortalInvoiceCountDocument, PortalPrepareInvoiceExportDocument } from './invoices.generated';
import { RowCount } from './row-count';

/** The columns of the list; an amount is one column with its currency there. */
const SHOWN: readonly InvoiceColumn[] = [
  ...(['NUMBER', 'ISSUED_ON', 'DUE_ON', 'REFERENCE', 'DESCRIPTION'] as const),
  ...(['TOTAL_AMOUNT', 'OPEN_AMOUNT', 'CURRENCY', 'STATUS'] as const),
];

interface InvoiceExportProps {
  view: InvoiceSearch;
  /** Whether the list says whose invoices they are. */
  hasCustomer: boolean;
  onClose: () => void;
}

/** Exports the invoices that are shown: the filter and the order of the address, every row. */
export function InvoiceExport({ view, hasCustomer, onClose }: InvoiceExportProps) {
  const filter = wholeFilterOf(view);
  const shown: InvoiceColumn[] = hasCustomer ? ['ERP_CUSTOMER', ...SHOWN] : [...SHOWN];
  const prepare = async (format: ExportFormat, isWhole: boolean) => {
    const input = { format, columns: isWhole ? null : shown, filter, orderBy: invoiceOrder(view) };
    return (await query(PortalPrepareInvoiceExportDocument, { input })).prepareInvoiceExport;
  };
  const count = async (signal: AbortSignal) =>
    (await query(PortalInvoiceCountDocument, { filter }, signal)).invoices.totalCount;
  return (
    <ExportFrame shownCount={shown.length} prepare={prepare} onClose={onClose}>
      <RowCount of="invoices" filter={filter} count={count} />
    </ExportFrame>
  );
}

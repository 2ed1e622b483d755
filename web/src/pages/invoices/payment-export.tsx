import { ExportFrame } from '../../app/export/export-frame';
import type { ExportFormat, PaymentColumn } from '../../app/operations.generated';
import { query } from '../../app/query';
import { filterOf, type PaymentSearch, paymentOrder } from './payment-search';
import { PortalPaymentCountDocument, PortalPreparePaymentExportDocument } from './payments.generated';
import { RowCount } from './row-count';

/** The columns of the list; an amount is one column with its currency there. */
const SHOWN: readonly PaymentColumn[] = [
  ...(['NUMBER', 'INVOICE_NUMBER', 'PAID_ON', 'METHOD', 'REFERENCE', 'AMOUNT', 'CURRENCY'] as const),
];

interface PaymentExportProps {
  view: PaymentSearch;
  /** Whether the list says whose payments they are. */
  hasCustomer: boolean;
  onClose: () => void;
}

/** Exports the payments that are shown: the filter and the order of the address, every row. */
export function PaymentExport({ view, hasCustomer, onClose }: PaymentExportProps) {
  const filter = filterOf(view);
  const shown: PaymentColumn[] = hasCustomer ? ['ERP_CUSTOMER', ...SHOWN] : [...SHOWN];
  const prepare = async (format: ExportFormat, isWhole: boolean) => {
    const input = { format, columns: isWhole ? null : shown, filter, orderBy: paymentOrder(view) };
    return (await query(PortalPreparePaymentExportDocument, { input })).preparePaymentExport;
  };
  const count = async (signal: AbortSignal) =>
    (await query(PortalPaymentCountDocument, { filter }, signal)).payments.totalCount;
  return (
    <ExportFrame shownCount={shown.length} prepare={prepare} onClose={onClose}>
      <RowCount of="payments" filter={filter} count={count} />
    </ExportFrame>
  );
}

import { switchedOff } from '../../../shared/errors.js';
import { invoiceTerms } from '../../invoices/invoice.order.js';
import { paymentTerms } from '../../invoices/payment.order.js';
import { toInvoice, toPayment } from '../../invoices/shown-account.js';
import type { CsvOptions } from '../formats/write-csv.js';
import type { ExportDependencies } from './export-dependencies.js';
import { type ErpExporter, exportErpRows } from './export-erp-rows.js';
import type { ExportedFile } from './exported-file.js';
import {
  INVOICE_COLUMNS,
  type InvoiceExportColumn,
  PAYMENT_COLUMNS,
  type PaymentExportColumn,
} from './invoice-columns.js';
import type { InvoiceExportRequest, PaymentExportRequest } from './prepared-request.js';

type Written<Request> = Request & { csv: Partial<CsvOptions> };

/**
 * Exports every invoice within a scope that matches a filter, in the order of the request.
 *
 * @throws FORBIDDEN if the portal has none
 */
export function exportInvoices(
  dependencies: ExportDependencies,
  exporter: ErpExporter,
  { csv, format, ...request }: Written<InvoiceExportRequest>,
): ExportedFile {
  const { invoices, ...sources } = dependencies.invoices;
  if (!invoices) throw switchedOff('Invoices');
  const { filter, orderBy, columns } = request;
  const { erpScope, signal } = exporter;
  const names = columns?.length ? columns : (Object.keys(INVOICE_COLUMNS) as InvoiceExportColumn[]);
  const today = sources.today();
  const terms = invoiceTerms(orderBy, erpScope);
  return exportErpRows(dependencies, exporter, {
    ...{ name: 'invoices', title: 'Invoices', request, format, csv },
    event: { action: 'INVOICES_EXPORTED', targetType: 'INVOICES' },
    columns: names.map((name) => INVOICE_COLUMNS[name]),
    byDefault: 'the latest first',
    batches: invoices.stream(erpScope, { ...filter, today }, terms, signal),
    toItem: (row) => toInvoice(row, { ...sources, today }),
  });
}

/** Exports every payment like `exportInvoices`. @throws FORBIDDEN if the portal has none */
export function exportPayments(
  dependencies: ExportDependencies,
  exporter: ErpExporter,
  { csv, format, ...request }: Written<PaymentExportRequest>,
): ExportedFile {
  const { payments, onUnshown } = dependencies.invoices;
  if (!payments) throw switchedOff('Payments');
  const { filter, orderBy, columns } = request;
  const { erpScope, signal } = exporter;
  const names = columns?.length ? columns : (Object.keys(PAYMENT_COLUMNS) as PaymentExportColumn[]);
  return exportErpRows(dependencies, exporter, {
    ...{ name: 'payments', title: 'Payments', request, format, csv },
    event: { action: 'PAYMENTS_EXPORTED', targetType: 'PAYMENTS' },
    columns: names.map((name) => PAYMENT_COLUMNS[name]),
    byDefault: 'the latest first',
    batches: payments.stream(erpScope, filter ?? {}, paymentTerms(orderBy, erpScope), signal),
    toItem: (row) => toPayment(row, onUnshown),
  });
}

import type { AuditFilter } from '../../audit/audit-entry.args.js';
import type { FormatName } from '../formats/export-formats.js';
import type { PrepareInventoryExportInput } from './inventory-export.args.js';
import type { PrepareInvoiceExportInput, PreparePaymentExportInput } from './invoice-export.args.js';

/** An export of the inventory. */
export type InventoryExportRequest = PrepareInventoryExportInput;

/** An export of invoices. */
export type InvoiceExportRequest = PrepareInvoiceExportInput;

/** An export of payments. */
export type PaymentExportRequest = PreparePaymentExportInput;

/** An export of the audit log. */
export interface AuditExportRequest {
  format: FormatName;
  filter?: AuditFilter | null | undefined;
}

/** What a download gives. It is stored as JSON until the download is opened. */
export type PreparedRequest =
  | { kind: 'INVENTORY'; request: InventoryExportRequest }
  | { kind: 'INVOICES'; request: InvoiceExportRequest }
  | { kind: 'PAYMENTS'; request: PaymentExportRequest }
  | { kind: 'AUDIT'; request: AuditExportRequest };

/** A stored request as it was prepared: JSON has no times. */
export function fromStored(stored: PreparedRequest): PreparedRequest {
  if (stored.kind !== 'AUDIT' || !stored.request.filter) return stored;
  const { from, to, ...filter } = stored.request.filter;
  const times = { from: from ? new Date(from) : null, to: to ? new Date(to) : null };
  return { ...stored, request: { ...stored.request, filter: { ...filter, ...times } } };
}

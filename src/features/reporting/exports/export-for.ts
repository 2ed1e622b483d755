import {
  assertReadsStock,
  assertRole,
  type Caller,
  callerId,
  erpScopeOfCaller,
  refuseApiKey,
  scopeKey,
} from '../../../shared/auth.js';
import { exportsOff, forbidden } from '../../../shared/errors.js';
import type { RequestIdentity } from '../../identity/sessions/authenticate.js';
import { INVOICE_READERS } from '../../invoices/invoice.resolver.js';
import type { CsvOptions } from '../formats/write-csv.js';
import { exportAuditLog } from './export-audit-log.js';
import type { ExportDependencies } from './export-dependencies.js';
import { exportInventory } from './export-inventory.js';
import { exportInvoices, exportPayments } from './export-invoices.js';
import type { ExportedFile } from './exported-file.js';
import type { PreparedRequest } from './prepared-request.js';

/** How the file is written and sent. */
export interface Delivery {
  csv: Partial<CsvOptions>;
  /** Fires if the client leaves, or the export takes too long. */
  signal: AbortSignal;
}

/**
 * Passes if the caller may export this at all; their scope decides which rows.
 *
 * @throws UNAUTHENTICATED, FORBIDDEN or PASSWORD_CHANGE_REQUIRED
 */
export function assertMayExport(kind: PreparedRequest['kind'], caller: Caller): void {
  if (kind === 'INVENTORY') assertReadsStock(caller);
  else {
    refuseApiKey(caller);
    assertRole(caller.viewer, kind === 'AUDIT' ? ['ADMIN'] : INVOICE_READERS);
  }
}

/** Exports what a caller, who may, asks for. @throws FORBIDDEN if exports of it, or what it exports, are switched off */
export function exportFor(
  dependencies: ExportDependencies,
  identity: RequestIdentity,
  { csv, signal, ...prepared }: PreparedRequest & Delivery,
): ExportedFile {
  const { kind } = prepared;
  if (kind !== 'AUDIT' && dependencies.stockExportsOff) throw exportsOff();
  const { erpScope, origin } = identity;
  const assertStillMay = async () => {
    const now = await identity.reread();
    assertMayExport(kind, now);
    if (scopeKey(erpScopeOfCaller(now)) !== scopeKey(erpScope)) throw forbidden();
  };
  const exporter = { id: callerId(identity), origin, signal, assertStillMay, erpScope };
  switch (prepared.kind) {
    case 'AUDIT':
      return exportAuditLog(dependencies, exporter, { ...prepared.request, csv });
    case 'INVENTORY':
      return exportInventory(dependencies, exporter, { ...prepared.request, csv });
    case 'INVOICES':
      return exportInvoices(dependencies, exporter, { ...prepared.request, csv });
    case 'PAYMENTS':
      return exportPayments(dependencies, exporter, { ...prepared.request, csv });
  }
}

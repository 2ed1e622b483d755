import {
  assertReadsStock,
  assertRole,
  type Caller,
  callerId,
  erpScopeOfCaller,
  scopeKey,
} from '../../../shared/auth.js';
import { exportsOff, forbidden } from '../../../shared/errors.js';
import type { RequestIdentity } from '../../identity/sessions/authenticate.js';
import type { CsvOptions } from '../formats/write-csv.js';
import { exportAuditLog } from './export-audit-log.js';
import type { ExportDependencies } from './export-dependencies.js';
import { exportInventory } from './export-inventory.js';
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
  if (kind === 'AUDIT') assertRole(caller.viewer, ['ADMIN']);
  else assertReadsStock(caller);
}

/** Exports what a caller, who may, asks for. @throws FORBIDDEN if exports of the inventory are switched off */
export function exportFor(
  dependencies: ExportDependencies,
  identity: RequestIdentity,
  { kind, request, csv, signal }: PreparedRequest & Delivery,
): ExportedFile {
  if (kind === 'INVENTORY' && dependencies.stockExportsOff) throw exportsOff();
  const { erpScope, origin } = identity;
  const assertStillMay = async () => {
    const now = await identity.reread();
    assertMayExport(kind, now);
    if (scopeKey(erpScopeOfCaller(now)) !== scopeKey(erpScope)) throw forbidden();
  };
  const exporter = { id: callerId(identity), origin, signal, assertStillMay };
  return kind === 'AUDIT'
    ? exportAuditLog(dependencies, exporter, { ...request, csv })
    : exportInventory(dependencies, { ...exporter, erpScope }, { ...request, csv });
}

import { assertReadsStock, assertRole, callerId } from '../../../shared/auth.js';
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
  /** Fires if the client leaves. */
  signal: AbortSignal;
}

/**
 * Exports what a caller asks for, with the rights that they have now.
 *
 * @throws UNAUTHENTICATED, FORBIDDEN or PASSWORD_CHANGE_REQUIRED
 */
export function exportFor(
  dependencies: ExportDependencies,
  { viewer, apiKey, erpScope, origin }: RequestIdentity,
  { kind, request, csv, signal }: PreparedRequest & Delivery,
): ExportedFile {
  if (kind === 'AUDIT') assertRole(viewer, ['ADMIN']);
  else assertReadsStock({ viewer, apiKey });
  const exporter = { id: callerId({ viewer, apiKey }), origin, signal };
  return kind === 'AUDIT'
    ? exportAuditLog(dependencies, exporter, { ...request, csv })
    : exportInventory(dependencies, { ...exporter, erpScope }, { ...request, csv });
}

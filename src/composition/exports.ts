import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import type { AuditEntrySources } from '../features/audit/audit-entry.loader.js';
import type { AuditLog } from '../features/audit/audit-log.js';
import type { InventorySources } from '../features/inventory/inventory.loader.js';
import type { InvoiceSources } from '../features/invoices/invoice.loader.js';
import { DownloadStore } from '../features/reporting/exports/download.store.js';
import type { ExportDependencies } from '../features/reporting/exports/export-dependencies.js';
import { Slots } from '../shared/slots.js';
import { baseUrlOf } from './base-url.js';

/** Each reads the local database. */
const AUDIT_EXPORTS_MAX = 2;
/** A spreadsheet may ask twice at once: for its preview and for its data. */
const EXPORTS_PER_CALLER = 2;

/** What composing exports needs. */
export interface ExportsInput {
  dataSource: DataSource;
  audit: AuditLog;
  auditEntries: AuditEntrySources;
  inventory: InventorySources;
  invoices: InvoiceSources;
  now: () => Date;
}

/** Composes exports of the inventory and of the audit log. */
export const composeExports = (config: Config, input: ExportsInput): ExportDependencies => ({
  ...input,
  downloads: new DownloadStore(input.dataSource),
  stockExportsOff: config.erpGuard.exportsMax === 0,
  stockSlots: new Slots({ total: config.erpGuard.exportsMax, perCaller: EXPORTS_PER_CALLER }),
  auditSlots: new Slots({ total: AUDIT_EXPORTS_MAX, perCaller: EXPORTS_PER_CALLER }),
  timeoutMs: config.erpGuard.exportTimeoutMs,
  baseUrl: baseUrlOf(config),
});

/** How long stopping the service waits for the audit entries of exports that it has cut off. */
const ENDING_MS = 5_000;

/** Waits until exports that were cut off have been audited. Their connections must be closed already. */
export async function exportsEnded({ stockSlots, auditSlots }: ExportDependencies): Promise<void> {
  const ended = Promise.all([stockSlots.idle(), auditSlots.idle()]);
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise((resolve) => {
    timer = setTimeout(resolve, ENDING_MS);
  });
  await Promise.race([ended, timeout]);
  clearTimeout(timer);
}

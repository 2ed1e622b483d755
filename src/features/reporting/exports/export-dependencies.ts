import type { DataSource } from 'typeorm';
import type { Slots } from '../../../shared/slots.js';
import type { AuditEntrySources } from '../../audit/audit-entry.loader.js';
import type { AuditLog } from '../../audit/audit-log.js';
import type { InventorySources } from '../../inventory/inventory.loader.js';
import type { InvoiceSources } from '../../invoices/invoice.loader.js';
import type { DownloadStore } from './download.store.js';

/** What exporting needs. */
export interface ExportDependencies {
  dataSource: DataSource;
  audit: AuditLog;
  auditEntries: AuditEntrySources;
  inventory: Pick<InventorySources, 'store' | 'onUnshown'>;
  invoices: Omit<InvoiceSources, 'cursors'>;
  downloads: DownloadStore;
  /** Whether nothing of the ERP may be exported. */
  stockExportsOff: boolean;
  /** The exports that are in progress. */
  stockSlots: Slots;
  auditSlots: Slots;
  /** How long an export may take, in milliseconds. */
  timeoutMs: number;
  /** The address of the service, without a slash at its end. */
  baseUrl: string;
  now: () => Date;
}

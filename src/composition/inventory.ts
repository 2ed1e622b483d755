import type { Logger } from 'pino';
import type { GuardedErp } from '../erp/guarded-erp.js';
import type { ErpMapping } from '../erp/mapping.js';
import type { InventorySources } from '../features/inventory/inventory.loader.js';
import { InventoryStore } from '../features/inventory/inventory.store.js';
import { InventoryReportStore } from '../features/inventory/inventory-report.store.js';
import { ScopedInventory } from '../features/inventory/scoped-inventory.js';
import { CursorCodec } from '../shared/cursor.js';
import { deriveKey } from '../shared/derive-key.js';
import type { SecretKeys } from './secret-key.js';
import { warnOfUnshown } from './warn-of-unshown.js';

/** Composes reading the inventory. */
export function composeInventory(
  erp: GuardedErp,
  mapping: ErpMapping,
  [secretKey, ...previous]: SecretKeys,
  logger: Logger,
): InventorySources {
  const inventory = new ScopedInventory(erp, mapping);
  const cursorKey = (key: string) => deriveKey(key, 'cursor');
  return {
    store: new InventoryStore(inventory),
    reports: new InventoryReportStore(inventory),
    cursors: new CursorCodec([cursorKey(secretKey), ...previous.map(cursorKey)]),
    onUnshown: warnOfUnshown(logger),
  };
}

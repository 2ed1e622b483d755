import type { Logger } from 'pino';
import type { GuardedErp } from '../erp/guarded-erp.js';
import type { ErpMapping } from '../erp/mapping.js';
import type { OnUnshown } from '../erp/rows/shown-values.js';
import type { InventorySources } from '../features/inventory/inventory.loader.js';
import { InventoryStore } from '../features/inventory/inventory.store.js';
import { InventoryReportStore } from '../features/inventory/inventory-report.store.js';
import { ScopedInventory } from '../features/inventory/scoped-inventory.js';
import { CursorCodec } from '../shared/cursor.js';
import { deriveKey } from '../shared/derive-key.js';
import { oncePer } from '../shared/once-per.js';
import type { SecretKeys } from './secret-key.js';

const WARNED_ONCE_PER = { periodMs: 3_600_000, remembered: 100 };

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

/** Logs that a column has a value that can't be shown: once an hour for each column, because every page may have some. */
function warnOfUnshown(logger: Logger): OnUnshown {
  const isDue = oncePer(WARNED_ONCE_PER);
  return (column) => {
    if (!isDue(column)) return;
    logger.warn(
      { column },
      "the ERP has values that can't be shown, such as infinity; portico erp check counts them",
    );
  };
}

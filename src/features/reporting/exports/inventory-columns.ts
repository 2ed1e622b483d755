import type { InventoryItem } from '../../inventory/inventory.type.js';
import {
  dateColumn as date,
  type ExportColumnOf,
  decimalColumn as quantity,
  textColumn as text,
} from './export-column.js';

type Column = ExportColumnOf<InventoryItem>;

/** The columns of an export by their names in GraphQL. The names in files are those of the item's fields. */
const COLUMNS = {
  ERP_CUSTOMER: text('erpCustomer', 'Customer', 24, ({ erpCustomer }) => erpCustomer.name),
  PART_NUMBER: text('partNumber', 'Part number', 20, ({ partNumber }) => partNumber),
  DESCRIPTION: text('description', 'Description', 40, ({ description }) => description),
  WAREHOUSE: text('warehouse', 'Warehouse', 12, ({ warehouse }) => warehouse),
  BIN: text('bin', 'Bin', 12, ({ bin }) => bin),
  LOT: text('lot', 'Lot', 16, ({ lot }) => lot),
  STATUS: text('status', 'Status', 14, ({ status }) => status),
  UNIT: text('unit', 'Unit', 8, ({ unit }) => unit),
  QUANTITY_ON_HAND: quantity('quantityOnHand', 'On hand', (item) => item.quantityOnHand),
  QUANTITY_ALLOCATED: quantity('quantityAllocated', 'Allocated', (item) => item.quantityAllocated),
  QUANTITY_AVAILABLE: quantity('quantityAvailable', 'Available', (item) => item.quantityAvailable),
  RECEIVED_ON: date('receivedOn', 'Received', ({ receivedOn }) => receivedOn),
  EXPIRES_ON: date('expiresOn', 'Expires', ({ expiresOn }) => expiresOn),
  LAST_MOVED_AT: {
    ...{ name: 'lastMovedAt', title: 'Last moved (UTC)', type: 'instant', width: 20 },
    cellOf: ({ lastMovedAt }) => lastMovedAt?.toISOString() ?? null,
  },
} as const satisfies Record<string, Column>;

/** A column of an export. */
export type ExportColumn = keyof typeof COLUMNS;
/** The columns in the order in which they are written unless the caller chooses another. */
export const EXPORT_COLUMNS = Object.keys(COLUMNS) as ExportColumn[];

/** The column of a name. */
export const columnNamed = (name: ExportColumn): Column => COLUMNS[name];

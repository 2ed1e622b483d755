import type { CSSProperties, ReactNode } from 'react';
import type { InventoryColumn, PortalItemFragment } from '../../app/operations.generated';
import { type ColumnName, DEFAULT_COLUMNS } from './inventory-search';
import { ItemQuantity, ItemTime, Status } from './item-values';

type Item = PortalItemFragment;

/** A column of the grid. Its name is its word, too. */
export interface Column {
  name: ColumnName;
  /** Its name in exports. */
  exported: InventoryColumn;
  /** How wide it is at least, in px. */
  width: number;
  /** Set in the face for codes, at the end as numbers are, or in the direction of its words. */
  look?: 'code' | 'number' | 'text';
  cell: (item: Item) => ReactNode;
}

/** All columns, in the order in which they are offered. */
export const COLUMNS: readonly Column[] = [
  { name: 'part', exported: 'PART_NUMBER', width: 180, look: 'code', cell: (item) => item.partNumber },
  {
    name: 'description',
    exported: 'DESCRIPTION',
    width: 150,
    look: 'text',
    cell: (item) => item.description,
  },
  {
    name: 'customer',
    exported: 'ERP_CUSTOMER',
    width: 140,
    look: 'text',
    cell: (item) => item.erpCustomer.name,
  },
  { name: 'whse', exported: 'WAREHOUSE', width: 72, look: 'code', cell: (item) => item.warehouse },
  { name: 'bin', exported: 'BIN', width: 92, look: 'code', cell: (item) => item.bin },
  { name: 'lot', exported: 'LOT', width: 112, look: 'code', cell: (item) => item.lot },
  { name: 'status', exported: 'STATUS', width: 104, cell: (item) => <Status of={item.status} /> },
  {
    name: 'onHand',
    exported: 'QUANTITY_ON_HAND',
    width: 124,
    look: 'number',
    cell: (item) => <ItemQuantity item={item} field="quantityOnHand" />,
  },
  {
    name: 'allocated',
    exported: 'QUANTITY_ALLOCATED',
    width: 124,
    look: 'number',
    cell: (item) => <ItemQuantity item={item} field="quantityAllocated" />,
  },
  {
    name: 'available',
    exported: 'QUANTITY_AVAILABLE',
    width: 124,
    look: 'number',
    cell: (item) => <ItemQuantity item={item} field="quantityAvailable" />,
  },
  {
    name: 'expires',
    exported: 'EXPIRES_ON',
    width: 112,
    cell: (item) => <ItemTime item={item} field="expiresOn" />,
  },
  {
    name: 'received',
    exported: 'RECEIVED_ON',
    width: 112,
    cell: (item) => <ItemTime item={item} field="receivedOn" />,
  },
  {
    name: 'lastMoved',
    exported: 'LAST_MOVED_AT',
    width: 176,
    cell: (item) => <ItemTime item={item} field="lastMovedAt" />,
  },
];

/** The columns that are shown, in their order. @param names as the address says them */
export const columnsOf = (names: readonly ColumnName[] = DEFAULT_COLUMNS): Column[] =>
  names.flatMap((name) => COLUMNS.filter((column) => column.name === name));

/** The columns of a file with the same as the grid, where a unit stands behind each quantity. */
export function exportedColumns(columns: readonly Column[]): InventoryColumn[] {
  const names = columns.map(({ exported }) => exported);
  const lastQuantity = columns.findLastIndex(({ look }) => look === 'number');
  return lastQuantity < 0 ? names : names.toSpliced(lastQuantity + 1, 0, 'UNIT');
}

declare module 'react' {
  interface CSSProperties {
    '--columns'?: string;
    '--width'?: string;
    '--height'?: string;
    '--start'?: string;
  }
}

/** The widths of the grid. What is left goes to the description or, without one, to all columns. */
export function gridWidths(columns: readonly Column[]): CSSProperties {
  const hasDescription = columns.some(({ name }) => name === 'description');
  const tracks = columns.map(({ name, width }) => {
    if (name === 'description') return `minmax(${width}px, 1fr)`;
    return hasDescription ? `${width}px` : `minmax(${width}px, ${width}fr)`;
  });
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return { '--columns': tracks.join(' '), '--width': `${width}px` };
}

import type { ErpColumn, ErpColumnType, ErpDialectName } from './erp.js';

/** What makes an ERP's tables the relations that the portal reads: a SELECT for each, used as a derived table. */
export interface ErpMapping {
  inventory: string;
  /** The customers, where the ERP knows of more than those that have inventory; null: those that have. */
  customers: string | null;
}

/** What sql/erp/inventory.*.sql gives. The types are those of the comparisons: everything travels as text. */
export interface MappedInventory {
  row_id: string;
  customer_name: string;
  part_number: string;
  description: string | null;
  warehouse: string | null;
  bin: string | null;
  lot: string | null;
  status: string | null;
  unit: string;
  quantity_on_hand: string;
  quantity_allocated: string;
  received_on: string | null;
  expires_on: string | null;
  last_moved_at: string | null;
}

interface Wanted {
  types: readonly ErpColumnType[];
  /** The same on SQL Server, where it wants something else. */
  onMssql?: readonly ErpColumnType[];
  /** As docs/erp.md puts it. */
  words: string;
}

const TEXT: Wanted = { types: ['text'], words: 'a text' };
const NUMBER: Wanted = {
  types: ['decimal', 'integer'],
  // It adds and subtracts whole numbers as what they are, and fails where the result is too large or below zero.
  onMssql: ['decimal'],
  words: 'a decimal: a float has lost digits already; cast a whole number as decimal(19, 0)',
};
const DATE: Wanted = { types: ['date'], words: 'a date' };

/** Each column of the inventory, and what it must be. */
const INVENTORY: Record<keyof MappedInventory, Wanted> = {
  row_id: { types: ['integer', 'text'], words: 'a whole number or a text' },
  customer_name: TEXT,
  part_number: TEXT,
  description: TEXT,
  warehouse: TEXT,
  bin: TEXT,
  lot: TEXT,
  status: TEXT,
  unit: TEXT,
  quantity_on_hand: NUMBER,
  quantity_allocated: NUMBER,
  received_on: DATE,
  expires_on: DATE,
  last_moved_at: { types: ['timestamp'], words: 'a datetime2(3) or timestamp, in UTC and without a zone' },
};

const RELATIONS = {
  inventory: INVENTORY,
  customers: { customer_name: TEXT },
} satisfies Record<keyof ErpMapping, Record<string, Wanted>>;

export const INVENTORY_COLUMNS = Object.keys(INVENTORY) as (keyof MappedInventory)[];

/** Columns of the inventory that are never null. */
export const NEVER_NULL = [
  'row_id',
  'customer_name',
  'part_number',
  'unit',
  'quantity_on_hand',
  'quantity_allocated',
] as const satisfies readonly (keyof MappedInventory)[];

/** What a mapping's columns lack, each in a sentence; nothing where they do. Further columns do no harm. */
export function mappingProblems(
  columns: readonly ErpColumn[],
  which: keyof ErpMapping,
  dialect: ErpDialectName,
): string[] {
  const found = new Map(columns.map((column) => [column.name, column]));
  return Object.entries<Wanted>(RELATIONS[which]).flatMap(([name, { types, onMssql = types, words }]) => {
    const column = found.get(name);
    if (!column) {
      const other = columns.find((one) => one.name.toLowerCase() === name);
      const instead = other ? ` (there is ${other.name}: write it in lower case)` : '';
      return [`the column ${name} is missing${instead}; wanted ${words}`];
    }
    return (dialect === 'mssql' ? onMssql : types).includes(column.type)
      ? []
      : [`the column ${name} is ${column.declared}; wanted ${words}`];
  });
}

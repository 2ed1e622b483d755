import type { ErpColumn, ErpColumnType, ErpDialectName } from './erp.js';

/** Maps an ERP's tables to the relations that the portal reads: a SELECT for each, used as a derived table. */
export interface ErpMapping {
  inventory: string;
  /** The customers, including those without inventory; null: only the customers that have inventory. */
  customers: string | null;
}

/** The SELECTs of a mapping. */
export const selectsOf = ({ inventory, customers }: ErpMapping) =>
  customers === null ? [inventory] : [inventory, customers];

/** The columns that the relations of a mapping return, as the ERP describes them. A relation that isn't mapped has none. */
export type MappingColumns = Readonly<Record<keyof ErpMapping, readonly ErpColumn[]>>;

/**
 * A row of the mapped inventory, as sql/erp/inventory.*.sql returns it. The types are for comparisons in queries: every
 * value is sent and received as text.
 */
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

/** What a column must be. */
interface Requirement {
  types: readonly ErpColumnType[];
  /** The types for SQL Server, if they differ. */
  onMssql?: readonly ErpColumnType[];
  /** The same for messages, in the words of docs/erp.md. */
  description: string;
}

const TEXT: Requirement = { types: ['text'], description: 'a text' };
const NUMBER: Requirement = {
  types: ['decimal', 'integer'],
  // SQL Server adds and subtracts whole numbers in their own type. It fails if that type can't hold the result: if the
  // result is too large, or below zero.
  onMssql: ['decimal'],
  description: 'a decimal: a float has already lost digits; cast a whole number to decimal(19, 0)',
};
const DATE: Requirement = { types: ['date'], description: 'a date' };

/** The columns of the inventory and their requirements. */
const INVENTORY: Record<keyof MappedInventory, Requirement> = {
  row_id: { types: ['integer', 'text'], description: 'a whole number or a text' },
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
  last_moved_at: {
    types: ['timestamp'],
    description: 'a datetime2(3) or timestamp, in UTC and without a zone',
  },
};

const RELATIONS = {
  inventory: INVENTORY,
  customers: { customer_name: TEXT },
} satisfies Record<keyof ErpMapping, Record<string, Requirement>>;

/** The names of the inventory's columns. */
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

/** The problems of a mapping's columns, one sentence each; empty if there are none. Further columns are ignored. */
export function mappingProblems(
  columns: readonly ErpColumn[],
  which: keyof ErpMapping,
  dialect: ErpDialectName,
): string[] {
  const found = new Map(columns.map((column) => [column.name, column]));
  return Object.entries<Requirement>(RELATIONS[which]).flatMap(
    ([name, { types, onMssql = types, description }]) => {
      const column = found.get(name);
      if (!column) {
        const other = columns.find((one) => one.name.toLowerCase() === name);
        const instead = other ? ` (there is ${other.name}: write it in lower case)` : '';
        return [`the column ${name} is missing${instead}; wanted ${description}`];
      }
      return (dialect === 'mssql' ? onMssql : types).includes(column.type)
        ? []
        : [`the column ${name} is ${column.declared}; wanted ${description}`];
    },
  );
}

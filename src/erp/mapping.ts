import type { ErpColumn, ErpColumnType, ErpDialectName } from './erp.js';

/** Maps an ERP's tables to the relations that the portal reads: a SELECT for each, used as a derived table. */
export interface ErpMapping {
  inventory: string;
  /** The customers, including those without inventory; null: only the customers that have inventory. */
  customers: string | null;
  /** Null: the portal shows no invoices. */
  invoices: string | null;
  /** What was paid; null: the portal shows no payments. */
  payments: string | null;
}

/** A relation of the mapping. */
export type Relation = keyof ErpMapping;
/** All of them. */
export const RELATION_NAMES = [
  'inventory',
  'customers',
  'invoices',
  'payments',
] as const satisfies Relation[];

/** The SELECTs of a mapping. */
export const selectsOf = (mapping: ErpMapping): string[] =>
  RELATION_NAMES.flatMap((which) => mapping[which] ?? []);

/** The columns that the relations of a mapping return, as the ERP describes them. A relation that isn't mapped has none. */
export type MappingColumns = Readonly<Record<Relation, readonly ErpColumn[]>>;

/** The same before the ERP was asked. */
export const UNKNOWN_COLUMNS: MappingColumns = { inventory: [], customers: [], invoices: [], payments: [] };

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

/** A row of the mapped invoices, as sql/erp/invoices.*.sql returns it. Credit notes have negative amounts. */
export interface MappedInvoice {
  row_id: string;
  customer_name: string;
  invoice_number: string;
  /** The customer's own word for it, such as an order number. */
  reference: string | null;
  description: string | null;
  issued_on: string;
  due_on: string | null;
  /** An ISO 4217 code. */
  currency: string;
  total_amount: string;
  tax_amount: string | null;
  /** What is still to be paid. */
  open_amount: string;
}

/** A row of the mapped payments, as sql/erp/payments.*.sql returns it: what was paid on one invoice, or on none. */
export interface MappedPayment {
  row_id: string;
  customer_name: string;
  payment_number: string;
  invoice_number: string | null;
  method: string | null;
  reference: string | null;
  paid_on: string;
  currency: string;
  amount: string;
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

const ID: Requirement = { types: ['integer', 'text'], description: 'a whole number or a text' };

/** The columns of the inventory and their requirements. */
const INVENTORY: Record<keyof MappedInventory, Requirement> = {
  row_id: ID,
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

const INVOICES: Record<keyof MappedInvoice, Requirement> = {
  row_id: ID,
  customer_name: TEXT,
  invoice_number: TEXT,
  reference: TEXT,
  description: TEXT,
  issued_on: DATE,
  due_on: DATE,
  currency: TEXT,
  total_amount: NUMBER,
  tax_amount: NUMBER,
  open_amount: NUMBER,
};

const PAYMENTS: Record<keyof MappedPayment, Requirement> = {
  row_id: ID,
  customer_name: TEXT,
  payment_number: TEXT,
  invoice_number: TEXT,
  method: TEXT,
  reference: TEXT,
  paid_on: DATE,
  currency: TEXT,
  amount: NUMBER,
};

const RELATIONS = {
  inventory: INVENTORY,
  customers: { customer_name: TEXT },
  invoices: INVOICES,
  payments: PAYMENTS,
} satisfies Record<Relation, Record<string, Requirement>>;

/** The names of the inventory's columns. */
export const INVENTORY_COLUMNS = Object.keys(INVENTORY) as (keyof MappedInventory)[];

/** Columns that are never null. */
export const NEVER_NULL = {
  inventory: [
    'row_id',
    'customer_name',
    'part_number',
    'unit',
    'quantity_on_hand',
    'quantity_allocated',
  ] satisfies (keyof MappedInventory)[],
  invoices: [
    'row_id',
    'customer_name',
    'invoice_number',
    'issued_on',
    'currency',
    'total_amount',
    'open_amount',
  ] satisfies (keyof MappedInvoice)[],
  payments: [
    'row_id',
    'customer_name',
    'payment_number',
    'paid_on',
    'currency',
    'amount',
  ] satisfies (keyof MappedPayment)[],
} as const;

/** The problems of a mapping's columns, one sentence each; empty if there are none. Further columns are ignored. */
export function mappingProblems(
  columns: readonly ErpColumn[],
  which: Relation,
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

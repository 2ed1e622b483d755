import { type RawBuilder, sql } from 'kysely';
import type { MappedInventory, MappedInvoice, MappedPayment } from './mapping.js';

/** A column of the inventory, including the derived one. */
export type InventoryColumn = keyof MappedInventory | 'quantity_available';
/** A column of the invoices. */
export type InvoiceColumn = keyof MappedInvoice;
/** A column of the payments. */
export type PaymentColumn = keyof MappedPayment;

/** Refers to a column by its qualified name: an unqualified name could mean the result column of that name, which is text. */
export type ColumnReference<Column extends string> = (name: Column) => RawBuilder<unknown>;

/** Refers to the columns of a relation. @param alias the name of the relation in queries */
export function columnsOf<Column extends string>(alias: string): ColumnReference<Column> {
  // Kysely parses a name each time, and one filter may compare hundreds of times.
  const references = new Map<Column, RawBuilder<unknown>>();
  return (name) => {
    const known = references.get(name) ?? sql.ref(`${alias}.${name}`);
    references.set(name, known);
    return known;
  };
}

/** Refers to a column of the inventory, or of the customers, whose relation has the same name in queries. */
export const columnOf = columnsOf<InventoryColumn>('inventory');

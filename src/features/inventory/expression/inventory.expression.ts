import type { InventoryColumn } from '../../../erp/mapped-column.js';

/** A column of the inventory. */
export type ExpressionColumn = InventoryColumn;

/** The columns that hold text. The row's id is printed as text too, but can only be compared for equality. */
export type TextColumn =
  | 'customer_name'
  | 'part_number'
  | 'description'
  | 'warehouse'
  | 'bin'
  | 'lot'
  | 'status'
  | 'unit';

/** How two values compare. */
export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
/** Where in a column's value a text stands. */
export type TextTest = 'contains' | 'startsWith' | 'endsWith';
/** The case in which a column's text is compared: as if each of its letters were a small, or a capital one. */
export type LetterCase = 'lower' | 'upper';

/** A value as text: a decimal such as -12.50, a day such as 2026-11-30, or an instant in UTC such as 2026-11-30T10:15:00.5Z. */
type Value = string;

/** A comparison of a column with a value. A row's id is only compared by `eq` and `ne`. */
export interface ColumnComparison {
  column: InventoryColumn;
  operator: Comparison;
  value: Value | null;
  letters?: LetterCase;
}

/** Whether a column equals one of a list. */
export interface ColumnIn {
  column: InventoryColumn;
  in: readonly (Value | null)[];
  letters?: LetterCase;
}

/** Whether a text stands in a column. */
export interface ColumnText {
  column: TextColumn;
  test: TextTest;
  text: string;
  letters?: LetterCase;
}

/**
 * A condition on the rows of the inventory, which may be true, false or null; a row is found if it is true. The values are
 * those that are shown. The rules are those of OData 4.01 (URL Conventions, 5.1.1.1 and 5.1.1.2):
 *
 * - `eq`, `ne` and `in` treat null as a value that equals only itself.
 * - `gt`, `ge`, `lt` and `le` are false if the column or the value is null.
 * - `contains`, `startsWith` and `endsWith` are null if the column is null.
 * - `not` of null is null. `all` of null and false is false, `any` of null and true is true; otherwise null stays null.
 *
 * Equality and text tests are exact: they tell small letters from capitals, whatever the ERP's collation. With `letters`,
 * the column's text is compared in that case, as the ERP's server knows it. `gt`, `ge`, `lt` and `le` on text follow
 * the ERP's collation, as its order does.
 */
export type Expression =
  | { all: readonly Expression[] }
  | { any: readonly Expression[] }
  | { not: Expression }
  | ColumnComparison
  | ColumnIn
  | ColumnText;

/** The text columns in which a search looks. */
export const SEARCH_COLUMNS: readonly TextColumn[] = ['part_number', 'description', 'lot', 'bin'];

/** The kind of values that a column holds. */
export type ColumnKind = 'id' | 'text' | 'quantity' | 'date' | 'instant';

const KINDS: Partial<Record<InventoryColumn, ColumnKind>> = {
  row_id: 'id',
  quantity_on_hand: 'quantity',
  quantity_allocated: 'quantity',
  quantity_available: 'quantity',
  received_on: 'date',
  expires_on: 'date',
  last_moved_at: 'instant',
};

/** What kind of values a column holds. */
export function kindOf(column: InventoryColumn): ColumnKind {
  return KINDS[column] ?? 'text';
}

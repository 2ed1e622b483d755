import type { DemoStockRow } from '../../src/erp/demo/demo-stock.js';
import type { InventoryColumn } from '../../src/erp/mapped-column.js';
import type {
  ColumnText,
  Expression,
  LetterCase,
} from '../../src/features/inventory/expression/inventory.expression.js';
import { available, scaled } from './inventory-oracle.js';

type Truth = boolean | null;
type Value = string | bigint | null;

/** The value of a column as it is shown; a quantity in ten-billionths. */
const VALUES: Record<InventoryColumn, (row: DemoStockRow) => Value> = {
  row_id: (row) => String(row.stockNo),
  customer_name: (row) => row.ownerName,
  part_number: (row) => row.itemCode,
  description: (row) => row.itemText,
  warehouse: (row) => row.whse,
  bin: (row) => row.binCode,
  lot: (row) => row.lotNo,
  status: (row) => row.holdCode,
  unit: (row) => row.uom,
  quantity_on_hand: (row) => scaled(row.qtyOnHand),
  quantity_allocated: (row) => scaled(row.qtyAllocated),
  quantity_available: available,
  received_on: (row) => row.receivedDate,
  expires_on: (row) => row.expiryDate,
  last_moved_at: (row) => (row.lastMoveUtc === null ? null : instant(`${row.lastMoveUtc}Z`)),
};

/** An instant with as many digits as any other, so that their texts compare as they do. */
function instant(text: string): string {
  const [seconds, fraction = ''] = text.replace('Z', '').split('.');
  return `${seconds}.${fraction.padEnd(12, '0')}`;
}

/** Where a text stands among the others of its column, in the ERP's order. */
export type PlaceOf = (column: InventoryColumn, text: string) => number;

/** What an expression is for a row, worked out without any SQL. */
export function evaluate(expression: Expression, row: DemoStockRow, placeOf: PlaceOf): Truth {
  const each = (parts: readonly Expression[]) => parts.map((part) => evaluate(part, row, placeOf));
  if ('not' in expression) {
    const truth = evaluate(expression.not, row, placeOf);
    return truth === null ? null : !truth;
  }
  if ('all' in expression) return decide(each(expression.all), false);
  if ('any' in expression) return decide(each(expression.any), true);
  const { column } = expression;
  const found = VALUES[column](row);
  if ('test' in expression) return found === null ? null : hasText(String(found), expression);
  if ('in' in expression) return expression.in.some((value) => equals(found, value, expression));
  const { operator, value } = expression;
  if (operator === 'eq' || operator === 'ne') return equals(found, value, expression) === (operator === 'eq');
  if (found === null || value === null) return false;
  const isText = typeof found === 'string' && !TIMES.has(column);
  const [left, right] = isText
    ? [placeOf(column, found), placeOf(column, value)]
    : [found, read(value, column)];
  return { gt: left > right, ge: left >= right, lt: left < right, le: left <= right }[operator];
}

const TIMES: ReadonlySet<InventoryColumn> = new Set(['received_on', 'expires_on', 'last_moved_at']);

/** A value of an expression, as VALUES gives those of a row. */
function read(text: string, column: InventoryColumn): string | bigint {
  if (column.startsWith('quantity')) return scaled(text);
  return column === 'last_moved_at' ? instant(text) : text;
}

interface Compared {
  column: InventoryColumn;
  letters?: LetterCase;
}

function equals(found: Value, value: string | null, { column, letters }: Compared): boolean {
  if (found === null || value === null) return found === value;
  if (!letters) return found === read(value, column);
  return isInCase(value, letters) && String(found).toLowerCase() === value.toLowerCase();
}

function hasText(found: string, { test, text, letters }: ColumnText): boolean {
  if (letters && !isInCase(text, letters)) return false;
  const [within, part] = letters ? [found.toLowerCase(), text.toLowerCase()] : [found, text];
  return {
    contains: within.includes(part),
    startsWith: within.startsWith(part),
    endsWith: within.endsWith(part),
  }[test];
}

const isInCase = (text: string, letters: LetterCase) =>
  text === (letters === 'lower' ? text.toLowerCase() : text.toUpperCase());

/** Kleene's conjunction (false decides) and disjunction (true decides). */
function decide(truths: readonly Truth[], deciding: boolean): Truth {
  if (truths.includes(deciding)) return deciding;
  return truths.includes(null) ? null : !deciding;
}

import type { ErpDialect } from '../../erp/erp-dialect.js';
import type { Condition } from '../../erp/rows/condition.js';
import { matchesDate, matchesDecimal, matchesSearch, matchesText } from '../../erp/rows/row-conditions.js';
import { matchesExpression } from './expression/expression.conditions.js';
import { type Expression, SEARCH_COLUMNS } from './expression/inventory.expression.js';
import type { InventoryFilter } from './inventory.args.js';

/** The conditions on the rows of a query: a filter, and optionally an expression that must hold too. */
export type RowConditions = InventoryFilter & { where?: Expression };

/** The conditions on the rows, except the filter's customers, which narrow the scope instead. */
export function matchesConditions(dialect: ErpDialect, filter: RowConditions): Condition[] {
  return [
    ...(filter.where ? [matchesExpression(dialect, filter.where)] : []),
    ...matchesText(dialect, 'part_number', filter.partNumber),
    ...matchesText(dialect, 'bin', filter.bin),
    ...matchesText(dialect, 'warehouse', filter.warehouse),
    ...matchesText(dialect, 'lot', filter.lot),
    ...matchesText(dialect, 'status', filter.status),
    ...matchesDecimal(dialect, 'quantity_on_hand', filter.quantityOnHand),
    ...matchesDecimal(dialect, 'quantity_available', filter.quantityAvailable),
    ...matchesDate(dialect, 'expires_on', filter.expiresOn),
    ...matchesDate(dialect, 'received_on', filter.receivedOn),
    ...matchesSearch(dialect, SEARCH_COLUMNS, filter.search),
  ];
}

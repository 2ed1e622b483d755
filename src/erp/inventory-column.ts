import { sql } from 'kysely';
import type { MappedInventory } from './mapping.js';

/** A column of the inventory, including the derived one. */
export type InventoryColumn = keyof MappedInventory | 'quantity_available';

/** A column by its qualified name: an unqualified name could mean the result column of that name, which is text. */
export function columnOf(name: InventoryColumn) {
  return sql.ref(`inventory.${name}`);
}

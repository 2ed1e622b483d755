import { type RawBuilder, sql } from 'kysely';
import type { MappedInventory } from './mapping.js';

/** A column of the inventory, including the derived one. */
export type InventoryColumn = keyof MappedInventory | 'quantity_available';

/** A column by its qualified name: an unqualified name could mean the result column of that name, which is text. */
export function columnOf(name: InventoryColumn): RawBuilder<unknown> {
  const known = references.get(name) ?? sql.ref(`inventory.${name}`);
  references.set(name, known);
  return known;
}

/** Kysely parses a name each time, and one filter may compare hundreds of times. */
const references = new Map<InventoryColumn, RawBuilder<unknown>>();

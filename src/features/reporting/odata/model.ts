import type { ExpressionColumn } from '../../inventory/expression/inventory.expression.js';
import type { InventoryGroup, InventoryItem } from '../../inventory/inventory.type.js';

/** The types of properties. */
export type PropertyType = 'Edm.String' | 'Edm.Decimal' | 'Edm.Date' | 'Edm.DateTimeOffset' | 'Edm.Int64';

/** A value as it is written into an answer. Decimals and whole numbers are text, so that they stay exact. */
export type PropertyValue = string | Date | null;

/** A property of an entity type. */
export interface Property<Entity = never> {
  name: string;
  type: PropertyType;
  nullable: boolean;
  /** The column that it shows; null if it is computed, so that it can be neither filtered nor ordered by. */
  column: ExpressionColumn | null;
  read(entity: Entity): PropertyValue;
}

/** An entity set and the type of its entities, whose key is the property `Id`. */
export interface EntitySet<Entity = never> {
  name: string;
  typeName: string;
  description: string;
  /** Whether $search is supported. */
  searchable: boolean;
  properties: readonly Property<Entity>[];
}

/** The namespace of the entity types. */
export const NAMESPACE = 'Portico';
/** The container of the entity sets. */
export const CONTAINER = 'Container';
/** The name of the key of every entity type. */
export const KEY = 'Id';

const TYPES = {
  text: 'Edm.String',
  decimal: 'Edm.Decimal',
  date: 'Edm.Date',
  instant: 'Edm.DateTimeOffset',
  count: 'Edm.Int64',
} as const;

/** A property whose value may be null. */
const optional = <Entity>(
  name: string,
  [type, column]: [type: keyof typeof TYPES, column: ExpressionColumn | null],
  read: Property<Entity>['read'],
): Property<Entity> => ({ name, type: TYPES[type], nullable: true, column, read });

/** A property whose value is never null. */
const always: typeof optional = (...property) => ({ ...optional(...property), nullable: false });

/** The stock of the ERP, one entity for each row. */
export const INVENTORY: EntitySet<InventoryItem> = {
  name: 'Inventory',
  typeName: 'InventoryItem',
  description: 'The stock of a part in a bin, one entity for each row of the ERP.',
  searchable: true,
  properties: [
    always(KEY, ['text', 'row_id'], (item) => item.id),
    always('ErpCustomer', ['text', 'customer_name'], (item) => item.erpCustomer.name),
    always('PartNumber', ['text', 'part_number'], (item) => item.partNumber),
    optional('Description', ['text', 'description'], (item) => item.description),
    optional('Warehouse', ['text', 'warehouse'], (item) => item.warehouse),
    optional('Bin', ['text', 'bin'], (item) => item.bin),
    optional('Lot', ['text', 'lot'], (item) => item.lot),
    optional('Status', ['text', 'status'], (item) => item.status),
    always('Unit', ['text', 'unit'], (item) => item.unit),
    always('QuantityOnHand', ['decimal', 'quantity_on_hand'], (item) => item.quantityOnHand),
    always('QuantityAllocated', ['decimal', 'quantity_allocated'], (item) => item.quantityAllocated),
    always('QuantityAvailable', ['decimal', 'quantity_available'], (item) => item.quantityAvailable),
    optional('ReceivedOn', ['date', 'received_on'], (item) => item.receivedOn),
    optional('ExpiresOn', ['date', 'expires_on'], (item) => item.expiresOn),
    optional('LastMovedAt', ['instant', 'last_moved_at'], (item) => item.lastMovedAt),
  ],
};

/**
 * Sums of the stock. Some of the columns that it is grouped by may be null, which no key of OData may be: the key is a
 * text of them all. A filter chooses the rows that are summed.
 */
export const INVENTORY_GROUPS: EntitySet<InventoryGroup> = {
  name: 'InventoryGroups',
  typeName: 'InventoryGroup',
  description: 'The stock summed by ERP customer, part, warehouse, status and unit.',
  searchable: false,
  properties: [
    always(KEY, ['text', null], groupKeyOf),
    always('ErpCustomer', ['text', 'customer_name'], (group) => group.erpCustomer?.name ?? null),
    always('PartNumber', ['text', 'part_number'], (group) => group.partNumber),
    optional('Warehouse', ['text', 'warehouse'], (group) => group.warehouse),
    optional('Status', ['text', 'status'], (group) => group.status),
    always('Unit', ['text', 'unit'], (group) => group.unit),
    always('ItemCount', ['count', null], (group) => String(group.itemCount)),
    always('QuantityOnHand', ['decimal', null], (group) => group.quantityOnHand),
    always('QuantityAllocated', ['decimal', null], (group) => group.quantityAllocated),
    always('QuantityAvailable', ['decimal', null], (group) => group.quantityAvailable),
    optional('EarliestExpiry', ['date', null], (group) => group.earliestExpiry),
  ],
};

/** All entity sets. */
export const ENTITY_SETS = [INVENTORY, INVENTORY_GROUPS] as const;

/** The key of a group, as a JSON array of the values that it is grouped by. */
function groupKeyOf({ erpCustomer, partNumber, warehouse, status, unit }: InventoryGroup): string {
  return JSON.stringify([erpCustomer?.name ?? null, partNumber, warehouse, status, unit]);
}

import type { QueryClient } from '@tanstack/react-query';
import type {
  InventoryOrderField,
  PortalInventoryChangedSubscription,
  PortalInventoryItemQuery,
  PortalInventoryQuery,
} from '../../../app/operations.generated';
import type { ColumnName } from '../inventory-search';
import type { Question } from '../use-pages';
import { type Changes, followPage } from './follow-page';

/** What the service tells of the rows under a filter. */
export type Update = PortalInventoryChangedSubscription['inventoryChanged'];

/** The columns in which rows have changed a moment ago, by the rows' ids. */
export type Marks = ReadonlyMap<string, readonly ColumnName[]>;

/** What movements of stock change: a row that is ordered by one of these may come from pages that are not at hand. */
const MOVING: readonly InventoryOrderField[] = [
  ...(['QUANTITY_ON_HAND', 'QUANTITY_AVAILABLE', 'STATUS', 'LAST_MOVED_AT'] as const),
];

/**
 * Takes an update over into what is at hand: the pages of a question that know everything up to the update before, and open
 * rows.
 *
 * @returns the changed columns, and the ids of rows that have come, gone or may belong to another place
 */
export function followChanges(
  client: QueryClient,
  key: string,
  update: Update,
  before: string,
): { marks: Marks; displaced: string[] } {
  const changes = changesOf(update);
  const orderedBy = (JSON.parse(key) as Question).orderBy.map(({ field }) => field);
  const marks = new Map<string, readonly ColumnName[]>();
  const displaced: string[] = [];
  const atHand = new Set<string>();
  for (const [queryKey, data] of client.getQueriesData<PortalInventoryQuery>({
    queryKey: ['inventory', key],
  })) {
    for (const { id } of data?.inventory.nodes ?? []) atHand.add(id);
    // What has missed an update is read again as a whole; what was read after this one has it.
    if (!data || data.inventory.stale || data.inventory.asOf < before || data.inventory.asOf >= update.asOf)
      continue;
    const followed = followPage(data, changes, update.asOf, orderedBy);
    client.setQueryData(queryKey, followed.page);
    for (const [id, columns] of followed.marks) marks.set(id, columns);
    displaced.push(...followed.displaced);
  }
  const mayCome = orderedBy.some((field) => MOVING.includes(field))
    ? [...changes.items.keys()]
    : changes.added;
  displaced.push(...mayCome.filter((id) => !atHand.has(id)));
  followOpenRows(client, changes);
  return { marks, displaced };
}

function changesOf({ changes }: Update): Changes & { added: string[] } {
  const items: [string, Extract<Update['changes'][number], { item: unknown }>['item']][] = [];
  const gone = new Set<string>();
  const added: string[] = [];
  for (const change of changes) {
    if (change.__typename === 'InventoryItemRemoved') gone.add(change.id);
    else {
      items.push([change.item.id, change.item]);
      if (change.isNew) added.push(change.item.id);
    }
  }
  return { items: new Map(items), gone, added };
}

/** A row that has left the filter may still be there, so it is asked for. */
function followOpenRows(client: QueryClient, { items, gone }: Changes): void {
  for (const [queryKey] of client.getQueriesData({ queryKey: ['item'] })) {
    const id = String(queryKey[1]);
    const inventoryItem = items.get(id);
    if (inventoryItem) client.setQueryData<PortalInventoryItemQuery>(queryKey, { inventoryItem });
    if (gone.has(id)) void client.invalidateQueries({ queryKey });
  }
}

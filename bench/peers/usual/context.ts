import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import type { TotalsOfUnit } from './inventory-totals.js';
import { Assignment, type Session } from './people.js';

/** The two databases. */
export interface Sources {
  portal: DataSource;
  erp: DataSource;
}

/** What resolvers get. The loaders live as long as the request. */
export interface Context extends Sources {
  session: Session | null;
  customersOf: DataLoader<string, string[]>;
  totalsOf: DataLoader<string, TotalsOfUnit[]>;
}

/** A context for one request. */
export function newContext(sources: Sources, session: Session | null): Context {
  return {
    ...sources,
    session,
    customersOf: new DataLoader((userIds) => customersOfUsers(sources, userIds)),
    totalsOf: new DataLoader((names) => totalsOfCustomers(sources, names)),
  };
}

async function customersOfUsers({ portal }: Sources, userIds: readonly string[]) {
  const assignments = await portal.getRepository(Assignment).find({
    where: { userId: In([...userIds]) },
    order: { customerName: 'ASC' },
  });
  const byUser = groupBy(assignments, ({ userId }) => userId);
  return userIds.map((id) => (byUser.get(id) ?? []).map(({ customerName }) => customerName));
}

async function totalsOfCustomers({ erp }: Sources, names: readonly string[]) {
  const rows: (TotalsOfUnit & { name: string })[] = await erp.query(
    `select owner_name as name, uom as unit, count(*)::int as "itemCount",
       trim_scale(sum(qty_on_hand))::text as "quantityOnHand",
       trim_scale(sum(qty_on_hand - qty_allocated))::text as "quantityAvailable"
     from erp.stock where owner_name = any($1) group by owner_name, uom order by uom`,
    [names],
  );
  const byName = groupBy(rows, ({ name }) => name);
  return names.map((name) => byName.get(name) ?? []);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

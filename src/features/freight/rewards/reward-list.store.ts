import type { DataSource } from 'typeorm';
import { limitedRead } from '../../../db/limited-read.js';
import type { PagePositions } from '../../../shared/connection.js';
import { groupBy } from '../../../shared/group-by.js';
import type { FreightScope } from '../freight-scope.js';
import type { RewardEntryFilter } from './reward.args.js';
import type { RewardEntry, RewardExpiry } from './reward.type.js';

/** An entry, and its position in the ledger of its customer. */
export type ListedReward = RewardEntry & { customerId: string; ordinal: number };

/** The points on a quote, and what they take off its price with all decimals. */
export interface QuoteRewards {
  points: number;
  discount: string;
}

/** The ledgers, for reading: of customers in scope. Reads of several of them are one query. */
export class RewardListStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The balances of those of these customers that are in scope and have entries. */
  async balances(scope: FreightScope, customerIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.dataSource.query<{ id: string; balance: number }[]>(
      `select owner.id, last.balance from unnest($1::uuid[]) as owner (id)
       cross join lateral (
         select balance from reward_entry where customer_id = owner.id order by ordinal desc limit 1
       ) as last`,
      [inScope(scope, customerIds)],
    );
    return new Map(rows.map(({ id, balance }) => [id, balance]));
  }

  /** The next points of each customer that expire, if they are not used: the oldest are used first. */
  async nextExpiries(
    scope: FreightScope,
    customerIds: readonly string[],
  ): Promise<Map<string, RewardExpiry>> {
    const rows = await this.dataSource.query<(RewardExpiry & { id: string })[]>(
      `with entry as (
         select customer_id, points, expires_on, kind in ('EARNED', 'ADJUSTED') and points > 0 as gained
         from reward_entry where customer_id = any($1)
       ), used as (
         select customer_id, -sum(points) as points from entry where not gained group by customer_id
       ), gained as (
         select customer_id, expires_on, sum(sum(points)) over (partition by customer_id order by expires_on) as points
         from entry where expires_on is not null group by customer_id, expires_on
       )
       select distinct on (customer_id) customer_id as id, gained.expires_on::text as "on",
         (gained.points - coalesce(used.points, 0))::int as points
       from gained left join used using (customer_id)
       where gained.points > coalesce(used.points, 0)
       order by customer_id, gained.expires_on`,
      [inScope(scope, customerIds)],
    );
    return new Map(rows.map(({ id, points, on }) => [id, { points, on }]));
  }

  /** The same page of the ledger of each of these customers, newest first: up to one more than the limit. */
  async pagesOf(
    scope: FreightScope,
    customerIds: readonly string[],
    { filter, positions }: { filter: RewardEntryFilter; positions: PagePositions },
  ): Promise<Map<string, ListedReward[]>> {
    const { limit, backwards, after, before } = positions;
    const sql = `select page.* from unnest($1::uuid[]) as owner (id)
      cross join lateral (
        select e.id, e.customer_id as "customerId", e.ordinal, e.kind, e.points, e.balance, e.quote_id as "quoteId",
          e.connote_id as "connoteId", e.by_id as "byId", e.note, e.at, e.expires_on::text as "expiresOn"
        from reward_entry e
        where e.customer_id = owner.id and ($2::text[] is null or e.kind = any($2))
          and ($3::int is null or e.ordinal < $3) and ($4::int is null or e.ordinal > $4)
        order by e.ordinal ${backwards ? 'asc' : 'desc'} limit $5
      ) as page
      order by page.ordinal ${backwards ? 'asc' : 'desc'}`;
    const owners = inScope(scope, customerIds);
    const values = [owners, filter.kind ?? null, after?.[0] ?? null, before?.[0] ?? null, limit + 1];
    const rows: ListedReward[] = await limitedRead(this.dataSource, (runner) => runner.query(sql, values));
    return groupBy(rows, ({ customerId }) => customerId);
  }

  /** How many entries that match each of these customers has. */
  async countsOf(
    scope: FreightScope,
    customerIds: readonly string[],
    { kind = null }: RewardEntryFilter,
  ): Promise<Map<string, number>> {
    const sql = `select customer_id as id, count(*)::int as count from reward_entry
      where customer_id = any($1) and ($2::text[] is null or kind = any($2)) group by customer_id`;
    const values = [inScope(scope, customerIds), kind];
    const rows: { id: string; count: number }[] = await limitedRead(this.dataSource, (runner) =>
      runner.query(sql, values),
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** The points on those of these quotes that are in scope. */
  async onQuotes(scope: FreightScope, quoteIds: readonly string[]): Promise<Map<string, QuoteRewards>> {
    if (scope.kind !== 'ALL' && scope.kind !== 'CUSTOMER') return new Map();
    const rows = await this.dataSource.query<(QuoteRewards & { quoteId: string })[]>(
      `select quote_id as "quoteId", (-sum(points))::int as points, sum(discount)::text as discount
       from reward_entry where quote_id = any($1) and ($2::uuid is null or customer_id = $2) group by quote_id`,
      [quoteIds, scope.kind === 'CUSTOMER' ? scope.customerId : null],
    );
    return new Map(rows.map(({ quoteId, ...on }) => [quoteId, on]));
  }
}

/** Those of these customers whose ledgers the scope has. */
function inScope(scope: FreightScope, customerIds: readonly string[]): readonly string[] {
  if (scope.kind === 'ALL') return customerIds;
  return scope.kind === 'CUSTOMER' ? customerIds.filter((id) => id === scope.customerId) : [];
}

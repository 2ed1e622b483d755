import type { DataSource } from 'typeorm';
import type { Tx } from '../../../db/in-transaction.js';
import type { NewRewardEntry } from './reward-entry.js';

/** How a ledger stands after its last entry. */
export interface LedgerState {
  /** 0 before the first entry. */
  ordinal: number;
  balance: number;
}

/** The points that are on a quote now. */
export interface RedeemedOnQuote {
  quoteId: string;
  reference: string;
  customerId: string;
  points: number;
  /** What they take off its price, with all decimals. */
  discount: string;
}

/** The entry as it is stored. */
type EntryToStore = NewRewardEntry & { customerId: string; byId: string | null; at: Date };

/** Points that have a last day. */
const GAINED = "kind in ('EARNED', 'ADJUSTED') and points > 0";

/** The ledgers, for use cases. What changes a ledger has locked its customer first. */
export class RewardStore {
  constructor(private readonly dataSource: DataSource) {}

  /** How the ledger of a customer stands. */
  async last(tx: Tx, customerId: string): Promise<LedgerState> {
    const [row] = await tx.query<LedgerState[]>(
      'select ordinal, balance from reward_entry where customer_id = $1 order by ordinal desc limit 1',
      [customerId],
    );
    return row ?? { ordinal: 0, balance: 0 };
  }

  /** Adds an entry after the last one. @param after how the ledger stands then */
  async insert(tx: Tx, entry: EntryToStore, after: LedgerState): Promise<void> {
    const { customerId, kind, points, quote, connote, discount, note, byId, at, expiresOn } = entry;
    await tx.query(
      `insert into reward_entry (customer_id, ordinal, kind, points, balance, quote_id, connote_id, discount, note,
         by_id, at, expires_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[customerId, after.ordinal, kind, points, after.balance, quote?.id ?? null, connote?.id ?? null],
        ...[discount ?? null, note ?? null, byId, at, expiresOn ?? null],
      ],
    );
  }

  /** Those of these quotes that have points on them, in the order in which their customers are locked. */
  redeemedOn(tx: Tx, quoteIds: readonly string[]): Promise<RedeemedOnQuote[]> {
    return tx.query<RedeemedOnQuote[]>(
      `select q.id as "quoteId", q.reference, q.customer_id as "customerId",
         (-sum(e.points))::int as points, sum(e.discount)::text as discount
       from reward_entry e join quote q on q.id = e.quote_id
       where e.quote_id = any($1) group by q.id having sum(e.points) <> 0 order by q.customer_id, q.id`,
      [quoteIds],
    );
  }

  /** How many points of a customer have expired, and are not yet taken: those gained, less all that were used. */
  async due(tx: Tx, customerId: string, today: string): Promise<number> {
    const [row] = await tx.query<{ due: number }[]>(
      `select greatest(0, coalesce(sum(points) filter (where expires_on < $2), 0)
         + coalesce(sum(points) filter (where not (${GAINED})), 0))::int as due
       from reward_entry where customer_id = $1`,
      [customerId, today],
    );
    return row?.due ?? 0;
  }

  /** The customers of whom points have expired that are not yet taken. */
  async customersWithDue(today: string): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `select customer_id as id from reward_entry
       where customer_id in (select customer_id from reward_entry where expires_on < $1)
       group by customer_id
       having sum(points) filter (where expires_on < $1) + coalesce(sum(points) filter (where not (${GAINED})), 0) > 0`,
      [today],
    );
    return rows.map(({ id }) => id);
  }
}

import type { DataSource } from 'typeorm';
import type { Tx } from '../../../db/in-transaction.js';
import { groupBy } from '../../../shared/group-by.js';
import { type FreightScope, restrictQuotes } from '../freight-scope.js';
import { QuoteRecord } from './quote.entity.js';
import type { QuoteEvent } from './quote.type.js';
import type { QuoteStatus } from './quote-rules.js';

/** The fields of a quote that a use case gives it. */
export type NewQuote = Omit<
  QuoteRecord,
  'id' | 'reference' | 'booked' | 'createdAt' | 'updatedAt' | 'version'
>;

/** A step in the life of a quote. */
export interface NewQuoteEvent {
  quoteId: string;
  /** Null for the request. */
  from: QuoteStatus | null;
  to: QuoteStatus;
  byId: string | null;
  note: string | null;
  at: Date;
}

type EventRow = QuoteEvent & { quoteId: string };

/** Quotes and their events. */
export class QuoteStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of these quotes that are in scope. */
  byIds(scope: FreightScope, ids: readonly string[]): Promise<QuoteRecord[]> {
    const query = this.dataSource.getRepository(QuoteRecord).createQueryBuilder('q');
    return restrictQuotes(query.where('q.id = any(:ids)', { ids }), scope, 'q').getMany();
  }

  /** The events of those of these quotes that are in scope, oldest first. */
  async eventsOf(scope: FreightScope, quoteIds: readonly string[]): Promise<Map<string, QuoteEvent[]>> {
    const query = this.dataSource
      .getRepository(QuoteRecord)
      .createQueryBuilder('q')
      .innerJoin('quote_event', 'e', 'e.quote_id = q.id')
      .select(['q.id as "quoteId"', 'e.id as id', 'e.from_status as "from"', 'e.to_status as "to"'])
      .addSelect(['e.by_id as "byId"', 'e.note as note', 'e.at as at'])
      .where('q.id = any(:quoteIds)', { quoteIds })
      .orderBy('e.ordinal');
    const rows = await restrictQuotes(query, scope, 'q').getRawMany<EventRow>();
    return groupBy(rows, ({ quoteId }) => quoteId);
  }

  /** Reads a quote in scope and locks it until the end of the transaction; null if there is none. */
  lock(tx: Tx, scope: FreightScope, id: string): Promise<QuoteRecord | null> {
    const query = tx.createQueryBuilder(QuoteRecord, 'q').where('q.id = :id', { id });
    return restrictQuotes(query, scope, 'q').setLock('for_no_key_update').getOne();
  }

  /**
   * How many quotes of a customer wait for a price, or were rejected without one within a day, counted up to a limit. The
   * caller has locked the customer.
   */
  async countUnpriced(tx: Tx, customerId: string, upTo: number): Promise<number> {
    const [row] = await tx.query<[{ count: number }]>(
      `select count(*)::int as count from (
         select 1 from quote where customer_id = $1 and status = 'PENDING'
         union all
         select 1 from quote
         where customer_id = $1 and created_at > now() - interval '1 day' and status = 'REJECTED' and total_amount is null
         limit $2
       ) as unpriced`,
      [customerId, upTo],
    );
    return row.count;
  }

  /** Adds a quote under the next reference. References have gaps where a transaction fails, and are never reused. */
  async insert(tx: Tx, quote: NewQuote): Promise<QuoteRecord> {
    const [row] = await tx.query<{ reference: string }[]>(
      "select 'QT-' || lpad(n::text, greatest(6, length(n::text)), '0') as reference from nextval('quote_reference') n",
    );
    return tx.save(QuoteRecord, tx.create(QuoteRecord, { ...quote, reference: row?.reference }));
  }

  /** Stores a changed quote. */
  save(tx: Tx, quote: QuoteRecord): Promise<QuoteRecord> {
    return tx.save(QuoteRecord, quote);
  }

  /** Raises the version of a quote whose points have changed. */
  async touch(tx: Tx, quote: QuoteRecord): Promise<QuoteRecord> {
    const [[changed]] = await tx.query<[Pick<QuoteRecord, 'version' | 'updatedAt'>[], number]>(
      `update quote set version = version + 1, updated_at = now() where id = $1
       returning version, updated_at as "updatedAt"`,
      [quote.id],
    );
    return Object.assign(quote, changed);
  }

  /** Adds a step to the history of a quote. */
  async addEvent(tx: Tx, { quoteId, from, to, byId, note, at }: NewQuoteEvent): Promise<void> {
    await tx.query(
      `insert into quote_event (quote_id, from_status, to_status, by_id, note, at) values ($1, $2, $3, $4, $5, $6)`,
      [quoteId, from, to, byId, note, at],
    );
  }

  /**
   * Stores that prices have expired, with an event each. Skips a quote that is being changed at the moment.
   *
   * @returns the quotes, up to the limit
   */
  async expire(
    tx: Tx,
    { today, at, limit }: { today: string; at: Date; limit: number },
  ): Promise<Pick<QuoteRecord, 'id' | 'reference'>[]> {
    const [expired] = await tx.query<[Pick<QuoteRecord, 'id' | 'reference'>[], number]>(
      `with due as (
         select id from quote where status = 'QUOTED' and valid_until < $1
         order by valid_until limit $2 for no key update skip locked
       )
       update quote set status = 'EXPIRED', updated_at = now(), version = version + 1
       from due where quote.id = due.id returning quote.id, quote.reference`,
      [today, limit],
    );
    await tx.query(
      `insert into quote_event (quote_id, from_status, to_status, at)
       select id, 'QUOTED', 'EXPIRED', $2 from unnest($1::uuid[]) as id`,
      [expired.map(({ id }) => id), at],
    );
    return expired;
  }
}

import type { DataSource } from 'typeorm';
import type { Tx } from '../../../db/in-transaction.js';
import { type FreightScope, restrictQuotes } from '../freight-scope.js';
import { QuoteRecord } from './quote.entity.js';
import type { QuoteStatus } from './quote-rules.js';

/** The fields of a quote that a use case gives it. */
export type NewQuote = Omit<QuoteRecord, 'id' | 'reference' | 'createdAt' | 'updatedAt' | 'version'>;

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

/** Quotes and their events. */
export class QuoteStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Reads a quote in scope and locks it until the end of the transaction; null if there is none. */
  lock(tx: Tx, scope: FreightScope, id: string): Promise<QuoteRecord | null> {
    const query = tx.createQueryBuilder(QuoteRecord, 'q').where('q.id = :id', { id });
    return restrictQuotes(query, scope, 'q').setLock('for_no_key_update').getOne();
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

  /** Adds a step to the history of a quote. */
  async addEvent(tx: Tx, { quoteId, from, to, byId, note, at }: NewQuoteEvent): Promise<void> {
    await tx.query(
      `insert into quote_event (quote_id, from_status, to_status, by_id, note, at) values ($1, $2, $3, $4, $5, $6)`,
      [quoteId, from, to, byId, note, at],
    );
  }
}

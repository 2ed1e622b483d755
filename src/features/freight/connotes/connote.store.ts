import { randomBytes } from 'node:crypto';
import type { Tx } from '../../../db/in-transaction.js';
import { type FreightScope, restrictConnotes } from '../freight-scope.js';
import { ConnoteRecord } from './connote.entity.js';
import type { ConnoteEventKind, NewConnoteEvent } from './connote-event.js';

/** The fields of a connote that a use case gives it. */
export type NewConnote = Omit<
  ConnoteRecord,
  'id' | 'number' | 'trackingToken' | 'createdAt' | 'updatedAt' | 'version'
>;

/** 192 bits: nobody finds one by trying. */
const TOKEN_BYTES = 24;

/** Connotes and their events. */
export class ConnoteStore {
  /** Reads a connote in scope and locks it until the end of the transaction; null if there is none. */
  lock(tx: Tx, scope: FreightScope, id: string): Promise<ConnoteRecord | null> {
    const query = tx.createQueryBuilder(ConnoteRecord, 'c').where('c.id = :id', { id });
    return restrictConnotes(query, scope, 'c').setLock('for_no_key_update').getOne();
  }

  /** The version of a connote in scope, without a lock; null if there is none. */
  async versionOf(tx: Tx, scope: FreightScope, id: string): Promise<number | null> {
    const query = tx.createQueryBuilder(ConnoteRecord, 'c').select('c.version', 'version');
    const row = await restrictConnotes(query.where('c.id = :id', { id }), scope, 'c').getRawOne<{
      version: number;
    }>();
    return row?.version ?? null;
  }

  /** The number of the connote that was booked from a quote; null if there is none. */
  async numberOfQuote(tx: Tx, quoteId: string): Promise<string | null> {
    const connote = await tx.findOne(ConnoteRecord, {
      where: { quoteId },
      select: { id: true, number: true },
    });
    return connote?.number ?? null;
  }

  /**
   * How many connotes of a customer are not confirmed, or were booked within a day and cancelled, counted up to a limit.
   * The caller has locked the customer.
   */
  async countUnconfirmed(tx: Tx, customerId: string, upTo: number): Promise<number> {
    const [row] = await tx.query<[{ count: number }]>(
      `select count(*)::int as count from (
         select 1 from connote where customer_id = $1 and status in ('DRAFT', 'PENDING')
         union all
         select 1 from connote
         where customer_id = $1 and created_at > now() - interval '1 day' and status = 'CANCELLED'
         limit $2
       ) as unconfirmed`,
      [customerId, upTo],
    );
    return row.count;
  }

  /** Adds a connote under the next number. Numbers have gaps where a transaction fails, and are never reused. */
  async insert(tx: Tx, connote: NewConnote): Promise<ConnoteRecord> {
    const [row] = await tx.query<{ number: string }[]>(
      "select 'CN-' || lpad(n::text, greatest(6, length(n::text)), '0') as number from nextval('connote_number') n",
    );
    const trackingToken = newTrackingToken();
    return tx.save(
      ConnoteRecord,
      tx.create(ConnoteRecord, { ...connote, number: row?.number, trackingToken }),
    );
  }

  /** Stores a changed connote. */
  save(tx: Tx, connote: ConnoteRecord): Promise<ConnoteRecord> {
    return tx.save(ConnoteRecord, connote);
  }

  /** How many events of a kind a connote has. */
  async countEvents(tx: Tx, connoteId: string, kind: ConnoteEventKind): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      'select count(*)::int as count from connote_event where connote_id = $1 and kind = $2',
      [connoteId, kind],
    );
    return row?.count ?? 0;
  }

  /** When the last event of a connote happened that isn't a note; null if there is none. */
  async lastStepAt(tx: Tx, connoteId: string): Promise<Date | null> {
    const [row] = await tx.query<{ at: Date | null }[]>(
      "select max(at) as at from connote_event where connote_id = $1 and kind <> 'NOTE'",
      [connoteId],
    );
    return row?.at ?? null;
  }

  /** Adds an event to the history of a connote. */
  async addEvent(tx: Tx, event: NewConnoteEvent): Promise<void> {
    const { connoteId, kind, from, to, byId, reason = null, note, at, recordedAt = at } = event;
    await tx.query(
      `insert into connote_event (connote_id, kind, from_status, to_status, by_id, reason, note, at, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [connoteId, kind, from, to, byId, reason, note, at, recordedAt],
    );
  }
}

/** A token that nobody finds by trying. */
export const newTrackingToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

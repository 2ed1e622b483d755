import type { DataSource, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { CustomerRecord } from '../customers/customer.entity.js';
import { ConnoteRecord } from '../freight/connotes/connote.entity.js';
import { type FreightScope, restrictQuotes } from '../freight/freight-scope.js';
import { SERVICE_PHOTO_KINDS } from '../freight/proof/photo.entity.js';
import { QuoteRecord } from '../freight/quotes/quote.entity.js';
import type { LocalHistoryKind } from './history-kind.js';

type Query = SelectQueryBuilder<ObjectLiteral>;

/** The part of a history that one table has. Its rows have the alias e. */
export interface Branch {
  /** Its rows in scope, of these kinds; without selected columns. */
  rows(dataSource: DataSource, scope: FreightScope, kinds: ReadonlySet<LocalHistoryKind>): Query;
  kinds: readonly LocalHistoryKind[];
  /** The SQL of the kind, the time, and what else an entry has. */
  kind: string;
  at: string;
  customerId: string;
  quoteId: string;
  connoteId: string;
  /** A JSON object. */
  details: string;
  /** The SQL of what a search looks through. */
  searched: string;
}

const NO_ID = 'cast(null as uuid)';
const IS_DELIVERY = "(e.kind = 'ATTEMPT' or e.kind = 'STATUS' and e.to_status = 'DELIVERED')";
const OF_SERVICE = SERVICE_PHOTO_KINDS.map((kind) => `'${kind}'`).join(', ');

const quoteEvents: Branch = {
  kinds: ['QUOTE'],
  rows: (dataSource, scope) =>
    restrictQuotes(
      dataSource
        .createQueryBuilder(QuoteRecord, 'o')
        .innerJoin('quote_event', 'e', 'e.quote_id = o.id') as Query,
      scope,
      'e',
    ),
  kind: "'QUOTE'",
  at: 'e.at',
  ...{ customerId: 'e.customer_id', quoteId: 'e.quote_id', connoteId: NO_ID },
  details: "json_build_object('from', e.from_status, 'to', e.to_status)",
  searched: 'o.reference, o.customer_reference, e.note',
};

/** Whoever has a history is staff or a customer, so the scope is as with quotes. */
const ofConnotes = (dataSource: DataSource, scope: FreightScope, table: string): Query =>
  restrictQuotes(
    dataSource.createQueryBuilder(ConnoteRecord, 'o').innerJoin(table, 'e', 'e.connote_id = o.id') as Query,
    scope,
    'e',
  );

const connoteEvents: Branch = {
  kinds: ['BOOKING', 'DELIVERY'],
  rows: (dataSource, scope, kinds) => {
    const query = ofConnotes(dataSource, scope, 'connote_event');
    if (!kinds.has('BOOKING')) query.andWhere(IS_DELIVERY);
    if (!kinds.has('DELIVERY')) query.andWhere(`not ${IS_DELIVERY}`);
    return query;
  },
  kind: `case when ${IS_DELIVERY} then 'DELIVERY' else 'BOOKING' end`,
  at: 'e.at',
  ...{ customerId: 'e.customer_id', quoteId: NO_ID, connoteId: 'e.connote_id' },
  details:
    "json_build_object('kind', e.kind, 'from', e.from_status, 'to', e.to_status, 'reason', e.reason, 'recordedAt', e.recorded_at)",
  searched: 'o.number, o.customer_reference, e.note',
};

/** One for a proof is part of the history once the proof uses it: until then its driver may change their mind. */
const photos: Branch = {
  kinds: ['PHOTO'],
  rows: (dataSource, scope) =>
    ofConnotes(dataSource, scope, 'connote_photo').andWhere(
      `(e.proof_of is not null or e.kind in (${OF_SERVICE}))`,
    ),
  kind: "'PHOTO'",
  at: 'e.taken_at',
  ...{ customerId: 'e.customer_id', quoteId: NO_ID, connoteId: 'e.connote_id' },
  details: "json_build_object('kind', e.kind, 'width', e.width, 'height', e.height)",
  searched: 'o.number, o.customer_reference, e.note',
};

const rewards: Branch = {
  kinds: ['REWARD'],
  // Only staff and the customer see a ledger, as it is with quotes.
  rows: (dataSource, scope) =>
    restrictQuotes(
      dataSource
        .createQueryBuilder(CustomerRecord, 'o')
        .innerJoin('reward_entry', 'e', 'e.customer_id = o.id') as Query,
      scope,
      'e',
    ),
  kind: "'REWARD'",
  at: 'e.at',
  ...{ customerId: 'e.customer_id', quoteId: 'e.quote_id', connoteId: 'e.connote_id' },
  details:
    "json_build_object('kind', e.kind, 'points', e.points, 'balance', e.balance, 'expiresOn', e.expires_on)",
  searched: `e.note,
    (select concat_ws(' ', q.reference, q.customer_reference) from quote q where q.id = e.quote_id),
    (select concat_ws(' ', c.number, c.customer_reference) from connote c where c.id = e.connote_id)`,
};

/** All parts of a history that the local database has. */
export const BRANCHES: readonly Branch[] = [quoteEvents, connoteEvents, photos, rewards];

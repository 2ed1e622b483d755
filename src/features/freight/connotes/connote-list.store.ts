import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { type ListPage, readListPage } from '../../../db/list-page.js';
import type { PagePositions } from '../../../shared/connection.js';
import { groupBy } from '../../../shared/group-by.js';
import { type FreightScope, restrictConnotes } from '../freight-scope.js';
import type { StatusCounts } from '../list-counts.js';
import { countByCustomer, countByStatus, type Listed, pagesByCustomer } from '../shipment/shipment-list.js';
import type { ConnoteFilter } from './connote.args.js';
import { whereMatches } from './connote.conditions.js';
import { ConnoteRecord } from './connote.entity.js';
import { type ConnoteColumn, SORT_EXPRESSIONS, toListOrder } from './connote.order.js';
import type { AttemptReason, ConnoteEventKind } from './connote-event.js';
import type { ConnoteStatus } from './connote-transitions.js';

/** An event as it is stored. */
export interface ConnoteEventRow {
  id: string;
  connoteId: string;
  kind: ConnoteEventKind;
  from: ConnoteStatus | null;
  to: ConnoteStatus;
  byId: string | null;
  reason: AttemptReason | null;
  note: string | null;
  at: Date;
  recordedAt: Date;
}

/** A connote of a list, and its position in the list's order. */
export type ListedConnote = Listed<ConnoteRecord>;

/** Reads connotes. Every read takes a scope. */
export class ConnoteListStore {
  /** @param timeZone of days in filters */
  constructor(
    private readonly dataSource: DataSource,
    private readonly timeZone: string,
  ) {}

  byIds(scope: FreightScope, ids: readonly string[]): Promise<ConnoteRecord[]> {
    return this.#inScope(scope).andWhere('c.id = any(:ids)', { ids }).getMany();
  }

  /** The connotes that were booked from these quotes. */
  byQuotes(scope: FreightScope, quoteIds: readonly string[]): Promise<ConnoteRecord[]> {
    return this.#inScope(scope).andWhere('c.quote_id = any(:quoteIds)', { quoteIds }).getMany();
  }

  /** Rows in the direction of reading, up to one more than the limit. */
  page(scope: FreightScope, filter: ConnoteFilter, page: ListPage<ConnoteColumn>): Promise<ListedConnote[]> {
    return readListPage(this.#matching(scope, filter), SORT_EXPRESSIONS, page);
  }

  countsByStatus(scope: FreightScope, filter: ConnoteFilter): Promise<StatusCounts> {
    return countByStatus(this.#matching(scope, filter), 'c.status');
  }

  /** The same page of the connotes of each of these customers, newest first, in one query. */
  pagesOfCustomers(
    scope: FreightScope,
    filter: ConnoteFilter,
    page: PagePositions & { customerIds: readonly string[] },
  ): Promise<Map<string, ListedConnote[]>> {
    const queries = { all: this.#connotes(), matching: this.#matching(scope, filter) };
    return pagesByCustomer(queries, SORT_EXPRESSIONS, { ...page, order: toListOrder(null) });
  }

  /** The counts of each of these customers, in one query. */
  countsOfCustomers(
    scope: FreightScope,
    filter: ConnoteFilter,
    customerIds: readonly string[],
  ): Promise<Map<string, StatusCounts>> {
    return countByCustomer(this.#matching(scope, filter), 'c.status', customerIds);
  }

  /** The events of those of these connotes that are in scope, oldest first. */
  async eventsOf(
    scope: FreightScope,
    connoteIds: readonly string[],
  ): Promise<Map<string, ConnoteEventRow[]>> {
    const events = await this.#inScope(scope)
      .andWhere('c.id = any(:connoteIds)', { connoteIds })
      .innerJoin('connote_event', 'e', 'e.connote_id = c.id')
      .select(['c.id as "connoteId"', 'e.id as id', 'e.kind as kind', 'e.reason as reason'])
      .addSelect(['e.from_status as "from"', 'e.to_status as "to"'])
      .addSelect(['e.by_id as "byId"', 'e.note as note', 'e.at as at', 'e.recorded_at as "recordedAt"'])
      .orderBy('e.at')
      .addOrderBy('e.ordinal')
      .getRawMany<ConnoteEventRow>();
    return groupBy(events, ({ connoteId }) => connoteId);
  }

  #matching(scope: FreightScope, filter: ConnoteFilter): SelectQueryBuilder<ConnoteRecord> {
    return whereMatches(this.#inScope(scope), filter, this.timeZone);
  }

  #inScope(scope: FreightScope): SelectQueryBuilder<ConnoteRecord> {
    return restrictConnotes(this.#connotes(), scope, 'c');
  }

  #connotes(): SelectQueryBuilder<ConnoteRecord> {
    return this.dataSource.getRepository(ConnoteRecord).createQueryBuilder('c');
  }
}

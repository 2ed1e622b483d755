import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { type ListPage, readListPage } from '../../../db/list-page.js';
import type { PagePositions } from '../../../shared/connection.js';
import { type FreightScope, restrictQuotes } from '../freight-scope.js';
import type { StatusCounts } from '../list-counts.js';
import { countByCustomer, countByStatus, type Listed, pagesByCustomer } from '../shipment/shipment-list.js';
import type { QuoteFilter } from './quote.args.js';
import { whereMatches } from './quote.conditions.js';
import { QuoteRecord } from './quote.entity.js';
import { type QuoteColumn, SORT_EXPRESSIONS, STATUS_TODAY, toListOrder } from './quote.order.js';

/** Which quotes a list has. */
export interface QuoteSelection {
  scope: FreightScope;
  filter: QuoteFilter;
  /** The day that statuses are as of. */
  today: string;
}

/** A quote of a list, and its position in the list's order. */
export type ListedQuote = Listed<QuoteRecord>;

/** The quotes as a list: in scope, filtered, sorted and paged. */
export class QuoteListStore {
  /** @param timeZone of the days in filters */
  constructor(
    private readonly dataSource: DataSource,
    private readonly timeZone: string,
  ) {}

  /** Rows in the direction of reading, up to one more than the limit. */
  page(selection: QuoteSelection, page: ListPage<QuoteColumn>): Promise<ListedQuote[]> {
    return readListPage(this.#selected(selection), SORT_EXPRESSIONS, page);
  }

  /** The same page of the quotes of each of these customers, newest first, in one query. */
  pagesOf(
    customerIds: readonly string[],
    selection: QuoteSelection,
    page: PagePositions,
  ): Promise<Map<string, ListedQuote[]>> {
    const queries = { all: this.#quotes(), matching: this.#selected(selection) };
    return pagesByCustomer(queries, SORT_EXPRESSIONS, { ...page, customerIds, order: toListOrder(null) });
  }

  /** Counts the quotes by their status. */
  counts(selection: QuoteSelection): Promise<StatusCounts> {
    return countByStatus(this.#selected(selection), STATUS_TODAY);
  }

  /** The same for each of these customers, in one query. */
  countsOf(customerIds: readonly string[], selection: QuoteSelection): Promise<Map<string, StatusCounts>> {
    return countByCustomer(this.#selected(selection), STATUS_TODAY, customerIds);
  }

  #selected({ scope, filter, today }: QuoteSelection): SelectQueryBuilder<QuoteRecord> {
    const query = restrictQuotes(this.#quotes(), scope, 'q').setParameter('today', today);
    return whereMatches(query, filter, this.timeZone);
  }

  #quotes(): SelectQueryBuilder<QuoteRecord> {
    return this.dataSource.getRepository(QuoteRecord).createQueryBuilder('q');
  }
}

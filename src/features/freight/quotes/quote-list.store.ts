import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readLimited } from '../../../db/limited-read.js';
import { type ListPage, readListPage, selectListPage } from '../../../db/list-page.js';
import type { Position } from '../../../shared/cursor.js';
import { groupBy } from '../../../shared/group-by.js';
import { type FreightScope, restrictQuotes } from '../freight-scope.js';
import type { StatusCounts } from '../list-counts.js';
import type { QuoteFilter } from './quote.args.js';
import { whereMatches } from './quote.conditions.js';
import { QuoteRecord } from './quote.entity.js';
import { type QuoteColumn, SORT_EXPRESSIONS, STATUS_TODAY, toListOrder } from './quote.order.js';
import type { QuoteStatus } from './quote-rules.js';

/** Which quotes a list has. */
export interface QuoteSelection {
  scope: FreightScope;
  filter: QuoteFilter;
  /** The day that statuses are as of. */
  today: string;
}

/** A quote of a list, and its position in the list's order. */
export interface ListedQuote {
  row: QuoteRecord;
  position: Position;
}

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
  async pagesOf(
    customerIds: readonly string[],
    selection: QuoteSelection,
    page: Omit<ListPage, 'order'>,
  ): Promise<Map<string, ListedQuote[]>> {
    const ofOwner = this.#selected(selection).select('q.id', 'id').andWhere('q.customer_id = owner.id');
    selectListPage(ofOwner, SORT_EXPRESSIONS, { ...page, order: toListOrder(null) });
    const listed = this.dataSource
      .getRepository(QuoteRecord)
      .createQueryBuilder('q')
      .where(
        `q.id in (select listed.id from unnest(cast(:customerIds as uuid[])) as owner (id)
           cross join lateral (${ofOwner.getQuery()}) as listed)`,
      )
      .setParameters({ ...ofOwner.getParameters(), customerIds })
      .orderBy('q.createdAt', 'DESC')
      .addOrderBy('q.id', 'DESC');
    const quotes = await readLimited(listed, (query) => query.getMany());
    const rows = quotes.map((row) => ({ row, position: [row.createdAt.toISOString(), row.id] }));
    return groupBy(rows, ({ row }) => row.customerId);
  }

  /** Counts the quotes by their status. */
  async counts(selection: QuoteSelection): Promise<StatusCounts> {
    const rows = await readLimited(this.#counted(selection), (query) => query.getRawMany<StatusRow>());
    return toCounts(rows);
  }

  /** The same for each of these customers, in one query. */
  async countsOf(
    customerIds: readonly string[],
    selection: QuoteSelection,
  ): Promise<Map<string, StatusCounts>> {
    const counted = this.#counted(selection)
      .andWhere('q.customer_id = any(:customerIds)', { customerIds })
      .addSelect('q.customer_id', 'customer_id')
      .addGroupBy('q.customer_id');
    const rows = await readLimited(counted, (query) =>
      query.getRawMany<StatusRow & { customer_id: string }>(),
    );
    return new Map([...groupBy(rows, (row) => row.customer_id)].map(([id, of]) => [id, toCounts(of)]));
  }

  #counted(selection: QuoteSelection): SelectQueryBuilder<QuoteRecord> {
    return this.#selected(selection)
      .select(STATUS_TODAY, 'status_today')
      .addSelect('cast(count(*) as integer)', 'count')
      .groupBy('status_today');
  }

  #selected({ scope, filter, today }: QuoteSelection): SelectQueryBuilder<QuoteRecord> {
    const query = this.dataSource.getRepository(QuoteRecord).createQueryBuilder('q');
    query.setParameter('today', today);
    return whereMatches(restrictQuotes(query, scope, 'q'), filter, this.timeZone);
  }
}

interface StatusRow {
  status_today: QuoteStatus;
  count: number;
}

const toCounts = (rows: readonly StatusRow[]): StatusCounts =>
  new Map(rows.map(({ status_today, count }) => [status_today, count]));

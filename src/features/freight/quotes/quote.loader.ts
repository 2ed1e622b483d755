import DataLoader from 'dataloader';
import { type PagePositions, readPage } from '../../../shared/connection.js';
import type { CursorCodec } from '../../../shared/cursor.js';
import { dayIn } from '../../../shared/day-in.js';
import { type StatusCount, toStatusCounts } from '../../../shared/status-count.type.js';
import type { FreightScope } from '../freight-scope.js';
import { listCounts, type StatusCounts } from '../list-counts.js';
import { listPaging } from '../list-paging.js';
import { loaderPerCustomer } from '../loader-per-customer.js';
import type { RateStore } from '../rates/rate.store.js';
import { suggestAmount } from '../rates/suggest-amount.js';
import type { CustomerQuotesArgs, QuoteFilter, QuotesArgs } from './quote.args.js';
import type { QuoteRecord } from './quote.entity.js';
import { toListOrder } from './quote.order.js';
import type { QuoteStore } from './quote.store.js';
import { type Quote, QuoteConnection, type QuoteEvent, toQuote } from './quote.type.js';
import type { ListedQuote, QuoteListStore } from './quote-list.store.js';
import { QUOTE_STATUSES } from './quote-rules.js';

/** What quotes are read from. */
export interface QuoteSources {
  quotes: QuoteStore;
  list: QuoteListStore;
  rates: RateStore;
  /** The time zone of the days that prices end with. */
  timeZone: string;
  now: () => Date;
}

/**
 * Reads quotes for one request, all of them in the scope of its viewer. Reads of several quotes, and of the quotes of
 * several customers, are batched.
 */
export class QuoteLoader {
  readonly #sources: QuoteSources & { cursors: CursorCodec };
  readonly #scope: FreightScope;
  readonly #byId;
  readonly #events;
  readonly #suggestions;
  readonly #pages;
  readonly #counts;
  #day: string | undefined;

  constructor(sources: QuoteSources & { cursors: CursorCodec }, scope: FreightScope) {
    const { quotes, list, rates } = sources;
    this.#sources = sources;
    this.#scope = scope;
    this.#byId = new DataLoader<string, Quote | null>(async (ids) => {
      const records = await quotes.byIds(scope, ids);
      const byId = new Map(records.map((record) => [record.id, this.toQuote(record)]));
      return ids.map((id) => byId.get(id) ?? null);
    });
    this.#events = new DataLoader<string, QuoteEvent[]>(async (quoteIds) => {
      const byQuote = await quotes.eventsOf(scope, quoteIds);
      return quoteIds.map((id) => byQuote.get(id) ?? []);
    });
    this.#suggestions = new DataLoader<Quote, string | null, string>(
      async (asked) => {
        const valid = await rates.validOn(this.#today, asked);
        return asked.map((quote) => suggestAmount(quote, valid));
      },
      { cacheKeyFn: ({ id }) => id },
    );
    this.#pages = loaderPerCustomer<{ filter: QuoteFilter; positions: PagePositions }, ListedQuote[]>(
      (customerIds, { filter, positions }) => list.pagesOf(customerIds, this.#select(filter), positions),
      [],
    );
    this.#counts = loaderPerCustomer<QuoteFilter, StatusCounts>(
      (customerIds, filter) => list.countsOf(customerIds, this.#select(filter)),
      new Map(),
    );
  }

  /** A quote; null if the viewer sees none with this id. */
  byId(id: string): Promise<Quote | null> {
    return this.#byId.load(id);
  }

  /** A page of the quotes. */
  async page(args: QuotesArgs): Promise<QuoteConnection> {
    const { list } = this.#sources;
    const filter = args.filter ?? {};
    const order = toListOrder(args.orderBy);
    const page = await readPage(args, {
      ...this.#paging(['quotes', order]),
      read: (positions) => list.page(this.#select(filter), { ...positions, order }),
    });
    const counts = this.#countsOf(filter, (anyStatus) => list.counts(this.#select(anyStatus)));
    return Object.assign(new QuoteConnection(), { ...page, ...counts });
  }

  /** A page of the quotes of a customer, newest first. */
  async pageOf(customerId: string, args: CustomerQuotesArgs): Promise<QuoteConnection> {
    const filter = args.filter ?? {};
    const page = await readPage(args, {
      ...this.#paging(['customer.quotes', customerId]),
      read: (positions) => this.#pages.load({ customerId, of: { filter, positions } }),
    });
    const counts = this.#countsOf(filter, (of) => this.#counts.load({ customerId, of }));
    return Object.assign(new QuoteConnection(), { ...page, ...counts });
  }

  /** How many quotes have each status. */
  async countsByStatus(): Promise<StatusCount[]> {
    return toStatusCounts(QUOTE_STATUSES, await this.#sources.list.counts(this.#select({})));
  }

  /** The steps in the life of a quote, oldest first. */
  eventsOf(quoteId: string): Promise<QuoteEvent[]> {
    return this.#events.load(quoteId);
  }

  /** What the rate card asks for a quote today; null if no rate applies. */
  suggestedAmount(quote: Quote): Promise<string | null> {
    return this.#suggestions.load(quote);
  }

  /** A quote as it stands today. */
  toQuote(record: QuoteRecord): Quote {
    return toQuote(record, this.#today);
  }

  /** Clears the cache, so that later reads see what a mutation changed. */
  forget(): void {
    for (const loader of [this.#byId, this.#events, this.#suggestions, this.#pages, this.#counts]) {
      loader.clearAll();
    }
  }

  /** The day of this request. */
  get #today(): string {
    const { timeZone, now } = this.#sources;
    this.#day ??= dayIn(timeZone, now());
    return this.#day;
  }

  #select(filter: QuoteFilter) {
    return { scope: this.#scope, filter, today: this.#today };
  }

  #countsOf({ status, ...anyStatus }: QuoteFilter, read: (anyStatus: QuoteFilter) => Promise<StatusCounts>) {
    return listCounts(QUOTE_STATUSES, status, () => read(anyStatus));
  }

  #paging(list: readonly unknown[]) {
    return listPaging(this.#sources.cursors, this.#scope, list, (row: QuoteRecord) => this.toQuote(row));
  }
}

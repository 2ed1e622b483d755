import DataLoader from 'dataloader';
import { type PagePositions, readPage } from '../../../shared/connection.js';
import type { CursorCodec } from '../../../shared/cursor.js';
import { type FreightScope, freightScopeKey } from '../freight-scope.js';
import { loaderPerCustomer } from '../loader-per-customer.js';
import type { RewardEntriesArgs, RewardEntryFilter } from './reward.args.js';
import { RewardEntryConnection, type RewardExpiry } from './reward.type.js';
import type { ListedReward, QuoteRewards, RewardListStore } from './reward-list.store.js';

/** What the loader reads from. */
export interface RewardSources {
  list: RewardListStore;
}

const NONE: QuoteRewards = { points: 0, discount: '0' };

/** Reads the ledgers that one viewer may see, for one request. Reads of several customers or quotes are batched. */
export class RewardLoader {
  readonly #scope: FreightScope;
  readonly #cursors: CursorCodec;
  readonly #balances: DataLoader<string, number>;
  readonly #expiries: DataLoader<string, RewardExpiry | null>;
  readonly #onQuotes: DataLoader<string, QuoteRewards>;
  readonly #pages;
  readonly #counts;

  constructor({ list, cursors }: RewardSources & { cursors: CursorCodec }, scope: FreightScope) {
    this.#scope = scope;
    this.#cursors = cursors;
    this.#balances = byKey((ids) => list.balances(scope, ids), 0);
    this.#expiries = byKey<RewardExpiry | null>((ids) => list.nextExpiries(scope, ids), null);
    this.#onQuotes = byKey((ids) => list.onQuotes(scope, ids), NONE);
    this.#pages = loaderPerCustomer<{ filter: RewardEntryFilter; positions: PagePositions }, ListedReward[]>(
      (ids, page) => list.pagesOf(scope, ids, page),
      [],
    );
    this.#counts = loaderPerCustomer<RewardEntryFilter, number>(
      (ids, filter) => list.countsOf(scope, ids, filter),
      0,
    );
  }

  /** The points that a customer in scope has. */
  balanceOf(customerId: string): Promise<number> {
    return this.#balances.load(customerId);
  }

  /** Their next points that expire; null if none do. */
  nextExpiryOf(customerId: string): Promise<RewardExpiry | null> {
    return this.#expiries.load(customerId);
  }

  /** The points on a quote in scope. */
  onQuote(quoteId: string): Promise<QuoteRewards> {
    return this.#onQuotes.load(quoteId);
  }

  /** A page of the ledger of a customer, newest first. */
  async pageOf(customerId: string, args: RewardEntriesArgs): Promise<RewardEntryConnection> {
    const filter = args.filter ?? {};
    const page = await readPage(args, {
      cursors: this.#cursors,
      binding: JSON.stringify(['rewards.entries', customerId, freightScopeKey(this.#scope)]),
      read: (positions) => this.#pages.load({ customerId, of: { filter, positions } }),
      positionOf: ({ ordinal }) => [String(ordinal)],
      toNode: (entry) => entry,
    });
    const totalCount = () => this.#counts.load({ customerId, of: filter });
    return Object.assign(new RewardEntryConnection(), { ...page, totalCount });
  }

  /** Clears the cache, so that later reads see what a mutation changed. */
  forget(): void {
    for (const loader of [this.#balances, this.#expiries, this.#onQuotes, this.#pages, this.#counts])
      loader.clearAll();
  }
}

const byKey = <Value>(read: (ids: readonly string[]) => Promise<Map<string, Value>>, none: Value) =>
  new DataLoader<string, Value>(async (ids) => {
    const found = await read(ids);
    return ids.map((id) => found.get(id) ?? none);
  });

import DataLoader from 'dataloader';
import { readPage } from '../../shared/connection.js';
import type { CursorCodec } from '../../shared/cursor.js';
import { groupBy } from '../../shared/group-by.js';
import type {
  AuditEntriesArgs,
  AuditEntriesOfLoginArgs,
  AuditFilter,
  MyActivityArgs,
} from './audit-entry.args.js';
import type { AuditEntryStore } from './audit-entry.store.js';
import { type AuditEntry, AuditEntryConnection, toAuditEntry } from './audit-entry.type.js';
import type { ChainedRow } from './chain/audit-line.js';
import { ACTIVITY, asSeenByTarget } from './my-activity.js';

/** What the loader reads from. */
export interface AuditEntrySources {
  store: AuditEntryStore;
  /** Chains all committed entries, so that the next read includes them. */
  seal: () => Promise<void>;
}

/** One login's part of a query that may be batched for several logins. */
interface LoginKey {
  userId: string;
  filter: AuditFilter;
}
type LoginPageKey = LoginKey & { limit: number };

/** Reads the audit log for one request. Equal reads for several logins are batched into one query. */
export class AuditEntryLoader {
  readonly #store: AuditEntryStore;
  readonly #seal: () => Promise<void>;
  readonly #cursors: CursorCodec;
  readonly #firstPages: DataLoader<LoginPageKey, ChainedRow[]>;
  readonly #counts: DataLoader<LoginKey, number>;

  constructor({ store, seal, cursors }: AuditEntrySources & { cursors: CursorCodec }) {
    this.#store = store;
    this.#seal = seal;
    this.#cursors = cursors;
    this.#firstPages = this.#perLogin(
      (userIds, { filter, limit }) => store.ofLogins(userIds, { filter, limit, after: null }),
      () => [],
    );
    this.#counts = this.#perLogin(
      (userIds, { filter }) => store.countOfLogins(userIds, filter),
      () => 0,
    );
  }

  /** A page of the whole log. */
  async page(args: AuditEntriesArgs): Promise<AuditEntryConnection> {
    const filter = args.filter ?? {};
    await this.#seal();
    const page = await readPage(args, {
      ...this.#list('auditEntries'),
      read: (positions) => this.#store.page(filter, positions),
    });
    return Object.assign(new AuditEntryConnection(), {
      ...page,
      totalCount: () => this.#store.count(filter),
    });
  }

  /** The number of entries that match. */
  async count(filter: AuditFilter): Promise<number> {
    await this.#seal();
    return this.#store.count(filter);
  }

  /**
   * The entries about a login, and those of its own actions. First pages of several logins are batched into one query.
   */
  async pageOfLogin(userId: string, args: AuditEntriesOfLoginArgs): Promise<AuditEntryConnection> {
    const filter = args.filter ?? {};
    const page = await readPage(args, {
      ...this.#list(`auditEntries of ${userId}`),
      read: async ({ limit, after }) => {
        if (after === null) return this.#firstPages.load({ userId, filter, limit });
        return (await this.#store.ofLogins([userId], { filter, limit, after })).get(userId) ?? [];
      },
    });
    const totalCount = () => this.#counts.load({ userId, filter });
    return Object.assign(new AuditEntryConnection(), { ...page, totalCount });
  }

  /** What happened to a login, as its owner sees it. */
  async activityOf(userId: string, args: MyActivityArgs): Promise<AuditEntryConnection> {
    const filter: AuditFilter = { targetType: 'PORTAL_USER', targetId: userId, actions: ACTIVITY };
    await this.#seal();
    const page = await readPage(args, {
      ...this.#list(`activity of ${userId}`),
      read: (positions) => this.#store.page(filter, positions),
      toNode: (row) => asSeenByTarget(toAuditEntry(row), userId),
    });
    return Object.assign(new AuditEntryConnection(), {
      ...page,
      totalCount: () => this.#store.count(filter),
    });
  }

  /** The entry with this sequence; null if there is none yet. */
  async bySequence(sequence: number): Promise<AuditEntry | null> {
    await this.#seal();
    const row = await this.#store.bySequence(sequence);
    return row && toAuditEntry(row);
  }

  #list(name: string) {
    return {
      cursors: this.#cursors,
      binding: JSON.stringify([name, 'sequence']),
      positionOf: (row: ChainedRow) => [String(row.sequence)],
      toNode: toAuditEntry,
    };
  }

  /** Batches without caching, because a later mutation of the same request adds entries. */
  #perLogin<Key extends LoginKey, Value>(
    read: (userIds: readonly string[], query: Key) => Promise<Map<string, Value>>,
    emptyValue: () => Value,
  ): DataLoader<Key, Value> {
    return new DataLoader<Key, Value>(
      async (keys) => {
        await this.#seal();
        const results = new Map<string, Map<string, Value>>();
        for (const [batchKey, batch] of groupBy(keys, batchKeyOf)) {
          const [first] = batch as [Key, ...Key[]];
          const userIds = [...new Set(batch.map(({ userId }) => userId))];
          results.set(batchKey, await read(userIds, first));
        }
        return keys.map((key) => results.get(batchKeyOf(key))?.get(key.userId) ?? emptyValue());
      },
      { cache: false },
    );
  }
}

/** Equal for keys that differ only in the login. */
const batchKeyOf = (key: LoginKey): string => JSON.stringify({ ...key, userId: undefined });

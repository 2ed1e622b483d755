import DataLoader from 'dataloader';
import { readPage } from '../../shared/connection.js';
import type { CursorCodec } from '../../shared/cursor.js';
import { groupBy } from '../../shared/group-by.js';
import type { AuditEntriesArgs, AuditEntriesOfLoginArgs, AuditFilter } from './audit-entry.args.js';
import type { AuditEntryStore } from './audit-entry.store.js';
import { AuditEntryConnection, toAuditEntry } from './audit-entry.type.js';
import type { ChainedRow } from './chain/audit-line.js';

export interface AuditEntrySources {
  store: AuditEntryStore;
  /** Chains what has committed, so that it is among what is read. */
  seal: () => Promise<void>;
}

/** One login's share of a question that may be asked of many at once. */
interface LoginKey {
  userId: string;
  filter: AuditFilter;
}
type LoginPageKey = LoginKey & { limit: number };

/** One request's reads of the audit log; what is asked of several logins is one query. */
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

  /** What is about a login or was done by it. First pages of several logins are one query. */
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

  #list(name: string) {
    return {
      cursors: this.#cursors,
      binding: JSON.stringify([name, 'sequence']),
      positionOf: (row: ChainedRow) => [String(row.sequence)],
      toNode: toAuditEntry,
    };
  }

  /** Nothing is kept: a mutation that comes later in the request adds to it. */
  #perLogin<Key extends LoginKey, Value>(
    ask: (userIds: readonly string[], question: Key) => Promise<Map<string, Value>>,
    none: () => Value,
  ): DataLoader<Key, Value> {
    return new DataLoader<Key, Value>(
      async (keys) => {
        await this.#seal();
        const answers = new Map<string, Map<string, Value>>();
        for (const [question, alike] of groupBy(keys, questionOf)) {
          const [first] = alike as [Key, ...Key[]];
          const userIds = [...new Set(alike.map(({ userId }) => userId))];
          answers.set(question, await ask(userIds, first));
        }
        return keys.map((key) => answers.get(questionOf(key))?.get(key.userId) ?? none());
      },
      { cache: false },
    );
  }
}

/** What is the same for logins that are asked the same. */
const questionOf = (key: LoginKey): string => JSON.stringify({ ...key, userId: undefined });

import type { DataSource, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { readLimited } from '../../db/limited-read.js';
import { whereTimesOnDays } from '../../db/where-days.js';
import { whereWords } from '../../db/where-words.js';
import { ROLE_IDS } from '../../shared/auth.js';
import type { FreightScope } from '../freight/freight-scope.js';
import { BRANCHES, type Branch } from './history-branches.js';
import type { LocalHistoryKind } from './history-kind.js';
import type { LocalStart } from './history-place.js';

type Query = SelectQueryBuilder<ObjectLiteral>;

/** Which entries of the local database. */
export interface LocalSelection {
  scope: FreightScope;
  kinds: ReadonlySet<LocalHistoryKind>;
  /** Days, both included. */
  from: string | null;
  to: string | null;
  search: string | null;
}

/** An entry as it is stored. */
export interface LocalRow {
  kind: LocalHistoryKind;
  id: string;
  at: Date;
  customerId: string;
  quoteId: string | null;
  connoteId: string | null;
  byId: string | null;
  note: string | null;
  /** What only entries of its kind have. */
  details: unknown;
}

/** Whose rows of the ERP the active login of a customer sees. */
interface AssignedErpCustomers {
  all: boolean;
  names: string[];
}

/** The part of a history that the local database has. Every read takes a scope. */
export class HistoryStore {
  /** @param timeZone of days in filters */
  constructor(
    private readonly dataSource: DataSource,
    private readonly timeZone: string,
  ) {}

  /** The newest entries after a place, up to one more than the limit, in one query. */
  async page(
    selection: LocalSelection,
    { limit, start }: { limit: number; start: LocalStart },
  ): Promise<LocalRow[]> {
    const parts = this.#branches(selection).map(([branch, query]) => {
      select(query, branch);
      if (start && 'before' in start) query.andWhere(`${branch.at} < :startBefore`);
      // A comparison of rows, because an index starts at the right place with it.
      if (start && 'id' in start) query.andWhere(`(${branch.at}, e.id) < (:startAt, :startId)`);
      return query
        .orderBy(branch.at, 'DESC')
        .addOrderBy('e.id', 'DESC')
        .limit(limit + 1);
    });
    if (parts.length === 0) return [];
    const values =
      start && ('id' in start ? { startAt: start.at, startId: start.id } : { startBefore: start.before });
    const query = this.#union(parts, COLUMNS)
      .select('*')
      .setParameters(values ?? {});
    const ordered = query
      .orderBy('entry.at', 'DESC')
      .addOrderBy('entry.id', 'DESC')
      .limit(limit + 1);
    return readLimited(ordered, (page) => page.getRawMany<LocalRow>());
  }

  /** How many entries there are. */
  async count(selection: LocalSelection): Promise<number> {
    const parts = this.#branches(selection).map(([, query]) => query.select('count(*)', 'entries'));
    if (parts.length === 0) return 0;
    const query = this.#union(parts, 'entries').select('cast(sum(entry.entries) as integer)', 'count');
    const row = await readLimited(query, (counted) => counted.getRawOne<{ count: number }>());
    return row?.count ?? 0;
  }

  /** The ERP customers that the active login of a customer has; none without such a login. */
  async erpCustomersOf(customerId: string): Promise<AssignedErpCustomers> {
    const [row] = await this.dataSource.query<AssignedErpCustomers[]>(
      `select coalesce(bool_or(u.all_erp_customers), false) as all,
         coalesce(array_agg(a.erp_customer_name) filter (where a.user_id is not null), '{}') as names
       from portal_user u left join portal_user_erp_customer a on a.user_id = u.id
       where u.customer_id = $1 and u.active and u.role_id = $2`,
      [customerId, ROLE_IDS.CUSTOMER],
    );
    return row ?? { all: false, names: [] };
  }

  /** The matching rows of each part that has wanted kinds. Parameters of one name have the same value in all of them. */
  #branches({ scope, kinds, from, to, search }: LocalSelection): [Branch, Query][] {
    if (scope.kind === 'NONE') return [];
    const wanted = BRANCHES.filter((branch) => branch.kinds.some((kind) => kinds.has(kind)));
    return wanted.map((branch) => {
      const query = branch.rows(this.dataSource, scope, kinds);
      whereTimesOnDays(query, branch.at, { from, to }, this.timeZone);
      whereWords(query, `concat_ws(' ', ${branch.searched})`, search);
      return [branch, query];
    });
  }

  /** The rows of all parts. Columns are named, because TypeORM has an order of its own for them. */
  #union(parts: readonly Query[], columns: string): Query {
    const sql = parts
      .map((part) => `(select ${columns} from (${part.getQuery()}) as part)`)
      .join(' union all ');
    const query = this.dataSource.createQueryBuilder().select('*').from(`(${sql})`, 'entry');
    for (const part of parts) query.setParameters(part.getParameters());
    return query as Query;
  }
}

const COLUMNS = '"kind", "id", "at", "customerId", "quoteId", "connoteId", "byId", "note", "details"';

function select(query: Query, { kind, at, customerId, quoteId, connoteId, details }: Branch): void {
  query
    .select(`cast(${kind} as text)`, 'kind')
    .addSelect('e.id', 'id')
    .addSelect(at, 'at')
    .addSelect(customerId, 'customerId')
    .addSelect(quoteId, 'quoteId')
    .addSelect(connoteId, 'connoteId')
    .addSelect('e.by_id', 'byId')
    .addSelect('e.note', 'note')
    .addSelect(details, 'details');
}

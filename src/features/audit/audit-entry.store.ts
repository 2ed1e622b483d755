import type { DataSource } from 'typeorm';
import type { PagePositions } from '../../shared/connection.js';
import type { Position } from '../../shared/cursor.js';
import { groupBy } from '../../shared/group-by.js';
import type { AuditFilter } from './audit-entry.args.js';
import { alternativesOf, conditionOf, Parameters } from './audit-entry.conditions.js';
import { CHAINED_COLUMNS, type ChainedRow } from './chain/audit-line.js';

/** A page of a single login's entries. */
export type LoginPage = Pick<PagePositions, 'limit' | 'after'> & { filter: AuditFilter };

/** Reads the log, newest first. */
export class AuditEntryStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Rows in the direction of reading, up to one more than the limit. */
  async page(filter: AuditFilter, page: PagePositions): Promise<ChainedRow[]> {
    const parameters = new Parameters();
    const bounds = boundsOf(page, parameters);
    const order = `order by sequence ${page.backwards ? 'asc' : 'desc'} limit ${page.limit + 1}`;
    const branches = alternativesOf(filter, parameters).map(
      (condition) => `(select * from audit_entry where ${condition}${bounds} ${order})`,
    );
    if (branches.length === 0) return [];
    return this.dataSource.query<ChainedRow[]>(
      `select ${CHAINED_COLUMNS} from (${branches.join(' union all ')}) e ${order}`,
      parameters.values,
    );
  }

  /** The entry with this sequence; null if there is none. */
  async bySequence(sequence: number): Promise<ChainedRow | null> {
    const [row] = await this.dataSource.query<ChainedRow[]>(
      `select ${CHAINED_COLUMNS} from audit_entry where sequence = $1`,
      [sequence],
    );
    return row ?? null;
  }

  /** The number of entries that match. */
  async count(filter: AuditFilter): Promise<number> {
    const parameters = new Parameters();
    const counts = alternativesOf(filter, parameters).map(
      (condition) => `(select count(*) from audit_entry where ${condition})`,
    );
    if (counts.length === 0) return 0;
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select (${counts.join(' + ')})::integer as count`,
      parameters.values,
    );
    return row?.count ?? 0;
  }

  /** For each login, the entries about it and those of its own actions, up to one more than the limit; in one query. */
  async ofLogins(
    userIds: readonly string[],
    { limit, after, filter }: LoginPage,
  ): Promise<Map<string, ChainedRow[]>> {
    const parameters = new Parameters();
    const ids = parameters.add(userIds);
    const bounds = boundsOf({ after, before: null }, parameters);
    const condition = `${conditionOf(filter, parameters)}${bounds}`;
    const order = `order by sequence desc limit ${limit + 1}`;
    const rows = await this.dataSource.query<(ChainedRow & { login: string })[]>(
      `select u.id as login, e.*
       from unnest(${ids}::uuid[]) as u (id) cross join lateral (
         select distinct on (sequence) ${CHAINED_COLUMNS} from (
           (select * from audit_entry where ${BY_LOGIN} and ${condition} ${order})
           union all
           (select * from audit_entry where ${ABOUT_LOGIN} and ${condition} ${order})
         ) b ${order}
       ) e order by e.sequence desc`,
      parameters.values,
    );
    return groupBy(rows, ({ login }) => login);
  }

  /** The number of entries of each login, in one query. */
  async countOfLogins(userIds: readonly string[], filter: AuditFilter): Promise<Map<string, number>> {
    const parameters = new Parameters();
    const ids = parameters.add(userIds);
    const condition = conditionOf(filter, parameters);
    const rows = await this.dataSource.query<{ login: string; count: number }[]>(
      `select u.id as login, ((select count(*) from audit_entry where ${BY_LOGIN} and ${condition})
         + (select count(*) from audit_entry where ${ABOUT_LOGIN} and actor_id is distinct from u.id and ${condition}))::integer as count
       from unnest(${ids}::uuid[]) as u (id)`,
      parameters.values,
    );
    return new Map(rows.map(({ login, count }) => [login, count]));
  }
}

const BY_LOGIN = 'actor_id = u.id';
const ABOUT_LOGIN = "target_id = u.id::text and target_type = 'PORTAL_USER'";

/** Conditions for entries after a position (older) and before a position (newer). */
function boundsOf(page: Pick<PagePositions, 'after' | 'before'>, parameters: Parameters): string {
  const bound = (operator: string, position: Position | null) =>
    position === null ? '' : ` and sequence ${operator} ${parameters.add(position[0])}::integer`;
  return bound('<', page.after) + bound('>', page.before);
}

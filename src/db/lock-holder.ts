import type { DataSource } from 'typeorm';

const ADVISORY = `l.locktype = 'advisory' and l.objsubid = 1
  and l.classid = ($1::bigint >> 32)::oid and l.objid = ($1::bigint & 4294967295)::oid`;
const TABLES = `l.locktype = 'relation' and l.pid <> pg_backend_pid()
  and l.relation in (select to_regclass(name)::oid from unnest($1::text[]) as name)`;

/** Who holds the advisory lock with this key, in words. */
export const holderOfAdvisoryLock = (dataSource: DataSource, key: number): Promise<string> =>
  describe(dataSource, ADVISORY, key);

/** Who uses one of these tables, in words: of several, the one whose transaction began first. */
export const userOfTables = (dataSource: DataSource, tables: readonly string[]): Promise<string> =>
  describe(dataSource, TABLES, tables);

async function describe(dataSource: DataSource, condition: string, value: unknown): Promise<string> {
  const [holder] = await dataSource.query<{ pid: number; name: string; state: string; since: string }[]>(
    `select l.pid, coalesce(a.application_name, '') as name, coalesce(a.state, 'unknown') as state,
       coalesce(to_char(a.state_change at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS UTC'), 'unknown') as since
     from pg_locks l left join pg_stat_activity a on a.pid = l.pid
     where l.granted and l.database = (select oid from pg_database where datname = current_database())
       and ${condition}
     order by a.xact_start limit 1`,
    [value],
  );
  if (!holder) return 'another connection';
  const { pid, name, state, since } = holder;
  return `the server process ${pid} ("${name}", ${state} since ${since})`;
}

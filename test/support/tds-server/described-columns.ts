import pg from 'pg';
import type { SqlValue, Statement } from './sql-types.js';
import { toPostgres } from './t-sql.js';

type Run = (sql: string, values: readonly SqlValue[]) => Promise<void>;

const FILL = `
  insert into tsql.described
  select d.name, n.nspname, c.relname, a.attname
  from unnest($1::text[], $2::oid[], $3::int2[]) as d(name, relation, number)
  left join pg_catalog.pg_attribute as a on a.attrelid = d.relation and a.attnum = d.number
  left join pg_catalog.pg_class as c on c.oid = a.attrelid
  left join pg_catalog.pg_namespace as n on n.oid = c.relnamespace`;

/** Has sys.dm_exec_describe_first_result_set know of what it is asked, where a statement asks it. */
export async function describeColumns(statement: Statement, pool: pg.Pool, run: Run): Promise<void> {
  if (!/\bdm_exec_describe_first_result_set\b/i.test(statement.sql)) return;
  const sql = toPostgres({ sql: statement.parameters[0]?.value ?? '', parameters: [] });
  const text = `select * from (${sql}) as described limit 0`;
  // For what doesn't run, SQL Server has no columns to tell of either.
  const { fields } = await pool.query({ text, rowMode: 'array' }).catch((error: unknown) => {
    if (error instanceof pg.DatabaseError) return { fields: [] };
    throw error;
  });
  const listed = (values: readonly (string | number)[]) =>
    `{${values.map((value) => `"${value}"`).join(',')}}`;
  await run('delete from tsql.described', []);
  await run(FILL, [
    listed(fields.map(({ name }) => name)),
    listed(fields.map(({ tableID }) => tableID)),
    listed(fields.map(({ columnID }) => columnID)),
  ]);
}

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { demoErpSchema } from './demo-erp-sql.js';
import { DEMO_TABLES } from './demo-tables.js';

/**
 * Fills a database with the demo ERP's tables in one transaction, except those that are already there: an earlier version
 * had fewer.
 *
 * @param reader the role that may read them, and nothing else
 */
export async function loadDemoErp(client: pg.Client, reader: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select name from unnest($1::text[]) as name where to_regclass(name) is null',
    [DEMO_TABLES.map(({ name }) => name)],
  );
  const missing = DEMO_TABLES.filter((table) => rows.some(({ name }) => name === table.name));
  if (missing.length === 0) return;
  await client.query('begin');
  await client.query(demoErpSchema('postgres'));
  for (const table of missing) {
    await client.query(table.definition('postgres'));
    await pipeline(Readable.from(table.copyLines()), client.query(copyFrom(`copy ${table.name} from stdin`)));
    for (const statement of table.indexes) await client.query(statement);
  }
  await client.query(`grant usage on schema erp to ${reader}`);
  await client.query(`grant select on all tables in schema erp to ${reader}`);
  await client.query('commit');
  for (const { name } of missing) await client.query(`analyze ${name}`);
}

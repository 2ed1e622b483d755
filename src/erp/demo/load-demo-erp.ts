import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { demoErpDefinition, demoErpIndexes, demoErpLines } from './demo-erp-sql.js';

/**
 * Fills a database with the demo ERP's stock in one transaction, unless the stock is already there.
 *
 * @param reader the role that may read the stock, and nothing else
 */
export async function loadDemoErp(client: pg.Client, reader: string): Promise<void> {
  const { rows } = await client.query("select to_regclass('erp.stock') as there");
  if (rows[0]?.there) return;
  await client.query('begin');
  for (const statement of demoErpDefinition('postgres')) await client.query(statement);
  await pipeline(Readable.from(demoErpLines()), client.query(copyFrom('copy erp.stock from stdin')));
  for (const statement of demoErpIndexes()) await client.query(statement);
  await client.query(`grant usage on schema erp to ${reader}`);
  await client.query(`grant select on all tables in schema erp to ${reader}`);
  await client.query('commit');
  await client.query('analyze erp.stock');
}

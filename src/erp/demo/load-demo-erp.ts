import type { Duplex } from 'node:stream';
import pg from 'pg';
import { demoErpScript } from './demo-erp-sql.js';

/** Fills an embedded database with the demo ERP's stock, once: all of it or nothing. */
export async function loadDemoErp(connect: () => Duplex): Promise<void> {
  const client = new pg.Client({ stream: connect });
  await client.connect();
  try {
    const { rows } = await client.query("select to_regclass('erp.stock') as there");
    if (rows[0]?.there) return;
    await client.query('begin');
    for (const statement of demoErpScript('postgres')) await client.query(statement);
    await client.query('commit');
    await client.query('analyze erp.stock');
  } finally {
    await client.end();
  }
}

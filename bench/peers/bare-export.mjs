import { once } from 'node:events';
import Cursor from 'pg-cursor';
import { EXPORT_SQL } from '../compare/stock.mjs';

const BATCH = 1_000;

/** Streams all stock as NDJSON, as fast as the client reads. */
export async function sendExport(pool, response) {
  const client = await pool.connect();
  const cursor = client.query(new Cursor(EXPORT_SQL));
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  try {
    for (let rows = await cursor.read(BATCH); rows.length > 0; rows = await cursor.read(BATCH)) {
      const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      if (!response.write(lines)) await once(response, 'drain');
    }
    response.end();
  } finally {
    await cursor.close();
    client.release();
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../src/embedded-postgres/embedded-postgres.js';
import { loadDemoErp } from '../../src/erp/demo/load-demo-erp.js';

/** An engine with a copy of the demo ERP of its own. */
export async function openDemoEngine(): Promise<EmbeddedPostgres> {
  const folder = process.env['PORTICO_TEST_SNAPSHOTS'];
  const snapshot = folder === undefined ? null : new Uint8Array(readFileSync(join(folder, 'erp.tar')));
  const engine = await EmbeddedPostgres.inMemory({ snapshot });
  await loadDemoErp(() => engine.connect());
  return engine;
}

import type { Config, ErpSettings } from '../config.js';
import type { EmbeddedPostgres } from '../embedded-postgres/embedded-postgres.js';
import { loadDemoErp } from '../erp/demo/load-demo-erp.js';
import type { Erp } from '../erp/erp.js';
import { ErpInspector } from '../erp/erp-inspector.js';
import { GuardedErp } from '../erp/guarded-erp.js';
import type { ErpObserver } from '../erp/observer.js';
import { EMBEDDED_POOL_MAX, PostgresErp } from '../erp/postgres/postgres-erp.js';

/**
 * The ERP of a run, not yet asked anything: a server that is down doesn't stop the start.
 *
 * @param embedded the server of the demo, where that is the ERP; it stays its owner's to close
 */
export async function openErp(
  { erp, erpQueryTimeoutMs }: Pick<ErpSettings, 'erp' | 'erpQueryTimeoutMs'>,
  embedded: EmbeddedPostgres | null,
): Promise<Erp> {
  if (erp.kind === 'mssql') {
    // Its driver takes half a second to read, which only those wait for who need it.
    const { MssqlErp } = await import('../erp/mssql/mssql-erp.js');
    return new MssqlErp(erp, erpQueryTimeoutMs);
  }
  if (erp.kind === 'postgres') return PostgresErp.onServer(erp, erpQueryTimeoutMs);
  if (!embedded) throw new Error('the embedded database is not running');
  const login = embedded.demoErp();
  await embedded.administer(login.database, (client) => loadDemoErp(client, login.user));
  return PostgresErp.embedded(login);
}

/** The same ERP, asked nothing until it is found fit, and then no more at a time than it has connections for. */
export function guardErp(opened: Erp, config: Config, observer: ErpObserver): GuardedErp {
  const { erp, erpGuard, erpQueryTimeoutMs, erpMapping: mapping } = config;
  const bounds = {
    deadlineMs: erpQueryTimeoutMs,
    concurrent: erp.kind === 'embedded' ? EMBEDDED_POOL_MAX : erp.poolMax,
    queued: erpGuard.queueMax,
    staleMaxMs: erpGuard.staleMaxSeconds * 1_000,
    staleMaxBytes: erpGuard.staleMaxBytes,
  };
  const inspector = new ErpInspector(
    opened,
    { mapping, allowWritable: erpGuard.allowWritable, deadlineMs: erpQueryTimeoutMs },
    (inspection) => observer.inspected(inspection),
  );
  return new GuardedErp(opened, inspector, bounds, observer);
}

import type { Config, ErpSettings } from '../config.js';
import type { EmbeddedPostgres } from '../embedded-postgres/embedded-postgres.js';
import { loadDemoErp } from '../erp/demo/load-demo-erp.js';
import type { Erp, ErpQuery } from '../erp/erp.js';
import { ErpInspector } from '../erp/erp-inspector.js';
import { ErpSql } from '../erp/erp-sql.js';
import { GuardedErp } from '../erp/guarded-erp.js';
import { type ErpMapping, UNKNOWN_COLUMNS } from '../erp/mapping.js';
import type { ErpObserver } from '../erp/observer.js';
import { EMBEDDED_POOL_MAX, PostgresErp } from '../erp/postgres/postgres-erp.js';

/**
 * Opens the ERP of the settings without querying it, so that an ERP that is down doesn't stop the start.
 *
 * @param embedded the embedded server, needed if the ERP is the demo; its owner closes it
 */
export async function openErp(
  { erp, erpQueryTimeoutMs, erpGuard }: Pick<ErpSettings, 'erp' | 'erpQueryTimeoutMs' | 'erpGuard'>,
  embedded: EmbeddedPostgres | null,
): Promise<Erp> {
  const connections = (queries: number) => queries + erpGuard.exportsMax;
  if (erp.kind === 'mssql') {
    // Imported only if needed, because its driver takes half a second to load.
    const { MssqlErp } = await import('../erp/mssql/mssql-erp.js');
    return new MssqlErp({ ...erp, poolMax: connections(erp.poolMax) }, erpQueryTimeoutMs);
  }
  if (erp.kind === 'postgres') {
    return PostgresErp.onServer({ ...erp, poolMax: connections(erp.poolMax) }, erpQueryTimeoutMs);
  }
  if (!embedded) throw new Error('the embedded database is not running');
  const login = embedded.demoErp();
  await embedded.administer(login.database, (client) => loadDemoErp(client, login.user));
  return PostgresErp.embedded(login, connections(EMBEDDED_POOL_MAX));
}

/** Guards an ERP: no query until an inspection admits it, and then only a few at a time. */
export function guardErp(opened: Erp, config: Config, observer: ErpObserver): GuardedErp {
  const { erp, erpGuard, erpQueryTimeoutMs, erpMapping: mapping } = config;
  const bounds = {
    deadlineMs: erpQueryTimeoutMs,
    concurrent: erp.kind === 'embedded' ? EMBEDDED_POOL_MAX : erp.poolMax,
    queued: erpGuard.queueMax,
    streams: erpGuard.exportsMax,
    streamDeadlineMs: erpGuard.exportTimeoutMs,
    staleMaxMs: erpGuard.staleMaxSeconds * 1_000,
    staleMaxBytes: erpGuard.staleMaxBytes,
    probe: anyRow(opened, mapping),
  };
  const inspector = new ErpInspector(
    opened,
    { mapping, allowWritable: erpGuard.allowWritable, deadlineMs: erpQueryTimeoutMs },
    observer,
  );
  return new GuardedErp(opened, inspector, bounds, observer);
}

/** A query of the quantities of any one row. With them, the server must read the row itself and not only an index. */
function anyRow({ dialect }: Erp, mapping: ErpMapping): ErpQuery {
  const rows = new ErpSql(dialect, mapping, UNKNOWN_COLUMNS)
    .inventory()
    .select(['quantity_on_hand', 'quantity_allocated']);
  return (dialect === 'mssql' ? rows.top(1) : rows.limit(1)).compile();
}

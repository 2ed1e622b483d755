import { join } from 'node:path';
import type { Config, ErpSettings } from '../config.js';
import { EmbeddedPostgres } from '../embedded-postgres/embedded-postgres.js';
import { loadDemoErp } from '../erp/demo/load-demo-erp.js';
import type { Erp } from '../erp/erp.js';
import { MssqlErp } from '../erp/mssql.js';
import type { ErpObserver } from '../erp/observer.js';
import { EMBEDDED_POOL_MAX, PostgresErp } from '../erp/postgres.js';
import { ErpProof } from '../erp/proof.js';
import { GuardedErp } from '../erp/resilience.js';

export interface OpenErpOptions {
  /** An engine to use for the demo ERP instead of one on the data folder; it stays its owner's to close. */
  engine?: EmbeddedPostgres | undefined;
  /** A running engine that was made just now: a copy of it saves making another. */
  model?: EmbeddedPostgres | null;
}

/** The ERP of a run, not yet asked anything: a server that is down doesn't stop the start. */
export async function openErp(config: ErpSettings, { engine: given, model }: OpenErpOptions): Promise<Erp> {
  const { erp, erpQueryTimeoutMs } = config;
  if (erp.kind === 'mssql') return new MssqlErp(erp, erpQueryTimeoutMs);
  if (erp.kind === 'postgres') return PostgresErp.onServer(erp, erpQueryTimeoutMs);

  // An engine of its own: a long read of the ERP must not hold up a sign-in.
  const snapshot = given || !model?.fresh ? null : await model.dump();
  const engine = given ?? (await EmbeddedPostgres.onFolder(join(config.dataDir, 'demo-erp'), snapshot));
  try {
    await loadDemoErp(() => engine.connect());
  } catch (error) {
    if (!given) await engine.close();
    throw error;
  }
  return PostgresErp.embedded(engine, { owned: !given });
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
  const proof = new ErpProof(
    opened,
    { mapping, allowWritable: erpGuard.allowWritable, deadlineMs: erpQueryTimeoutMs },
    (verdict) => observer.inspected(verdict),
  );
  return new GuardedErp(opened, proof, bounds, observer);
}

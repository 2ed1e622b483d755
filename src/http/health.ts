import { Router } from 'express';
import { cached } from '../shared/cached.js';

/** Checks one dependency of the service. Rejects if it fails or doesn't answer before the signal fires. */
export type Probe = (signal: AbortSignal) => Promise<unknown>;

/** The probes of all dependencies. */
export interface Probes {
  database: Probe;
  erp: Probe;
}

type State = 'up' | 'down';

/** How long a state is cached: more frequent health checks get the same answer and put no load on the ERP. */
const CACHE_MS = 5_000;
/** A probe that takes longer counts as down, so that the health check answers before its caller gives up. */
const PROBE_TIMEOUT_MS = 2_000;

/** Runs a probe and reduces the outcome to up or down. */
const probeState = (probe: Probe) => () =>
  probe(AbortSignal.timeout(PROBE_TIMEOUT_MS)).then(
    (): State => 'up',
    (): State => 'down',
  );

/**
 * `/healthz`: the process answers. `/readyz`: the service can serve requests. Without the ERP it is degraded, but still
 * serves sign-ins; without the database it can serve nothing and is unready.
 */
export function healthRoutes(probes: Probes): Router {
  const router = Router();
  const stateOf = {
    database: cached(probeState(probes.database), CACHE_MS),
    erp: cached(probeState(probes.erp), CACHE_MS),
  };
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const [database, erp] = await Promise.all([stateOf.database(), stateOf.erp()]);
    const status = database === 'down' ? 'unready' : erp === 'down' ? 'degraded' : 'ready';
    response.status(database === 'down' ? 503 : 200).json({ status, dependencies: { database, erp } });
  });
  return router;
}

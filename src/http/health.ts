import { Router } from 'express';
import { cached } from '../shared/cached.js';

/** Asks one thing that the service depends on; rejects where it doesn't answer, or hasn't by the time the signal fires. */
export type Probe = (signal: AbortSignal) => Promise<unknown>;

export interface Probes {
  database: Probe;
  erp: Probe;
}

type State = 'up' | 'down';

/** How long an answer is good for: whoever asks more often learns nothing new, and the ERP is left alone. */
const CACHE_MS = 5_000;
/** A health check that waits longer than this tells its caller nothing in time. */
const PROBE_TIMEOUT_MS = 2_000;

/** Asks a probe, and tells only whether it answered. */
const probeState = (probe: Probe) => () =>
  probe(AbortSignal.timeout(PROBE_TIMEOUT_MS)).then(
    (): State => 'up',
    (): State => 'down',
  );

/**
 * `/healthz`: the process answers. `/readyz`: it can serve; without the ERP it is degraded but serves sign-ins still,
 * without the database it can serve nothing.
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

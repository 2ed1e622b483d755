import { Router } from 'express';

/** Asks one thing that the service depends on; rejects where it doesn't answer. */
export type Probe = () => Promise<unknown>;

export interface Probes {
  database: Probe;
  erp: Probe;
}

type State = 'up' | 'down';

const stateOf = (probe: Probe): Promise<State> =>
  probe().then(
    () => 'up',
    () => 'down',
  );

/**
 * `/healthz`: the process answers. `/readyz`: it can serve; without the ERP it is degraded but serves sign-ins still,
 * without the database it can serve nothing.
 */
export function healthRoutes(probes: Probes): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const [database, erp] = await Promise.all([stateOf(probes.database), stateOf(probes.erp)]);
    const status = database === 'down' ? 'unready' : erp === 'down' ? 'degraded' : 'ready';
    response.status(database === 'down' ? 503 : 200).json({ status, dependencies: { database, erp } });
  });
  return router;
}

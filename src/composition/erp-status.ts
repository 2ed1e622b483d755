import type { GuardedErp } from '../erp/guarded-erp.js';
import { describeSecurity } from '../erp/security-of.js';
import type { ErpStatus } from '../features/inventory/erp-status.type.js';
import { cached } from '../shared/cached.js';

/** How long an answer is cached, to spare the ERP. */
const CACHE_MS = 2_000;
/** An ERP that takes longer than this to identify itself counts as unreachable. */
const TIMEOUT_MS = 5_000;

/** The current status of the ERP, found out by querying it. */
export function erpStatus(erp: GuardedErp, now: () => Date): () => Promise<ErpStatus> {
  const ask = cached(async () => {
    const [checkedAt, started] = [now(), performance.now()];
    const reachable = await erp.identify(AbortSignal.timeout(TIMEOUT_MS)).then(
      () => true,
      () => false,
    );
    const tenths = Math.round((performance.now() - started) * 10);
    return { checkedAt, reachable, latencyMs: reachable ? tenths / 10 : null };
  }, CACHE_MS);
  return async () => ({
    ...(await ask()),
    kind: erp.kind,
    readOnly: erp.readOnly,
    circuit: erp.state().circuit,
    lastError: erp.lastFault?.description ?? null,
    lastErrorAt: erp.lastFault?.at ?? null,
    recentFailureRate: erp.failureRate,
    encryption: describedSecurity(erp),
    recent: erp.recentLatencies,
  });
}

function describedSecurity(erp: GuardedErp): string | null {
  const security = erp.security();
  return security && describeSecurity(security);
}

import type { GuardedErp } from '../erp/guarded-erp.js';
import type { ErpStatus } from '../features/inventory/erp-status.type.js';
import { cached } from '../shared/cached.js';

/** Whoever asks more often learns nothing new, and the ERP is left alone. */
const GOOD_FOR_MS = 2_000;
/** An ERP that takes longer than this to say who it is can't be worked with. */
const PATIENCE_MS = 5_000;

/** How things stand with the ERP, found out by asking it. */
export function erpStatus(erp: GuardedErp, now: () => Date): () => Promise<ErpStatus> {
  const ask = cached(async () => {
    const [checkedAt, started] = [now(), performance.now()];
    const reachable = await erp.identify(AbortSignal.timeout(PATIENCE_MS)).then(
      () => true,
      () => false,
    );
    const tenths = Math.round((performance.now() - started) * 10);
    return { checkedAt, reachable, latencyMs: reachable ? tenths / 10 : null };
  }, GOOD_FOR_MS);
  return async () => ({
    ...(await ask()),
    kind: erp.kind,
    readOnly: erp.readOnly,
    circuit: erp.state().circuit,
    lastError: erp.lastFault,
  });
}

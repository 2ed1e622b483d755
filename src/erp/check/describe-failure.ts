import { type ErpServer, ErpStatementError } from '../erp.js';
import { describeFault } from '../fault-descriptions.js';

/** Whether an error means that a deadline has passed. */
export const isTimeout = (error: unknown) => error instanceof Error && error.name === 'TimeoutError';

/** Says in one sentence why the ERP didn't answer: with the server's own message, but never with the password. */
export function describeFailure(
  error: unknown,
  { erp, erpQueryTimeoutMs }: { erp: ErpServer | { kind: 'embedded' }; erpQueryTimeoutMs: number },
): string {
  if (isTimeout(error)) return `no answer within ${erpQueryTimeoutMs / 1_000} s (ERP_QUERY_TIMEOUT_MS)`;
  const message = messageOf(error).replace(/\s+/g, ' ').trim();
  const safe = 'password' in erp && erp.password ? message.replaceAll(erp.password, '…') : message;
  if (error instanceof ErpStatementError) return safe;
  return `${describeFault(error)}: ${safe}`;
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

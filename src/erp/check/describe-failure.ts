import { type ErpServer, ErpStatementError } from '../erp.js';
import { describeFault } from '../fault-descriptions.js';

/** That an error is a deadline that passed. */
export const isTimeout = (error: unknown) => error instanceof Error && error.name === 'TimeoutError';

/** Why the ERP didn't answer, in one sentence for whoever runs it: with the server's own words, and never the password. */
export function describeFailure(
  error: unknown,
  { erp, erpQueryTimeoutMs }: { erp: ErpServer | { kind: 'embedded' }; erpQueryTimeoutMs: number },
): string {
  if (isTimeout(error)) return `no answer within ${erpQueryTimeoutMs / 1_000} s (ERP_QUERY_TIMEOUT_MS)`;
  const said = ownWords(error).replace(/\s+/g, ' ').trim();
  const safe = 'password' in erp && erp.password ? said.replaceAll(erp.password, '…') : said;
  if (error instanceof ErpStatementError) return safe;
  return `${describeFault(error)}: ${safe}`;
}

function ownWords(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(ownWords).join('; ');
  return error instanceof Error ? error.message : String(error);
}

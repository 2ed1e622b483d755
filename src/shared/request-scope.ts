import { AsyncLocalStorage } from 'node:async_hooks';
import type { SpanContext } from '@opentelemetry/api';
import type { Caller } from './auth.js';

/** Facts and counts about a request, for its line in the log. */
export interface RequestTally {
  userId: string | null;
  apiKeyId: string | null;
  /** The label for metrics: method and path of a REST operation. Null if the first segment of the path is enough. */
  route: string | null;
  /** Named as in the GraphQL document, truncated, or as in the description of the REST API. */
  operation: { name: string | null; type: string } | null;
  errorCodes: readonly string[];
  databaseQueries: number;
  erpQueries: number;
  erpMs: number;
}

/** The tally of a request that has just begun. */
export const newTally = (): RequestTally => ({
  userId: null,
  apiKeyId: null,
  route: null,
  operation: null,
  errorCodes: [],
  databaseQueries: 0,
  erpQueries: 0,
  erpMs: 0,
});

/** What the log says of a tally. What is empty is left out. */
export function tallyFields({ userId, apiKeyId, operation, errorCodes, ...counts }: RequestTally): object {
  const { databaseQueries, erpQueries, erpMs } = counts;
  return {
    ...(userId !== null && { userId }),
    ...(apiKeyId !== null && { apiKeyId }),
    ...(operation && { operation }),
    ...(errorCodes.length > 0 && { errorCodes }),
    ...(databaseQueries > 0 && { databaseQueries }),
    ...(erpQueries > 0 && { erpQueries, erpMs: Math.round(erpMs) }),
  };
}

/** Notes in the tally who sent the request. */
export function noteCaller(tally: RequestTally, { viewer, apiKey }: Caller): void {
  tally.userId = viewer?.userId ?? null;
  tally.apiKeyId = apiKey?.apiKeyId ?? null;
}

/** What any code that runs for a request can access, for example to log an error that the answer masks. */
export interface RequestScope {
  requestId: string;
  /** Fires if the client disconnects before the response is complete. */
  signal: AbortSignal;
  /** Called with an unexpected error, which the answer masks. */
  onUnexpected: (error: unknown) => void;
  /** Shared by the whole request, even if a part of it runs in a scope of its own. */
  tally: RequestTally;
  /** The parent of a span that starts now; null if tracing is off. */
  span: SpanContext | null;
}

/** The scope of the request that the current code runs for. */
export const requestScope = new AsyncLocalStorage<RequestScope>();

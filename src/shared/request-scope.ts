import { AsyncLocalStorage } from 'node:async_hooks';
import type { SpanContext } from '@opentelemetry/api';

/** What a request came to, for its line in the log. */
export interface RequestTally {
  userId: string | null;
  /** The address as metrics know it, with its method, where its first part doesn't say enough. */
  route: string | null;
  /** As the document names it, cut short, or as the API's description does. */
  operation: { name: string | null; type: string } | null;
  errorCodes: readonly string[];
  databaseQueries: number;
  erpQueries: number;
  erpMs: number;
}

/** What stays known of a request wherever its code runs, so that an error can be masked and still be found. */
export interface RequestScope {
  requestId: string;
  /** Told of an error that the answer masks. */
  onUnexpected: (error: unknown) => void;
  /** One for the whole request, also where a part of it has a scope of its own. */
  tally: RequestTally;
  /** What a span that starts now stands under; null where nothing is traced. */
  span: SpanContext | null;
}

export const requestScope = new AsyncLocalStorage<RequestScope>();

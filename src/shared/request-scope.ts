import { AsyncLocalStorage } from 'node:async_hooks';

/** What stays known of a request wherever its code runs, so that an error can be masked and still be found. */
export interface RequestScope {
  requestId: string;
  /** Told of an error that the answer masks. */
  onUnexpected: (error: unknown) => void;
}

export const requestScope = new AsyncLocalStorage<RequestScope>();

import type { RequestHandler } from 'express';
import { requestScope } from '../shared/request-scope.js';

/** Names the route of the current request in metrics and in the log, where its path could have anything in it. */
export function nameRoute(route: string): void {
  const tally = requestScope.getStore()?.tally;
  if (tally) tally.route = route;
}

/** Names the route of every request that passes. */
export function named(route: string): RequestHandler {
  return (_request, _response, next) => {
    nameRoute(route);
    next();
  };
}

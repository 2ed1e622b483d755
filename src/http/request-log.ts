import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { newTally, type RequestScope, requestScope, tallyFields } from '../shared/request-scope.js';
import { safeErrorFields } from '../shared/safe-error-fields.js';
import { Telemetry } from '../telemetry/telemetry.js';
import { disconnectSignal } from './disconnect-signal.js';

const REQUEST_ID = /^[\w.-]{1,100}$/;
const MAX_PATH = 300;
/** The key under which a request holds its scope: the event that writes the log line may run outside the scope. */
const SCOPE = Symbol('scope');
type Scoped = IncomingMessage & { [SCOPE]?: RequestScope };

/**
 * A tracking link, and the address of a prepared download, let anybody in who has them. A request target may begin with
 * scheme and host.
 */
const SECRET_PATH = /^((?:https?:\/\/[^/]*)?(?:(?:\/api)?\/track|\/export\/download)\/).+/i;

/** The path without what lets its reader in, such as a query string may contain, cut to MAX_PATH characters. */
const pathOf = (url = '') => (url.split('?')[0] ?? '').replace(SECRET_PATH, '$1…').slice(0, MAX_PATH);

/**
 * Gives each request an id, a scope, and one log line without the request's contents. The id is the caller's own
 * x-request-id if that is well-formed.
 */
export function requestLog(logger: Logger, telemetry: Telemetry): RequestHandler[] {
  const log = pinoHttp({
    logger,
    genReqId: (request, response) => {
      const given = request.headers['x-request-id'];
      const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
      response.setHeader('x-request-id', id);
      return id;
    },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessObject: (request, _response, line) => ({ ...line, ...scopeFields(request) }),
    customErrorObject: (request, _response, _error, line) => ({ ...line, ...scopeFields(request) }),
    // Neither headers nor query strings, because both can contain credentials.
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: pathOf(request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: safeErrorFields,
    },
  });
  const enterScope: RequestHandler = (request, response, next) => {
    const observed = telemetry.requestStarted({
      method: request.method,
      path: pathOf(request.originalUrl),
      traceParent: request.get('traceparent'),
    });
    const scope: RequestScope = {
      requestId: String(request.id),
      signal: disconnectSignal(response),
      onUnexpected: (error) => request.log.error({ err: error }, 'unexpected error, masked'),
      tally: newTally(),
      span: observed.span,
    };
    (request as Scoped)[SCOPE] = scope;
    response.once('close', () => observed.ended(Telemetry.statusOf(response), scope.tally.route));
    requestScope.run(scope, next);
  };
  return [log, enterScope];
}

/** The fields that the log line has in addition to the request and response. */
function scopeFields({ [SCOPE]: scope }: Scoped): object {
  if (!scope) return {};
  return { ...(scope.span && { traceId: scope.span.traceId }), ...tallyFields(scope.tally) };
}

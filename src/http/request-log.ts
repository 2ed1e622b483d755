import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { withoutValues } from '../shared/log-error.js';
import { requestScope } from '../shared/request-scope.js';

const REQUEST_ID = /^[\w.-]{1,100}$/;

/** Gives each request an id, its caller's own where that is a plain one, and one log line without its contents. */
export function requestLog(logger: Logger): RequestHandler[] {
  const log = pinoHttp({
    logger,
    genReqId: (request, response) => {
      const given = request.headers['x-request-id'];
      const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
      response.setHeader('x-request-id', id);
      return id;
    },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    // Neither headers nor query strings: both can hold credentials.
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: withoutValues,
    },
  });
  const enterScope: RequestHandler = (request, _response, next) => {
    const requestId = String(request.id);
    const onUnexpected = (error: unknown) => request.log.error({ err: error }, 'unexpected error, masked');
    requestScope.run({ requestId, onUnexpected }, next);
  };
  return [log, enterScope];
}

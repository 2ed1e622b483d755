import { createServer, type Server } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { type ContextSources, createContext, type RequestContext } from '../graphql/context.js';
import { Drain } from './drain.js';
import { healthRoutes, type Probes } from './health.js';
import { playgroundRoutes } from './playground.js';
import { requestLog } from './request-log.js';

const BODY_LIMIT = '256kb';

export interface HttpInput {
  graphql: ApolloServer<RequestContext>;
  context: ContextSources;
  probes: Probes;
  playground: boolean;
  trustProxy: number;
  logger: Logger;
}

/** The HTTP face: every address of the service, on a server that isn't listening yet. */
export function createHttpServer(input: HttpInput): { server: Server; drain: Drain } {
  const drain = new Drain();
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', input.trustProxy);
  app.use(...requestLog(input.logger), drain.middleware, helmet());
  app.use(healthRoutes(input.probes));
  if (input.playground) app.use('/playground', playgroundRoutes());
  mountGraphql(app, input);
  app.use((_request, response) => {
    response.status(404).json({ errors: [{ message: 'Nothing lives at this address.' }] });
  });
  app.use(onError);
  return { server: createServer(app), drain };
}

function mountGraphql(app: Express, { graphql, context }: HttpInput): void {
  const middleware = expressMiddleware(graphql, {
    context: ({ req, res }) => {
      const hungUp = new AbortController();
      res.once('close', () => {
        if (!res.writableFinished) hungUp.abort(new Error('the client hung up'));
      });
      return createContext(context, {
        authorization: req.headers.authorization,
        client: { ip: req.ip ?? null, userAgent: req.headers['user-agent']?.slice(0, 300) ?? null },
        signal: hungUp.signal,
      });
    },
  });
  app.use('/graphql', onlyJson, express.json({ limit: BODY_LIMIT }), middleware);
}

/** A body that isn't JSON is refused before anything reads it: forms can be sent by other sites. */
const onlyJson: RequestHandler = (request, response, next) => {
  if (request.method === 'POST' && !request.is('application/json')) {
    response.status(415).json(requestError('Send the operation as application/json.'));
  } else next();
};

/** What went wrong before GraphQL had the request, mostly with its body. */
const onError: ErrorRequestHandler = (
  error: { status?: number; type?: string },
  request,
  response,
  _next,
) => {
  const status = error.status ?? 500;
  if (status >= 500) request.log.error({ err: error }, 'unexpected error, masked');
  const messages: Record<string, string> = {
    'entity.parse.failed': 'The body is not valid JSON.',
    'entity.too.large': `The body is larger than ${BODY_LIMIT}.`,
  };
  const fallback = status < 500 ? 'The request could not be read.' : 'Something went wrong on our side.';
  response.status(status).json(requestError(messages[error.type ?? ''] ?? fallback));
};

function requestError(message: string) {
  return { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] };
}

import { type Request, type RequestHandler, type Response, Router } from 'express';
import {
  type AuthenticationDependencies,
  authenticate,
  type RequestIdentity,
} from '../../features/identity/sessions/authenticate.js';
import { assertRole } from '../../shared/auth.js';
import { PorticoError } from '../../shared/errors.js';
import { requestScope } from '../../shared/request-scope.js';
import { answerError } from '../answer-error.js';
import { clientOf } from '../client-address.js';
import { type ApiOperation, labelOf } from './operation.js';
import { assertAcceptsJson, bodyReader, validate } from './read-request.js';

/** The operations, and what their routes need. */
export interface ApiInput {
  operations: readonly ApiOperation[];
  authentication: AuthenticationDependencies;
  /** Called when a caller is refused for their role. The refusal is sent after this has resolved. */
  onDenied(identity: RequestIdentity, label: string, args: Readonly<Record<string, unknown>>): Promise<void>;
  /** The maximum length of a body. */
  bodyBytes: number;
}

/**
 * Routes the operations at their exact paths: case-sensitive, without a trailing slash. Errors are passed on to the
 * error handler.
 */
export function apiRoutes(input: ApiInput): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const readBody = bodyReader(input.bodyBytes);
  for (const path of new Set(input.operations.map((operation) => operation.path))) {
    const operationsHere = input.operations.filter((operation) => operation.path === path);
    const route = router.route(path.replace(/\{(\w+)\}/g, ':$1'));
    for (const operation of operationsHere)
      route[operation.method](handlerOf(operation, { ...input, readBody }));
    route.all(refuseOtherMethods(operationsHere));
  }
  return router;
}

type RouteInput = ApiInput & { readBody: ReturnType<typeof bodyReader> };

function handlerOf(operation: ApiOperation, input: RouteInput): RequestHandler {
  const label = labelOf(operation);
  return async (request, response) => {
    const tally = requestScope.getStore()?.tally;
    if (tally) Object.assign(tally, { route: label, operation: { name: operation.id, type: 'rest' } });
    assertAcceptsJson(request);
    const identity = await identityOf(operation, input, request);
    if (tally) tally.userId = identity?.viewer?.userId ?? null;
    try {
      if (identity && operation.requires) assertRole(identity.viewer, operation.requires);
      const { status, body } = await runOperation(operation, input, identity, request, response);
      response.status(status).json(body);
    } catch (error) {
      if (identity && error instanceof PorticoError && error.code === 'FORBIDDEN') {
        await input.onDenied(identity, label, request.params);
      }
      throw error;
    }
  };
}

async function runOperation(
  operation: ApiOperation,
  { readBody }: RouteInput,
  identity: RequestIdentity | null,
  request: Request,
  response: Response,
): Promise<{ status: number; body: unknown }> {
  const body = operation.body && validate(operation.body.schema, await readBody(request, response));
  const params = validate(operation.params, request.params);
  const { status, body: found } = await operation.handle({ params, body, origin: identity?.origin } as never);
  // Parsing the response ensures that it has only what the description says.
  return { status, body: operation.answers[status]?.schema.parse(found) };
}

/**
 * Identifies the caller by the access token alone. Cookies don't count, because browsers also send them with requests
 * from other sites. Null if the operation is open to anyone.
 */
async function identityOf(
  { requires }: ApiOperation,
  { authentication }: ApiInput,
  request: Request,
): Promise<RequestIdentity | null> {
  if (!requires) return null;
  return authenticate(authentication, request.headers.authorization, {
    ...clientOf(request),
    deviceCookie: null,
  });
}

function refuseOtherMethods(operations: readonly ApiOperation[]): RequestHandler {
  const methods = operations.map(({ method }) => method.toUpperCase());
  const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  return (request, response) => {
    response.set('allow', allowed);
    if (request.method === 'OPTIONS') response.status(204).end();
    else answerError(request, response, 405, { message: `This address allows ${allowed}.` });
  };
}

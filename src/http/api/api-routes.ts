import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { RequestIdentity } from '../../features/identity/sessions/authenticate.js';
import { assertRole, refuseApiKey } from '../../shared/auth.js';
import { requestScope } from '../../shared/request-scope.js';
import type { Slots } from '../../shared/slots.js';
import { clientOf } from '../client-address.js';
import { untilHungUp } from '../disconnect-signal.js';
import { forCaller, type OnDenied } from '../for-caller.js';
import { refuseMethods } from '../refuse-methods.js';
import { answerFile } from './answer-file.js';
import { type CallerSources, identifyCaller, signedTokenOf } from './identify-caller.js';
import { type ApiFile, type ApiOperation, labelOf } from './operation.js';
import { readBytes } from './read-bytes.js';
import { assertAcceptsAnswer, bodyReader, validate } from './read-request.js';
import { uploadSlots } from './upload-slots.js';

/** The operations, and what their routes need. */
export interface ApiInput extends CallerSources {
  operations: readonly ApiOperation[];
  onDenied: OnDenied;
  /** The maximum length of a body in JSON. */
  bodyBytes: number;
}

/**
 * Routes the operations at their exact paths: case-sensitive, without a trailing slash. Errors are passed on to the
 * error handler.
 */
export function apiRoutes(input: ApiInput): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const routes = { ...input, readBody: bodyReader(input.bodyBytes), uploads: uploadSlots() };
  for (const path of new Set(input.operations.map((operation) => operation.path))) {
    const operationsHere = input.operations.filter((operation) => operation.path === path);
    const route = router.route(path.replace(/\{(\w+)\}/g, ':$1'));
    for (const operation of operationsHere) route[operation.method](handlerOf(operation, routes));
    route.all(refuseOtherMethods(operationsHere));
  }
  return router;
}

type RouteInput = ApiInput & { readBody: ReturnType<typeof bodyReader>; uploads: Slots };

function handlerOf(operation: ApiOperation, input: RouteInput): RequestHandler {
  return (request, response) =>
    untilHungUp(response, (signal) => handle(operation, { ...input, signal }, request, response));
}

async function handle(
  operation: ApiOperation,
  input: RouteInput & { signal: AbortSignal },
  request: Request,
  response: Response,
): Promise<void> {
  const label = labelOf(operation);
  const tally = requestScope.getStore()?.tally;
  if (tally) Object.assign(tally, { route: label, operation: { name: operation.id, type: 'rest' } });
  assertAcceptsAnswer(request, operation);
  const identity = await identifyCaller(operation, input, request);
  const run = () => runOperation(operation, { ...input, identity }, request, response);
  if (!identity) return run();
  await forCaller({ identity, label, args: request.params }, input.onDenied, async () => {
    if (operation.requires) {
      refuseApiKey(identity);
      assertRole(identity.viewer, operation.requires);
    }
    await run();
  });
}

async function runOperation(
  operation: ApiOperation,
  input: RouteInput & { identity: RequestIdentity | null; signal: AbortSignal },
  request: Request,
  response: Response,
): Promise<void> {
  // The body comes last, because it may be long.
  const params = validate(operation.params, request.params);
  const query = operation.query && validate(operation.query, request.query);
  const { identity, signal } = input;
  const { viewer = null, origin } = identity ?? {};
  const { network } = clientOf(request);
  const known = { params, query, viewer, origin, network, signal };
  await operation.beforeBody?.({ ...known, body: null } as never);
  const handle = async () =>
    operation.handle({ ...known, body: await readBody(operation, input, request, response) } as never);
  const found = takesFile(operation)
    ? await input.uploads.hold(viewer?.userId ?? network, handle)
    : await handle();
  const answer = operation.answers[found.status];
  if (!answer) throw new Error(`the API description has no answer ${found.status} of ${operation.id}`);
  if ('fileTypes' in answer) {
    const file = { file: found.body as ApiFile, anyOrigin: signedTokenOf(operation, request) !== null };
    answerFile(response, found.status, answer, file);
  } else {
    // Parsing the response ensures that it has only what the description says.
    response.status(found.status).json(answer.schema.parse(found.body));
  }
}

const takesFile = ({ body }: ApiOperation) => body !== null && 'mediaTypes' in body;

async function readBody({ body }: ApiOperation, input: RouteInput, request: Request, response: Response) {
  if (body === null) return null;
  if ('mediaTypes' in body) return readBytes(request, response, body);
  return validate(body.schema, await input.readBody(request, response));
}

function refuseOtherMethods(operations: readonly ApiOperation[]): RequestHandler {
  const methods = operations.map(({ method }) => method.toUpperCase());
  return refuseMethods([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', '));
}

import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import type {
  AuthenticationDependencies,
  RequestIdentity,
} from '../../features/identity/sessions/authenticate.js';
import { contentTypeOf } from '../../features/reporting/odata/format.js';
import { metadataJson } from '../../features/reporting/odata/metadata-json.js';
import { metadataXml } from '../../features/reporting/odata/metadata-xml.js';
import { ENTITY_SETS } from '../../features/reporting/odata/model.js';
import { ODataError } from '../../features/reporting/odata/odata-error.js';
import { serviceDocument } from '../../features/reporting/odata/serialize.js';
import type { FeedSources } from '../../features/reporting/odata-feed/feed-request.js';
import { assertReadsStock, callerId } from '../../shared/auth.js';
import { refuseOtherSites } from '../cross-origin.js';
import { untilHungUp } from '../disconnect-signal.js';
import { forCaller, identify, type OnDenied } from '../for-caller.js';
import { named, nameRoute } from '../name-route.js';
import { refuseMethods } from '../refuse-methods.js';
import { answerEntities } from './answer-entities.js';
import { answerODataError, sendText } from './odata-answers.js';
import { assertKnowsVersion, jsonFormatOf, optionsIn, targetOf, wantsJsonMetadata } from './odata-request.js';

/** What the feed needs. */
export interface ODataInput {
  feed: FeedSources;
  authentication: AuthenticationDependencies;
  onDenied: OnDenied;
  /** The origins of other sites whose pages may send requests. */
  corsOrigins: readonly string[];
}

/** The OData v4 feed of the inventory, mounted at `/odata/v4`. It only reads. */
export function odataRoutes(input: ODataInput): Router {
  const root = `${input.feed.baseUrl}/odata/v4/`;
  const router = Router({ caseSensitive: true, strict: false });
  router.use(begin);
  router.get('/portico.pbids', named(routeOf('portico.pbids')), (_request, response) =>
    answerPbids(root, response),
  );
  // After the file that opens Power BI, to which other sites may link.
  router.use(refuseOtherSites(input.corsOrigins));
  router.all('/$batch', () => {
    throw new ODataError(501, '$batch is not supported');
  });
  router.use(onlyGet);
  router.get('/', named(routeOf('')), forReaders(input, answerServiceDocument(root)));
  router.get('/$metadata', named(routeOf('$metadata')), forReaders(input, answerMetadata));
  router.get('/*resource', forReaders(input, answerResource(input.feed, root)));
  router.use(onODataError);
  return router;
}

/** Answers a request of somebody who may read inventory. */
type Handler = (request: Request, response: Response, identity: RequestIdentity) => Promise<void>;

/** What every answer has, errors too. */
const begin: RequestHandler = (request, response, next) => {
  response.set('odata-version', '4.0');
  assertKnowsVersion(request);
  next();
};

const refuseWrites = refuseMethods('GET, HEAD, OPTIONS', 'The feed is read-only: this address allows GET.');

const onlyGet: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') next();
  else refuseWrites(request, response, next);
};

/** The name of a resource in metrics and in the log. */
const routeOf = (resource: string): string => `GET /odata/v4/${resource}`;

/** Identifies the caller, who must be somebody who reads inventory or an API key. */
function forReaders({ authentication, onDenied }: ODataInput, answer: Handler): RequestHandler {
  return (request, response) =>
    untilHungUp(response, async () => {
      const identity = await identify(authentication, request);
      await forCaller({ identity, label: 'GET /odata/v4' }, onDenied, async () => {
        assertReadsStock(identity);
        await answer(request, response, identity);
      });
    });
}

function answerServiceDocument(root: string): Handler {
  return (request, response) => {
    const format = jsonFormatOf(request, optionsIn(request));
    return sendText(request, response, { type: contentTypeOf(format), text: serviceDocument(root, format) });
  };
}

const answerMetadata: Handler = (request, response) =>
  wantsJsonMetadata(request, optionsIn(request))
    ? sendText(request, response, { type: 'application/json;charset=utf-8', text: metadataJson() })
    : sendText(request, response, { type: 'application/xml;charset=utf-8', text: metadataXml() });

function answerResource({ inventory, slots }: FeedSources, root: string): Handler {
  return (request, response, identity) => {
    const target = targetOf(request.path);
    const { set } = target.resource;
    const isKnown = ENTITY_SETS.some(({ name }) => name === set);
    nameRoute(routeOf(isKnown ? `${set}${target.count ? '/$count' : ''}` : '…'));
    return slots.hold(callerId(identity), () =>
      answerEntities({ inventory, root, identity }, target, { request, response }),
    );
  };
}

/** A file that opens Power BI with this feed. It has no secret in it. */
function answerPbids(root: string, response: Response): void {
  const details = { protocol: 'odata', address: { url: root } };
  const connections = [{ details, options: {}, mode: 'Import' }];
  response
    .set('content-disposition', 'attachment; filename="portico.pbids"')
    .json({ version: '0.1', connections });
}

const onODataError: ErrorRequestHandler = (error, _request, response, next) => {
  if (!(error instanceof ODataError)) return next(error);
  const { status, message, target } = error;
  answerODataError(response, status, { message, extensions: target === null ? {} : { target } });
};

import { type Request, type RequestHandler, type Response, Router } from 'express';
import {
  type AuthenticationDependencies,
  authenticateSession,
  type RequestIdentity,
} from '../../features/identity/sessions/authenticate.js';
import type { ExportDependencies } from '../../features/reporting/exports/export-dependencies.js';
import { exportFor } from '../../features/reporting/exports/export-for.js';
import type { PreparedRequest } from '../../features/reporting/exports/prepared-request.js';
import { EXPORT_FORMATS, type FormatName } from '../../features/reporting/formats/export-formats.js';
import { readExportInput } from '../../graphql/read-export-input.js';
import { requestScope } from '../../shared/request-scope.js';
import { HttpError } from '../answer-error.js';
import { validate } from '../api/read-request.js';
import { clientOf } from '../client-address.js';
import { refuseOtherSites } from '../cross-origin.js';
import { requestSignal } from '../disconnect-signal.js';
import { forCaller, identify, type OnDenied } from '../for-caller.js';
import { csvOptionsOf, downloadQuery, exportInputOf, inventoryQuery } from './export-query.js';
import { sendExport } from './send-export.js';

/** What the routes of exports need. */
export interface ExportRoutesInput {
  exports: ExportDependencies;
  authentication: AuthenticationDependencies;
  onDenied: OnDenied;
  /** The origins of other sites whose pages may send requests. */
  corsOrigins: readonly string[];
}

type Csv = ReturnType<typeof csvOptionsOf>;

/** The routes of files below `/export`: for tools with a token or an API key, and for downloads that were prepared. */
export function exportRoutes(input: ExportRoutesInput): Router {
  const router = Router({ caseSensitive: true, strict: true });
  // First, because the app may stand on another site, and links to it.
  router.get('/download/:token', named('GET /export/download/{token}'), (request, response) =>
    openDownload(input, request, response),
  );
  router.use(refuseOtherSites(input.corsOrigins));
  for (const [format, { extension }] of Object.entries(EXPORT_FORMATS) as [
    FormatName,
    { extension: string },
  ][]) {
    const path = `/inventory.${extension}`;
    router.get(path, named(`GET /export${path}`), (request, response) =>
      exportInventory(input, format, request, response),
    );
  }
  return router;
}

/** Names the route in metrics and in the log. */
function named(label: string): RequestHandler {
  return (request, _response, next) => {
    const tally = requestScope.getStore()?.tally;
    if (tally) tally.route = label;
    // A HEAD request would make the file, or use up a download, for nothing.
    if (request.method === 'HEAD') throw new HttpError(405, 'This address allows GET.');
    next();
  };
}

async function exportInventory(
  input: ExportRoutesInput,
  format: FormatName,
  request: Request,
  response: Response,
): Promise<void> {
  const identity = await identify(input.authentication, request);
  const query = validate(inventoryQuery, request.query);
  const exported = await readExportInput(exportInputOf(format, query));
  await send(input, identity, { kind: 'INVENTORY', request: exported, csv: csvOptionsOf(query) }, [
    request,
    response,
  ]);
}

async function openDownload(input: ExportRoutesInput, request: Request, response: Response): Promise<void> {
  const query = validate(downloadQuery, request.query);
  const opened = await input.exports.downloads.open(String(request.params['token']));
  if (!opened)
    throw new HttpError(
      410,
      'This download has been opened already, or its minute is over. Prepare it again.',
    );
  const client = { ...clientOf(request), deviceCookie: null };
  const identity = await authenticateSession(input.authentication, opened.sessionId, client);
  await send(input, identity, { ...opened.prepared, csv: csvOptionsOf(query) }, [request, response]);
}

async function send(
  { exports, onDenied }: ExportRoutesInput,
  identity: RequestIdentity,
  prepared: PreparedRequest & { csv: Csv },
  [request, response]: [Request, Response],
): Promise<void> {
  const scope = requestScope.getStore();
  const signal = requestSignal(response);
  const label = scope?.tally.route ?? 'export';
  try {
    await forCaller({ identity, label }, onDenied, async () =>
      sendExport(request, response, exportFor(exports, identity, { ...prepared, signal })),
    );
  } catch (error) {
    if (signal.aborted) return;
    if (!response.headersSent) throw error;
    // The connection is aborted already; only the log can say why.
    scope?.onUnexpected(error);
  }
}

import { type Request, type Response, Router } from 'express';
import {
  type AuthenticationDependencies,
  authenticateSession,
  type RequestIdentity,
} from '../../features/identity/sessions/authenticate.js';
import type { ExportDependencies } from '../../features/reporting/exports/export-dependencies.js';
import { assertMayExport, exportFor } from '../../features/reporting/exports/export-for.js';
import type { PreparedRequest } from '../../features/reporting/exports/prepared-request.js';
import { EXPORT_FORMATS, type FormatName } from '../../features/reporting/formats/export-formats.js';
import { readExportInput } from '../../graphql/read-export-input.js';
import { PorticoError } from '../../shared/errors.js';
import { linkedSignal } from '../../shared/linked-signal.js';
import { requestScope } from '../../shared/request-scope.js';
import { whenAborted } from '../../shared/when-aborted.js';
import { HttpError } from '../answer-error.js';
import { validate } from '../api/read-request.js';
import { clientOf } from '../client-address.js';
import { refuseOtherSites } from '../cross-origin.js';
import { requestSignal } from '../disconnect-signal.js';
import { forCaller, identify, type OnDenied } from '../for-caller.js';
import { named } from '../name-route.js';
import { refuseMethods } from '../refuse-methods.js';
import { csvOptionsOf, downloadQuery, exportInputOf, rowsQuery } from './export-query.js';
import { sendExport } from './send-export.js';

/** What the routes of exports need. */
export interface ExportRoutesInput {
  exports: ExportDependencies;
  authentication: AuthenticationDependencies;
  /** How long a connection may be idle. */
  idleMs: number;
  onDenied: OnDenied;
  /** Whether messages about wrong input may name the types of the schema. */
  introspection: boolean;
  /** The origins of other sites whose pages may send requests. */
  corsOrigins: readonly string[];
}

const GONE = 'This download has been opened already, or its minute is over. Prepare it again.';

/** The rows of the ERP that have addresses of their own. */
const ROWS = { INVENTORY: 'inventory', INVOICES: 'invoices', PAYMENTS: 'payments' } as const;

type Csv = ReturnType<typeof csvOptionsOf>;

/** The routes of files below `/export`: for tools with a token or an API key, and for downloads that were prepared. */
export function exportRoutes(input: ExportRoutesInput): Router {
  const router = Router({ caseSensitive: true, strict: true });
  // First, because the app may stand on another site, and links to it.
  serve(router, '/download/{token}', (request, response) => openDownload(input, [request, response]));
  router.use(refuseOtherSites(input.corsOrigins));
  for (const format of Object.keys(EXPORT_FORMATS) as FormatName[]) {
    for (const [kind, name] of Object.entries(ROWS) as [keyof typeof ROWS, string][]) {
      serve(router, `/${name}.${EXPORT_FORMATS[format].extension}`, (request, response) =>
        exportRows(input, { kind, format }, [request, response]),
      );
    }
  }
  return router;
}

/** Serves GET alone: a HEAD request would make the file, or use up a download, for nothing. */
function serve(
  router: Router,
  path: string,
  answer: (request: Request, response: Response) => Promise<void>,
): void {
  const route = router.route(path.replace(/\{(\w+)\}/, ':$1'));
  route
    .head(refuseMethod)
    .get(named(`GET /export${path}`), answer)
    .all(refuseMethod);
}

const refuseMethod = refuseMethods('GET, OPTIONS', 'This address allows GET.');

type Exchange = readonly [Request, Response];

async function exportRows(
  input: ExportRoutesInput,
  { kind, format }: { kind: keyof typeof ROWS; format: FormatName },
  exchange: Exchange,
): Promise<void> {
  const [request] = exchange;
  const identity = await identify(input.authentication, request);
  await assertMay(kind, identity, input);
  const query = validate(rowsQuery, request.query);
  const exported = await readExportInput(kind, exportInputOf(format, query), input);
  await send(input, identity, { ...exported, csv: csvOptionsOf(query) }, exchange);
}

async function openDownload(input: ExportRoutesInput, exchange: Exchange): Promise<void> {
  const [request, response] = exchange;
  const { downloads } = input.exports;
  const query = validate(downloadQuery, request.query);
  const token = String(request.params['token']);
  const opened = await downloads.open(token);
  if (!opened) throw new HttpError(410, GONE);
  const client = { ...clientOf(request), deviceCookie: null };
  const identity = await authenticateSession(input.authentication, opened.sessionId, client);
  await assertMay(opened.prepared.kind, identity, input);
  try {
    await send(input, identity, { ...opened.prepared, csv: csvOptionsOf(query) }, exchange);
  } catch (error) {
    // The answer says when to try again, so the same address must still work then.
    if (!response.headersSent && error instanceof PorticoError) await downloads.giveBack(token);
    throw error;
  }
}

/** @throws UNAUTHENTICATED, PASSWORD_CHANGE_REQUIRED, or FORBIDDEN, which is audited */
function assertMay(
  kind: PreparedRequest['kind'],
  identity: RequestIdentity,
  { onDenied }: ExportRoutesInput,
): Promise<void> {
  const label = requestScope.getStore()?.tally.route ?? 'GET /export';
  return forCaller({ identity, label }, onDenied, async () => assertMayExport(kind, identity));
}

async function send(
  { exports, idleMs }: ExportRoutesInput,
  identity: RequestIdentity,
  prepared: PreparedRequest & { csv: Csv },
  exchange: Exchange,
): Promise<void> {
  const [, response] = exchange;
  const hungUp = requestSignal(response);
  const ending = linkedSignal([hungUp], exports.timeoutMs);
  // A client that reads slowly must not hold a slot for longer than an export may take.
  const removeListener = whenAborted(ending.signal, () => response.destroy());
  try {
    const file = exportFor(exports, identity, { ...prepared, signal: ending.signal });
    await sendExport(exchange, file, idleMs);
  } catch (error) {
    if (hungUp.aborted) return;
    if (!response.headersSent) throw error;
    // The connection is aborted already; only the log can say why.
    requestScope.getStore()?.onUnexpected(error);
  } finally {
    removeListener();
    ending.release();
  }
}

import type { Request } from 'express';
import { formatOf, type JsonFormat } from '../../features/reporting/odata/format.js';
import { parseResource, type Resource } from '../../features/reporting/odata/key.js';
import { ODataError, quoted } from '../../features/reporting/odata/odata-error.js';
import { type RawOption, systemOptionOf } from '../../features/reporting/odata/query-options.js';
import { HttpError } from '../answer-error.js';

/** The resource of a request, below the service's root. */
export interface ODataTarget {
  resource: Resource;
  /** Whether only the number of entities is wanted. */
  count: boolean;
}

/**
 * The query options as they came, decoded. A plus is a blank, as in a form: OData's grammar has it as a plus, but many
 * clients send blanks in this way, and those write a plus as %2B.
 */
export function optionsIn({ originalUrl }: Request): RawOption[] {
  const start = originalUrl.indexOf('?');
  return start < 0 ? [] : [...new URLSearchParams(originalUrl.slice(start + 1))];
}

/**
 * What a path below the root names, such as Inventory, Inventory('4711') or Inventory/$count.
 *
 * @param path begins with a slash, and may end with one
 * @throws ODataError
 */
export function targetOf(path: string): ODataTarget {
  const [first = '', second, ...others] = path
    .replace(/^\/|\/$/g, '')
    .split('/')
    .map(decode);
  const resource = parseResource(first);
  if (second === undefined) return { resource, count: false };
  if (second === '$count' && others.length === 0 && resource.key === null) return { resource, count: true };
  throw new ODataError(
    501,
    `the path ${quoted(path)} is not supported: read the entity and $select what you need`,
  );
}

/** @throws HttpError 406 if the client takes no JSON; ODataError for a $format that isn't supported */
export function jsonFormatOf(request: Request, options: readonly RawOption[]): JsonFormat {
  const format = formatOf(formatOptionIn(options), acceptOf(request));
  if (!format) throw new HttpError(406, 'The answer is available as application/json.');
  return format;
}

/** The $format; null if it isn't given. */
const formatOptionIn = (options: readonly RawOption[]): string | null =>
  options.find(([name]) => systemOptionOf(name) === 'format')?.[1] ?? null;

/** The Accept header with its parameters, which headers.accept doesn't have any more: OData's formats differ in them. */
const acceptOf = ({ headersDistinct }: Request): string | undefined => headersDistinct['accept']?.join();

/**
 * Whether the metadata are wanted as JSON. Power Query names JSON first, but needs XML, so XML is given wherever it is
 * accepted at all.
 *
 * @throws HttpError 406 if the client takes neither; ODataError for a $format that isn't supported
 */
export function wantsJsonMetadata(request: Request, options: readonly RawOption[]): boolean {
  const format = formatOptionIn(options)?.toLowerCase() ?? null;
  if (format !== null) return !/^(application\/)?xml$/.test(format) && formatOf(format, undefined) !== null;
  if (request.accepts('application/xml')) return false;
  if (!formatOf(null, acceptOf(request))) {
    throw new HttpError(406, 'The metadata are available as application/xml and application/json.');
  }
  return true;
}

/** @throws ODataError if the client knows only an older protocol */
export function assertKnowsVersion({ headers }: Request): void {
  const max = headers['odata-maxversion'];
  // Microsoft's clients for .NET send 4.0;NetFx.
  if (typeof max !== 'string' || Number(max.split(';', 1)[0]) >= 4) return;
  throw new ODataError(400, `found ${quoted(max)}; wanted 4.0 or later`, 'OData-MaxVersion');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new ODataError(400, `found the path ${quoted(segment)}, which is not percent-encoded UTF-8`);
  }
}

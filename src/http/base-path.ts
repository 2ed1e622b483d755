import type { RequestListener } from 'node:http';

/** A request target may begin with scheme and host (RFC 9112, section 3.2.2). */
const TARGET = /^(https?:\/\/[^/?#]*)?(.*)$/is;
/**
 * Metrics are for the operator. So they are not below the public address, where a proxy passes everything on. This
 * refuses more than the route takes, because Express still drops a fragment and may take a backslash for a slash.
 */
const NOT_BELOW = /^[/\\]+metrics/i;

/**
 * Serves the same at each path with and without the base path, because some proxies remove it and others pass it on. It
 * is removed here and nowhere else, before routing: so the log and the metrics have the same paths either way.
 *
 * @param basePath such as `/portal`; empty if there is none
 */
export function belowBasePath(basePath: string, serve: RequestListener): RequestListener {
  if (basePath === '') return serve;
  return (request, response) => {
    request.url = withoutBasePath(request.url ?? '', basePath);
    serve(request, response);
  };
}

/** The target of a request without the base path. */
export function withoutBasePath(target: string, basePath: string): string {
  const [, host = '', path = ''] = TARGET.exec(target) ?? [];
  if (!path.startsWith(basePath)) return target;
  const rest = path.slice(basePath.length);
  // Otherwise the path only starts with the same letters.
  if (!/^(?:[/?]|$)/.test(rest) || NOT_BELOW.test(rest)) return target;
  return `${host}${rest.startsWith('/') ? '' : '/'}${rest}`;
}

import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Client } from '../features/identity/sessions/session.store.js';
import { addressKey } from '../shared/address-key.js';
import { refuse } from './answer-error.js';

/** What is kept of a browser's name for itself, in characters. */
const MAX_USER_AGENT = 300;

/**
 * The address that a request came from, as far as TRUST_PROXY allows a proxy to say; null on a socket that has none.
 * A proxy's word that is no address counts as none: what stands there may be of the client's making.
 */
export function clientAddress(request: Request): string | null {
  const [given = ''] = [request.ip ?? ''].map(withoutPort);
  return isIP(given) > 0 ? given : (request.socket.remoteAddress ?? null);
}

/** Where a request came from, but for its cookies. */
export function clientOf(request: Request): Omit<Client, 'deviceCookie'> {
  const ip = clientAddress(request);
  const userAgent = request.headers['user-agent']?.slice(0, MAX_USER_AGENT) ?? null;
  return { ip, network: addressKey(ip), userAgent };
}

/** Some gateways add the client's port. */
function withoutPort(address: string): string {
  const [, ipv4, ipv6] = /^(?:([\d.]+):\d+|\[([\da-f:.]+)\](?::\d+)?)$/i.exec(address) ?? [];
  return ipv4 ?? ipv6 ?? address;
}

/** Two names for one server are two answers to the question which of them counts: RFC 9112, section 3.2. */
export const requireOneHost: RequestHandler = (request, response, next) => {
  if ((request.headersDistinct['host'] ?? []).length <= 1) next();
  else refuse(request, response, 400, 'The request names more than one host.');
};

/** Says once, in the log, that a proxy stands in front which the settings don't know of. */
export function warnOfUnknownProxy(trustProxy: number, logger: Logger): RequestHandler {
  let silent = trustProxy > 0;
  return (request, _response, next) => {
    if (!silent && request.headers['x-forwarded-for'] !== undefined) {
      silent = true;
      logger.warn(
        'X-Forwarded-For arrives and TRUST_PROXY is 0. If a proxy stands in front, all its clients share one address: ' +
          'set TRUST_PROXY to the number of proxies. If none does, somebody is making it up.',
      );
    }
    next();
  };
}

import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Client } from '../features/identity/sessions/session.store.js';
import { addressKey } from '../shared/address-key.js';
import { refuse } from './answer-error.js';

/** A longer User-Agent header is cut to this many characters. */
const MAX_USER_AGENT = 300;

/**
 * The client's IP address, taken from X-Forwarded-For as far as TRUST_PROXY allows; null on a socket without an
 * address. If the forwarded value is not an IP address, the address of the connection is used, because a client can
 * forge the value.
 */
export function clientAddress(request: Request): string | null {
  const [given = ''] = [request.ip ?? ''].map(withoutPort);
  return isIP(given) > 0 ? given : (request.socket.remoteAddress ?? null);
}

/** The client that sent a request, without its cookies. */
export function clientOf(request: Request): Omit<Client, 'deviceCookie'> {
  const ip = clientAddress(request);
  const userAgent = request.headers['user-agent']?.slice(0, MAX_USER_AGENT) ?? null;
  return { ip, network: addressKey(ip), userAgent };
}

/** Removes the port, which some gateways append to the client's address. */
function withoutPort(address: string): string {
  const [, ipv4, ipv6] = /^(?:([\d.]+):\d+|\[([\da-f:.]+)\](?::\d+)?)$/i.exec(address) ?? [];
  return ipv4 ?? ipv6 ?? address;
}

/** Refuses a request with more than one Host header (RFC 9112, section 3.2): it is ambiguous which one counts. */
export const requireOneHost: RequestHandler = (request, response, next) => {
  if ((request.headersDistinct['host'] ?? []).length <= 1) next();
  else refuse(request, response, 400, 'The request names more than one host.');
};

/** Logs one warning if X-Forwarded-For arrives although the settings name no proxy. */
export function warnAboutUnknownProxy(trustProxy: number, logger: Logger): RequestHandler {
  let silent = trustProxy > 0;
  return (request, _response, next) => {
    if (!silent && request.headers['x-forwarded-for'] !== undefined) {
      silent = true;
      logger.warn(
        'A request has X-Forwarded-For, but TRUST_PROXY is 0. If Portico is behind a proxy, all clients share one ' +
          'address: set TRUST_PROXY to the number of proxies. If it is not, a client has forged the header.',
      );
    }
    next();
  };
}

import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { BrowserCookie, BrowserCookies } from '../features/identity/sessions/browser-cookie.js';

/**
 * The cookies of one request and its response. Scripts can't read them (`HttpOnly`), and browsers don't send them with
 * requests from other sites (`SameSite`). With HTTPS they are sent over HTTPS only (`Secure`), and the name prefix
 * `__Host-` prevents other hosts of the domain from setting them. Below a base path they are sent only there, and for
 * such cookies browsers know only the weaker prefix `__Secure-`. docs/adr/0026-cookies-below-a-path.md
 *
 * @param address how users reach the portal. Behind a proxy the portal can't see this itself
 */
export function browserCookies(
  request: Request,
  response: Response,
  { https, basePath }: { https: boolean; basePath: string },
): BrowserCookies {
  const sent = parseCookie(request.headers.cookie ?? '');
  const options = { httpOnly: true, sameSite: 'strict', secure: https, path: basePath || '/' } as const;
  const securePrefix = basePath === '' ? '__Host-' : '__Secure-';
  const cookie = (plainName: string): BrowserCookie => {
    const name = https ? `${securePrefix}${plainName}` : plainName;
    return {
      value: sent[name] ?? null,
      set: (value, until) => response.cookie(name, value, { ...options, expires: until }),
      remove: () => response.clearCookie(name, options),
    };
  };
  return { refresh: cookie('portico_refresh'), device: cookie('portico_device') };
}

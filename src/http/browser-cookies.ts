import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { BrowserCookie, BrowserCookies } from '../features/identity/sessions/browser-cookie.js';

/**
 * The cookies of one request and its response. Scripts can't read them (`HttpOnly`), and browsers don't send them with
 * requests from other sites (`SameSite`). With HTTPS they are sent over HTTPS only (`Secure`), and the name prefix
 * `__Host-` prevents other hosts of the domain from setting them.
 *
 * @param https whether users reach the portal by HTTPS. Behind a proxy the portal can't see this itself
 */
export function browserCookies(request: Request, response: Response, https: boolean): BrowserCookies {
  const sent = parseCookie(request.headers.cookie ?? '');
  const options = { httpOnly: true, sameSite: 'strict', secure: https, path: '/' } as const;
  const cookie = (plainName: string): BrowserCookie => {
    const name = https ? `__Host-${plainName}` : plainName;
    return {
      value: sent[name] ?? null,
      set: (value, until) => response.cookie(name, value, { ...options, expires: until }),
      remove: () => response.clearCookie(name, options),
    };
  };
  return { refresh: cookie('portico_refresh'), device: cookie('portico_device') };
}

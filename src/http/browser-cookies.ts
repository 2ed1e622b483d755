import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { BrowserCookie, BrowserCookies } from '../features/identity/sessions/browser-cookie.js';

/**
 * The cookies of one request and its answer: out of reach of scripts, never sent along from another site, and under
 * https never without it. There the prefix of their names keeps other hosts of the domain from setting them.
 *
 * @param https whether people reach the portal by https, which the portal behind a proxy can't see for itself
 */
export function browserCookies(request: Request, response: Response, https: boolean): BrowserCookies {
  const sent = parseCookie(request.headers.cookie ?? '');
  const options = { httpOnly: true, sameSite: 'strict', secure: https, path: '/' } as const;
  const cookie = (plainName: string): BrowserCookie => {
    const name = https ? `__Host-${plainName}` : plainName;
    return {
      value: sent[name] ?? null,
      keep: (value, until) => response.cookie(name, value, { ...options, expires: until }),
      remove: () => response.clearCookie(name, options),
    };
  };
  return { refresh: cookie('portico_refresh'), device: cookie('portico_device') };
}

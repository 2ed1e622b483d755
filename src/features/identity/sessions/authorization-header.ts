const BEARER_TOKEN = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;
const BEARER_API_KEY = /^Bearer (ptk_[\w-]+)$/i;
const BASIC = /^Basic ([\w+/-]+={0,2})$/i;
/** The password of HTTP Basic (RFC 7617): everything after the first colon. Any user name goes with an API key. */
const PASSWORD_IS_API_KEY = /^[^:]*:(ptk_[\w-]+)$/;

/** The access token in an Authorization header; null without one. */
export function bearerTokenIn(authorization: string | undefined): string | null {
  return BEARER_TOKEN.exec(authorization ?? '')?.[1] ?? null;
}

/** The API key in an Authorization header, as a bearer token or as the password of HTTP Basic; null without one. */
export function apiKeyIn(authorization: string | undefined): string | null {
  const bearer = BEARER_API_KEY.exec(authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  const credentials = BASIC.exec(authorization ?? '')?.[1];
  if (credentials === undefined) return null;
  return PASSWORD_IS_API_KEY.exec(Buffer.from(credentials, 'base64').toString('utf8'))?.[1] ?? null;
}

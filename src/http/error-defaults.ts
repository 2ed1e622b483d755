/** HTTP Basic (RFC 7617) is what spreadsheets and reporting tools can send; its password is an API key. */
export const BASIC_CHALLENGE = 'Basic realm="Portico", charset="UTF-8"';

/** The code of an error that has no code of its own, such as a path that doesn't exist. */
export function codeOf(status: number): string {
  if (status === 404) return 'NOT_FOUND';
  if (status === 501) return 'NOT_IMPLEMENTED';
  if (status === 503) return 'UNAVAILABLE';
  return status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
}

const MAX_LENGTH = 500;
const CENSORED = '[redacted]';
/** The fields of a mail's data that are secret. */
const SECRETS = ['temporaryPassword', 'token', 'confirmationToken'];

/** Why a mail was not taken, as admins see it: one line, cut, and with no secret of the mail's, should a server repeat one. */
export function lastErrorText(failure: unknown, data: object): string {
  const given = data as Record<string, unknown>;
  const text = failure instanceof Error ? failure.message : String(failure);
  const censored = SECRETS.reduce((so, name) => {
    const secret = given[name];
    return typeof secret === 'string' && secret !== '' ? so.replaceAll(secret, CENSORED) : so;
  }, text);
  return censored
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, MAX_LENGTH);
}
